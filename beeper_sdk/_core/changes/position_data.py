"""The data of a position: three tables of JSON values. What the values mean is decided by those who write them.

As one text, which a `PositionStore` keeps:

    {"version": 1, "meta": {key: value, …}, "chats": {…}, "sent": {…}}
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Literal, TypeAlias, TypeGuard, get_args

from ..generated import Json
from ..util.override import override
from ..util.validation import check_text

VERSION = 1
Table: TypeAlias = Literal["meta", "chats", "sent"]
Record: TypeAlias = tuple[Table, str, Json]
"""The new value of a key; None removes the key. The value must not be modified later."""
TABLES: tuple[Table, ...] = get_args(Table)

_DAMAGED = "is damaged"
_encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False, sort_keys=True).encode


class PositionData:
    """The tables of a position. ``tables["chats"]["!a:b"]`` is a value; change them with `apply` only."""

    __slots__ = ("tables",)

    def __init__(self) -> None:
        self.tables: dict[Table, dict[str, Json]] = {name: {} for name in TABLES}

    @override
    def __repr__(self) -> str:
        return f"<PositionData with {len(self.tables['chats'])} chats>"

    def apply(self, record: Record) -> None:
        """Set or remove the value of a key."""
        table, key, value = record
        if value is None:
            self.tables[table].pop(key, None)
        else:
            self.tables[table][key] = value

    def after(self, records: Iterable[Record]) -> PositionData:
        """A copy with these changes. Values are shared."""
        copy = PositionData()
        copy.tables = {name: dict(values) for name, values in self.tables.items()}
        for record in records:
            copy.apply(record)
        return copy

    def text(self, **more: str) -> str:
        """The data as one JSON text of ASCII characters, the same for equal data. `more` are further members."""
        members: list[tuple[str, object]] = [("version", VERSION), *more.items(), *self.tables.items()]
        return "{" + ",".join(f'"{name}":{_encode(value)}' for name, value in members) + "}"

    @staticmethod
    def from_text(text: str) -> PositionData:
        """The data of a text.

        Raises:
            ValueError: it is not the text of a position, is damaged, or was written by a newer version of this SDK. The
                message continues a sentence that starts with the name of the position, and contains nothing of it.
        """
        return from_json(parse(text))


def parse(text: str | bytes) -> Json:
    """Parse JSON. Raises ValueError, which contains nothing of the text."""
    with suppress(ValueError, RecursionError):
        value: Json = json.loads(text)
        return value
    # Raised outside of `except`, because a JSONDecodeError, which would be the __context__, has the whole text.
    raise ValueError(_DAMAGED if text.strip() else "is empty")


def from_json(value: Json) -> PositionData:
    """The data of a parsed text. Raises ValueError as `PositionData.from_text` does."""
    if not is_object(value) or not isinstance(version := value.get("version"), int) or isinstance(version, bool):
        raise ValueError("is not a position")
    if version > VERSION:
        raise ValueError("was written by a newer version of this SDK")
    data = PositionData()
    for name in TABLES:
        values = value.get(name)
        if not is_object(values) or None in values.values():
            raise ValueError(_DAMAGED)
        data.tables[name] = values
    return data


def is_object(value: Json) -> TypeGuard[dict[str, Json]]:
    """Whether a parsed value is an object."""
    return isinstance(value, dict)


def encode_value(value: Json) -> str:
    """A value as compact JSON. Raises ValueError, TypeError."""
    return _encode(value)


def encode_records(records: Iterable[Record]) -> str:
    """Records as one line of JSON, of ASCII characters.

    Raises:
        TypeError, ValueError: they are not records.
    """
    rows = tuple(records)
    for table, key, _ in rows:
        check_record(table, key)
    return _encode(rows)


def check_record(table: object, key: object) -> None:
    """Check the table and key of a record. Raises TypeError, ValueError."""
    if table not in TABLES:
        raise ValueError(f"the table of a record must be one of {', '.join(TABLES)}")
    if any("\ud800" <= letter <= "\udfff" for letter in check_text("the key of a record", key)):
        raise ValueError("the key of a record must not contain a lone surrogate")  # SQLite cannot store it


def decode_records(line: str | bytes) -> list[Record]:
    """The records of a line. Raises ValueError, without contents."""
    rows = parse(line)
    if not isinstance(rows, list):
        raise ValueError(_DAMAGED)  # noqa: TRY004 - the type of a text
    return [_record(row) for row in rows]


def _record(row: Json) -> Record:
    match row:
        case ["meta" | "chats" | "sent" as table, str(key), value]:
            return table, key, value
        case _:
            raise ValueError(_DAMAGED)


def apply_row(data: PositionData, part: object, key: object, value: object) -> None:
    """Apply a row of a database, whose value is JSON. Raises ValueError, without contents."""
    if not isinstance(part, str) or not isinstance(key, str) or not isinstance(value, str):
        raise ValueError(_DAMAGED)  # noqa: TRY004 - the type of a text
    data.apply(_record([part, key, parse(value)]))
