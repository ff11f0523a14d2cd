"""What the server is and can do: asked at most once, by the smallest request there is, where no answer told yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.compat.version_table import check_operation, supported
from ..._core.generated import api
from ...errors import NotFoundError

if TYPE_CHECKING:
    from .sender import AsyncRequestSender


async def version(sender: AsyncRequestSender) -> str | None:
    """The version of the app, asked for where it is not known; None where it does not tell."""
    try:
        await _inquire(sender)
    except NotFoundError:  # it has no /v1/info, and to somebody without a token it says nothing else
        return None
    return sender.server.named


async def supports(sender: AsyncRequestSender, operation: str) -> bool:
    """Can an operation be called there? Raises ValueError for one that does not exist."""
    check_operation(operation)
    if sender.server.forced != "v0":  # then there is nothing to learn
        await _inquire(sender)
    return supported(operation, sender.server)


async def _inquire(sender: AsyncRequestSender) -> None:
    """Ask by what every app has; without a token by what needs none, which came later.

    Every app answers ``/oauth/userinfo``, and from 4.1.239 on names its version along with it."""
    if sender.server.named is not None or sender.server.inquired:
        return
    if sender.settings.has_token:
        await sender.send(api.oauth.userinfo())
        sender.server.inquired = True
        return
    request = api.info.retrieve()
    sender.server.told(request.path, (await sender.send(request)).app.version)
    sender.server.inquired = True
