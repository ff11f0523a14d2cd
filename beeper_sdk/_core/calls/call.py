"""One call from its checks to its verdict, without I/O: what is sent, whether again, and which error it ends in.

The sender drives a `Call`: it sends ``http_request``, records how each attempt ended, and waits for `retry_delay`.
Every rule about retries, certainty and logging is here.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from time import monotonic, time
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from ...errors import APIError, DeliveryUncertain, ResponseDecodeError
from ...errors._context import CallInfo
from ..config.settings import Settings
from ..generated import AnyRequest, base, contract
from ..http.outcome import NOT_SENT, HttpResponse, ReadLimits, ResponseHead, TransportFailure
from ..util.log import logger
from .request_encoding import HttpRequest, encode_request, fingerprint

if TYPE_CHECKING:
    from ...hooks import Attempt, Result
    from .alternate_form import AlternateForm

T = TypeVar("T")
AMBIGUOUS_STATUSES = frozenset({404, 408})
"""Besides 500 and above: statuses that were seen to answer a send that had happened (traps.md row 1)."""


class Call(Generic[T]):
    """One call of one operation, over all its attempts."""

    def __init__(
        self,
        request: contract.Request[T],
        settings: Settings,
        agent: str,
        request_id: str,
        form: AlternateForm | None = None,
        first: Call[T] | None = None,
    ) -> None:
        """One call.

        Args:
            request: what was asked for; its decoder reads the response.
            settings: of the client.
            agent: the User-Agent.
            request_id: for logs, hooks and errors.
            form: the form it takes in an older app. That is what is sent, and turns the response into today's shape.
            first: the call that did what was asked for, where this one only reads what came of it.
        """
        self.original_request = request
        self.request: AnyRequest = request if form is None else form.request
        self.form = form
        self.first = first
        self.settings = settings
        self.agent = agent
        self.token: str | None = None
        self.request_id = request_id
        self.attempt = 0
        self.sent_at = 0.0
        self.token_replaced = False
        """Did it get another token after a 401?"""
        self.once = self.request.operation.effect == "once"
        self.http_request: HttpRequest
        self._shown: Attempt | None = None
        self._ended: Result | None = None
        self._begun = self._tried = monotonic()

    def use_token(self, token: str | None) -> None:
        """Encode the request with this token; None sends none."""
        self.token = token
        self.http_request = encode_request(self.request, self.settings, self.agent, token)

    def replace_token(self, token: str) -> None:
        """Go on with another token after a 401."""
        self.token_replaced = True
        self.use_token(token)

    def start_attempt(self) -> ReadLimits:
        """A new attempt begins. What it may take.

        What must not happen twice has no deadline but for reading its answer, once that has begun: to give up sooner
        would only lose what happened. A file, which may be long, has none; each step of the server is waited for no
        longer than the time-out."""
        self.attempt += 1
        self._tried = monotonic()
        self.sent_at = time()
        settings = self.settings
        seconds, deadline, until = settings.timeout, settings.retry.deadline, None
        if deadline is not None and not self.once:
            until = self._begun + deadline
            left = max(0.001, until - self._tried)
            seconds = left if seconds is None else min(seconds, left)
        self._shown = self._ended = None
        if settings.hooks:
            self._tell_request()
        most = settings.max_response_bytes
        if self.request.operation.stream:
            return ReadLimits(seconds, packed=most)
        return ReadLimits(seconds, until, most, most, deadline if self.once else None)

    def _tell_request(self) -> None:
        from . import hook_dispatch

        self._shown = self._attempt_shown()
        hook_dispatch.tell_request(self.settings.hooks, self._shown)

    def _attempt_shown(self) -> Attempt:
        from . import hook_dispatch

        request, sent = self.request, self.http_request
        return hook_dispatch.attempt(request, sent, self.settings.base_url, self.request_id, self.attempt)

    def is_success(self, answer: ResponseHead) -> bool:
        """Is this an answer with a result? (304 tells that a file has not changed.)"""
        status = answer.status_code
        return 200 <= status < 300 or (status == 304 and self.request.operation.stream)

    def retry_delay(self, outcome: HttpResponse | TransportFailure) -> float | None:
        """Seconds to wait before the next attempt; None when this one was the last."""
        from .retry import decided, may_follow, pause, within  # needed only after a failure

        operation, policy = self.request.operation, self.settings.retry
        elapsed = monotonic() - self._begun
        wait = pause(policy, self.once, operation.final, outcome, self.attempt, elapsed, time())
        if policy.decide is not None and may_follow(policy, self.once, outcome, self.attempt):
            wait = decided(policy.decide, *self._showable(outcome), wait)
            wait = None if wait is None else within(policy, wait, elapsed)
        if wait is not None:
            logger.info("%s: trying again in %.2f s", operation.name, wait)
            if self.settings.hooks:
                from . import hook_dispatch

                hook_dispatch.tell_retry(self.settings.hooks, *self._showable(outcome), wait)
        return wait

    def _showable(self, outcome: ResponseHead | TransportFailure) -> tuple[Attempt, Result]:
        """The attempt and how it ended, as hooks see them."""
        from . import hook_dispatch

        if self._shown is None:
            self._shown = self._attempt_shown()
        if self._ended is None:
            self._ended = hook_dispatch.result(outcome, monotonic() - self._tried)
        return self._shown, self._ended

    def record_outcome(self, outcome: ResponseHead | TransportFailure) -> None:
        """Log how an attempt ended, and tell the hooks."""
        if logger.isEnabledFor(logging.DEBUG):
            operation, spent = self.request.operation, (monotonic() - self._tried) * 1000
            ended = outcome.kind if isinstance(outcome, TransportFailure) else outcome.status_code
            line = "%s %s %s %s in %.0f ms (request %s, attempt %d, %s bytes sent, %s received)"
            names = (operation.name, operation.method, operation.template)
            sizes = ("?" if self.http_request.multipart else len(self.http_request.content or b""), _size(outcome))
            logger.debug(line, *names, ended, spent, self.request_id, self.attempt, *sizes)
        if self.settings.hooks:
            from . import hook_dispatch

            hook_dispatch.tell_response(self.settings.hooks, *self._showable(outcome))

    def error(
        self, outcome: HttpResponse | TransportFailure, worked: bool = False, missing: str | None = None
    ) -> APIError:
        """The error of a call that ended without a result; see `error_mapping`."""
        from . import error_mapping as verdicts  # with all it needs only for errors

        if isinstance(outcome, TransportFailure):
            error = verdicts.failed(self.info, outcome, self.settings)
            untold = outcome.kind not in NOT_SENT
        else:
            error = verdicts.refused(self.info, outcome, worked, missing)
            untold = outcome.status_code >= 500 or outcome.status_code in AMBIGUOUS_STATUSES
        return self.wrap_uncertain(error) if untold or self.first is not None else error

    def decode(self, answer: HttpResponse) -> T:
        """The result. Raises ResponseDecodeError, or DeliveryUncertain for what must not be repeated."""
        strict = self.settings.strict
        try:
            value = self.original_request.decode(answer, strict=strict)
            if strict:
                from ..diagnostics.schema_check import refuse_unknown

                refuse_unknown(self.original_request, answer)
        except base.DecodeError as fault:
            path, problem = fault.path, fault.problem
        except RecursionError:
            path, problem = "$", "is nested too deeply"
        else:
            return value
        from .error_mapping import answer_info

        # raised out here, so that no exception that holds the answer hangs on to it
        raise self.wrap_uncertain(ResponseDecodeError(self.info, answer_info(answer), path, problem))

    def wrap_uncertain(self, error: APIError) -> APIError:
        """The error itself; for a call that must not be sent twice DeliveryUncertain, with the error as its cause."""
        if self.first is not None:
            return self.first.wrap_uncertain(error)
        if not self.once:
            return error
        from .error_mapping import in_short

        sent = datetime.fromtimestamp(self.sent_at, UTC)
        doubt = DeliveryUncertain(self.info, fingerprint(self.http_request), sent, in_short(error), self.request)
        doubt.__cause__ = error
        return doubt

    @property
    def info(self) -> CallInfo:
        """What errors keep of this call."""
        operation = self.request.operation
        return CallInfo(operation.name, operation.method, operation.template, self.request_id, self.attempt)


def _size(outcome: ResponseHead | TransportFailure) -> int | str:
    if isinstance(outcome, TransportFailure):
        return outcome.received
    return len(outcome.content) if isinstance(outcome, HttpResponse) else "?"


AnyCall: TypeAlias = Call[Any]
