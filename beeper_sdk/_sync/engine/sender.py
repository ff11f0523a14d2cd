# @generated


from __future__ import annotations

import os
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Literal, TypeVar, overload
from urllib.parse import unquote

from ..._core.calls.call import Call
from ..._core.calls.response import Response
from ..._core.client_state import ARGUMENT_CHECKS, ID_CHECKS, OBSERVERS
from ..._core.delivery.operations import CHECKED
from ..._core.http.outcome import HttpResponse, ReadLimits, TransportFailure, server_version
from ..._core.util.override import override
from ...errors import (
    APIError,
    ClientClosed,
    DeliveryUncertain,
    MissingToken,
    ResponseDecodeError,
    WriteRefused,
)

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.client_state import ClientState
    from ..._core.config.settings import Settings
    from ..._core.generated import AnyRequest, contract, senders
    from ..._transport._sync.protocol import Body, Transport
    from .pager import Pager
    from .stream import Stream

T = TypeVar("T")
P = TypeVar("P")
_unquoted = lru_cache(256)(unquote)  # a program reads the same chats again and again
CANCELLED = TransportFailure("cancelled")
MAX_ERROR_BYTES = 2**20


class RequestSender:
    def __init__(self, settings: Settings, http: Transport, state: ClientState) -> None:
        self.settings: Settings = settings
        self.http: Transport = http
        self.state: ClientState = state
        self.closed: bool = False
        self._error_limits = ReadLimits(None, None, MAX_ERROR_BYTES, MAX_ERROR_BYTES, settings.retry.deadline)
        self._id_prefix = os.urandom(3).hex()
        self._id_counter = count(1)

    @override
    def __str__(self) -> str:
        return f"Beeper {self.settings.base_url}"

    def send(self, request: contract.Request[T], /) -> T:
        if request.matches_nothing and not self.closed:
            return request.nothing()
        call, answer = self.execute(request)
        try:  # a send that is interrupted here was made
            return (self._checked_result(call, answer))[2]
        except BaseException as error:
            self._record_end(call, error)
            raise

    def raw(self, request: contract.Request[T]) -> Response[T]:
        call, answer = self.execute(request)
        try:
            made, answer, value = self._checked_result(call, answer)
            headers = answer.headers
            return Response(answer.status_code, value, headers, server_version(headers), made.request_id)
        except BaseException as error:
            self._record_end(call, error)
            raise

    def _checked_result(self, call: Call[T], answer: HttpResponse) -> tuple[Call[T], HttpResponse, T]:
        value = self.result(call, answer)
        if call.has_other_ids and not self.http.may_be_mocked:  # a mock may have one response for all requests
            from .id_recheck import recheck_ids

            return recheck_ids(self, call, answer, value)
        return call, answer, value

    def open(self, request: AnyRequest) -> Stream:
        from .stream import Stream

        call, body = self.execute(request, stream=True)
        return Stream(call, body, lambda: self.http.closed)

    def paginate(
        self, request: contract.Request[P], rule: senders.PageRule[P, T], resume: str | None, /
    ) -> Pager[P, T]:
        from ..._core.paging.listing import PlainListing
        from .pager import Pager

        return Pager(self.send, PlainListing(request, rule, resume))

    @overload
    def execute(
        self,
        request: contract.Request[T],
        *,
        stream: Literal[False] = False,
        alternate: bool = True,
        retry: bool = True,
    ) -> tuple[Call[T], HttpResponse]: ...
    @overload
    def execute(
        self, request: contract.Request[T], *, stream: Literal[True], alternate: bool = True, retry: bool = True
    ) -> tuple[Call[T], Body]: ...
    def execute(
        self, request: contract.Request[T], *, stream: bool = False, alternate: bool = True, retry: bool = True
    ) -> tuple[Call[T], HttpResponse | Body]:
        call = self.prepare(request)
        try:
            self.authorize(call)
            while True:
                outcome = self.attempt(call, stream=stream)
                if not isinstance(outcome, HttpResponse | TransportFailure):
                    return call, outcome
                if isinstance(outcome, TransportFailure) or not call.is_success(outcome):
                    from .next_attempt import next_try

                    if not retry:
                        raise call.error(outcome)
                    call = next_try(self, call, outcome, alternate=alternate)
                    continue
                if self.state.server.age != "current":  # a current app does not become older: nothing more to learn
                    self._observe_server(call, outcome)
                if call.form is None or call.form.next_call is None or (form := call.form.next_call(outcome)) is None:
                    return call, outcome
                from .next_attempt import follow_up

                return follow_up(self, call, outcome, form)
        except BaseException as error:  # also a cancellation: the call may have succeeded
            self._record_end(call, error)
            raise

    def _record_end(self, call: AnyCall, error: BaseException) -> None:
        if call.once or call.follow_up_of is not None:
            from ..._core.calls.interruption import record_end

            record_end(self.state.sent, call, error)

    def prepare(self, request: contract.Request[T]) -> Call[T]:
        if self.closed or self.http.closed:
            raise ClientClosed(request.operation.name)
        if request.matches_nothing:  # the server would ignore the empty list and return everything
            raise ValueError(f"{request.operation.name} has an empty list of what to return: there is no response")
        check = ARGUMENT_CHECKS.get(request.operation.name)
        if check is not None:
            check(request)
        form = None
        if self.state.server.age == "older":
            from ..._core.compat import version_table

            form = version_table.form(request, self.state.server)
        return Call(request, self.settings, self.http.user_agent, f"{self._id_prefix}-{next(self._id_counter)}", form)

    def authorize(self, call: AnyCall, *, again: bool = False) -> None:
        operation, tokens, token = call.request.operation, self.state.tokens, self.state.tokens.current
        if self.settings.read_only:
            from ...guards._targets import is_refused_when_read_only

            if is_refused_when_read_only(call.request):
                raise WriteRefused(operation.name)
        needs_fetch = token is None and operation.auth != "none" and tokens.source is not None
        if token is None and operation.auth == "required" and not needs_fetch:
            raise MissingToken(operation.name, is_blank=self.settings.credentials.is_blank)
        if self.settings.guard is not None:
            from .guard_check import check_guard

            check_guard(self, call.request, again=again)
        if needs_fetch:
            from .token_refresh import fetch_token

            token = fetch_token(self.state, call, None, self.settings.retry.deadline)
            if token is None and operation.auth == "required":
                raise MissingToken(operation.name)
        call.use_token(None if operation.auth == "none" else token)
        if operation.name in CHECKED:
            size = len(call.http_request.content or b"")
            self.state.sent.record_start(call.request_id, call.original_request, size)

    def attempt(self, call: AnyCall, *, stream: bool) -> HttpResponse | Body | TransportFailure:
        if self.settings.rate_limit is not None:
            from .turns import wait_for_turn

            wait_for_turn(self.settings.rate_limit, call)
        limits = call.start_attempt()
        outcome: HttpResponse | Body | TransportFailure
        try:
            outcome = (self.http.open if stream else self.http.send)(call.http_request, limits)
        except BaseException:  # cancellation: hooks are still called, or metrics would miss the attempt
            call.record_outcome(CANCELLED)
            raise
        call.record_outcome(outcome)
        if isinstance(outcome, TransportFailure):
            return outcome
        if call.form is not None and isinstance(outcome, HttpResponse):
            outcome = call.form.convert_response(outcome)
        if call.token != self.state.tokens.accepted and call.is_success(outcome):
            self.state.tokens.mark_accepted(call.token)
        if isinstance(outcome, HttpResponse) or call.is_success(outcome):
            return outcome
        return outcome.read(self._error_limits)

    def _observe_server(self, call: AnyCall, answer: HttpResponse) -> None:
        server = self.state.server
        previous_age = server.age
        server.update_from_response(call.request.path, answer)
        if server.age == "older" != previous_age and call.request.operation.effect == "read":
            from ..._core.compat import version_table

            version_table.form(call.original_request, server, call.request_id)

    def result(self, call: Call[T], answer: HttpResponse) -> T:
        recorded = self.settings.diagnose != "off" and self.state.recorder.check(call.original_request, answer)
        try:
            value = call.decode(answer)
        except APIError as error:
            decode_error = error.__cause__ if isinstance(error, DeliveryUncertain) else error
            if not recorded and isinstance(decode_error, ResponseDecodeError):
                name = call.original_request.operation.name
                self.state.recorder.record_decode_error(name, decode_error.path, decode_error.problem)
            raise
        if call.unreadable and not recorded:
            self.state.recorder.record_unreadable(call.original_request.operation.name, call.unreadable)
        observer = OBSERVERS.get(call.original_request.operation.name)
        if observer is not None:
            observer(self.state, call, value)
        check = ID_CHECKS.get(call.original_request.operation.name)
        if check is not None:
            call.has_other_ids = check(_unquoted(call.original_request.path.split("/")[3]), value)
        return value
