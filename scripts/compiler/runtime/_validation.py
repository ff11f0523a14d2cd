"""Compares JSON with the annotations of models, for decode errors, `strict` and diagnostics.

Validation is much slower than decoding, so it is imported only after decoding failed or when a check was requested.
Callers decide how to word a mismatch, and what of it may be shown or kept.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from types import NoneType
from typing import Any, Literal, NamedTuple, TypeAlias

from ._annotations import hints_of, is_model, is_scalar, members, names_of
from ._model import Model, UnknownVariant, is_list, is_object, required_fields
from ._times import from_unix, parse_time
from ._variants import by_flag, kind_of, variant_by_key, variant_by_kind

MismatchKind: TypeAlias = Literal["missing", "wrong_type", "unknown_field", "unknown_value"]


class Mismatch(NamedTuple):
    """A place where JSON does not match its annotation."""

    kind: MismatchKind
    path: str
    """JSON path of the value (``$.items[1].id``); for an unknown field, of the object that has it."""
    field: str
    """Field of a model (``Message.id``), or the path without its numbers; for an unknown field, the model."""
    expected: str = ""
    found: str = ""
    """JSON type of the value."""
    structural: bool = False
    """Whether the generated decoder can fail on it."""
    unknown: object = None
    """The name of an unknown field, or an unknown value of an enum. It may be personal: never show it unchecked."""


class _Location(NamedTuple):
    """Where a value is: the first two fields of a `Mismatch`."""

    path: str
    field: str

    def attribute(self, model: type[Model], wire: str) -> _Location:
        return _Location(f"{self.path}.{wire}", f"{model.__name__}.{wire}")

    def item(self, number: int) -> _Location:
        return _Location(f"{self.path}[{number}]", f"{self.field}[]")

    def entry(self, number: int) -> _Location:  # keys may be personal data: shown by position
        return _Location(f"{self.path}.*[{number}]", f"{self.field}.*")


def validate(
    hint: object, value: object, *, report_unknown: bool = False, max_items: int | None = None
) -> Iterator[Mismatch]:
    """Every mismatch between JSON and a type, depth first.

    Args:
        hint: The type, as `_annotations` evaluates it.
        value: Parsed JSON.
        report_unknown: Also report fields, enum values and variants that this version does not know.
        max_items: How many items of each list and mapping to check; None for all.
    """
    return _Validator(report_unknown, max_items).check(hint, value, _Location("$", "$"))


class _Validator:
    def __init__(self, report_unknown: bool, max_items: int | None) -> None:
        self._report_unknown = report_unknown
        self._max_items = max_items

    def check(self, hint: object, value: object, at: _Location) -> Iterator[Mismatch]:
        choices = members(hint)
        if Any in choices or (value is None and NoneType in choices):
            return
        chosen = next((choice for choice in choices if _accepts(choice, value)), None)  # in the order of the loaders
        if chosen is None:
            structural = any(is_structural(choice) for choice in choices)
            yield Mismatch("wrong_type", *at, names_of(choices), _json_type(value), structural)
        elif is_model(chosen) and is_object(value):
            models = [choice for choice in choices if is_model(choice) and choice is not UnknownVariant]
            yield from self._variants(models, value, at) if len(models) > 1 else self._fields(chosen, value, at)
        else:
            yield from self._inside(chosen, value, at)

    def _inside(self, hint: object, value: object, at: _Location) -> Iterator[Mismatch]:
        """Mismatches inside a value that has the JSON type of its hint."""
        if is_list(value):
            yield from self._items(hint, value, at.item)
        elif is_object(value):
            yield from self._items(hint, value.values(), at.entry)
        elif self._report_unknown and typing.get_origin(hint) is Literal:
            known: set[tuple[type, object]] = {(type(constant), constant) for constant in typing.get_args(hint)}
            if (type(value), value) not in known:
                yield Mismatch("unknown_value", *at, found=_json_type(value), unknown=value)

    def _variants(self, models: list[type[Model]], value: dict[str, Any], at: _Location) -> Iterator[Mismatch]:
        """Mismatches of an object with the variant that is meant; an unknown variant is not checked further."""
        kind = kind_of(models)
        if kind is None:
            yield from self._fields(variant_by_key(models, value), value, at)
            return
        place = at.attribute(models[0], kind)
        if kind not in value:
            yield Mismatch("missing", *place, structural=True)
            return
        found = _json_type(value[kind])
        if (model := variant_by_kind(models, kind, value[kind])) is not None:
            yield from self._fields(model, value, at)
        elif self._report_unknown:
            yield Mismatch("unknown_value", *place, found=found, unknown=value[kind])
        elif by_flag(models, kind):
            yield Mismatch("wrong_type", *place, "bool", found, structural=True)

    def _fields(self, model: type[Model], value: dict[str, Any], at: _Location) -> Iterator[Mismatch]:
        hints, required = hints_of(model), required_fields(model)
        for wire, name in model._ATTRIBUTES.items():
            if wire not in value:
                if wire in required:
                    yield Mismatch("missing", *at.attribute(model, wire), structural=True)
            elif model._READERS.get(wire) is from_unix and isinstance(from_unix(value[wire]), datetime):
                continue
            elif value[wire] is not None or wire in required:  # null in an optional field means that it is absent
                yield from self.check(hints[name], value[wire], at.attribute(model, wire))
        if self._report_unknown and value.keys() - model._ATTRIBUTES.keys():
            for key, inner in value.items():
                if key not in model._ATTRIBUTES:
                    yield Mismatch("unknown_field", at.path, model.__name__, found=_json_type(inner), unknown=key)

    def _items(self, hint: object, values: Iterable[object], at: Callable[[int], _Location]) -> Iterator[Mismatch]:
        inner = typing.get_args(hint)[-1]
        for number, value in enumerate(islice(values, self._max_items)):
            yield from self.check(inner, value, at(number))


def _accepts(hint: object, value: object) -> bool:
    """Does a value have the JSON type of a hint? Its contents are not checked."""
    container = dict if is_model(hint) else typing.get_origin(hint)
    if container is dict or container is list:
        return isinstance(value, container)
    return _is_time(value) if hint is datetime else is_scalar(hint, value)


def is_structural(hint: object) -> bool:
    """Can decoding fail for a value that is not of this type? It does not check scalars."""
    return is_model(hint) or hint is datetime or typing.get_origin(hint) in (list, dict)


def _is_time(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(parse_time(value))
    except ValueError:
        return False


def _json_type(value: object) -> str:
    return "null" if value is None else "an object" if is_object(value) else type(value).__name__
