"""What a client and the clients made of it by `with_options` share: its server, its tokens, and what it has learned.

`OBSERVERS` says which results are looked at, and what is kept of them. Only results that chats, messages and accounts
come in anyway: no request is made to learn more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from .compat.server_info import Server
from .config.credentials import Tokens
from .generated import base, models

if TYPE_CHECKING:
    from .calls.call import AnyCall
    from .concurrency.exclusive import ExclusiveLock
    from .config.settings import Settings
    from .delivery.sent_log import SentLog
    from .diagnostics.recorder import Recorder
    from .people.identity_cache import IdentityCache


def _identity(_: ClientState) -> IdentityCache:
    from .people.identity_cache import IdentityCache

    return IdentityCache()


def _sent(_: ClientState) -> SentLog:
    from .delivery.sent_log import SentLog

    return SentLog()


def _recorder(state: ClientState) -> Recorder:
    from .diagnostics.recorder import Recorder

    return Recorder(state.settings.diagnose)


def _token_lock(_: ClientState) -> ExclusiveLock:
    from .concurrency.exclusive import ExclusiveLock

    return ExclusiveLock()


class ClientState:
    """Shared by a client and its copies, safe across threads, never pickled. Most parts are made on first use."""

    identity: IdentityCache
    """Who the user is on each account, and what people are called."""
    sent: SentLog
    """The last sends."""
    recorder: Recorder
    """What responses had that this version does not know."""
    token_lock: ExclusiveLock
    """For asking a token source: one call at a time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.server = Server(settings.api)
        """What is known of the app at the other end."""
        self.tokens = Tokens(settings.credentials)
        """The token in use."""

    if not TYPE_CHECKING:  # checkers know the parts from the annotations above

        def __getattr__(self, name: str) -> object:
            if name not in _PARTS:
                raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
            return self.__dict__.setdefault(name, _PARTS[name](self))  # one step: of two threads, one wins

    def clear(self) -> None:
        """Forget who the user is and what was sent."""
        self.identity.clear()
        self.sent.clear()


_PARTS: dict[str, Callable[[ClientState], object]] = {
    "identity": _identity,
    "sent": _sent,
    "recorder": _recorder,
    "token_lock": _token_lock,
}

Observer: TypeAlias = Callable[[ClientState, "AnyCall", object], None]


def _observe_accounts(state: ClientState, _: AnyCall, value: object) -> None:
    if base.is_list(value):
        state.identity.observe_accounts(account for account in value if isinstance(account, models.Account))


def _observe_account(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.Account):
        state.identity.observe_account(value)


def _observe_listed_chats(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.ChatWithPreviewPage):
        state.identity.observe_chats(value.items)
        state.identity.observe_messages(chat.preview for chat in value.items if chat.preview is not None)


def _observe_found_chats(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.ChatPage):
        state.identity.observe_chats(value.items)


def _observe_chat(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.Chat):
        state.identity.observe_chats((value,))


def _observe_messages(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.MessagePage):
        state.identity.observe_messages(value.items)


def _observe_found_messages(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.MessageSearchPage):
        state.identity.observe_messages(value.items)
        state.identity.observe_chats(value.chats.values())


def _observe_message(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.Message):
        state.identity.observe_messages((value,))


def _observe_send(state: ClientState, call: AnyCall, value: object) -> None:
    if isinstance(value, models.MessageSendResult | models.V0MessageSendResponse) and value.pending_message_id:
        state.sent.accepted(call.request_id, call.sent_at, value.pending_message_id)


def _observe_upload(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.AssetUploadResult) and value.upload_id is not None:
        state.sent.uploaded(value.upload_id, value.file_name, value.file_size)


OBSERVERS: dict[str, Observer] = {
    "accounts.list": _observe_accounts,
    "accounts.retrieve": _observe_account,
    "assets.upload": _observe_upload,
    "assets.upload_base64": _observe_upload,
    "chats.list": _observe_listed_chats,
    "chats.retrieve": _observe_chat,
    "chats.search": _observe_found_chats,
    "messages.list": _observe_messages,
    "messages.retrieve": _observe_message,
    "messages.search": _observe_found_messages,
    "messages.send": _observe_send,
    "v0.send_message": _observe_send,
}
"""By operation, so that a result costs one look-up, and no model is imported that was not decoded."""
