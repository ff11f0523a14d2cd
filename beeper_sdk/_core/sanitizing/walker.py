"""Walks through values and replaces what is personal in them, by the marks of the spec.

What the spec does not know (new fields, free-form JSON, a value of another type than documented) is taken for
personal: its strings and numbers are replaced, by what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ..generated import base, enums, fields
from .pseudonyms import REDACTED, Pseudonyms
from .public_words import marks
from .texts import Texts

_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,40}")
_KIND = re.compile(r"[a-z][a-z0-9._-]{0,40}")
_LOOKS = (
    ("media_url", re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S*|data:\S*|~?/\S*")),
    ("mail", re.compile(r"[^\s@:]+@[^\s@:]+\.[A-Za-z]{2,24}")),
    ("number", re.compile(r"\+[\d ().-]{6,}")),
)
_SIGNS = frozenset("0123456789@!$#:_|")


class Walker:
    """Replaces what is personal, under one key."""

    def __init__(self, key: bytes) -> None:
        self._of = made = Pseudonyms(key)
        self._texts = Texts(made)
        self._kinds: Mapping[str, Callable[[str], str]] = {
            "text": self._texts.text,
            "name": made.name,
            "number": made.number,
            "mail": made.mail,
            "media_url": made.url,
            "address": made.url,
            "file_name": made.file_name,
            "secret": made.secret,
            "id": made.id,
            "order": made.order,
        }

    def model(self, value: base.Model) -> dict[str, Any]:
        """The JSON of a model with pseudonyms."""
        return self._object(value, value.to_dict())

    def key(self, name: str) -> str:
        """A key of a map: names of fields stay, all others may be ids."""
        return name if name in marks() else self._of.id(name)

    def _key_of(self, name: str, mark: str | None) -> str:
        """A key of a map of the spec: an id, where the map is marked so; public where it is not marked."""
        return name if mark is None else self._of.id(name) if mark == "id" else self.key(name)

    def cursor(self, value: str) -> str:
        """A place in a list."""
        return self._of.order(value)

    def free(self, raw: Any, mark: str | None = None) -> Any:
        """JSON of which nothing is known, but for the mark that what it stands under has."""
        if raw is None or isinstance(raw, bool):
            return raw
        if isinstance(raw, str):
            return self._kinds[mark or _looks(raw)](raw) if raw else raw
        if isinstance(raw, int | float):
            return self._number(raw, mark)
        if base.is_list(raw):
            return [self.free(each, mark) for each in raw]
        if base.is_object(raw):
            return {self.key(str(name)): self.free(each, marks().get(name)) for name, each in raw.items()}
        if isinstance(raw, bytes):
            return REDACTED.encode()
        if isinstance(raw, date):
            return raw
        raise TypeError(f"sanitize takes models, pages, responses, JSON, and lists and dicts of them, not {_type(raw)}")

    def _number(self, raw: float, mark: str | None) -> float:
        """Another number with as many digits."""
        if mark == "order":
            return self._of.ordered(raw)
        sign = -1 if raw < 0 else 1
        if isinstance(raw, int):
            return sign * int(self._of.id(str(abs(raw))))
        if raw.is_integer() and abs(raw) < 1e15:
            return sign * float(self._of.id(str(abs(int(raw)))))
        made = int.from_bytes(self._of.digest("number", repr(raw))[:6], "big") % 10**9
        return sign * made / 1e6

    def _object(self, value: base.Model, raw: dict[str, Any]) -> dict[str, Any]:
        if isinstance(value, base.UnknownVariant):
            return {name: self._of_unknown(name, each) for name, each in raw.items()}
        facts = next(known for kind in type(value).__mro__ if (known := fields().get(kind.__name__)) is not None)
        out: dict[str, Any] = {}
        for name, each in raw.items():
            if name in facts:
                held = getattr(value, value.WIRE[name])
                out[name] = self._typed(held, each, facts[name].type, facts[name].pii)
            else:
                out[name if _FIELD.fullmatch(name) else self._of.id(name)] = self.free(each)
        return out

    def _of_unknown(self, name: str, raw: Any) -> Any:
        """Of an object of unknown kind, the name of the kind stays."""
        if name == "type" and isinstance(raw, str) and _KIND.fullmatch(raw):
            return raw
        return self.free(raw, marks().get(name))

    def _typed(self, value: Any, raw: Any, kind: str, mark: str | None) -> Any:
        """A documented field, walked as value and as JSON side by side: the value knows of which class things are."""
        if raw is None or isinstance(raw, bool) or isinstance(value, date):
            return raw
        if isinstance(value, base.Model):
            return self._object(value, raw)
        if base.is_list(raw) and base.is_list(value) and kind.startswith("list["):
            return [self._typed(*pair, kind, mark) for pair in zip(value, raw, strict=True)]
        if base.is_object(raw) and base.is_object(value) and _is_map(kind):
            return {
                self._key_of(name, mark): self._typed(value.get(name), each, kind, mark) for name, each in raw.items()
            }
        return raw if mark is None and _documented(raw, kind) else self.free(raw, mark)


def _type(value: object) -> str:
    return type(value).__name__


def _is_map(kind: str) -> bool:
    """Does the spec say of what kind the values are? (``MessageSeen`` can be a map.)"""
    return "Json" not in kind and (kind.startswith("dict[") or kind == "MessageSeen")


def _looks(raw: str) -> str:
    """The mark of a string nobody knows."""
    for mark, pattern in _LOOKS:
        if pattern.fullmatch(raw):
            return mark
    return "id" if _SIGNS.intersection(raw) and len(raw.split()) == 1 else "text"


def _documented(raw: Any, kind: str) -> bool:
    """Is this a word or number of the type the spec says?"""
    names = set(re.findall(r"\w+", kind))
    if isinstance(raw, str):
        return bool(names & {"str", "Literal"} or names & enums().keys())
    return isinstance(raw, int | float) and bool(names & {"int", "float", "CapabilityLevel", "1"})
