"""The state that a client shares with its copies made by `with_options`: server, tokens, and cached knowledge."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from .compat.server_info import Server
from .config.credentials import Tokens
from .generated import base, models
from .util.bounded import BoundedSet
from .util.validation import string

if TYPE_CHECKING:
    from .calls.call import AnyCall
    from .concurrency.exclusive import ExclusiveLock
    from .config.settings import Settings
    from .delivery.sent_log import SentLog
    from .diagnostics.recorder import Recorder
    from .generated import AnyRequest
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


def _aliases(_: ClientState) -> BoundedSet[str]:
    return BoundedSet(MAX_ALIASES)


def _token_lock(_: ClientState) -> ExclusiveLock:
    from .concurrency.exclusive import ExclusiveLock

    return ExclusiveLock()


MAX_ALIASES = 1000
"""Maximum number of chats that a client knows under another ID than the server returns."""


class ClientState:
    """Shared by a client and its copies. Thread-safe, never pickled. Most parts are created when first used."""

    identity: IdentityCache
    """The user of each account, and the names of people."""
    sent: SentLog
    """The most recent sends."""
    recorder: Recorder
    """Parts of responses that this version does not know."""
    aliases: BoundedSet[str]
    """Paths for which the server repeatedly returns other IDs than requested, such as those of merged chats."""
    token_lock: ExclusiveLock
    """Held while the token source is called, so that concurrent calls do not call it several times."""

    def __init__(self, settings: Settings) -> None:
        self.settings: Settings = settings
        self.server: Server = Server(settings.api)
        """The version and API generation of the app."""
        self.tokens: Tokens = Tokens(settings.credentials)
        """The current token."""

    if not TYPE_CHECKING:  # type checkers use the annotations above

        def __getattr__(self, name: str) -> object:
            if name not in _PARTS:
                raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
            # setdefault() is atomic: if two threads create the part at the same time, both get the same object.
            return self.__dict__.setdefault(name, _PARTS[name](self))

    @property
    def finds_members(self) -> bool:
        """Whether searches return members of merged chats: one did, or the app is too old to have merged chats."""
        return self.identity.finds_members or self.server.age == "older"

    def clear(self) -> None:
        """Clear the caches of identities, names and sent messages."""
        self.identity.clear()
        self.sent.clear()
        self.aliases = _aliases(self)


_PARTS: dict[str, Callable[[ClientState], object]] = {
    "identity": _identity,
    "sent": _sent,
    "aliases": _aliases,
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
        if not state.identity.finds_members:
            state.identity.finds_members = any(chat.merged_into_chat_id for chat in value.items)


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
        call.has_other_ids = not state.sent.accepted(call.request_id, call.sent_at, value.pending_message_id)
        if state.sent.listeners and value.chat_id and not call.has_other_ids:
            _report_send(state, call, value.chat_id, value.pending_message_id)


def _report_send(state: ClientState, call: AnyCall, chat_id: str, pending_id: str) -> None:
    from .http.request_parts import json_body

    text: object = json_body(call.original_request).get("text")
    for listener in list(state.sent.listeners):
        listener(chat_id, pending_id, text if isinstance(text, str) else "")


def _observe_start(state: ClientState, call: AnyCall, value: object) -> None:
    if isinstance(value, models.CreatedChat | models.LegacyChatCreateResult | models.V0ChatCreateResponse):
        from .delivery.sent_log import SentRecord

        made = call.follow_up_of or call
        if value.chat_id:
            size = len(made.http_request.content or b"")
            record = SentRecord(call.request_id, call.original_request, made.sent_at, size, value.chat_id)
            state.sent.started(value, record)


def _observe_reaction(state: ClientState, call: AnyCall, _: object) -> None:
    state.sent.forget(call.request_id)


def _observe_upload(state: ClientState, _: AnyCall, value: object) -> None:
    if isinstance(value, models.AssetUploadResult) and value.upload_id is not None:
        state.sent.uploaded(value.upload_id, string(value.file_name), value.file_size)


def _check_reminder(request: AnyRequest) -> None:
    from .times import check_reminder

    check_reminder(request)


ARGUMENT_CHECKS: dict[str, Callable[[AnyRequest], None]] = {
    "chats.reminders.create": _check_reminder,
    "v0.set_chat_reminder": _check_reminder,
}
"""By operation: checks of arguments that the spec cannot express, before anything is sent. Raise ValueError."""

OBSERVERS: dict[str, Observer] = {
    "accounts.list": _observe_accounts,
    "accounts.retrieve": _observe_account,
    "assets.upload": _observe_upload,
    "assets.upload_base64": _observe_upload,
    "chats.create": _observe_start,
    "chats.messages.reactions.add": _observe_reaction,
    "chats.list": _observe_listed_chats,
    "chats.retrieve": _observe_chat,
    "chats.search": _observe_found_chats,
    "chats.start": _observe_start,
    "messages.list": _observe_messages,
    "messages.retrieve": _observe_message,
    "messages.search": _observe_found_messages,
    "messages.send": _observe_send,
    "v0.create_chat": _observe_start,
    "v0.send_message": _observe_send,
}
"""By operation: a result costs one dictionary lookup, and only models that were decoded anyway are imported."""


IdCheck: TypeAlias = Callable[[str, object], bool]


def _is_other_account(requested: str, value: object) -> bool:
    return isinstance(value, models.Account) and value.account_id != requested


def _is_other_chat(requested: str, value: object) -> bool:
    return isinstance(value, models.Chat) and requested not in (value.id, value.local_chat_id)


# Messages have the Matrix ID of their chat only, so nothing is known if the request has its local ID, a number.
def _are_of_other_chat(requested: str, value: object) -> bool:
    if not isinstance(value, models.MessagePage) or not value.items or not requested.startswith("!"):
        return False
    return all(message.chat_id != requested for message in value.items)


def _is_of_other_chat(requested: str, value: object) -> bool:
    return isinstance(value, models.Message) and requested.startswith("!") and value.chat_id != requested


ID_CHECKS: dict[str, IdCheck] = {
    "accounts.retrieve": _is_other_account,
    "chats.retrieve": _is_other_chat,
    "messages.list": _are_of_other_chat,
    "messages.retrieve": _is_of_other_chat,
}
"""By operation: whether a result is about another account or chat than the path of its request."""
