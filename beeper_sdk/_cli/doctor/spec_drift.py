"""Compares the OpenAPI document of a server with what this SDK knows. No I/O.

Reports only the names of operations, arguments, fields and values, and only those that look like identifiers: other
strings, examples and descriptions of the document could contain anything and are never shown. What an app of that
version is known not to have is not reported as missing.
"""

from __future__ import annotations

import pkgutil
import re
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from inspect import signature
from typing import Literal, TypeGuard

from ..._core.compat.server_info import TODAY, Version, numbers
from ..._core.diagnostics.schema_check import UNSHOWN, answer_type, shown
from ..._core.generated import api, base, contract, fields, hints, models, operation_metadata
from .openapi_document import DocumentShapes, Operation, template


@dataclass(slots=True)
class Known:
    """What a type allows, with all members of a union merged."""

    models: list[type[base.Model]] = field(default_factory=list[type[base.Model]])
    values: set[str | int] = field(default_factory=set[str | int])
    items: list[object] = field(default_factory=list[object])
    entries: list[object] = field(default_factory=list[object])


def known(types: list[object]) -> Known:
    """What these types allow, merged."""
    found = Known()
    for member, container, inner in (hint for type_ in types for hint in hints.inner_hints(type_)):
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
    """Whether an app of this version has an operation, according to the spec."""
    from ..._core.compat.version_table import V0_GONE

    if name.startswith("v0.") and (version is None or version >= V0_GONE):
        return False
    since = numbers(operation_metadata()[name].since)
    return version is None or since is None or since <= version


def has_field(model: type[base.Model], wire: str, version: Version | None) -> bool:
    """Whether an app of this version has a field, according to the spec."""
    facts_of = fields().get(model.__name__, {}).get(wire)
    since = None if facts_of is None or facts_of.since is None else numbers(facts_of.since)
    return version is None or since is None or since <= version


class KnownOperation:
    """One operation of this SDK."""

    def __init__(self, operation: contract.Operation[object], function: object) -> None:
        self.name = operation.name
        parameters = signature(function).parameters.values() if callable(function) else ()
        self.arguments = {parameter.name: _types(str(parameter.annotation)) for parameter in parameters}
        """The models and enums that each argument accepts, by its name."""
        self.response = answer_type(contract.Request(operation, ""))


@lru_cache(maxsize=1)
def operations() -> dict[str, KnownOperation]:
    """All operations of this SDK by name."""
    found: dict[str, KnownOperation] = {}
    for names in _modules():
        for value in names.values():
            if _is_operation(value):
                found[value.name] = KnownOperation(value, names.get(value.name.rpartition(".")[2]))
    return found


def _is_operation(value: object) -> TypeGuard[contract.Operation[object]]:
    return isinstance(value, contract.Operation)


def _types(annotation: str) -> list[object]:
    """The models and enums in the annotation of an argument, including those inside a list."""
    return [hints.evaluate(name) for name in re.findall(r"\w+", annotation) if name in dir(models)]


def _modules() -> Iterator[dict[str, object]]:
    for module in pkgutil.walk_packages(api.__path__, f"{api.__name__}."):
        yield vars(import_module(module.name))


MAX_LISTED = 200
"""Differences of one kind that are listed; more are only counted."""
_MAX_DEPTH = 40
_SEGMENT = re.compile(r"[A-Za-z0-9._-]{1,40}|\{[A-Za-z0-9_]{1,40}\}|")


@dataclass(slots=True)
class Difference:
    """What one side has and the other lacks."""

    missing: set[str] = field(default_factory=set[str])
    """Known to this SDK, but not in the server's document."""
    extra: set[str] = field(default_factory=set[str])
    """In the server's document, but not known to this SDK."""


@dataclass(slots=True)
class Drift:
    """All differences."""

    operations: Difference = field(default_factory=Difference)
    arguments: Difference = field(default_factory=Difference)
    fields: Difference = field(default_factory=Difference)
    values: Difference = field(default_factory=Difference)
    compared: int = 0
    """Operations that both have."""
    complete: bool = True
    """Whether the whole document was compared."""

    def kinds(self) -> tuple[tuple[str, Difference], ...]:
        """The differences by kind."""
        return (
            ("operations", self.operations),
            ("arguments", self.arguments),
            ("fields", self.fields),
            ("values", self.values),
        )

    @property
    def none(self) -> bool:
        """Whether there are no differences."""
        return not any(difference.missing or difference.extra for _, difference in self.kinds())


