"""What happens after a result with other IDs than requested.

If a server or proxy sends more than one response to a request, the surplus one can be read as that of the next request,
if it arrives after that was sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.calls.error_mapping import answer_info
from ...errors import ResponseDecodeError

if TYPE_CHECKING:
    from ..._core.calls.call import Call
    from ..._core.http.outcome import HttpResponse
    from .protocols import AsyncEngine

T = TypeVar("T")


async def recheck_ids(
    engine: AsyncEngine, call: Call[T], answer: HttpResponse, value: T
) -> tuple[Call[T], HttpResponse, T]:
    """The call, response and result to use.

    A read is repeated once. If the second result has other IDs too, the server knows the requested one as an alias: the
    result is returned, and further results for this chat are not checked.

    Raises:
        DeliveryUncertain: a send has the pending ID of another send.
    """
    if call.once:
        problem = "this is the ID of another send: the response may be that to another request"
        error = ResponseDecodeError(call.info, answer_info(answer), "$.pendingMessageID", problem)
        raise call.wrap_uncertain(error)
    path = call.original_request.path.partition("/messages")[0]  # of the chat
    if path in engine.state.aliases:
        return call, answer, value
    call, answer = await engine.execute(call.original_request)
    value = engine.result(call, answer)
    if call.has_other_ids:
        engine.state.aliases.add(path)
    return call, answer, value
