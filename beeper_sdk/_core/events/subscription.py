"""What a connection is subscribed to, and the command for it."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps
from typing import NamedTuple, TypeAlias

from ..compat.server_info import Server, Version
from ..generated import models, objects
from ..util.validation import check_flags, wrong_type

ALL_CHATS = "*"
SINCE: Version = (4, 2, 557)
"""The first app with events."""
APP_STATE_SINCE: Version = (4, 3, 0)
"""The first app with events of the app's state. Earlier ones reject a command that mentions it."""
SubscribedChats: TypeAlias = "str | models.Chat | Iterable[str | models.Chat]"


class Subscription(NamedTuple):
    """The chats, and whether events of the app's state are included."""

    chat_ids: tuple[str, ...]
    """Only ``*`` for all chats."""
    app_state: bool = False

    def command(self, request_id: str) -> str:
        """The frame that replaces the subscription of a connection."""
        frame: dict[str, object] = {"type": "subscriptions.set", "requestID": request_id, "chatIDs": self.chat_ids}
        if self.app_state:
            frame["app"] = {"state": True}
        return dumps(frame)

    @property
    def needs(self) -> Version:
        """The first app that supports it."""
        return APP_STATE_SINCE if self.app_state else SINCE


ALL = Subscription((ALL_CHATS,))
FIRST_APP = ".".join(map(str, SINCE))


def read_subscription(chats: SubscribedChats, app_state: bool) -> Subscription:
    """The subscription of arguments. Raises ValueError, TypeError."""
    check_flags(app_state=app_state)
    given: object = chats
    if isinstance(given, str | models.Chat):
        chat_ids: tuple[str, ...] = (objects.chat_id(given, "chats"),)
    elif isinstance(given, bytes) or not isinstance(chats, Iterable):
        raise wrong_type("chats", "'*', a chat or its ID, or several of them", given)
    else:
        chat_ids = tuple(objects.chat_id(chat, "chats") for chat in chats)
    if any(not chat_id.strip() for chat_id in chat_ids):
        raise ValueError("chats must not contain a blank ID")
    chat_ids = tuple(dict.fromkeys(chat_ids))
    if ALL_CHATS in chat_ids and len(chat_ids) > 1:
        raise ValueError("chats must be '*' alone, or IDs of chats")
    return Subscription(chat_ids, app_state)


def missing_version(subscription: Subscription, server: Server) -> str | None:
    """The first app that supports a subscription, if the server is known to be older."""
    version = server.effective
    return ".".join(map(str, subscription.needs)) if version is not None and version < subscription.needs else None
