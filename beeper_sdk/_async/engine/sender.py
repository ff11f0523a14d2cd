"""The one place that sends. What may be repeated, and what a failure means, is decided in `_calls`; nothing is here.

Every call of a client comes through here: of resources, of `raw` and `request`, of pagers, of streams.
"""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from ..._core.calls.call import Call
from ..._core.delivery.sent_log import SENDING
from ..._core.http.outcome import Failure, Limits, server_version
from ..._core.people.identity_cache import TELLING
from ...errors import (
    APIError,
    ClientClosed,
    DeliveryUncertain,
    MissingToken,
    NotFoundError,
    ResponseDecodeError,
    WriteRefused,
)
from .retry_loop import AsyncAttempts

if TYPE_CHECKING:
    from ..._core.calls.alternate_form import AlternateForm
    from ..._core.calls.call import AnyCall
    from ..._core.calls.response import Response
    from ..._core.config.settings import Settings
    from ..._core.diagnostics.recorder import Recorder
    from ..._core.generated import AnyRequest, contract, senders
    from ..._core.http.outcome import Answer
    from ..._transport.adapter import AsyncHttp
    from .pager import AsyncPager
    from .stream import AsyncStream

T = TypeVar("T")
P = TypeVar("P")
REFUSALS = frozenset({400, 404, 405, 422})
"""Statuses that can mean: this app does not know the call, or not in this form."""
MOST_OF_A_REFUSAL = 2**20
"""Bytes of an error's body that are looked at."""


