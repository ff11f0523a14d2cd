"""The one place that sends. What may be repeated, and what a failure means, is decided in `_calls`; nothing is here.

Every call of a client comes through here: of resources, of `raw` and `request`, of pagers, of streams.
"""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from .._calls import Call
from .._learned import TELLING
from .._outcomes import Failure, server_version
from .._wait import async_sleep
from ..errors import ClientClosed, NotFoundError

if TYPE_CHECKING:
    from .._api import AnyRequest, contract, senders
    from .._calls import AnyCall
    from .._http import AsyncHttp
    from .._older import Form
    from .._outcomes import Answer
    from ..config import Settings
    from ..errors import APIError
    from ..response import Response
    from .pager import AsyncPager
    from .stream import AsyncStream

T = TypeVar("T")
P = TypeVar("P")
REFUSALS = frozenset({400, 404, 405, 422})
"""Statuses that can mean: this app does not know the call, or not in this form."""


class AsyncRequestSender:
    """Sends the calls of one client."""

    def __init__(self, settings: Settings, http: AsyncHttp) -> None:
        self.settings = settings
        self.http = http
        self.server = http.server
        self.learned = http.learned
        self.closed = False
        self._series = os.urandom(3).hex()
        self._numbers = count(1)

    async def send(self, request: contract.Request[T], /) -> T:
        """Send, and give the decoded answer."""
        call = self._call(request)
        value = call.decode(await self._answer(call))
        self._notice(request, value)
        return value

    async def exchange(self, request: contract.Request[T]) -> Response[T]:
        """Send, and give the decoded answer with what came around it."""
        call = self._call(request)
        answer = await self._answer(call)
        from ..response import Response

        headers, value = answer.headers, call.decode(answer)
        self._notice(request, value)
        return Response(answer.status_code, value, headers, server_version(headers), call.request_id)

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
                await self._other_form(call, outcome)
                raise self._error(call, outcome)
            await async_sleep(wait)

    def _notice(self, request: AnyRequest, value: object) -> None:
        """Learn from a result who one is."""
        if request.operation.name in TELLING:
            from .._notice import READERS

            READERS[request.operation.name](self.learned, value)

    def _error(self, call: AnyCall, outcome: Answer | Failure) -> APIError:
        """The error of a call that ended without a result; what was learned may be another's after a 401."""
        if not isinstance(outcome, Failure) and outcome.status_code == 401:
            self.learned.clear()
        return call.error(outcome)

    def _call(self, request: contract.Request[T]) -> Call[T]:
        """A call that may be sent, in the form the server is known to take."""
        if self.closed or self.http.closed:
            raise ClientClosed(request.operation.name)
        form = None
        if self.server.older:
            from .. import compat

            form = compat.form(request, self.server)
        return Call(request, self.settings, self.http.agent, f"{self._series}-{next(self._numbers)}", form)

    async def _answer(self, call: Call[T]) -> Answer:
        """The answer of success, after as many attempts as the call may have, in another form if need be."""
        outcome = await self._outcome(call)
        if isinstance(outcome, Failure) or not call.succeeded(outcome):
            form = await self._other_form(call, outcome)
            if form is None:
                raise self._error(call, outcome)
            return await self._answer(call.again(form))
        if not self.server.settled:
            self._heard(call, outcome)
        if call.form is not None and call.form.follow is not None:
            return await self._followed(call, call.form.follow(outcome))
        return outcome

    async def _outcome(self, call: Call[T]) -> Answer | Failure:
        """How the last attempt ended."""
        while True:
            outcome = await self.http.send(call.out, call.begin())
            call.note(outcome)
            if not isinstance(outcome, Failure):
                if call.form is not None:
                    outcome = call.form.read(outcome)
                if call.succeeded(outcome):
                    return outcome
            wait = call.pause(outcome)
            if wait is None:
                return outcome
            await async_sleep(wait)

    def _heard(self, call: AnyCall, answer: Answer) -> None:
        """Learn from an answer of success; one that ignored what an older app does not know is none."""
        before = self.server.older
        self.server.heard(call.request.path, answer)
        if self.server.older and not before and call.request.operation.effect == "read":
            from .. import compat

            compat.form(call.asked, self.server)

    async def _other_form(self, call: AnyCall, outcome: Answer | Failure) -> Form | None:
        """The form to send a refused call in. Where the refusal does not tell what the server is, it is asked, once.

        Raises:
            NotSupportedByServer: the refusal means that.
        """
        if isinstance(outcome, Failure) or outcome.status_code not in REFUSALS:
            return None
        from .. import compat

        server = self.server
        server.heard(call.request.path, outcome)
        if call.form is not None:
            return compat.form_anew(call.asked, call.form, outcome.status_code, server)
        if self.settings.access_token is not None and compat.worth_asking(call.asked, outcome, server):
            await self.ask()
        return compat.form_after(call.asked, outcome.status_code, server)

    async def ask(self) -> APIError | None:
        """Learn which generation the server is of, by its accounts in v1 and then in v0; at most these two requests.

        Gives the error of the last one where neither tells.
        """
        from .._api import api

        self.server.asked = True
        error = await self._asked(api.accounts.list())
        if isinstance(error, NotFoundError):
            error = await self._asked(api.v0.get_accounts())
        return error

    async def _asked(self, request: AnyRequest) -> APIError | None:
        """Send it, and learn from its answer. Gives the error where that tells nothing."""
        call = self._call(request)
        outcome = await self._outcome(call)
        if not isinstance(outcome, Failure):
            self.server.answered(request.path, outcome)
        return call.error(outcome) if self.server.generation is None else None

    async def _followed(self, call: Call[T], form: Form) -> Answer:
        """The answer of a second call, which tells what the first did. Where it fails, that happened all the same."""
        second = call.again(form)
        outcome = await self._outcome(second)
        if isinstance(outcome, Failure) or not second.succeeded(outcome):
            raise call.or_uncertain(second.error(outcome))
        return outcome
