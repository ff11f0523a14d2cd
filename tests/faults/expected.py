"""The one outcome that a call must have after a response that its client was certain to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from beeper_sdk import errors
from tests.faults.fault import KnownResponse
from tests.faults.quirky_servers import EXPECTED_ERRORS

if TYPE_CHECKING:
    from tests.faults.operation import Operation
    from tests.faults.proxy import RequestRecord
    from tests.faults.run import Run

ANY_JSON = ("matrix.", "v0.", "assets.serve")
"""Operations whose result may be any JSON or a file, so that ``success: false`` is a result."""
ANY_BODY = ("assets.serve",)


def outcome_problems(run: Run, records: list[RequestRecord], error: BaseException | None) -> Iterator[str]:
    """What is wrong with an outcome, if a response determines it."""
    known = _final(run.operation, records)
    cause = error.__cause__ if isinstance(error, errors.DeliveryUncertain) else error
    if known is None or isinstance(cause, errors.APITimeoutError):
        return
    kind = _error_class(known, run.operation.name)
    if kind is None or (_is_retried(run.operation, known) and type(cause) is errors.APIConnectionError):
        return  # the retry may have been written to a connection that the proxy was just closing
    if run.hangs and known.status >= 400 and isinstance(cause, errors.AnsweredError) and not cause.length:
        known = replace(known, code=None)  # the timeout passed before its body was read
        kind = errors.APIStatusError
    if not isinstance(cause, kind):
        yield f"it must end in {kind.__name__}"
    elif (cause.status, cause.code) != (known.status, known.code):
        yield f"its status and code are {(cause.status, cause.code)}, not {(known.status, known.code)}"
    yield from _certainty_problems(run.operation, known, error)


def _is_retried(operation: Operation, known: KnownResponse) -> bool:
    return operation.effect != "once" and (known.status >= 500 or known.status in (408, 429))


def _error_class(known: KnownResponse, name: str) -> type[errors.AnsweredError] | None:
    """The error that a response means for an operation. None if it can be a result."""
    if known.body == "failure":
        return None if name.startswith(ANY_JSON) else errors.OperationFailed
    if known.body == "nothing":
        return None if name.startswith(ANY_BODY) else errors.ResponseDecodeError
    if known.code == "TOOL_EXECUTION_ERROR":
        return errors.ServerNotLoaded
    return errors.NotFoundError if known.status == 404 else errors.APIStatusError


def _certainty_problems(operation: Operation, known: KnownResponse, error: BaseException | None) -> Iterator[str]:
    """After these responses a call that must not be repeated may have had its effect, and after no others."""
    if operation.effect != "once" or (operation.absent and known.status == 404 and known.code is not None):
        return
    is_uncertain = isinstance(error, errors.DeliveryUncertain)
    ambiguous = known.status >= 500 or known.status in (302, 303, 404, 408, 499) or known.body == "nothing"
    if is_uncertain is not ambiguous:
        yield "it must not be uncertain" if is_uncertain else "it must be uncertain"


def _final(operation: Operation, records: list[RequestRecord]) -> KnownResponse | None:
    """The response that determines the outcome: the only one to what must not be repeated, else the last one, if all
    requests were the same."""
    if operation.effect == "once":
        sent = [record for record in records if record.method == "POST"]
        return sent[0].known if len(sent) == 1 else None
    if not records or records[-1].known is None:
        return None
    requested = {(record.method, record.path.partition("?")[0]) for record in records}
    return records[-1].known if len(requested) == 1 else None


def undisturbed_problems(run: Run, error: BaseException | None) -> Iterator[str]:
    """What is wrong with the outcome of a call that no fault disturbs."""
    expected = None if run.variant is None else EXPECTED_ERRORS.get(run.variant)
    if isinstance(error, errors.APITimeoutError):
        return  # its time is judged by `Trial.end`
    if run.variant == "older" and any(fault.name == "odd-version" for fault in run.faults):
        if error is None:  # the error depends on the version, which the response hides
            yield "the server does not have this operation"
        return
    if _is_hidden(run, error) and (expected or run.operation.absent):
        return
    if expected is not None:
        problem = expected.problem(error)
        if problem is not None:
            yield problem
    elif run.operation.absent:
        yield from _absent_problems(run.operation, error)
    elif error is not None:
        yield "there was no reason for an error"


def _is_hidden(run: Run, error: BaseException | None) -> bool:
    """Whether an odd list makes it uncertain that something does not exist."""
    shape = run.target.shape
    uncertain = isinstance(error, errors.DeliveryUncertain) and error.status in (404, 500)
    return uncertain and shape.changed > 0 and shape.may_hide


def _absent_problems(operation: Operation, error: BaseException | None) -> Iterator[str]:
    """What is wrong with the outcome of an undisturbed call that names what does not exist."""
    if type(error) is not errors.NotFoundError or (error.status, error.code) != (404, "not_found"):
        yield "it must end in NotFoundError with the status and code"
    elif f"nothing was sent, because the {operation.absent} does not exist" not in str(error):
        yield "the error does not name what is absent"
