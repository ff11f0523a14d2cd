"""The one place that sends. What may be repeated, and what a failure means, is decided in `_calls`; nothing is here.

Every call of a client comes through here: of resources, of `raw` and `request`, of pagers, of streams.
"""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from .._calls import Call
from .._outcomes import Failure, server_version
from .._wait import async_sleep
from ..errors import ClientClosed

if TYPE_CHECKING:
    from .._api import AnyRequest, contract, senders
    from .._http import AsyncHttp
    from .._outcomes import Answer
    from ..config import Settings
    from ..response import Response
    from .pager import AsyncPager
    from .stream import AsyncStream

T = TypeVar("T")
P = TypeVar("P")


class AsyncRequestSender:
    """Sends the calls of one client."""

    def __init__(self, settings: Settings, http: AsyncHttp) -> None:
        self.settings = settings
        self.http = http
        self.closed = False
        self._series = os.urandom(3).hex()
        self._numbers = count(1)

    async def send(self, request: contract.Request[T], /) -> T:
        """Send, and give the decoded answer."""
        call = self._call(request)
        return call.decode(await self._answer(call))

    async def exchange(self, request: contract.Request[T]) -> Response[T]:
        """Send, and give the decoded answer with what came around it."""
        call = self._call(request)
        answer = await self._answer(call)
        from ..response import Response

        headers = answer.headers
        return Response(answer.status_code, call.decode(answer), headers, server_version(headers), call.request_id)

    def paginate(
        self, request: contract.Request[P], rule: senders.PageRule[P, T], resume: str | None, /
    ) -> AsyncPager[P, T]:
        """A walk over all pages that starts with this request."""
        from .pager import AsyncPager

        return AsyncPager(self.send, request, rule, resume)

    async def open(self, request: AnyRequest) -> AsyncStream:
        """Send, and give the answer before its body is read. The caller closes it."""
        from .stream import AsyncStream

        call = self._call(request)
        while True:
            body = await self.http.open(call.out, call.begin())
            call.note(body)
            if not isinstance(body, Failure) and call.succeeded(body):
                return AsyncStream(call, body)
            outcome = body if isinstance(body, Failure) else await body.read()
            wait = call.pause(outcome)
            if wait is None:
                raise call.error(outcome)
            await async_sleep(wait)

    def _call(self, request: contract.Request[T]) -> Call[T]:
        """A call that may be sent."""
        if self.closed or self.http.closed:
            raise ClientClosed(request.operation.name)
        return Call(request, self.settings, self.http.agent, f"{self._series}-{next(self._numbers)}")

    async def _answer(self, call: Call[T]) -> Answer:
        """The answer of success, after as many attempts as the call may have."""
        while True:
            outcome = await self.http.send(call.out, call.begin())
            call.note(outcome)
            if not isinstance(outcome, Failure) and call.succeeded(outcome):
                return outcome
            wait = call.pause(outcome)
            if wait is None:
                raise call.error(outcome)
            await async_sleep(wait)
