"""The one place where guards act: every request of a client passes here before anything of it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_settled

if TYPE_CHECKING:
    from ..._core.generated import AnyRequest
    from .sender import AsyncRequestSender


async def admit(sender: AsyncRequestSender, request: AnyRequest, *, again: bool = False) -> None:
    """Let the client's guard look at what is about to be sent.

    Args:
        sender: of the client.
        request: what would go over the wire.
        again: it is another form of a call that was admitted before.

    Raises:
        WriteRefused: a policy does not allow it.
        Exception: whatever a guard of the user's raises.
    """
    guard = sender.settings.guard
    if guard is None:
        return
    from ...guards._policy import WritePolicy

    if isinstance(guard, WritePolicy):
        from .guard_check import judge

        await judge(sender, guard, request, again=again)
    else:
        await async_settled(guard.check(request))