def compare(data: object, version: Version | None) -> Drift:
    """Compare the OpenAPI document of a server of this version with what this SDK knows."""
    comparison = _Comparison(DocumentShapes(data), version)
    comparison.run()
    return comparison.drift


class _Comparison:
    """The state of one comparison."""

    def __init__(self, document: DocumentShapes, version: Version | None) -> None:
        self._document = document
        self._version = version
        self._seen: set[tuple[str, frozenset[int]]] = set()
        self.drift = Drift()

    def run(self) -> None:
        """Compare, and fill `drift`."""
        theirs = {(found.method.upper(), template(found.path)): found for found in self._document.operations()}
        known = {(own.method, template(own.path)): name for name, own in operation_metadata().items()}
        for key, name in known.items():
            if key in theirs and name in operations():
                self._operation(operations()[name], theirs[key])
            elif key not in theirs and serves(name, self._version):
                self.drift.operations.missing.add(f"{name} ({key[0]} {operation_metadata()[name].path})")
        for key, operation in theirs.items():
            if key not in known:
                self.drift.operations.extra.add(f"{key[0]} {_path(operation.path)}")
        self.drift.complete = not self._document.exhausted

    def _operation(self, own: KnownOperation, operation: Operation) -> None:
        endpoint = self._document.endpoint(operation)
        self.drift.compared += 1
        self._arguments(own, endpoint.arguments, opaque=endpoint.opaque)
        inside = {_plain(name): schemas for name, schemas in endpoint.arguments.items()}
        for name, types in own.arguments.items():
            schemas = inside.get(_plain(name), [])
            listed = self._document.shape(schemas).items if types else []
            self._types(types, schemas + listed, f"{own.name}: {name}", 0)
        if own.response is not None and endpoint.responses:
            self._types([own.response], list(endpoint.responses), own.name, 0)

    def _arguments(self, own: KnownOperation, names: Iterable[str], *, opaque: bool) -> None:
        theirs = {_plain(name): name for name in names}
        known = {_plain(name): name for name in own.arguments}
        for plain in theirs.keys() - known.keys():
            self.drift.arguments.extra.add(f"{own.name}: {shown(theirs[plain])}")
        # The spec does not record the version that added an argument, so older apps may lack known arguments.
        if not opaque and (self._version is None or self._version >= TODAY):
            for plain in known.keys() - theirs.keys():
                self.drift.arguments.missing.add(f"{own.name}: {known[plain]}")

    def _types(self, types: list[object], schemas: list[object], place: str, depth: int) -> None:
        identity = place, self._document.identity(schemas)
        if depth > _MAX_DEPTH or not schemas or not types or identity in self._seen:
            return
        self._seen.add(identity)
        own, theirs = known(types), self._document.shape(schemas)
        if own.values and theirs.values:
            for value in theirs.values - own.values:
                self.drift.values.extra.add(f"{place}: {shown(value)}")
            for value in own.values - theirs.values:
                self.drift.values.missing.add(f"{place}: {value}")
        if own.models and theirs.fields:
            self._fields(own, theirs.fields, depth)
        self._types(own.items, theirs.items, f"{place}[]", depth + 1)
        self._types(own.entries, theirs.entries, f"{place}.*", depth + 1)

    def _fields(self, own: Known, theirs: dict[str, list[object]], depth: int) -> None:
        name = "|".join(model.__name__ for model in own.models)
        known: dict[str, list[object]] = {}
        for model in own.models:
            for wire, attribute in base.attribute_names(model).items():
                known.setdefault(wire, []).append(hints.hints_of(model)[attribute])
                if wire not in theirs and has_field(model, wire, self._version):
                    self.drift.fields.missing.add(f"{model.__name__}.{wire}")
        for wire, schemas in theirs.items():
            if wire in known:
                self._types(known[wire], schemas, f"{name}.{wire}", depth + 1)
            else:
                self.drift.fields.extra.add(f"{name}.{shown(wire)}")


def _plain(name: str) -> str:
    """A name without case and separators, so that ``accountIDs`` and ``account_ids`` are equal."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _path(path: str) -> str:
    """A path with every part hidden that does not look like an identifier, because it may be a personal ID."""
    return "/".join(part if _SEGMENT.fullmatch(part) else UNSHOWN for part in path.split("/"))
