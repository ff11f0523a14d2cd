"""One call over all its attempts, without I/O: the sender sends ``http_request``, records the outcome of each attempt,
and waits for `retry_delay`. This module decides when the result of a call is uncertain."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from time import monotonic, time
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from ...errors import APIError, DeliveryUncertain, ResponseDecodeError
from ...errors._context import CallInfo
from ..config.settings import Settings
from ..delivery import moments
from ..delivery.moments import Moment
from ..generated import AnyRequest, base, contract
from ..http.outcome import HttpResponse, ReadLimits, ResponseHead, TransportFailure
from ..util.log import DEBUG, INFO, is_logged, log
from .request_encoding import HttpRequest, encode_request, fingerprint
from .response import FLAGS, LISTS, reports_failure

if TYPE_CHECKING:
    from ...hooks import Attempt, Result
    from .alternate_form import AlternateForm
    from .error_mapping import Cause

T = TypeVar("T")
AMBIGUOUS_STATUSES = frozenset({302, 303, 404, 408, 499})
"""Besides 500 and above. Apps were observed to send 404 and 408 for messages that had been sent; servers redirect with
302 and 303 after they carried out a request, and proxies send 499 if they did not wait for its response."""
MAX_IDLE_ONCE = 1.0
"""Maximum seconds that a connection may have been idle to be used for a call that is not repeated: the server may close
it at that moment, and then it is unknown whether the call was carried out."""
_IDS = ("id", "chatID", "pendingMessageID", "uploadID", "loginSessionID", "room_id", "client_id", "access_token")


class Call(Generic[T]):
    """One call of one operation, over all its attempts."""

    def __init__(
        self,
        request: contract.Request[T],
        settings: Settings,
        user_agent: str,
        request_id: str,
        form: AlternateForm | None = None,
        follow_up_of: Call[T] | None = None,
    ) -> None:
        """`request` is as the user made it, and its decoder reads the response. `form`, for an older app, is sent
        instead, and converts the response. `follow_up_of` is the call that had the effect, if this one only reads the
        result."""
        self.original_request: contract.Request[T] = request
        self.request: AnyRequest = request if form is None else form.request
        self.form: AlternateForm | None = form
        self.follow_up_of: Call[T] | None = follow_up_of
        self.settings: Settings = settings
        self.user_agent: str = user_agent
        self.token: str | None = None
        self.request_id: str = request_id
        self.attempt: int = 0
        self.sent_at: Moment = Moment(0.0)
        self.outcome: ResponseHead | TransportFailure | None = None
        """The outcome of the most recent attempt; None while it runs."""
        self.unreadable: dict[tuple[str, str], int] = {}
        """How many parts of the result could not be read, by their JSON path without indexes and the problem."""
        self.has_other_ids: bool = False
        """Whether the result has other IDs than the request: it may be the response to another call."""
        self.token_replaced: bool = False
        """Whether the token was replaced after a 401. This is done once per call, or a bad token source would loop."""
        self.once: bool = self.request.operation.effect == "once"
        self.http_request: HttpRequest
        self._attempt_info: Attempt | None = None
        self._result_info: Result | None = None
        self._started_at = self._attempt_started_at = 0.0

    def use_token(self, token: str | None) -> None:
        """Encode the request with a token; None sends no token.

        The deadline starts here, because a guard or a token source may have waited for a person before."""
        self._started_at = monotonic()
        self.token = token
        self.http_request = encode_request(self.request, self.settings, self.user_agent, token)

    def replace_token(self, token: str) -> None:
        """Use another token after a 401. The deadline of the call does not start again."""
        started_at = self._started_at
        self.use_token(token)
        self.token_replaced, self._started_at = True, started_at

    def add_waiting(self, seconds: float) -> None:
        """Move the start of the deadline: the call waited for its turn in this client, not for the server."""
        self._started_at += seconds

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the deadline; None without a deadline."""
        deadline = self.settings.retry.deadline
        return None if deadline is None else max(0.0, self._started_at + deadline - monotonic())

    def start_attempt(self) -> ReadLimits:
        """Start an attempt, and return its limits: the timeout of each single wait, and the deadline of the whole call.

        If the call must not be repeated, the deadline applies to reading the body only: giving up earlier would leave
        the result unknown. A stream has no deadline, because files may be large."""
        self.attempt += 1
        self._attempt_started_at = monotonic()
        # Not by `current_moment`: each call pays for this.
        self.sent_at, self.outcome = Moment(moments.wall_clock(), moments.steady_clock()), None
        settings = self.settings
        seconds, deadline, deadline_at = settings.timeout, settings.retry.deadline, None
        if deadline is not None and not self.once:
            deadline_at = self._started_at + deadline
            # Above 0: settimeout(0) would make the socket non-blocking.
            remaining = max(0.001, deadline_at - self._attempt_started_at)
            seconds = remaining if seconds is None else min(seconds, remaining)
        self._attempt_info = self._result_info = None
        if settings.hooks:
            self._notify_request()
        max_bytes = settings.max_response_bytes
        if self.request.operation.stream:
            return ReadLimits(seconds, max_decoded_bytes=max_bytes)
        if self.once:
            return ReadLimits(seconds, None, max_bytes, max_bytes, deadline, MAX_IDLE_ONCE)
        return ReadLimits(seconds, deadline_at, max_bytes, max_bytes)

    def _notify_request(self) -> None:
        from . import hook_dispatch

        self._attempt_info = self._make_attempt_info()
        hook_dispatch.notify_request(self.settings.hooks, self._attempt_info)

    def _make_attempt_info(self) -> Attempt:
        from . import hook_dispatch

        request, sent = self.request, self.http_request
        return hook_dispatch.attempt_info(request, sent, self.settings.base_url, self.request_id, self.attempt)

    def is_success(self, answer: ResponseHead) -> bool:
        """Whether a response is a success. For streams, 304 (not modified) and 101 (another protocol) are, too."""
        operation = self.request.operation
        if not 200 <= answer.status_code < 300:
            return answer.status_code in (101, 304) and operation.stream
        if not isinstance(answer, HttpResponse) or operation.stream or answer.content.startswith(LISTS):
            return True
        content = answer.content
        success, error, message = FLAGS  # not any(): this runs for each response
        is_flagged = success in content or error in content or message in content
        return not (is_flagged and reports_failure(content, operation, self.original_request.operation.decoder))

    def retry_delay(self, outcome: HttpResponse | TransportFailure) -> float | None:
        """Seconds to wait before the next attempt; None if the call is not retried."""
        from . import retry  # needed only after a failure

        if not self.can_repeat:
            return None
        operation, policy = self.request.operation, self.settings.retry
        elapsed = monotonic() - self._started_at
        wait = retry.retry_delay(policy, self.once, operation.final, outcome, self.attempt, elapsed, time())
        if policy.decide is not None and retry.is_retryable(policy, self.once, outcome, self.attempt):
            wait = retry.apply_override(policy.decide, *self._hook_arguments(outcome), wait)
            wait = None if wait is None else retry.before_deadline(policy, wait, elapsed)
        if wait is not None:
            log(INFO, "%s: retrying in %.2f s", operation.name, wait)
            if self.settings.hooks:
                from . import hook_dispatch

                hook_dispatch.notify_retry(self.settings.hooks, *self._hook_arguments(outcome), wait)
        return wait

    def _hook_arguments(self, outcome: ResponseHead | TransportFailure) -> tuple[Attempt, Result]:
        """The attempt and its result, as passed to hooks."""
        from . import hook_dispatch

        if self._attempt_info is None:
            self._attempt_info = self._make_attempt_info()
        if self._result_info is None:
            self._result_info = hook_dispatch.result_info(outcome, monotonic() - self._attempt_started_at)
        return self._attempt_info, self._result_info

    def record_outcome(self, outcome: ResponseHead | TransportFailure) -> None:
        """Log the outcome of an attempt, and call the hooks."""
        self.outcome = outcome
        self._started_at += self.http_request.queued  # like `add_waiting`
        if is_logged(DEBUG):
            operation, spent = self.request.operation, (monotonic() - self._attempt_started_at) * 1000
            ended = outcome.kind if isinstance(outcome, TransportFailure) else outcome.status_code
            line = "%s %s %s %s in %.0f ms (request %s, attempt %d, %s bytes sent, %s received)"
            names = (operation.name, operation.method, operation.template)
            sizes = ("?" if self.http_request.multipart else len(self.http_request.content or b""), _size(outcome))
            log(DEBUG, line, *names, ended, spent, self.request_id, self.attempt, *sizes)
        if self.settings.hooks:
            from . import hook_dispatch

            hook_dispatch.notify_response(self.settings.hooks, *self._hook_arguments(outcome))

    def error(self, outcome: HttpResponse | TransportFailure, cause: Cause | None = None) -> APIError:
        """The error of a failed call; see `error_mapping`. `cause` may show that the call had no effect."""
        from . import error_mapping  # imports all error classes: needed only after a failure

        cause = cause or error_mapping.Cause()

        if isinstance(outcome, TransportFailure):
            error = error_mapping.connection_error(self.info, outcome, self.settings)
            uncertain = not outcome.is_unsent
        else:
            error = error_mapping.status_error(self.info, outcome, self.settings, self.token, cause)
            status = outcome.status_code
            ambiguous = status >= 500 or status in AMBIGUOUS_STATUSES or error_mapping.is_ambiguous(self.info, outcome)
            uncertain = ambiguous and cause.not_done is None
        return self.wrap_uncertain(error, cause) if uncertain or self.follow_up_of is not None else error

    def decode(self, answer: HttpResponse) -> T:
        """The result. Raises ResponseDecodeError, or DeliveryUncertain for a call that must not be repeated."""
        strict = self.settings.strict
        try:
            value = self.original_request.decode(answer, strict=strict, report=self._report)
            if strict:
                from ..diagnostics.schema_check import refuse_unknown

                refuse_unknown(self.original_request, answer)
        except base.DecodeError as decode_error:
            path, problem = decode_error.path, decode_error.problem
        except Exception as error:  # noqa: BLE001 - the call was made: no response may hide that by another error
            path, problem = "$", f"could not be decoded ({type(error).__name__})"
        else:
            missing = _missing_id(value) if self.once else None
            if missing is None:
                return value
            path, problem = f"$.{missing}", "expected a non-empty string"
        # The call was made, but its result cannot be read: for a send that is uncertain, not failed.
        # Raised outside of `except`: the decoder's exception holds the response, and would be the __context__ of ours.
        raise self.unusable(answer, path, problem)

    def unusable(self, answer: HttpResponse, path: str, problem: str) -> APIError:
        """The error for a successful response whose result cannot be read."""
        from .error_mapping import answer_info

        return self.wrap_uncertain(ResponseDecodeError(self.info, answer_info(answer), path, problem))

    def _report(self, path: str, problem: str) -> None:
        key = re.sub(r"\[\d+\]", "[]", path), problem
        self.unreadable[key] = self.unreadable.get(key, 0) + 1

    def wrap_uncertain(self, error: APIError, cause: Cause | None = None) -> APIError:
        """The error; for a call that must not be repeated, a DeliveryUncertain with the error as its cause."""
        if self.follow_up_of is not None:
            return self.follow_up_of.wrap_uncertain(error, cause)
        if not self.once:
            return error
        from .error_mapping import Cause, summary

        uncertain = self.uncertain(summary(error, self.settings, cause or Cause()))
        uncertain.__cause__ = error
        return uncertain

    def uncertain(self, what: str) -> DeliveryUncertain:
        """The error of a call that may have succeeded. `what` happened."""
        from ..delivery.operations import next_step

        sent_at, digest = datetime.fromtimestamp(self.sent_at.wall, UTC), fingerprint(self.http_request)
        error = DeliveryUncertain(self.info, digest, sent_at, what, next_step(self.info.operation), self.request)
        error._moment = self.sent_at  # noqa: SLF001  # stored for `messages.check`
        return error

    @property
    def can_repeat(self) -> bool:
        """Whether the body can be sent again, or was not sent yet: a pipe can only be read once."""
        body = self.request.body
        return not isinstance(body, contract.MultipartBody) or body.can_repeat

    @property
    def info(self) -> CallInfo:
        """The description of this call that errors hold."""
        operation = self.request.operation
        return CallInfo(operation.name, operation.method, operation.template, self.request_id, self.attempt)


def _missing_id(value: object) -> str | None:
    """The JSON name of an ID that a result is documented to have and lacks, unless it says ``success: false`` (v0)."""
    if not isinstance(value, base.Model) or getattr(value, "success", None) is False:
        return None
    names = base.attribute_names(type(value))
    ids = ((name, getattr(value, names[name])) for name in _IDS if name in names)
    return next((name for name, found in ids if not isinstance(found, str) or not found), None)


def _size(outcome: ResponseHead | TransportFailure) -> int | str:
    if isinstance(outcome, TransportFailure):
        return outcome.received
    return len(outcome.content) if isinstance(outcome, HttpResponse) else "?"


AnyCall: TypeAlias = Call[Any]
