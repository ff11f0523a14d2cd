"""The forms of uploads, as httpx encodes them. Imported for uploads only, because it imports httpx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

import httpx

from .._core.generated import contract

_HEADERS = frozenset({"content-type", "content-length", "transfer-encoding"})


class EncodedForm(NamedTuple):
    """A form that is read from the beginning of its files."""

    headers: Iterable[tuple[str, str]]
    pieces: Iterator[bytes]
    size: str | None
    """None if the size of a file is unknown."""


def encode(form: contract.MultipartBody) -> EncodedForm:
    """Encode a form. Raises whatever a file object of the user raises."""
    form.rewind()
    built = httpx.Request("POST", "http://localhost", data=grouped(form.fields), files=form.files)
    headers = [(name, value) for name, value in built.headers.items() if name in _HEADERS]
    return EncodedForm(headers, iter(cast("httpx.SyncByteStream", built.stream)), built.headers.get("content-length"))


def grouped(fields: contract.Pairs) -> dict[str, list[str]]:
    """Form fields as httpx expects them: a name that occurs several times has a list of values."""
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    return values
