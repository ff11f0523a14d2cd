"""Where an answer departs from what this version knows: unknown fields, unknown values of enums, other types.

The slow look of `strict` and of `diagnostics`; ordinary calls never come here. Pure. What it finds holds no value of
the answer but those of enums, and names only where they look like names.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import islice
from types import MethodType
from typing import Any, Literal, NamedTuple, TypeAlias

from ..generated import AnyRequest, answers, base, explanations, hints, times, variants

DepartureKind: TypeAlias = Literal["unknown_field", "unknown_value", "wrong_type"]
UNSHOWN = "?"
"""In place of a name or a value that may be personal data."""
_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.:-]{0,39}")
_DEEPEST = 60
_NEW_VALUE = "is a value unknown to this version"


class Departure(NamedTuple):
    """One place where an answer is not as documented."""

    kind: DepartureKind
    path: str
    """In the answer: ``$.items[1].colour``."""
    place: str
    """The field of the model: ``Message.colour``; for what is in no model, the path without its numbers."""
    what: str
    """For errors: what is wrong, without a value."""
    found: str
    """For reports: the type, or the value of an enum where it looks like a name."""


class _At(NamedTuple):
    """A place in an answer."""

    path: str
    place: str
    most: int | None = None
    """Items of each list to look at; None for all."""
    depth: int = 0

    def field(self, model: type[base.Model], wire: str) -> _At:
        return _At(f"{self.path}.{wire}", f"{model.__name__}.{wire}", self.most, self.depth + 1)

    def item(self, number: int) -> _At:
        return _At(f"{self.path}[{number}]", f"{self.place}[]", self.most, self.depth + 1)

    def entry(self, number: int) -> _At:  # keys may be personal data: shown by position
        return _At(f"{self.path}.*[{number}]", f"{self.place}.*", self.most, self.depth + 1)


def survey(hint: object, value: object, most: int | None = None) -> Iterator[Departure]:
    """Every departure of an answer from a type, depth first; of each list no more than `most` items are looked at."""
    return _look(hint, value, _At("$", "$", most))


def refuse_unknown(request: AnyRequest, answer: answers.ResponseLike) -> None:
    """Raise DecodeError at the first place of an answer that this version does not know: what `strict` means."""
    kind = answer_type(request)
    first = None if kind is None else next(survey(kind, answers.parse(answer)), None)
    if first is not None:
        raise base.DecodeError(first.path, first.what)


def answer_type(request: AnyRequest) -> object | None:
    """The type of the JSON that answers a call; None where that is no JSON."""
    decoder = request.operation.decoder
    return type_of(decoder.load) if isinstance(decoder, answers.JsonDecoder) else None


def type_of(load: Callable[[Any], object]) -> object:
    """The type that a reader of JSON gives."""
    if isinstance(load, MethodType):  # Chat.from_dict knows its class
        return load.__self__
    return hints.evaluate(load.__annotations__["return"])


def shown(text: object) -> str:
    """A name or a value of an enum as reports show it: itself where it looks like a name, or is a small number."""
    if isinstance(text, bool):
        return str(text).lower()
    if isinstance(text, int):
        return str(text) if abs(text) < 1000 else UNSHOWN
    return text if isinstance(text, str) and _NAME.fullmatch(text) else UNSHOWN


def _look(hint: object, value: object, at: _At) -> Iterator[Departure]:
    choices = hints.members(hint)
    if at.depth > _DEEPEST or Any in choices or (value is None and type(None) in choices):
        return
    if len(choices) > 1:
        yield from _in_union(choices, value, at)
    elif hints.is_model(hint):
        yield from _in_model(hint, value, at)
    elif typing.get_origin(hint) is list:
        yield from _in_list(typing.get_args(hint)[0], value, at)
    elif typing.get_origin(hint) is dict:
        yield from _in_dict(typing.get_args(hint)[1], value, at)
    elif hint is datetime or hint is date:
        if not _is_time(value):
            yield _other_type(choices, value, at)
    elif not explanations.is_scalar(hint, value):
        yield _other_type(choices, value, at)
    elif typing.get_origin(hint) is Literal:
        yield from _in_enum(choices, value, at)


def _in_union(choices: tuple[object, ...], value: object, at: _At) -> Iterator[Departure]:
    models = [one for one in choices if hints.is_model(one) and one is not base.UnknownVariant]
    if len(models) > 1:
        yield from _in_variants(models, value, at)
        return
    if any(typing.get_origin(one) is Literal for one in choices) and explanations.is_scalar(_literal(choices), value):
        yield from _in_enum(choices, value, at)
        return
    tried = [list(_look(choice, value, at)) for choice in choices if choice is not type(None)]
    if all(tried):
        furthest = max(tried, key=lambda found: (len(found[0].path), -len(found)))
        mismatch = len(furthest[0].path) <= len(at.path)
        yield from ([_other_type(choices, value, at)] if mismatch else furthest)


def _literal(choices: tuple[object, ...]) -> object:
    return next(one for one in choices if typing.get_origin(one) is Literal)


def _in_enum(choices: tuple[object, ...], value: object, at: _At) -> Iterator[Departure]:
    known: set[tuple[type, object]] = {(type(one), one) for choice in choices for one in typing.get_args(choice)}
    if (type(value), value) not in known:
        yield Departure("unknown_value", at.path, at.place, _NEW_VALUE, shown(value))


def _in_variants(models: list[type[base.Model]], value: object, at: _At) -> Iterator[Departure]:
    if not base.is_object(value):
        yield _other_type(tuple(models), value, at)
        return
    kind = variants.kind_of(models)
    if kind is None:
        yield from _in_model(variants.variant_by_key(models, value), value, at)
    elif kind not in value:
        yield _missing(at.field(models[0], kind))
    elif (model := variants.variant_by_kind(models, kind, value[kind])) is not None:
        yield from _in_model(model, value, at)
    else:
        where = at.field(models[0], kind)
        yield Departure("unknown_value", where.path, where.place, _NEW_VALUE, shown(value[kind]))


def _in_model(model: type[base.Model], value: object, at: _At) -> Iterator[Departure]:
    if not base.is_object(value):
        yield _other_type((model,), value, at)
        return
    types = hints.hints_of(model)
    for key, name in model.WIRE.items():
        if key not in value:
            if key in model.REQUIRED:
                yield _missing(at.field(model, key))
        elif value[key] is not None or key in model.REQUIRED:  # a null where a value is optional says "absent"
            yield from _look(types[name], value[key], at.field(model, key))
    if value.keys() - model.WIRE.keys():
        for key, inner in value.items():
            if key not in model.WIRE:
                where = at.field(model, shown(key))
                yield Departure("unknown_field", where.path, where.place, "is unknown to this version", _kind(inner))


def _in_list(inner: object, value: object, at: _At) -> Iterator[Departure]:
    if not base.is_list(value):
        yield _departed("a list", value, at)
        return
    for number, item in enumerate(islice(value, at.most)):
        yield from _look(inner, item, at.item(number))


def _in_dict(inner: object, value: object, at: _At) -> Iterator[Departure]:
    if not base.is_object(value):
        yield _departed("an object", value, at)
        return
    for number, item in enumerate(islice(value.values(), at.most)):
        yield from _look(inner, item, at.entry(number))


def _is_time(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        times.parse_time(value)
    except ValueError:
        return False
    return True


def _other_type(choices: tuple[object, ...], value: object, at: _At) -> Departure:
    return _departed(explanations.names_of(choices), value, at)


def _departed(wanted: str, value: object, at: _At) -> Departure:
    text = f"expected {wanted}, found {_kind(value)}"
    return Departure("wrong_type", at.path, at.place, text, text)


def _missing(at: _At) -> Departure:
    return Departure("wrong_type", at.path, at.place, "missing", "missing")


def _kind(value: object) -> str:
    return "null" if value is None else "an object" if base.is_object(value) else type(value).__name__
