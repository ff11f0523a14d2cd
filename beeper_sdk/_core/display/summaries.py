"""What is shown of one chat, message, person or account as text: at most two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..generated import base, models
from ..people.names import known_name, real_name, title
from ..people.rosters import roster_of, size
from ..text.whole import as_plain
from ..util.validation import string
from .texts import LINE, TEXT, clean, count, cut, id_text, joined, lines, minute, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME = 26
_NETWORK = 20
_LONG_ID = 90
_MESSAGE_ID = 44
_RENDERED = 20_000
"""Length of the part of a text that is rendered: a text of a million characters takes more than a second."""
_ATTACHMENTS = 20
"""Number of attachments that are rendered, before the text: a table shows the beginning of what they fill."""
_LEAST = 20
"""Length that is left for a title or an ID, however long the rest is."""


def summary(model: base.Model) -> str | None:
    """The repr of a model; None for one that has all its fields in it."""
    shown = SUMMARIES.get(shown_as(model) or "")
    return None if shown is None else shown(model)


def shown_as(model: base.Model) -> str | None:
    """What a model is shown as, such as ``chat``; None for one that is shown with all its fields."""
    return model._DISPLAY  # noqa: SLF001 - the models are those of this SDK


def field(model: object, name: str) -> Any:
    """An attribute of a model; None for one that this model does not have: those of v0 have fewer."""
    return getattr(model, name, None)


def title_of(chat: base.Model) -> str:
    """The title of a chat. Without a request, so that the user may be among the names of one without a title."""
    if not isinstance(chat, models.Chat):
        return clean(field(chat, "title"))
    try:
        return clean(title(chat))
    except (AttributeError, TypeError):  # a roster of something else
        return clean(chat.title)


def members(chat: base.Model) -> int | None:
    """The number of members; None if it is not known."""
    if not isinstance(chat, models.Chat):
        total: int | None = field(field(chat, "participants"), "total")
        return total
    return size(roster_of(chat)) or None


def marks(chat: base.Model) -> list[str]:
    """What is unusual about a chat."""
    flags = {
        "merged": field(chat, "merge") is not None,
        "pinned": field(chat, "is_pinned") is True,
        "muted": field(chat, "is_muted") is True,
        "archived": field(chat, "is_archived") is True,
        "low priority": field(chat, "is_low_priority") is True,
        "marked unread": field(chat, "is_marked_unread") is True,
    }
    return [name for name, is_set in flags.items() if is_set]


def sender(message: base.Model) -> str:
    """The name of the sender of a message, or the ID."""
    own_id = string(field(message, "sender_id")) or ""
    name = clean(real_name(string(field(message, "sender_name")), own_id)) or clean(own_id)
    if field(message, "is_sender") is not True:
        return cut(name, _NAME) or "somebody"
    return f"{cut(name, _NAME - 6)} (you)" if name else "you"


def text_of(message: base.Model) -> str:
    """The text of a message in one line, as `render.plain` renders it."""
    text = string(field(message, "text")) or ""
    if not isinstance(message, models.Message):
        return clean(as_plain(text[:_RENDERED]))
    cut_fields: dict[str, object] = {}
    if len(text) > _RENDERED:
        cut_fields["text"] = text[:_RENDERED]
    if len(attachments := message.attachments or ()) > _ATTACHMENTS:
        cut_fields["attachments"] = attachments[:_ATTACHMENTS]
    return clean(as_plain(message.evolve(**cut_fields) if cut_fields else message))


def name_of(user: base.Model) -> str:
    """The name of a person: name, handle, number or address, or the ID."""
    known = known_name(user) if isinstance(user, models.User) else None
    return clean(known) or clean(field(user, "id"))


def roles(user: base.Model) -> list[str]:
    """What is known about a person in a chat."""
    flags = {"you": "is_self", "admin": "is_admin", "invited": "is_pending", "bot": "is_network_bot"}
    return [role for role, name in flags.items() if field(user, name) is True]


def kind_of(chat: base.Model) -> str:
    """The type of a chat, but nothing for a chat with one person, which most are."""
    kind = clean(field(chat, "type"))
    return "" if kind == "single" else cut(kind, _NETWORK)


def network(model: base.Model) -> str:
    """The network of a chat or account, or the ID of the account if it is not known."""
    return clean(field(model, "network")) or clean(field(model, "account_id"))


def _chat(chat: base.Model) -> str:
    facts = joined(
        joined(cut(network(chat), _NETWORK), kind_of(chat), mark=" "),
        count(members(chat), "member", "members"),
        count(field(chat, "unread_count"), "unread", "unread"),
        *marks(chat),
    )
    start = type(chat).__name__
    room = max(_LEAST, LINE - len(start) - len(facts) - 5)
    return lines(
        joined(f"{start} {quoted(title_of(chat), min(room, TEXT))}", facts, mark=" "),
        id_text("id", field(chat, "id"), _LONG_ID) or "",
    )


def message_parts(message: base.Model) -> tuple[str, str]:
    """The sender with the text; and the time with the IDs."""
    place = joined(minute(field(message, "timestamp")), id_text("id", field(message, "id"), _MESSAGE_ID))
    room = max(_LEAST, LINE - len(place) - len(" , chat_id=''>"))
    return f"{sender(message)}: {quoted(text_of(message), TEXT)}", joined(
        place, id_text("chat_id", field(message, "chat_id"), room)
    )


def _message(message: base.Model) -> str:
    head, tail = message_parts(message)
    return lines(f"{type(message).__name__} {head}", tail)


def _user(user: base.Model) -> str:
    head = f"{type(user).__name__} {quoted(name_of(user), TEXT)}"
    return lines(joined(head, *roles(user)), id_text("id", field(user, "id"), _LONG_ID) or "")


def _account(account: base.Model) -> str:
    user = field(account, "user")
    head = joined(type(account).__name__, cut(network(account), _NETWORK), mark=" ")
    if isinstance(user, base.Model):
        head = f"{head} {quoted(name_of(user), 40)}"
    facts = joined(head, cut(clean(field(account, "status")), _NETWORK))
    return lines(facts, id_text("account_id", field(account, "account_id"), _LONG_ID) or "")


SUMMARIES: dict[str, Callable[[base.Model], str]] = {
    "account": _account,
    "chat": _chat,
    "message": _message,
    "user": _user,
}
"""What shows models, by what they are shown as."""
