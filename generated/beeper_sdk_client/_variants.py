# @generated


from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from typing import Any

from ._annotations import hints_of, members
from ._model import Model, required_fields

Variant = type[Model]


def kind_of(variants: Sequence[Variant]) -> str | None:
    for wire in variants[0]._ATTRIBUTES:
        values = [_constants(variant, wire) for variant in variants]
        flat = [value for constants in values for value in constants]
        if all(values) and len(flat) == len(set(flat)):
            return wire
    return None


def variant_by_kind(variants: Sequence[Variant], kind: str, value: object) -> Variant | None:
    if not isinstance(value, str | int):
        return None
    return next((variant for variant in variants if (type(value), value) in _constants(variant, kind)), None)


def by_flag(variants: Sequence[Variant], kind: str) -> bool:
    return all(known is bool for variant in variants for known, _ in _constants(variant, kind))


def variant_by_key(variants: Sequence[Variant], data: Mapping[str, Any]) -> Variant:
    for variant in variants[:-1]:
        others = {wire for other in variants if other is not variant for wire in other._ATTRIBUTES}
        own = next(wire for wire in variant._ATTRIBUTES if wire in required_fields(variant) and wire not in others)
        if own in data:
            return variant
    return variants[-1]


def _constants(variant: Variant, wire: str) -> set[tuple[type, object]]:
    if wire not in variant._ATTRIBUTES:
        return set()
    hint = hints_of(variant)[variant._ATTRIBUTES[wire]]
    literals = [member for member in members(hint) if typing.get_origin(member) is typing.Literal]
    return {(type(value), value) for literal in literals for value in typing.get_args(literal)}
