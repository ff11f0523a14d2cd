"""What is generated: models, unions, enums, operations and their groups, as small typed values.

`planner` makes them; the templates print them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from scripts.compiler.spec.model_properties import ComputedProperty
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.schema_types import NamedUnion, Raw, Shape

COMMON = frozenset({"accounts", "chats", "labels", "messages"})
"""Groups that programs start with: an operation of these imports no model that it does not need."""


@frozen
class Property:
    """A field of a model."""

    wire: str
    name: str
    shape: Shape
    raw: Raw
    required: bool
    object: ObjectField | None = None


@frozen
class Model:
    """A component schema that becomes a class."""

    name: str
    raw: Raw
    properties: tuple[Property, ...]
    base: str | None
    own: frozenset[str]
    """Names of the properties that the base does not have."""
    computed: ComputedProperty | None = None
    """A property that is no field."""


@frozen
class ObjectField:
    """A string field of a model. An argument for that string accepts the model too."""

    model: str
    field: str

    @property
    def function(self) -> str:
        """The function of the generated module `_objects` that returns the string."""
        return f"{snake(self.model)}_{self.field}"


@frozen
class Argument:
    """A parameter of an operation, or a property of its body."""

    wire: str
    name: str
    shape: Shape
    raw: Raw
    """The schema, for its limits."""
    description: str
    required: bool
    place: str
    """path, query, header, body (a property of it) or whole (the body itself)."""
    file: bool = False
    reserved: tuple[str, ...] = ()
    """In a path: IDs that would reach another operation."""
    object: ObjectField | None = None
    """What is accepted instead of the string, or instead of each string of a list."""


@frozen
class Paging:
    """How a paged operation is paginated."""

    page: str
    item: str
    rule: dict[str, Any]
    fields: dict[str, str]
    """JSON name of a page or item -> attribute name."""


@frozen
class Operation:
    """One operation with everything the templates print."""

    name: str
    method: str
    path: str
    raw: Raw
    arguments: tuple[Argument, ...] = field(repr=False)
    body_kind: str | None
    """json, form, multipart or None."""
    result: Shape | None
    binary: bool
    auth: str
    paging: Paging | None
    any_of: tuple[Argument, ...] = ()
    """Arguments of which at least one must be given."""

    @property
    def group(self) -> tuple[str, ...]:
        """The groups it is in, outermost first."""
        return tuple(self.name.split(".")[:-1])

    @property
    def verb(self) -> str:
        """The last part of its name."""
        return self.name.split(".")[-1]

    def of(self, *places: str) -> list[Argument]:
        """The arguments that go to these places."""
        return [argument for argument in self.arguments if argument.place in places]


@frozen
class Plan:
    """Everything that is generated."""

    models: dict[str, Model]
    unions: dict[str, NamedUnion]
    enums: dict[str, Raw]
    operations: tuple[Operation, ...]
    references: Mapping[str, set[str]] = field(repr=False)
    """Models and unions that each model and union refers to itself."""
    modules: Mapping[str, str] = field(repr=False)
    """The module of `models` for each model and union."""

    subjects: Mapping[tuple[str, ...], str] = field(repr=False)
    """What a group of operations is for, where the spec describes it."""
    inputs: tuple[str, ...]
    """Models that are part of arguments."""
    closed: Mapping[str, str]
    """The name of the closed alias of each enum that arguments have: its own, unless responses have it too."""

    def module(self, name: str) -> str:
        """The module of `models` that defines a name."""
        if name in self.enums or name in self.closed.values():
            return "_enums"
        is_dict = name not in self.modules and name.removesuffix("Dict") in self.inputs
        return "input_dicts" if is_dict else self.modules[name]

    def common_operations(self) -> list[Operation]:
        """The operations of the groups that programs use most."""
        return [operation for operation in self.operations if operation.group and operation.group[0] in COMMON]

    def groups(self) -> dict[tuple[str, ...], list[Operation]]:
        """Operations by group; every group's ancestors are there too."""
        found: dict[tuple[str, ...], list[Operation]] = {(): []}
        for operation in self.operations:
            for depth in range(len(operation.group) + 1):
                found.setdefault(operation.group[:depth], [])
            found[operation.group].append(operation)
        return found
