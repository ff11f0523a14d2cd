"""Replaces the personal data in models and JSON, by the marks of the spec.

Data that the spec does not describe (new fields, free-form JSON, a value of another type than documented) counts as
personal: its strings and numbers are replaced, depending on what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ..generated import base, enums, fields
from .pseudonyms import REDACTED, Pseudonyms
from .texts import Texts
from .words import field_marks

_FIELD_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,40}")
_VARIANT_NAME = re.compile(r"[a-z][a-z0-9._-]{0,40}")
_MARK_PATTERNS = (
    ("media_url", re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S*|data:\S*|~?/\S*")),
    ("mail", re.compile(r"[^\s@:]+@[^\s@:]+\.[A-Za-z]{2,24}")),
    ("number", re.compile(r"\+[\d ().-]{6,}")),
)
_ID_CHARACTERS = frozenset("0123456789@!$#:_|")


class Walker:
    """Replaces personal data, under one key."""

    def __init__(self, key: bytes) -> None:
        self._pseudonyms = pseudonyms = Pseudonyms(key)
        self._replacements: Mapping[str, Callable[[str], str]] = {
            "text": Texts(pseudonyms).text,
            "name": pseudonyms.name,
            "number": pseudonyms.number,
            "mail": pseudonyms.mail,
            "media_url": pseudonyms.url,
            "address": pseudonyms.url,
            "file_name": pseudonyms.file_name,
            "secret": pseudonyms.secret,
            "id": pseudonyms.id,
            "order": pseudonyms.order,
        }

    def model(self, value: base.Model) -> dict[str, Any]:
        """The JSON of a model with pseudonyms."""
        return self._object(value, value.to_dict())

    def map_key(self, name: str) -> str:
        """A key of a map. Field names are kept, all others may be IDs."""
        return name if name in field_marks() else self._pseudonyms.id(name)

    def cursor(self, value: str) -> str:
        """A position in a list."""
        return self._pseudonyms.order(value)

    def undocumented(self, raw: Any, mark: str | None = None) -> Any:
        """JSON that the spec does not describe, except for the mark of the field that holds it."""
        if raw is None or isinstance(raw, bool | date):
            return raw
        if isinstance(raw, str):
            return self._replacements[mark or _guess_mark(raw)](raw) if raw else raw
        if isinstance(raw, int | float):
            return self._number(raw, mark)
        if isinstance(raw, bytes):
            return REDACTED.encode()
        if base.is_list(raw):
            return [self.undocumented(item, mark) for item in raw]
        if base.is_object(raw):
            return {
                self.map_key(str(name)): self.undocumented(inner, field_marks().get(name))
                for name, inner in raw.items()
            }
        kind = type(raw).__name__
        raise TypeError(
            f"obj must contain only models, pages, responses, JSON, and lists, tuples and dicts of them, not {kind}"
        )

    def _number(self, raw: float, mark: str | None) -> float:
        """A number with the same number of digits."""
        if mark == "order":
            return self._pseudonyms.ordered(raw)
        sign = -1 if raw < 0 else 1
        if isinstance(raw, int):
            return sign * int(self._pseudonyms.id(str(abs(raw))))
        if raw.is_integer() and abs(raw) < 1e15:
            return sign * float(self._pseudonyms.id(str(abs(int(raw)))))
        millionths = int.from_bytes(self._pseudonyms.digest("number", repr(raw))[:6], "big") % 10**9
        return sign * millionths / 1e6

    def _object(self, value: base.Model, raw: dict[str, Any]) -> dict[str, Any]:
        if isinstance(value, base.UnknownVariant):
            return {name: self._unknown_variant_field(name, inner) for name, inner in raw.items()}
        facts = next(known for kind in type(value).__mro__ if (known := fields().get(kind.__name__)) is not None)
        replaced: dict[str, Any] = {}
        for name, inner in raw.items():
            if name in facts:
                decoded = getattr(value, base.attribute_names(type(value))[name])
                replaced[name] = self._documented(decoded, inner, facts[name].type, facts[name].pii)
            else:
                shown = name if _FIELD_NAME.fullmatch(name) else self._pseudonyms.id(name)
                replaced[shown] = self.undocumented(inner)
        return replaced

    def _unknown_variant_field(self, name: str, raw: Any) -> Any:
        """A field of a variant that the spec does not know. The name of the variant is kept."""
        if name == "type" and isinstance(raw, str) and _VARIANT_NAME.fullmatch(raw):
            return raw
        return self.undocumented(raw, field_marks().get(name))

    def _documented(self, value: Any, raw: Any, kind: str, mark: str | None) -> Any:
        """A field of the spec, decoded and as JSON. The decoded value shows which model an object in the JSON is."""
        if raw is None or isinstance(raw, bool) or isinstance(value, date):
            return raw
        if isinstance(value, base.Model) and base.is_object(raw):
            return self._object(value, raw)
        if base.is_list(raw) and base.is_list(value) and kind.startswith("list["):
            return [self._documented(*pair, kind, mark) for pair in zip(value, raw, strict=True)]
        if base.is_object(raw) and base.is_object(value) and _is_map(kind):
            return {
                self._documented_key(name, mark): self._documented(value.get(name), inner, kind, mark)
                for name, inner in raw.items()
            }
        return raw if mark is None and _has_type(raw, kind) else self.undocumented(raw, mark)

    def _documented_key(self, name: str, mark: str | None) -> str:
        """A key of a map of the spec: kept if the map has no mark, replaced as an ID if that is its mark."""
        return name if mark is None else self._pseudonyms.id(name) if mark == "id" else self.map_key(name)


def _is_map(kind: str) -> bool:
    """Whether the spec defines the type of the values of an object. (``MessageSeen`` can be a map.)"""
    return "Json" not in kind and (kind.startswith("dict[") or kind == "MessageSeen")


def _guess_mark(raw: str) -> str:
    """The likely mark of a string that has none in the spec."""
    for mark, pattern in _MARK_PATTERNS:
        if pattern.fullmatch(raw):
            return mark
    return "id" if _ID_CHARACTERS.intersection(raw) and len(raw.split()) == 1 else "text"


def _has_type(raw: Any, kind: str) -> bool:
    """Whether a value is a string or number of the type in the spec."""
    names = set(re.findall(r"\w+", kind))
    if isinstance(raw, str):
        return bool(names & {"str", "Literal"} or names & enums().keys())
    return isinstance(raw, int | float) and bool(names & {"int", "float", "CapabilityLevel", "1"})
