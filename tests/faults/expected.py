"""What a call must end in after a response that the caller was certain to read: one outcome, not a set of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from beeper_sdk import errors
from tests.faults.fault import Says
from tests.faults.places import ENDS

if TYPE_CHECKING:
    from tests.faults.operation import Operation
    from tests.faults.proxy import Visit
    from tests.faults.run import Run

UNREADABLE_AS_FAILURE = ("matrix.", "v0.", "assets.serve")
"""Operations whose result may be any JSON or a file, or shows the failure itself."""
ANY_BODY = ("assets.serve",)


def _is_doubt(says: Says) -> bool:
    return says.status >= 500 or says.status in (404, 408) or says.body == "nothing"


def outcome_problems(operation: Operation, visits: list[Visit], error: BaseException | None) -> Iterator[str]:
    """What is wrong with an outcome, if a response determines it."""
    says = _final(operation, visits)
    cause = error.__cause__ if isinstance(error, errors.DeliveryUncertain) else error
    if says is None or isinstance(cause, errors.APITimeoutError):
        return
    name = operation.name
    if says.body == "failure":
        if name.startswith(UNREADABLE_AS_FAILURE):
            return
        kind: type[errors.AnsweredError] | None = errors.OperationFailed
    elif says.body == "nothing":
        kind = None if name.startswith(ANY_BODY) else errors.ResponseDecodeError
    else:
        kind = errors.NotFoundError if says.status == 404 else errors.APIStatusError
        kind = errors.ServerNotLoaded if says.code == "TOOL_EXECUTION_ERROR" else kind
    if kind is None:
        return
    if says.status >= 400 and isinstance(cause, errors.AnsweredError) and not cause.length:
        says = replace(says, code=None)  # its body came too late: then an error has the status alone
        kind = errors.APIStatusError
    if not isinstance(cause, kind):
        yield f"it must end in {kind.__name__}"
    elif (cause.status, cause.code) != (says.status, says.code):
        yield f"its status and code are {(cause.status, cause.code)}, not {(says.status, says.code)}"
    uncertain = isinstance(error, errors.DeliveryUncertain)
    absent = says.status == 404 and says.code is not None and bool(operation.absent)
    if operation.effect == "once" and not absent and uncertain is not _is_doubt(says):
        yield "it must be in doubt" if not uncertain else "it must not be in doubt"


def _final(operation: Operation, visits: list[Visit]) -> Says | None:
    """The response that the outcome follows from: the only one to what must not be repeated, or the last one if nothing
    else was asked after it."""
    if operation.effect == "once":
        sent = [visit for visit in visits if visit.method == "POST"]
        return sent[0].says if len(sent) == 1 else None
    if not visits or visits[-1].says is None:
        return None
    asked = {(visit.method, visit.path.partition("?")[0]) for visit in visits}
    return visits[-1].says if len(asked) == 1 else None


def _absent_problems(operation: Operation, error: BaseException | None) -> Iterator[str]:
    """What is wrong with the outcome of an undisturbed call that names what does not exist."""
    if type(error) is not errors.NotFoundError or (error.status, error.code) != (404, "not_found"):
        yield "it must end in NotFoundError with the status and code"
    elif f"nothing was sent, because the {operation.absent} does not exist" not in str(error):
        yield "the error does not say what is absent"


def undisturbed_problems(run: Run, error: BaseException | None) -> Iterator[str]:
    """What is wrong with the outcome of a call in whose way nothing was."""
    end = None if run.place is None else ENDS.get(run.place)
    if run.target.shape.struck and isinstance(error, errors.DeliveryUncertain) and (end or run.operation.absent):
        # Only of what a list does not show: an account or a chat that a page without items hides, and the like.
        if run.target.shape.name == "bare-pages" or error.status not in (404, 500):
            yield "it is in doubt for no reason"
    elif end is not None:
        problem = end.problem(error)
        if problem is not None:
            yield problem
    elif run.operation.absent:
        yield from _absent_problems(run.operation, error)
    elif error is not None:
        yield "nothing was wrong"
