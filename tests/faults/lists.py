"""Operations that return complete lists, also in parts: each item must be there exactly once, as the server sent it.

No other operation changes what is in these lists.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, cast

from beeper_sdk import errors
from beeper_sdk.testing.world.seed.accounts import IMESSAGE
from tests.core.incomplete.mutations import required
from tests.faults.operation import Operation, Target
from tests.faults.scenario import Json
from tests.testing.known_chats import SIGNAL

STOPS = (1, 2, 7, 9, 14, 20, 23)
"""Items after which a list is stopped and resumed by its checkpoint: the small ones for short lists only."""


def _without(value: Any, name: str) -> Any:
    """JSON without a field, at any depth."""
    if isinstance(value, list):
        return [_without(item, name) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _without(item, name) for key, item in cast("Json", value).items() if key != name}


def whole(value: Sequence[Any], originals: Sequence[Json], target: Target) -> bool:
    """Whether this is every item once and in order, with no field changed but that of the shape."""
    shape = target.shape
    rows = [_without(item.to_dict(), shape.wrong) for item in value]
    known = [_without(row, shape.wrong) for row in originals]
    hidden = [row for row, full in zip(known, originals, strict=True) if _id(full) in shape.hidden]
    at = [known.index(row) if row in known else -1 for row in rows]
    expected = [number for number, row in enumerate(known) if row not in hidden or number in at]
    return at == expected and all(
        _names_missing_fields(item, originals[number]) for item, number in zip(value, at, strict=True)
    )


def _id(row: Json) -> str:
    return str(row.get("id", row.get("accountID")))


@cache
def _attributes(model: str) -> dict[str, str]:
    """The attribute of each field that the model requires."""
    return {name: "".join(f"_{c.lower()}" if c.isupper() else c for c in name).replace("i_d", "id")
            for name in required(model)}  # fmt: skip


def _names_missing_fields(item: Any, original: Json) -> bool:
    """Whether `missing_fields` has each required field that is null or absent; it is empty if nothing is wrong."""
    raw = item.to_dict()
    attributes = _attributes(type(item).__name__)
    absent = {name for name, value in original.items() if name in attributes and value is not None
              and raw.get(name) is None}  # fmt: skip
    named = {path for path in item.missing_fields if "." not in path and "[" not in path}
    return named >= {attributes[name] for name in absent} and (raw != original or not item.missing_fields)


def _resumed(first: Callable[[str | None], Any], target: Target, sizes: Sequence[int]) -> Any:
    """Stops after some items and resumes, until there are no more: of a pager of either client."""
    size = sizes[target.number % len(sizes)]
    pager = first(None)
    if hasattr(pager, "__aiter__"):
        return _resumed_async(first, size)
    items: list[Any] = []
    checkpoint: str | None = None
    while more := (pager := first(checkpoint)).collect(size):
        items += more
        checkpoint = pager.checkpoint
    return items


async def _resumed_async(first: Callable[[str | None], Any], size: int) -> list[Any]:
    items: list[Any] = []
    checkpoint: str | None = None
    while more := await (pager := first(checkpoint)).collect(size):
        items += more
        checkpoint = pager.checkpoint
    return items


def _messages(b: Any, t: Target) -> Any:
    return b.messages.list(t.scenario.fixed_chat).collect()


def _messages_in_pieces(b: Any, t: Target) -> Any:
    return _resumed(lambda checkpoint: b.messages.list(t.scenario.fixed_chat, resume=checkpoint), t, STOPS[2:])


def _oldest_first(b: Any, t: Target) -> Any:
    return _resumed(lambda at: b.messages.list(t.scenario.fixed_chat, resume=at).oldest_first(), t, STOPS[2:])


def _contacts_in_pieces(b: Any, t: Target) -> Any:
    return _resumed(lambda checkpoint: b.accounts.contacts.list(SIGNAL, limit=20, resume=checkpoint), t, STOPS[3:])


def _chats(b: Any, t: Target) -> Any:
    return b.chats.search(account_ids=[IMESSAGE], limit=2 + t.number % 3).collect()


def _chats_in_pieces(b: Any, t: Target) -> Any:
    return _resumed(lambda checkpoint: b.chats.search(account_ids=[IMESSAGE], limit=2, resume=checkpoint), t, STOPS[:3])


def _contacts(b: Any, t: Target) -> Any:
    return b.accounts.contacts.list(SIGNAL, limit=25 + t.number % 20).collect()


def _names(b: Any, t: Target) -> Any:
    """The results of the helpers for some chats and messages."""
    if hasattr(b.chats.list(), "__aiter__"):
        return _names_async(b, t)
    chats, messages = _some_chats(b).collect(4), b.messages.list(t.scenario.fixed_chat).collect(4)
    rosters = [b.chats.participants(chat).collect() for chat in chats[:2]]
    selves = [_answer(b.chats.self_user, chat) for chat in chats[:2]]
    titles = [b.chats.title(chat) for chat in chats]
    names = [b.people.display_name(message) for message in messages]
    return titles, names, [b.messages.is_mine(message) for message in messages], rosters, selves


async def _names_async(b: Any, t: Target) -> Any:
    chats, messages = await _some_chats(b).collect(4), await b.messages.list(t.scenario.fixed_chat).collect(4)
    rosters = [await b.chats.participants(chat).collect() for chat in chats[:2]]
    selves: list[object] = []
    for chat in chats[:2]:
        try:
            selves.append(await b.chats.self_user(chat))
        except errors.SelfUserUnknown as error:
            selves.append(error)
    titles = [await b.chats.title(chat) for chat in chats]
    names = [await b.people.display_name(message) for message in messages]
    return titles, names, [await b.messages.is_mine(message) for message in messages], rosters, selves


def _some_chats(b: Any) -> Any:
    return b.chats.search(account_ids=[IMESSAGE], limit=5)


def _answer(function: Callable[[Any], object], argument: object) -> object:
    try:
        return function(argument)
    except errors.SelfUserUnknown as error:  # the list does not show it
        return error


def _named(value: Any, target: Target) -> bool:
    """Whether all are there, each with a name."""
    titles, names, mine, rosters, selves = value
    few = 4 if not target.shape.hidden else 0
    return (
        few <= len(titles) <= 4
        and few <= len(names) <= 4
        and all(isinstance(name, str) and name for name in (*titles, *names))
        and all(flag in (True, False, None) for flag in mine)
        and len(rosters) == len(selves)
    )


LISTS: tuple[Operation, ...] = (
    Operation("messages.list (whole)", "read", _messages,
              lambda v, t: whole(v, t.scenario.originals["messages"], t), weight=4, judges_shapes=True),
    Operation("messages.list (resumed)", "read", _messages_in_pieces,
              lambda v, t: whole(v, t.scenario.originals["messages"], t), weight=2, judges_shapes=True),
    Operation("messages.list (oldest first, resumed)", "read", _oldest_first,
              lambda v, t: whole(v[::-1], t.scenario.originals["messages"], t), weight=2, judges_shapes=True),
    Operation("chats.search (whole)", "read", _chats,
              lambda v, t: whole(v, t.scenario.originals["chats"], t), weight=3, judges_shapes=True),
    Operation("chats.search (resumed)", "read", _chats_in_pieces,
              lambda v, t: whole(v, t.scenario.originals["chats"], t), weight=2, judges_shapes=True),
    Operation("accounts.contacts.list (whole)", "read", _contacts,
              lambda v, t: whole(v, t.scenario.originals["contacts"], t), weight=2, judges_shapes=True),
    Operation("accounts.contacts.list (resumed)", "read", _contacts_in_pieces,
              lambda v, t: whole(v, t.scenario.originals["contacts"], t), weight=2, judges_shapes=True),
    Operation("accounts.list (whole)", "read", lambda b, _: b.accounts.list(),
              lambda v, t: whole(v, t.scenario.originals["accounts"], t), weight=2, judges_shapes=True),
    Operation("chats.participants (whole)", "read", lambda b, t: b.chats.participants(t.scenario.group).collect(),
              lambda v, t: whole(v, t.scenario.originals["participants"], t), weight=2, judges_shapes=True),
    Operation("names", "read", _names, _named, weight=2, judges_shapes=True),
)  # fmt: skip
