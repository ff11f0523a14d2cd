"""Messages: the generated operations, and whether a message is one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .search import AsyncSearch

if TYPE_CHECKING:
    from .._api import models


class AsyncMessages(AsyncSearch):
    """Messages: list, search, send, change; which are your own."""

    __slots__ = ()

    async def is_mine(self, message: models.Message) -> bool | None:
        """Is a message your own? None when that cannot be known.

        A message that says so itself (``is_sender``) takes no request; nor does one whose sender this client has
        come to know, from chats that mark you and from messages of yours. Else the accounts are listed, once per
        client. Some bridges do not say who sent a message, and an account's user may have another id than your
        messages there: `beeper.chats.self_user(chat)` finds out more, and the client remembers.
        """
        from .whoami import AsyncWhoAmI

        return await AsyncWhoAmI(self._sender).wrote(message)
