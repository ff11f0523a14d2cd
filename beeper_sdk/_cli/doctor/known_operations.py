"""What this SDK knows of an operation, read off the generated client: the type of its answer, its arguments."""

from __future__ import annotations

import pkgutil
import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from inspect import signature
from typing import Literal, TypeGuard

from ..._core.compat.server_info import Version, numbers
from ..._core.diagnostics.schema_check import answer_type
from ..._core.generated import api, base, contract, facts, fields, hints, models


@dataclass(slots=True)
class Known:
    """What a type allows, all its members taken together."""

    models: list[type[base.Model]] = field(default_factory=list[type[base.Model]])
    values: set[str | int] = field(default_factory=set[str | int])
    items: list[object] = field(default_factory=list[object])
    entries: list[object] = field(default_factory=list[object])


def known(types: list[object]) -> Known:
    """What these types allow together."""
    found = Known()
    for member, container, inner in (each for one in types for each in hints.inner_hints(one)):
        if hints.is_model(member) and member is not base.UnknownVariant:
            found.models.append(member)
        elif typing.get_origin(member) is Literal:
            found.values.update(typing.get_args(member))
        elif container is list:
            found.items.append(inner)
        elif container is dict:
            found.entries.append(inner)
    return found


def serves(name: str, version: Version | None) -> bool:
    """Does the spec say that an app of this version has an operation?"""
    from ..._core.compat.version_table import V0_GONE

    if name.startswith("v0.") and (version is None or version >= V0_GONE):
        return False
    since = numbers(facts()[name].since)
    return version is None or since is None or since <= version


def in_time(model: type[base.Model], wire: str, version: Version | None) -> bool:
    """Does the spec say that an app of this version has a field?"""
    facts_of = fields().get(model.__name__, {}).get(wire)
    since = None if facts_of is None or facts_of.since is None else numbers(facts_of.since)
    return version is None or since is None or since <= version


class Ours:
    """One operation of this SDK."""

    def __init__(self, operation: contract.Operation[object], function: object) -> None:
        self.name = operation.name
        given = signature(function).parameters.values() if callable(function) else ()
        self.arguments = {one.name: _types(str(one.annotation)) for one in given}
        """The models and enums that each argument takes, by its name."""
        self.answer = answer_type(contract.Request(operation, ""))


@lru_cache(maxsize=1)
def operations() -> dict[str, Ours]:
    """All of them by name."""
    found: dict[str, Ours] = {}
    for names in _modules():
        for value in names.values():
            if _is_operation(value):
                found[value.name] = Ours(value, names.get(value.name.rpartition(".")[2]))
    return found


def _is_operation(value: object) -> TypeGuard[contract.Operation[object]]:
    return isinstance(value, contract.Operation)


def _types(annotation: str) -> list[object]:
    """The models and enums in the annotation of an argument, or in a list of it."""
    return [hints.evaluate(name) for name in re.findall(r"\w+", annotation) if name in models.__all__]


def _modules() -> Iterator[dict[str, object]]:
    for found in pkgutil.walk_packages(api.__path__, f"{api.__name__}."):
        yield vars(import_module(found.name))