class AsyncRequestSender:
    """Sends the calls of one client."""

    def __init__(self, settings: Settings, http: AsyncHttp) -> None:
        self.settings = settings
        self.http = http
        self.server = http.server
        self.learned = http.learned
        self.attempts = AsyncAttempts(http, settings.rate_limit)
        self._refusal = Limits(None, None, MOST_OF_A_REFUSAL, MOST_OF_A_REFUSAL, settings.retry.deadline)
        self._diagnoses = settings.diagnose != "off"
        self.closed = False
        self._series = os.urandom(3).hex()
        self._numbers = count(1)

    async def send(self, request: contract.Request[T], /) -> T:
        """Send, and give the decoded answer."""
        call = await self.call(request)
        value = self._read(call, await self._answer(call))
        self._notice(call, value)
        return value

    async def exchange(self, request: contract.Request[T]) -> Response[T]:
        """Send, and give the decoded answer with what came around it."""
        call = await self.call(request)
        answer = await self._answer(call)
        from ..._core.calls.response import Response

        headers, value = answer.headers, self._read(call, answer)
        self._notice(call, value)
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

        call = await self.call(request)
        while True:
            body = await self.attempts.opened(call)
            if not isinstance(body, Failure) and call.succeeded(body):
                self.http.tokens.mark_accepted(call.token)
                return AsyncStream(call, body, lambda: self.http.closed)
            outcome = body if isinstance(body, Failure) else await body.read(self._refusal)
            if not await self.attempts.goes_on(call, outcome):
                await self._other_form(call, outcome)
                raise await self._error(call, outcome)

    @property
    def diagnostics(self) -> Recorder:
        """What answers had that this version does not know; the same for all that share the connections."""
        kept = self.http.diagnosed
        if "" not in kept:
            from ..._core.diagnostics.recorder import Recorder

            kept.setdefault("", Recorder(self.settings.diagnose))  # one step, whoever else comes by
        return kept[""]

    def _read(self, call: Call[T], answer: Answer) -> T:
        """The result. What is strange in an answer is noted where that is wanted, or where it cannot be read."""
        looked = self._diagnoses and self.diagnostics.look(call.asked, answer)
        try:
            return call.decode(answer)
        except APIError as error:
            fault = error.__cause__ if isinstance(error, DeliveryUncertain) else error
            if not looked and isinstance(fault, ResponseDecodeError):
                self.diagnostics.unreadable(call.asked.operation.name, fault.path, fault.problem)
            raise

    def _notice(self, call: AnyCall, value: object) -> None:
        """Learn from a result who one is; or what became of a send."""
        name = call.asked.operation.name
        if name in TELLING:
            from ..._core.people.response_observers import READERS

            READERS[name](self.learned, value)
        elif name in SENDING:
            self.http.sends.answered(call.request_id, call.sent_at, value)

    async def _error(self, call: AnyCall, outcome: Answer | Failure) -> APIError:
        """The error of a call that ended without a result; what was learned may be another's after a 401."""
        if isinstance(outcome, Failure):
            return call.error(outcome)
        missing = None
        if outcome.status_code == 401:
            self.learned.clear()
        elif outcome.status_code == 403:
            from .token_refresh import missing_scope

            missing = await missing_scope(self, call)
        return call.error(outcome, worked=self.http.tokens.was_accepted(call.token), missing=missing)

    async def call(self, request: contract.Request[T]) -> Call[T]:
        """A call that may be sent, in the form the server is known to take.

        Raises:
            ClientClosed, WriteRefused, MissingToken: nothing is sent then.
            Exception: whatever the guard raises.
        """
        if self.closed or self.http.closed:
            raise ClientClosed(request.operation.name)
        form = None
        if self.server.older:
            from ..._core.compat import version_table as compat

            form = compat.form(request, self.server)
        return await self._admitted(request, form, f"{self._series}-{next(self._numbers)}")

    async def _admitted(
        self, request: contract.Request[T], form: AlternateForm | None, request_id: str, *, again: bool = False
    ) -> Call[T]:
        """A call, or another form of it, once it passed all that may refuse it."""
        settings, sent = self.settings, request if form is None else form.request
        operation, token = sent.operation, self.http.tokens.current
        if settings.read_only and operation.effect != "read":
            raise WriteRefused(operation.name)
        asked_for = token is None and operation.auth != "none" and self.http.tokens.source is not None
        if token is None and operation.auth == "required" and not asked_for:
            raise MissingToken(operation.name)
        if settings.guard is not None:
            from .guard import admit

            await admit(self, sent, again=again)
        if asked_for:
            from .token_refresh import ask

            token = await ask(self.http, None)
            if token is None and operation.auth == "required":
                raise MissingToken(operation.name)
        token = None if operation.auth == "none" else token
        if operation.name in SENDING:
            self.http.sends.begun(request_id, request)
        return Call(request, settings, self.http.agent, request_id, token, form)

    async def _answer(self, call: Call[T]) -> Answer:
        """The answer of success, after as many attempts as the call may have, in another form if need be."""
        outcome = await self.attempts.outcome(call)
        if isinstance(outcome, Failure) or not call.succeeded(outcome):
            form = await self._other_form(call, outcome)
            if form is None:
                error = await self._error(call, outcome)
                self.http.sends.failed(call.request_id, call.sent_at, error)
                raise error
            return await self._answer(await self._admitted(call.asked, form, call.request_id, again=True))
        if not self.server.settled:
            self._heard(call, outcome)
        if call.form is not None and call.form.follow is not None:
            return await self._followed(call, call.form.follow(outcome))
        return outcome

    def _heard(self, call: AnyCall, answer: Answer) -> None:
        """Learn from an answer of success; one that ignored what an older app does not know is none."""
        before = self.server.older
        self.server.heard(call.request.path, answer)
        if self.server.older and not before and call.request.operation.effect == "read":
            from ..._core.compat import version_table as compat

            compat.form(call.asked, self.server)

    async def _other_form(self, call: AnyCall, outcome: Answer | Failure) -> AlternateForm | None:
        """The form to send a refused call in. Where the refusal does not tell what the server is, it is asked, once.

        Raises:
            NotSupportedByServer: the refusal means that.
        """
        if isinstance(outcome, Failure) or outcome.status_code not in REFUSALS:
            return None
        from ..._core.compat import version_table as compat

        server = self.server
        server.heard(call.request.path, outcome)
        if call.form is not None:
            return compat.form_anew(call.asked, call.form, outcome.status_code, server)
        if self.settings.has_token and compat.worth_asking(call.asked, outcome, server):
            await self.ask()
        return compat.form_after(call.asked, outcome.status_code, server)

    async def ask(self) -> APIError | None:
        """Learn which generation the server is of, by its accounts in v1 and then in v0; at most these two requests.

        Gives the error of the last one where neither tells.
        """
        from ..._core.generated import api

        self.server.asked = True
        error = await self._asked(api.accounts.list())
        if isinstance(error, NotFoundError):
            error = await self._asked(api.v0.get_accounts())
        return error

    async def _asked(self, request: AnyRequest) -> APIError | None:
        """Send it, and learn from its answer. Gives the error where that tells nothing."""
        call = await self.call(request)
        outcome = await self.attempts.outcome(call)
        if not isinstance(outcome, Failure):
            self.server.answered(request.path, outcome)
        return call.error(outcome) if self.server.generation is None else None

    async def _followed(self, call: Call[T], form: AlternateForm) -> Answer:
        """The answer of a second call, which tells what the first did. Where it fails, that happened all the same."""
        second = await self._admitted(call.asked, form, call.request_id, again=True)
        outcome = await self.attempts.outcome(second)
        if isinstance(outcome, Failure) or not second.succeeded(outcome):
            raise call.or_uncertain(second.error(outcome))
        return outcome
