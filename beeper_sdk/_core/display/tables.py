"""Tables of chats, messages, people and accounts, as HTML for notebooks.

All values are escaped. A table has no links, pictures, styles or scripts: showing it requests nothing.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, TypeGuard

from ..generated import base
from ..util.validation import string
from .summaries import field, kind_of, marks, members, name_of, network, roles, sender, shown_as, text_of, title_of
from .texts import clean, count, cut, joined, minute

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


MAX_ROWS = 100
_CELL = 200
_START = '<table class="tex2jax_ignore mathjax_ignore">'
"""The classes keep notebooks from reading prices such as "$5 or $10" as formulas, and formulas can contain links."""
Row = list[str]


def table_of_model(model: base.Model) -> str | None:
    """The table of one model, or of the items of a page; None for other models."""
    if shown_as(model) is not None:
        return table_of_items([model])
    items = field(model, "items")
    return table_of_items(items) if base.is_list(items) else None


def table_of_items(items: Sequence[object], total: int | None = None) -> str | None:
    """The table of objects of one kind; None for objects that have no table, or of several kinds.

    Args:
        items: What is shown.
        total: The number of all items, if it is larger.
    """
    if not _are_models(items) or len(kinds := {shown_as(item) for item in items}) != 1:
        return None
    form = _FORMS.get(kinds.pop() or "")
    if form is None:
        return None
    head, row = form
    return table(head, [row(item) for item in items[:MAX_ROWS]], max(len(items), total or 0))


def table(head: Row, rows: list[Row], total: int) -> str:
    """A table. Columns without a value in any row are left out."""
    used = [number for number in range(len(head)) if any(row[number] for row in rows)]
    cells = ["".join(f"<td>{_escaped(row[number])}</td>" for number in used) for row in rows]
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    rest = f"<p>{total - len(rows)} more</p>" if total > len(rows) else ""
    names = "".join(f"<th>{escape(head[number])}</th>" for number in used)
    return f"{_START}<thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>{rest}"


def _escaped(text: str) -> str:
    return escape(cut(text, _CELL))


def _are_models(items: Sequence[object]) -> TypeGuard[Sequence[base.Model]]:
    return all(isinstance(item, base.Model) for item in items)


def _number(value: object) -> str:
    return (count(value, "", "") or "").strip()


def _chat(chat: base.Model) -> Row:
    kind = kind_of(chat) or clean(field(chat, "type"))
    return [
        title_of(chat),
        network(chat),
        joined(kind, *marks(chat)),
        _number(members(chat)),
        _number(field(chat, "unread_count")),
        minute(field(chat, "last_activity")) or "",
        clean(field(chat, "id")),
    ]


def _message(message: base.Model) -> Row:
    return [
        minute(field(message, "timestamp")) or "",
        sender(message),
        text_of(message),
        clean(field(message, "id")),
        clean(field(message, "chat_id")),
    ]


def _user(user: base.Model) -> Row:
    shown = [string(field(user, name)) or "" for name in ("username", "phone_number", "email", "id")]
    return [name_of(user), joined(*roles(user)), *map(clean, shown)]


def _account(account: base.Model) -> Row:
    user = field(account, "user")
    name = name_of(user) if isinstance(user, base.Model) else ""
    return [network(account), name, clean(field(account, "status")), clean(field(account, "account_id"))]


_FORMS: dict[str, tuple[Row, Callable[[base.Model], Row]]] = {
    "account": (["Network", "Name", "Status", "Account ID"], _account),
    "chat": (["Title", "Network", "Type", "Members", "Unread", "Last activity", "ID"], _chat),
    "message": (["Time", "Sender", "Text", "ID", "Chat ID"], _message),
    "user": (["Name", "Role", "Handle", "Phone", "Email", "ID"], _user),
}
"""The columns of a table, and what fills a row, by what models are shown as."""
