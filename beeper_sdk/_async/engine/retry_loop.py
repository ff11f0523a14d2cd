"""The attempts of one call: each is paced, sent, shown to hooks, and followed by a pause or by the end.

What may be repeated is decided in `_calls`; what a call means to the server, and to its caller, is the sender's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.http.outcome import UNSENT, Failure
from ...errors import ClientClosed

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.config.rate_limit import RateLimit
    from ..._core.http.outcome import Answer
    from ..._transport.adapter import AsyncHttp
    from ..._transport.body import AsyncBody

CANCELLED = Failure("cancelled")


class AsyncAttempts:
    """Makes attempts through one pool."""

    def __init__(self, http: AsyncHttp, rate_limit: RateLimit | None) -> None:
        self._http = http
        self._rate_limit = rate_limit

    async def outcome(self, call: AnyCall) -> Answer | Failure:
        """How the last attempt ended."""
        while True:
            outcome = await self._whole(call)
            if not isinstance(outcome, Failure):
                if call.form is not None:
                    outcome = call.form.read(outcome)
                if call.succeeded(outcome):
                    self._http.tokens.mark_accepted(call.token)
                    return outcome
            if not await self.goes_on(call, outcome):
                return outcome

    async def opened(self, call: AnyCall) -> AsyncBody | Failure:
        """One attempt, up to the body of its answer."""
        await self._paced()
        limits = call.begin()
        try:
            body = await self._http.open(call.out, limits)
        except BaseException:
            call.note(CANCELLED)
            raise
        call.note(body)
        return body

    async def _whole(self, call: AnyCall) -> Answer | Failure:
        """One attempt, with all of its answer."""
        await self._paced()
        limits = call.begin()
        try:
            outcome = await self._http.send(call.out, limits)
        except BaseException:
            call.note(CANCELLED)
            raise
        call.note(outcome)
        return outcome

    async def _paced(self) -> None:
        """Wait for one's turn, where the client has a RateLimit."""
        limit = self._rate_limit
        if limit is not None and (wait := limit.reserve()) > 0:
            from ..._core.concurrency.primitives import async_sleep

            await async_sleep(wait)

    async def goes_on(self, call: AnyCall, outcome: Answer | Failure) -> bool:
        """Is there another attempt? Waits for it.

        Raises:
            ClientClosed: the client was closed meanwhile, and nothing was changed by this call.
        """
        if isinstance(outcome, Failure) and self._http.closed and (outcome.kind in UNSENT or not call.once):
            raise ClientClosed(call.request.operation.name)
        if not isinstance(outcome, Failure) and outcome.status_code == 401 and self._http.tokens.source is not None:
            from .token_refresh import renewed

            return await renewed(self._http, call)
        wait = call.pause(outcome)
        if wait is not None:
            from ..._core.concurrency.primitives import async_sleep

            await async_sleep(wait)
            if self._http.closed:
                raise ClientClosed(call.request.operation.name)
        return wait is not None
