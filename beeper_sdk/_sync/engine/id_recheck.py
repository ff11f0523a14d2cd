# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.calls.error_mapping import answer_info
from ...errors import ResponseDecodeError

if TYPE_CHECKING:
    from ..._core.calls.call import Call
    from ..._core.http.outcome import HttpResponse
    from .protocols import Engine

T = TypeVar("T")


def recheck_ids(engine: Engine, call: Call[T], answer: HttpResponse, value: T) -> tuple[Call[T], HttpResponse, T]:
    if call.once:
        problem = "this is the ID of another send: the response may be that to another request"
        error = ResponseDecodeError(call.info, answer_info(answer), "$.pendingMessageID", problem)
        raise call.wrap_uncertain(error)
    path = call.original_request.path.partition("/messages")[0]  # of the chat
    if path in engine.state.aliases:
        return call, answer, value
    call, answer = engine.execute(call.original_request)
    value = engine.result(call, answer)
    if call.has_other_ids:
        engine.state.aliases.add(path)
    return call, answer, value
