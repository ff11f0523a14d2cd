"""The JSON reader: orjson if it is installed (the extra ``fast``), otherwise the standard library.

Imported at the first response, so that programs that send nothing import neither.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import Any

from ._model import is_list, is_object

MAX_DEPTH = 100
"""Levels of nesting that are read. Responses have 12 at most; 500 exceed Python's recursion limit in `Model.to_dict`,
``copy`` and ``pickle``."""
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_LARGE = (b"0" * 20, b"-" + b"0" * 19)
_DIGITS_AS_ZERO = bytes(48 if 48 <= byte <= 57 else byte if byte == 45 else 0 for byte in range(256))


def _choose() -> Callable[[bytes], Any]:
    if find_spec("orjson") is None:
        return json.loads
    import orjson

    fast = orjson.loads

    def read(content: bytes) -> Any:
        digits = content.translate(_DIGITS_AS_ZERO)
        if any(large in digits for large in _LARGE):
            return json.loads(content)  # orjson would read an int that 64 bits cannot hold as a float
        try:
            return fast(content)
        except (
            ValueError
        ):  # a lone surrogate, from JavaScript truncating a string: only the standard library accepts it
            return json.loads(content)

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
