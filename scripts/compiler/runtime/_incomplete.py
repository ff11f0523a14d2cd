"""Reads JSON of another shape than documented, as far as possible. Imported only after the generated readers failed.

One unreadable item must not cost a whole list. So everything inside of the items of a list is read field by field, and
what cannot be read is None. A single object still raises DecodeError, except for what only describes a list: a page
without items is empty.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from datetime import datetime
from math import inf
from types import NoneType
from typing import Any, TypeVar

from ._annotations import hints_of, is_model, is_scalar, members, type_of
from ._decode_errors import describe, explain
from ._model import (
    DECODE_ERRORS,
    UNSET,
    DecodeError,
    Incomplete,
    Model,
    UnknownVariant,
    field_json,
    is_list,
    is_object,
    is_respelled,
    new,
    required_fields,
)
from ._times import from_unix, parse_time, to_unix
from ._validation import is_structural, validate
from ._variants import kind_of, variant_by_key, variant_by_kind

if typing.TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ._model import Report

M = TypeVar("M", bound=Model)
T = TypeVar("T")


MAX_UNREADABLE_ITEMS = 10_000
"""Number of objects in one response that are read field by field, which takes some thirty times as long."""


class _Unreadable(Exception):
    """A value has another shape than documented."""


class _TooManyOdd(Exception):
    """The response has more than MAX_UNREADABLE_ITEMS unreadable objects."""


def read(load: Callable[[Any], T], data: Any, report: Report | None) -> T:
    """Decode a response that the generated reader failed on. Raises DecodeError if it cannot be read."""
    try:
        result: T = _Reader(report, MAX_UNREADABLE_ITEMS).value(type_of(load), data, "$", tolerant=False)
    except _Unreadable:
        pass
    except _TooManyOdd:
        raise DecodeError("$", f"more than {MAX_UNREADABLE_ITEMS} objects in it cannot be read") from None
    else:
        return result
    raise explain(load, data, ValueError())


def read_model(model: type[M], data: Mapping[str, Any]) -> M:
    """Decode a JSON object, with None for all that cannot be read."""
    return _Reader(None).model(model, dict(data), "$", tolerant=True)


def read_documented(model: type[M], data: dict[str, Any]) -> M:
    """Decode a JSON object by the annotations of a model. Raises TypeError if its shape is not the documented one."""
    try:
        return _Reader(None, exact=True).fields(model, data, "$", tolerant=False)
    except _Unreadable:
        raise TypeError("not the documented shape") from None


class _Reader:
    """Reads by the annotations of models. `tolerant` is True inside of the items of a list, unless the reader is
    `exact`: then whatever cannot be read is an error, as for the generated readers. `limit`: how many unreadable
    objects to read, unless they were received already."""

    def __init__(self, report: Report | None, limit: float = inf, *, exact: bool = False) -> None:
        self._report = report
        self._limit = limit
        self._exact = exact

    def _count(self) -> None:
        """Count an unreadable object."""
        self._limit -= 1
        if self._limit < 0:
            raise _TooManyOdd

    def value(self, hint: object, raw: Any, path: str, *, tolerant: bool) -> Any:
        """A value of a type. Scalar types are not checked, as the generated readers do not."""
        choices = members(hint)
        if Any in choices or (raw is None and NoneType in choices):
            return raw
        models = [choice for choice in choices if is_model(choice) and choice is not UnknownVariant]
        if models and is_object(raw):
            return self._variant(models, raw, path, tolerant=tolerant, is_open=UnknownVariant in choices)
        for choice in choices:
            container, arguments = typing.get_origin(choice), typing.get_args(choice)
            if _is_kept(choice, raw):
                return raw
            if container is list and is_list(raw):
                return [self._item(arguments[-1], item, f"{path}[{number}]") for number, item in enumerate(raw)]
            if container is dict and is_object(raw):  # keys may be personal data: shown by position
                entries = enumerate(raw.items())
                return {key: self._item(arguments[-1], item, f"{path}.*[{number}]") for number, (key, item) in entries}
            if choice is datetime and isinstance(raw, str):
                return _time(raw)
            if is_scalar(choice, raw):
                return raw
        return _scalar(choices, raw)

    def _item(self, hint: object, raw: Any, path: str) -> Any:
        try:
            return self.value(hint, raw, path, tolerant=not self._exact)
        except _Unreadable:
            models = [choice for choice in members(hint) if is_model(choice)]
            if self._exact or not models:
                raise
        self._count()
        self._report_unreadable(path, hint, raw)
        return unreadable_item(models[0], raw)

    def _variant(
        self, models: list[type[Model]], raw: dict[str, Any], path: str, *, tolerant: bool, is_open: bool
    ) -> Model:
        """The member of a union that an object is; see `_variants`."""
        if len(models) == 1:
            return self.model(models[0], raw, path, tolerant=tolerant)
        kind = kind_of(models)
        if kind is None:
            return self.model(variant_by_key(models, raw), raw, path, tolerant=tolerant)
        chosen = variant_by_kind(models, kind, raw.get(kind))
        if chosen is not None:
            return self.model(chosen, raw, path, tolerant=tolerant)
        if is_open and (kind in raw or tolerant):
            if kind not in raw and self._report is not None:
                self._report(f"{path}.{kind}", "missing")
            return UnknownVariant(raw)
        raise _Unreadable

    def model(self, model: type[M], raw: dict[str, Any], path: str, *, tolerant: bool) -> M:
        """A model: by its generated reader, or if that fails, field by field."""
        try:
            return model._read(raw)
        except DECODE_ERRORS:
            if tolerant:
                self._count()
            return self.fields(model, raw, path, tolerant=tolerant)

    def fields(self, model: type[M], raw: dict[str, Any], path: str, *, tolerant: bool) -> M:
        """A model, field by field."""
        self_, extras = new(model), Incomplete()
        extras.unreadable, extras.whole = {}, UNSET
        for wire, name in model._ATTRIBUTES.items():
            value, extra = self._field(model, wire, raw.get(wire, UNSET), f"{path}.{wire}", extras, tolerant=tolerant)
            setattr(self_, name, value)
            if extra:
                extras[wire] = raw[wire]
        extras.update({key: inner for key, inner in raw.items() if key not in model._ATTRIBUTES})
        self_._extras = extras if extras.unreadable else dict(extras) or None
        return self_

    def _field(
        self, model: type[Model], wire: str, raw: Any, path: str, extras: Incomplete, *, tolerant: bool
    ) -> tuple[Any, bool]:
        """The value of a field, and whether its JSON must be kept beside it."""
        hint, required = hints_of(model)[model._ATTRIBUTES[wire]], wire in required_fields(model)
        if not required and (raw is UNSET or raw is None):
            return None, raw is None
        try:
            if raw is UNSET:
                raise _Unreadable
            if model._READERS.get(wire) is from_unix and raw is not None:
                value = from_unix(raw)
                return value, repr(to_unix(value)) != repr(raw)
            value = self.value(hint, raw, path, tolerant=tolerant)
        except _Unreadable:
            value = _substitute(model, hint)
            if self._exact or (not tolerant and not _may_lack(model, raw, hint)):
                raise
        else:
            return value, wire in model._READERS and value is not raw and is_respelled(value, raw)
        self._report_unreadable(path, hint, raw)
        extras.unreadable[wire] = (value, raw)
        return value, False

    def _report_unreadable(self, path: str, hint: object, raw: Any) -> None:
        """Report a value that was not read, by the place in it that is wrong."""
        if self._report is None:
            return
        mismatch = None if raw is UNSET else next(validate(hint, raw), None)
        if mismatch is None:
            self._report(path, "missing")
        else:
            self._report(path + mismatch.path[1:], describe(mismatch))


def _is_kept(hint: object, raw: object) -> bool:
    """Is this a list or map of scalars, whose types are not checked?"""
    container, arguments = typing.get_origin(hint), typing.get_args(hint)
    return container in (list, dict) and type(raw) is container and not any(map(is_structural, members(arguments[-1])))


def _time(raw: str) -> datetime:
    try:
        return parse_time(raw)
    except ValueError:
        raise _Unreadable from None


def _scalar(choices: tuple[object, ...], raw: Any) -> Any:
    """A value of none of the documented types. A wrong scalar type is not an error, except that null is."""
    if raw is not None and not any(is_structural(choice) for choice in choices):
        return raw
    raise _Unreadable


def _is_list_of_models(hint: object) -> bool:
    """Is this a list or a map of models?"""
    return typing.get_origin(hint) in (list, dict) and any(map(is_model, members(typing.get_args(hint)[-1])))


def _only_lists(model: type[Model]) -> bool:
    """Does a model hold lists and what describes them: a page, a roster, the results of a search?"""
    hints = [hints_of(model)[model._ATTRIBUTES[wire]] for wire in required_fields(model)]
    return any(map(_is_list_of_models, hints)) and all(map(_describes_list, hints))


def _describes_list(hint: object) -> bool:
    """Is this the type of a list, a flag, a count or a cursor?"""
    if is_model(hint):
        return _only_lists(hint)
    return _is_list_of_models(hint) or hint is bool or hint is int or NoneType in members(hint)


def _may_lack(model: type[Model], raw: Any, hint: object) -> bool:
    """Can the fields of a single object be used without this one? Its null scalars are not an error, as their types are
    not checked. Where the object holds nothing else, a list may be missing or null, and a map may be anything."""
    if raw is None and not any(map(is_structural, members(hint))):
        return True
    tolerated = raw is UNSET or raw is None or typing.get_origin(hint) is dict
    return tolerated and _only_lists(model) and not is_model(hint)


def _substitute(model: type[Model], hint: object) -> Any:
    """What the attribute of an unreadable field is: an empty list in a page or a roster, else None."""
    if _is_list_of_models(hint) and _only_lists(model):
        return [] if typing.get_origin(hint) is list else {}
    return None


def unreadable_item(model: type[M], raw: Any) -> M:
    """The model of an item that is not an object at all."""
    self, extras = new(model), Incomplete()
    extras.unreadable, extras.whole = dict.fromkeys(required_fields(model), (None, UNSET)), raw
    for name in model._ATTRIBUTES.values():
        setattr(self, name, None)
    self._extras = extras
    return self


def to_dict(model: Model, extras: Incomplete) -> dict[str, Any]:
    """The JSON that an incomplete model was decoded from, with the attributes that were changed since."""
    out: dict[str, Any] = {}
    required = required_fields(type(model))
    for wire, name in model._ATTRIBUTES.items():
        value = getattr(model, name)
        instead, raw = extras.unreadable.get(wire, (UNSET, UNSET))
        if wire in extras.unreadable and value == instead:
            if raw is not UNSET:
                out[wire] = raw
        elif value is not None or wire in required or (wire in extras and extras[wire] is None):
            now, raw = field_json(model, wire, value), extras.get(wire)
            is_same = raw is not None and field_json(model, wire, model._READERS[wire](raw)) == now
            out[wire] = raw if is_same else now
    out.update({key: raw for key, raw in extras.items() if key not in model._ATTRIBUTES})
    whole: Any = extras.whole
    return out if whole is UNSET or out else whole


def missing_fields(model: Model) -> tuple[str, ...]:
    """The attributes that could not be read, also inside of other models."""
    return tuple(_missing(model))


def _missing(model: Model) -> Iterator[str]:
    hints, required = hints_of(type(model)), required_fields(type(model))
    unreadable = model._extras.unreadable if type(model._extras) is Incomplete else {}
    for wire, name in model._ATTRIBUTES.items():
        value, choices = getattr(model, name), members(hints[name])
        if wire in unreadable and value == unreadable[wire][0]:
            yield name
        elif value is None:
            if wire in required and NoneType not in choices and Any not in choices:
                yield name
        elif not any(_fits(choice, value) for choice in choices):
            yield name
        else:
            yield from (f"{name}{inner}" for inner in _missing_inside(value))


def _fits(hint: object, value: object) -> bool:
    """Does a decoded value have a type?"""
    container = typing.get_origin(hint)
    if is_model(hint) or hint is datetime:
        return isinstance(value, typing.cast("type", hint))
    return isinstance(value, container) if container in (list, dict) else is_scalar(hint, value)


def _missing_inside(value: object) -> Iterator[str]:
    if isinstance(value, Model):
        yield from (f".{name}" for name in _missing(value))
    elif is_list(value) or is_object(value):
        for number, item in enumerate(value.values() if is_object(value) else value):
            yield from (f"[{number}]{inner}" for inner in _missing_inside(item))
