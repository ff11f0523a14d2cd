"""The JSON reader: orjson if it is installed (the extra ``fast``), otherwise the standard library.

Imported at the first response, so that programs that send nothing import neither.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from json.decoder import JSONDecoder
from typing import Any

from ._model import is_list, is_object

MAX_DEPTH = 100
"""Levels of nesting that are read. Responses have 12 at most; 500 exceed Python's recursion limit in `Model.to_dict`,
``copy`` and ``pickle``."""
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_LARGE = (b":" + b"0" * 20, b"-" + b"0" * 19)
_SHAPES = bytes(
    48 if byte in b"0123456789" else 45 if byte == 45 else 58 if byte in b":,[ \t\r\n" else 0 for byte in range(256)
)
"""Digits as 0, what can stand before a number as a colon: so a long number is found, but not digits in a text."""
_scan = JSONDecoder().raw_decode


def standard(content: bytes) -> Any:
    """The same as `json.loads`. Its arguments and its regular expressions cost 2.5 µs, as much as a message."""
    if content[:1] in (b"{", b"[") and content[1:2] != b"\0":  # UTF-8 without a byte order mark
        text = content.decode("utf-8", "surrogatepass")
        value, end = _scan(text)
        if end == len(text):
            return value
    return json.loads(content)


def _choose() -> Callable[[bytes], Any]:
    if find_spec("orjson") is None:
        return standard
    import orjson

    fast = orjson.loads

    def read(content: bytes) -> Any:
        shapes = content.translate(_SHAPES)
        if any(large in shapes for large in _LARGE) or shapes[:20] == b"0" * 20:
            return standard(content)  # orjson would read an int that 64 bits cannot hold as a float
        try:
            return fast(content)
        except (
            ValueError
        ):  # a lone surrogate, from JavaScript truncating a string: only the standard library accepts it
            return standard(content)

    return read


_read: Callable[[bytes], Any] = _choose()


def loads(content: bytes) -> Any:
    """Parsed JSON. Raises ValueError for what is not JSON, and for more than MAX_DEPTH levels."""
    try:
        value = _read(content)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    brackets = content.translate(None, _NOT_BRACKETS)
    if len(brackets) > 2 * MAX_DEPTH and _may_be_deep(brackets) and _is_deep(value):
        raise ValueError("nested too deeply")
    return value


def _may_be_deep(brackets: bytes) -> bool:
    """Whether the brackets of a text suggest deep nesting. Those in strings count too, so it may be wrong."""
    for levels in range(20):  # each round removes the innermost level
        if levels + brackets.count(b"[") + brackets.count(b"{") <= MAX_DEPTH:
            return False
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return True


def _is_deep(value: Any) -> bool:
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[Any]:
    return value.values() if is_object(value) else value if is_list(value) else ()
