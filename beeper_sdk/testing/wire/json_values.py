"""JSON objects as the wire has them, and their two spellings: text and time. No rule of Beeper is here."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from typing import Any, TypeAlias, TypeGuard

Json: TypeAlias = dict[str, Any]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_UNIX_START = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_FIRST_MS, _LAST_MS = -62_135_596_800_000, 253_402_300_799_999
"""The years 1 to 9999."""


def is_object(value: object) -> TypeGuard[Json]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def dumps(value: object) -> bytes:
    """The bytes a server sends for a value: compact, as JavaScript writes it, emoji unescaped but for half ones."""
    if _fast is not None:
        try:
            return _fast(value)
        except TypeError:
            pass  # it refuses half emoji and large integers
    return _ENCODER.encode(value).encode(errors="backslashreplace")


def _fast_encoder() -> Callable[[object], bytes] | None:
    """The encoder of orjson where it is installed: the other one takes half of the time of a page of messages."""
    if find_spec("orjson") is None:
        return None
    import orjson

    return orjson.dumps


_fast = _fast_encoder()


def stamp(moment_ms: int) -> str:
    """The timestamp Beeper writes for Unix milliseconds: UTC, three decimals, ``Z``."""
    moment_ms = max(_FIRST_MS, min(moment_ms, _LAST_MS))  # a datetime cannot be later
    return from_ms(moment_ms).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def from_ms(moment_ms: int) -> datetime:
    """The aware datetime of Unix milliseconds."""
    return _UNIX_START + timedelta(milliseconds=moment_ms)


def to_ms(moment: datetime) -> int:
    """Unix milliseconds of an aware datetime."""
    return (moment - _UNIX_START) // _MS


def read_stamp(text: str) -> int:
    """Unix milliseconds of a timestamp; one without a zone is UTC."""
    moment = datetime.fromisoformat(text)
    return to_ms(moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC))
