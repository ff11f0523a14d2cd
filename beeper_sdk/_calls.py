"""One call from its checks to its verdict, without I/O: what is sent, whether again, and which error it ends in.

The senders of both worlds drive a `Call`: they send ``call.out``, tell it how each attempt ended, and wait as it
says. Every rule about repeating, certainty and logging is here.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from time import monotonic, time
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from ._api import AnyRequest, base, contract
from ._facts import CallInfo
from ._log import logger
from ._outcomes import UNSENT, Answer, Failure
from ._wire import fingerprint, outgoing
from .config import Settings
from .errors import APIError, DeliveryUncertain, MissingToken, ResponseDecodeError, WriteRefused
from .retry import pause

if TYPE_CHECKING:
    from ._older import Form

T = TypeVar("T")
UNTOLD = frozenset({404, 408})
"""Besides 500 and above: statuses that were seen to answer a send that had happened (traps.md row 1)."""


class Headed(Protocol):
    """An answer, its body read or not."""

    @property
    def status_code(self) -> int: ...


class Call(Generic[T]):
    """One call of one operation, over all its attempts."""

    def __init__(
        self, request: contract.Request[T], settings: Settings, agent: str, request_id: str, form: Form | None = None
    ) -> None:
        """Raises WriteRefused, MissingToken, and whatever the guard raises: nothing is sent then.

        With a form, that is what is sent and looked at, and its answer is decoded as that of the request."""
        sent: AnyRequest = request if form is None else form.request
        operation = sent.operation
        if settings.read_only and operation.effect != "read":
            raise WriteRefused(operation.name)
        if settings.access_token is None and operation.auth == "required":
            raise MissingToken(operation.name)
        if settings.guard is not None:
            settings.guard.check(sent)
        self.asked = request
        self.request = sent
        self.form = form
        self.settings = settings
        self.agent = agent
        self.out = outgoing(sent, settings, agent)
        self.request_id = request_id
        self.attempt = 0
        self.sent_at = 0.0
        self._begun = self._tried = monotonic()

    def again(self, form: Form) -> Call[T]:
        """The same call in another form. Raises whatever the guard raises."""
        return Call(self.asked, self.settings, self.agent, self.request_id, form)

    def begin(self) -> float | None:
        """A new attempt begins. Seconds it may wait for the server; None for no limit."""
        self.attempt += 1
        self._tried = monotonic()
        self.sent_at = self.sent_at or time()
        limit, deadline = self.settings.timeout, self.settings.retry.deadline
        if deadline is None or self.request.operation.effect == "once":
            return limit
        left = max(0.001, deadline - (self._tried - self._begun))
        return left if limit is None else min(limit, left)

    def succeeded(self, answer: Headed) -> bool:
        """Is this an answer with a result? (304 tells that a file has not changed.)"""
        status = answer.status_code
        return 200 <= status < 300 or (status == 304 and self.request.operation.stream)

    def pause(self, outcome: Answer | Failure) -> float | None:
        """Seconds to wait before the next attempt; None when this one was the last."""
        operation = self.request.operation
        wait = pause(
            self.settings.retry,
            operation.effect != "once",
            operation.final,
            outcome,
            self.attempt,
            monotonic() - self._begun,
            time(),
        )
        if wait is not None:
            logger.info("%s: trying again in %.2f s", operation.name, wait)
        return wait

    def note(self, outcome: Headed | Failure) -> None:
        """Log how an attempt ended."""
        if logger.isEnabledFor(logging.DEBUG):
            operation, spent = self.request.operation, (monotonic() - self._tried) * 1000
            ended = outcome.kind if isinstance(outcome, Failure) else outcome.status_code
            line = "%s %s %s %s in %.0f ms (request %s, attempt %d)"
            names = (operation.name, operation.method, operation.template)
            logger.debug(line, *names, ended, spent, self.request_id, self.attempt)

    def error(self, outcome: Answer | Failure) -> APIError:
        """The error of a call that ended without a result."""
        from . import _verdicts as verdicts  # with all it needs only for errors

        if isinstance(outcome, Failure):
            error = verdicts.failed(self.info, outcome, self.settings)
            untold = outcome.kind not in UNSENT
        else:
            error = verdicts.refused(self.info, outcome)
            untold = outcome.status_code >= 500 or outcome.status_code in UNTOLD
        return self.or_uncertain(error) if untold else error

    def decode(self, answer: Answer) -> T:
        """The result. Raises ResponseDecodeError, or DeliveryUncertain for what must not be repeated."""
        try:
            return self.asked.decode(answer, strict=self.settings.strict)
        except base.DecodeError as fault:
            path, problem = fault.path, fault.problem
        except RecursionError:
            path, problem = "$", "is nested too deeply"
        from ._verdicts import answer_info

        # raised out here, so that no exception that holds the answer hangs on to it
        raise self.or_uncertain(ResponseDecodeError(self.info, answer_info(answer), path, problem))

    def or_uncertain(self, error: APIError) -> APIError:
        """The error itself, or for what must not be sent twice the doubt, with the error as its cause."""
        if self.request.operation.effect != "once":
            return error
        from ._verdicts import in_short

        sent = datetime.fromtimestamp(self.sent_at, UTC)
        doubt = DeliveryUncertain(self.info, fingerprint(self.out), sent, in_short(error))
        doubt.__cause__ = error
        return doubt

    @property
    def info(self) -> CallInfo:
        """What errors keep of this call."""
        operation = self.request.operation
        return CallInfo(operation.name, operation.method, operation.template, self.request_id, self.attempt)


AnyCall: TypeAlias = Call[Any]
