"""One change to one response: a field of its JSON, its whole body, a header or its status."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from random import Random
from typing import Any, NamedTuple, TypeAlias

import httpx
from typing_extensions import override

Place: TypeAlias = tuple[str | int, ...]
"""Keys and indexes that lead to a value of a JSON document."""
_MARK = "@ the value @"
_DEPTH = 900
"""Levels of nesting that parsers of JSON accept, and recursive functions do not."""
MISSING = ""
TWICE = "twice"
"""The field occurs twice, the second time with another type."""

FIELDS: tuple[str, ...] = (
    *(MISSING, TWICE, "null", "true", "false", "0", "-1", "7", "1.5", "1e400", "-1e400", "NaN", "1e308"),
    *("9" * 30, "-" + "9" * 30, "9" * 5000, "8640000000000001", "2000000000000"),
    *('""', '" "', '"x"', '"7"', '"../.."', '"é😀"', json.dumps("é" * 70_000, ensure_ascii=False)),
    *('"\\ud800"', '"a\\udfff\\ud800b"', '"\\u0000"', '"\\n"', '"{{sender}}"', '"__class__"'),
    *('"9999-12-31T24:00:00Z"', '"9999-12-31T23:59:59.999-14:00"', '"0001-01-01T00:00:00+14:00"'),
    *('"0000-00-00T00:00:00Z"', '"2026-02-30T00:00:00.000Z"', '"2026-13-01T99:00:00.000Z"', '"2026-W53-7"'),
    *('"2026-01-01"', '"1735689600000"', '"20261224T180000,123456789Z"', '"9999-12-31T23:59:59.999Z"', '"24:00"'),
    *('"2026-01-01T00:00:00+99:99"', '"-2026-01-01T00:00:00Z"', '"\uff12\uff10\uff12\uff16-01-01T00:00:00.000Z"'),
    *("[]", "[null]", '["x"]', "[7]", "[[]]", "[{}]", '[{"id": []}]', '[["x"], {"y": null}]'),
    *("{}", '{"x": 1}', '{"": null}', '{"items": 5}', '{"id": {}}', '{"items": [null, 5, {}]}', '{"type": []}'),
    "[" * _DEPTH + "]" * _DEPTH,
    '{"a":' * _DEPTH + "1" + "}" * _DEPTH,
    "[" * 100_000,
)  # fmt: skip
BODIES: tuple[bytes, ...] = (
    *(b"", b"null", b"true", b"0", b"1e999", b'""', b"[]", b"{}", b'[{"id": 5}]', b'{"items": {}}', b"[null, [], 7]"),
    *(b"\xff\xfe\x00", b"\xef\xbb\xbf{}", b"<html><title>x</title>", b"OK", b'{"success": 5}', b'{"success": false}'),
    *(b'{"error": {"code": [], "message": {}}}', b'{"error": [5]}', b'{"message": 5, "code": {}}', b"NaN"),
    *(b'{"success": false, "error": {}}', b'{"error": "\\ud800", "code": "\\ud800"}', b'{"a": ' + b"9" * 5000 + b"}"),
    *(b"[" * 100_000, b"[" * _DEPTH + b"]" * _DEPTH, b'{"items":' * _DEPTH + b"1" + b"}" * _DEPTH),
)
ERRORS: tuple[bytes, ...] = (
    *(b"", b"null", b"[]", b'"x"', b"\xff", b"<html>", b"[" * 100_000, b'{"error":' * _DEPTH + b"1" + b"}" * _DEPTH),
    *(
        b'{"message": "no", "code": "not_found"}',
        b'{"message": [], "code": 5}',
        b'{"error": {"code": [], "param": {}}}',
    ),
    *(b'{"code": "TOOL_EXECUTION_ERROR", "message": null}', b'{"error": "x", "details": {"a": []}}'),
    *(
        b'{"message": "\\ud800", "code": "\\ud800"}',
        b'{"code": "x", "details": {"issues": [{"path": [{}, -1, 1e999]}]}}',
    ),
    b'{"code": "x", "details": {"issues": [null, {"path": 5}, {"path": ["\\ud800", ' + b"9" * 4000 + b"]}]}}",
    *(b'{"message": "Token expired", "code": "UNAUTHORIZED"}', b'{"message": "Route GET:/v1/x not found"}'),
)
STATUSES = (
    *(
        100,
        101,
        199,
        200,
        201,
        202,
        204,
        206,
        226,
        299,
        300,
        302,
        303,
        304,
        307,
        399,
        400,
        401,
        402,
        403,
        404,
        405,
        406,
    ),
    *(408, 409, 410, 413, 418, 422, 423, 425, 429, 451, 499, 500, 501, 502, 503, 504, 520, 599),
)
HEADERS: Mapping[str, tuple[bytes, ...]] = {
    "content-type": (b"", b"x", b"text/html", b"application/json; charset=utf-16", b"\xff\xfe", b"a/b;" * 2000),
    "content-length": (b"", b"-5", b"0", b"many", b"9" * 30, b"3"),
    "content-encoding": (b"", b"gzip", b"br", b"zz", b"identity", b"gzip, " * 30),
    "content-range": (b"", b"bytes", b"bytes 9-1/x", b"\xff"),
    "content-disposition": (b"", b'attachment; filename="../../x"', b"attachment; filename*=utf-16''%ff", b"\xff"),
    "retry-after": (b"", b"-5", b"nan", b"inf", b"9" * 30, b"1e400", b"Wed, 99 Xyz 9999 99:99:99", b"\xff", b"0.001"),
    "date": (b"", b"x", b"Fri, 31 Dec 9999 23:59:59 -9999", b"Mon, 01 Jan 0001 00:00:00 +2300", b"\xff", b"9" * 400,
             b"Mon, 1 Jan 99999999999999999999 00:00:00 GMT", b"Thu, 01 Jan 1970 00:00:00 +999999999999"),
    "link": (b"<", b"<http://127.0.0.1:1/>; rel=next", b"\xff"),
    "location": (b"", b"http://[", b"//", b"http://127.0.0.1:1/", b"\xff\xfe", b"javascript:x"),
    "set-cookie": (b"", b"a=b; expires=x; domain=.com", b"\xff", b"=;=;="),
    "www-authenticate": (b"", b"Bearer error=", b"\xff", b"Basic " * 999),
    "x-beeper-desktop-version": (b"", b"x", b"9" * 5000, b"4." * 3000 + b"1", b"-1.2", b"\xff", "\uff14.3.1".encode(),
                                 b"4.3", b"4.1.92", b"4.2.557"),
    "etag": (b"", b"\xff"),
    "x-bomb": (b"z" * 300_000,),
}  # fmt: skip


class Change(NamedTuple):
    """One change to one response."""

    kind: str
    """``field``, ``body``, ``header``, ``status``."""
    where: Place = ()
    value: str | bytes = ""
    status: int = 0

    @override
    def __str__(self) -> str:
        where = ".".join(map(str, self.where))
        return f"{self.kind} {where} {self.status or ''} {str(self.value)[:60]!r}"

    def of(self, response: httpx.Response) -> httpx.Response:
        """The changed response."""
        headers = [(name.lower(), value) for name, value in response.headers.raw]
        status, content = response.status_code, response.content
        if self.kind == "field":
            content = changed(json.loads(content), self.where, str(self.value))
        elif self.kind == "body":
            content = _bytes(self.value)
        elif self.kind == "status":
            status, content = self.status, content if self.value == "" else _bytes(self.value)
        else:
            headers = [(name, value) for name, value in headers if name != str(self.where[0]).encode()]
            headers.append((str(self.where[0]).encode(), _bytes(self.value)))
        own = [pair for pair in headers if pair[0] != b"content-length" or self.where == ("content-length",)]
        return httpx.Response(
            status, headers=[pair for pair in own if pair[0] != b"transfer-encoding"], stream=_Once(content)
        )


class _Once(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body of any headers: httpx itself would add a content-length, and decompress."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @override
    def __iter__(self) -> Iterator[bytes]:
        yield self._content

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode()


def places(document: object, at: Place = ()) -> Iterator[Place]:
    """Where values are in a document. Of a list only the first two items and the last one are changed."""
    if at:
        yield at
    if isinstance(document, dict):
        for key, value in document.items():
            yield from places(value, (*at, key))
    elif isinstance(document, list):
        for index in sorted({0, 1, len(document) - 1} & set(range(len(document)))):
            yield from places(document[index], (*at, index))


def changed(document: Any, place: Place, raw: str) -> bytes:
    """The document with another value at a place."""
    parent = document
    for step in place[:-1]:
        parent = parent[step]
    old = parent[place[-1]]
    if raw == MISSING:
        del parent[place[-1]]
        return json.dumps(document).encode()
    parent[place[-1]] = _MARK
    if raw == TWICE:
        other = "[]" if isinstance(old, str | int | None) else '"x"'
        raw = f"{json.dumps(old)}, {json.dumps(place[-1])}: {other}" if isinstance(place[-1], str) else other
    return json.dumps(document).replace(json.dumps(_MARK), raw).encode("utf-8", "surrogatepass")


def chosen(response: httpx.Response, chance: Random, count: int) -> list[Change]:
    """Some changes to a response: half of them of fields."""
    try:
        within = list(places(json.loads(response.content)))
    except ValueError:
        within = []
    kinds = [*(["field"] * 3 if within else []), "body", "header", "status"]
    first = chance.randrange(len(kinds))
    return [_random(kinds[(first + number) % len(kinds)], within, chance) for number in range(count)]


def _random(kind: str, within: list[Place], chance: Random) -> Change:
    if kind == "field":
        return Change(kind, chance.choice(within), chance.choice(FIELDS))
    if kind == "body":
        return Change(kind, (), chance.choice(BODIES))
    if kind == "header":
        name = chance.choice(list(HEADERS))
        return Change(kind, (name,), chance.choice(HEADERS[name]))
    status = chance.choice(STATUSES)
    return Change(kind, (), "" if status < 300 or chance.random() < 0.3 else chance.choice(ERRORS), status)
