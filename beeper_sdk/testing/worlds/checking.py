"""Checks a saved world, and names what is wrong by its path, never by its contents."""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from beeper_sdk_server import models

from ..wire.json_values import Json, is_object, read_stamp

Count = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class _Counters(_Part):
    nextMessageID: Count  # noqa: N815 - the names of the file
    nextLocalChatID: Count  # noqa: N815
    numbers: Count


class _Person(_Part):
    number: Count
    first: str
    fullName: str  # noqa: N815
    username: str
    phone: str
    email: str


class _Bridge(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow")
    id: str
    type: str
    provider: Literal["cloud", "self-hosted", "local", "platform-sdk"]
    displayName: str  # noqa: N815
    supportsMultipleAccounts: bool  # noqa: N815


class _Chat(_Part):
    title: str
    chat: models.Chat
    messages: list[models.Message]


class _AccountData(_Part):
    roomID: str  # noqa: N815
    type: str
    content: dict[str, object]


class _Pending(_Part):
    chatID: str  # noqa: N815
    messageID: str  # noqa: N815


class _Expiring(_Part):
    chatID: str  # noqa: N815
    messageID: str  # noqa: N815
    millisecondsLeft: int  # noqa: N815


class _File(_Part):
    name: str
    mimeType: str  # noqa: N815
    width: Count | None
    height: Count | None
    duration: float | None
    data: str


class _Saved(_Part):
    format: str
    version: int
    savedAt: str  # noqa: N815
    seed: Count
    counters: _Counters
    people: Annotated[list[_Person], Field(min_length=1)]
    accounts: list[models.Account]
    bridges: list[_Bridge]
    labels: list[models.Label]
    contacts: dict[str, list[models.User]]
    withoutContacts: list[str]  # noqa: N815
    chats: list[_Chat]
    leftChats: list[_Chat]  # noqa: N815
    accountData: list[_AccountData]  # noqa: N815
    pendingMessages: dict[str, _Pending]  # noqa: N815
    edits: dict[str, Count]
    expiringMessages: list[_Expiring]  # noqa: N815
    focused: dict[str, object]
    files: list[_File]
    media: dict[str, Count]


def check(world: object, file_format: str, version: int) -> None:
    """Check a file that was read.

    Raises:
        ValueError: Something in it is wrong.
    """
    if not is_object(world) or world.get("format") != file_format:
        raise ValueError(f'format must be "{file_format}"')
    if world.get("version") != version:
        raise ValueError(f"version must be {version}; another version of this package may have written it")
    try:
        _Saved.model_validate(world)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise ValueError(f"{_path(found[0]['loc'])}: {found[0]['msg']}{more}") from None
    problem = next(_problems(world), None)
    if problem is not None:
        raise ValueError(problem)


def read_date(text: str) -> int:
    """Unix milliseconds of a date of the file."""
    return read_stamp(text)


def _path(parts: tuple[int | str, ...]) -> str:
    """``chats[3].chat.title``. Keys that are IDs or URLs are left out: those of media can hold keys."""
    text = ""
    for part in parts:
        plain = isinstance(part, str) and re.fullmatch(r"[A-Za-z]\w{0,40}", part)
        text += f".{part}" if plain else f"[{part}]" if isinstance(part, int) else "[…]"
    return text.removeprefix(".")


def _problems(world: Json) -> Iterator[str]:
    """What the models do not see: what must be unique, in order, or point at something."""
    try:
        read_date(world["savedAt"])
    except ValueError:
        yield "savedAt: must be a date such as 2026-11-30T12:00:00.000Z"
    yield from _unique("people", "number", [person["number"] for person in world["people"]])
    yield from _unique("accounts", "accountID", [account["accountID"] for account in world["accounts"]])
    yield from _unique("bridges", "id", [bridge["id"] for bridge in world["bridges"]])
    for place, account in enumerate(world["accounts"]):
        if missing := [name for name in ("bridge", "loginID") if account.get(name) is None]:
            yield f"accounts[{place}].{missing[0]}: Field required"
    accounts = {account["accountID"] for account in world["accounts"]}
    if set(world["contacts"]) != accounts:
        yield "contacts: must have one member for each of accounts"
    yield from _chat_problems(world, accounts)
    for place, file in enumerate(world["files"]):
        try:
            base64.b64decode(file["data"], validate=True)
        except (binascii.Error, ValueError):
            yield f"files[{place}].data: must be base64"
    if any(place >= len(world["files"]) for place in world["media"].values()):
        yield f"media: positions must be less than {len(world['files'])}, the number of files"


_KEY = re.compile(r"[0-9]{1,18}", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:\d\d(\.\d+)?)?(Z|\+00:00)", re.ASCII)
"""The dates that can be moved to the start of a server. The models accept others."""
_FLAGS = ("isArchived", "isMarkedUnread", "isMuted", "isPinned", "isLowPriority", "isReadOnly")


def _chat_problems(world: Json, accounts: set[str]) -> Iterator[str]:
    saved = [(f"{key}[{n}]", one) for key in ("chats", "leftChats") for n, one in enumerate(world[key])]
    chats: list[Json] = [one["chat"] for _, one in saved]
    yield from _unique("chats", "chat.id", [chat["id"] for chat in chats])
    yield from _unique("chats", "chat.localChatID", [chat.get("localChatID") for chat in chats])
    known = {chat["id"] for chat in chats}
    for path, one in saved:
        chat: Json = one["chat"]
        needed = ("localChatID", "title", "network", "unreadMentionsCount", *_FLAGS)
        if missing := [name for name in needed if chat.get(name) is None]:
            yield f"{path}.chat.{missing[0]}: Field required"
        if chat["accountID"] not in accounts:
            yield f"{path}.chat.accountID: must be the accountID of one of accounts"
        merge: Json = chat.get("merge") or {}
        if not {*merge.get("chatIDs", ()), chat.get("mergedIntoChatID") or chat["id"]} <= known:
            yield f"{path}.chat: merge and mergedIntoChatID must be IDs of chats"
        yield from _date_problems(f"{path}.chat", chat, ("lastActivity",))
        for key, *names in (("reminder", "remindAt"), ("snooze", "snoozeUntil", "userSnoozedAt")):
            yield from _date_problems(f"{path}.chat.{key}", chat.get(key), names)
        if not _KEY.fullmatch(chat.get("lastReadMessageSortKey") or "0"):
            yield f"{path}.chat.lastReadMessageSortKey: must be a number as text"
        yield from _row_problems(path, one)
    message_ids = [row["id"] for _, one in saved for row in one["messages"]]
    yield from _unique("chats", "messages.id", message_ids)
    counters = world["counters"]
    for counter, used in (("nextMessageID", message_ids), ("nextLocalChatID", [c["localChatID"] for c in chats])):
        if counters[counter] <= max((int(one) for one in used if _KEY.fullmatch(one)), default=-1):
            yield f"counters.{counter}: must be greater than the numbers that are used in chats"


def _date_problems(where: str, found: object, names: Iterable[str] | None) -> Iterator[str]:
    """The dates of an object, by default all of its members, that are not written as the API writes them."""
    if not is_object(found):
        return
    for name in found if names is None else names:
        date = found.get(name)
        number = isinstance(date, int | float) and not isinstance(date, bool)
        if number or (isinstance(date, str) and not _DATE.fullmatch(date)):
            yield f"{where}{'' if names is None else f'.{name}'}: must be a date such as 2026-11-30T12:00:00.000Z"


def _row_problems(path: str, one: Json) -> Iterator[str]:
    last = -1
    for place, row in enumerate(one["messages"]):
        where = f"{path}.messages[{place}]"
        if (row["chatID"], row["accountID"]) != (one["chat"]["id"], one["chat"]["accountID"]):
            yield f"{where}: chatID and accountID must be those of the chat"
        yield from _date_problems(where, row, ("timestamp", "editedTimestamp", "seen"))
        yield from _date_problems(f"{where}.sendStatus", row.get("sendStatus"), ("timestamp",))
        yield from _date_problems(f"{where}.seen", row.get("seen"), None)
        if not _KEY.fullmatch(row["sortKey"]) or int(row["sortKey"]) <= last:
            yield f"{where}.sortKey: must be a number as text, greater than that of the message before"
            return
        last = int(row["sortKey"])


def _unique(where: str, what: str, values: list[object]) -> Iterator[str]:
    if any(count > 1 for count in Counter(values).values()):
        yield f"{where}: each must have its own {what}"
