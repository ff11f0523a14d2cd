"""Filters of a chat search that apps apply wrongly, and that are therefore applied to each chat's own flags.

App 4.3.73 ignores ``includeMuted=false``, and hides unread chats if ``unreadOnly`` is combined with ``inbox=primary``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..generated import contract, models


def local_filter(
    request: contract.Request[models.ChatPage],
) -> tuple[contract.Request[models.ChatPage], Callable[[models.Chat], bool] | None]:
    """The request to send, and which chats of its pages to return; None for all."""
    query = dict(request.query)
    unmuted = query.get("includeMuted") == "false"
    unread = query.get("inbox") == "primary" and query.get("unreadOnly") == "true"
    if unread:
        request = request.with_query(unreadOnly="false")

    def wanted(chat: models.Chat) -> bool:
        is_read = chat.unread_count == 0 and not chat.is_marked_unread  # a chat with unknown flags is kept
        return not (unmuted and chat.is_muted) and not (unread and is_read)

    return request, wanted if unmuted or unread else None
