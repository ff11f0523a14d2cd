# @generated


from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from json.decoder import JSONDecoder
from typing import Any

from ._model import is_list, is_object

MAX_DEPTH = 100
_ALL = bytes(range(256))
_NOT_BRACKETS = _ALL.translate(None, b"[]{}")
_NOT_BRACKETS_OR_QUOTES = _ALL.translate(None, b'[]{}"')
_LARGE = (b":" + b"0" * 19, b"[" + b"0" * 19)
_OUTLINE = bytes.maketrans(b"123456789-, \t\r\n", b"000000000::::::")
_NOT_OUTLINE = _ALL.translate(None, b'0123456789-, \t\r\n:."[]{}')
_scan = JSONDecoder().raw_decode


def standard(content: bytes) -> Any:
    if content[:1] in (b"{", b"[") and content[1:2] != b"\0":  # UTF-8 without a byte order mark
        text = content.decode("utf-8", "surrogatepass")
        value, end = _scan(text)
        if end == len(text):
            return value
    return json.loads(content)


def _fast_reader() -> Callable[[bytes], Any] | None:
    if find_spec("orjson") is None:
        return None
    import orjson

    return orjson.loads


_fast = _fast_reader()


def loads(content: bytes) -> Any:
    outline = content if _fast is None else content.translate(_OUTLINE, _NOT_OUTLINE)
    try:
        value = standard(content) if _fast is None or _has_large(outline) else _read(_fast, content)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if (
        len(outline.translate(None, _NOT_BRACKETS)) > 2 * MAX_DEPTH
        and _may_be_deep(content, outline)
        and _is_deep(value)
    ):
        raise ValueError("nested too deeply")
    return value


def _has_large(outline: bytes) -> bool:
    return _LARGE[0] in outline or _LARGE[1] in outline or outline[:19] == b"0" * 19


def _read(fast: Callable[[bytes], Any], content: bytes) -> Any:
    try:
        return fast(content)
    except ValueError:  # a lone surrogate, from JavaScript truncating a string: only the standard library accepts it
        return standard(content)


def _brackets(content: bytes, outline: bytes) -> bytes:
    if b"\\" in content:
        outline = content.replace(b"\\\\", b"").replace(b'\\"', b"")
    brackets = outline.translate(None, _NOT_BRACKETS_OR_QUOTES)
    if 2 * brackets.count(b'""') != brackets.count(b'"'):  # otherwise no string has a bracket
        brackets = b"".join(brackets.replace(b'""', b"").split(b'"')[::2])
    return brackets.translate(None, b'"')


def _may_be_deep(content: bytes, outline: bytes) -> bool:
    if b"\0" in content:  # not UTF-8: a byte of another character can equal a bracket
        return True
    brackets = _brackets(content, outline)
    for levels in range(0, 40, 2):  # each round removes one or two levels: of `{[]}`, both
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
