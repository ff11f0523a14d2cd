"""Decides which models share a module.

A model is imported when an operation needs it. With one module per model, many modules would be imported one by one.
Models share a module where that does not make a program import more than it needs:

- those that only one group of operations uses, such as ``oauth``, unless programs start with calls of that group;
- those that the same operations load: ``chat`` has `Chat` and models that occur only in chats;
- those that are only arguments: ``inputs``;
- those that no operation loads, because they are whole bodies of requests, errors or events: ``bodies``.

Models that refer to each other in a cycle are in one module, as all of them are needed together. So no two modules
import each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from scripts.compiler.plan.plan import COMMON, Model, Operation
from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.openapi_grammar import is_list, is_mapping
from scripts.compiler.spec.parsed_spec import Source
from scripts.compiler.spec.schema_types import REF, List, Map, NamedUnion, Ref, Shape, Union

References: TypeAlias = Mapping[str, set[str]]
Key: TypeAlias = tuple[Literal["group", "loaded", "inputs", "bodies"], frozenset[str]]
"""What has the same one goes together: the group, or the operations whose responses load it, if any do."""


def refer(models: Mapping[str, Model], unions: Mapping[str, NamedUnion]) -> dict[str, set[str]]:
    """Models and unions that each model and union refers to itself."""
    found = {name: set(_of_model(model)) for name, model in models.items()}
    return found | {
        name: {member for shape in union.members for member in named_shapes(shape)} for name, union in unions.items()
    }


def place(source: Source, references: References, operations: Iterable[Operation]) -> dict[str, str]:
    """The module of every model and union, by its name."""
    keys = _keys(source, references, operations)
    groups: defaultdict[Key, list[str]] = defaultdict(list)
    for name in sorted(references):
        groups[keys[name]].append(name)
    found: dict[str, str] = {}
    for key, names in groups.items():
        module = _module(key, names, references)
        if module in found.values():
            raise SpecError(f"two modules of models would be named {module}: rename a schema of {', '.join(names)}")
        found |= dict.fromkeys(names, module)
    return found


def _of_model(model: Model) -> Iterator[str]:
    yield from (name for prop in model.properties for name in named_shapes(prop.shape))
    if model.base is not None:
        yield model.base


def named_shapes(shape: Shape) -> Iterator[str]:
    """The models and unions that a shape names."""
    match shape:
        case Ref(name) | NamedUnion(name):
            yield name
        case Union(members):
            for member in members:
                yield from named_shapes(member)
        case List(inner) | Map(inner):
            yield from named_shapes(inner)
        case _:
            return


def _keys(source: Source, references: References, operations: Iterable[Operation]) -> dict[str, Key]:
    loaded: defaultdict[str, set[str]] = defaultdict(set)
    used_by: defaultdict[str, set[str]] = defaultdict(set)
    given: set[str] = set()
    for operation in operations:
        given |= reached(
            {name for argument in operation.arguments for name in named_shapes(argument.shape)}, references
        )
        answer = set(named_shapes(operation.result)) if operation.result is not None else set[str]()
        for name in reached(answer, references):
            loaded[name].add(operation.name)
            used_by[name].add(operation.group[0] if operation.group else "root")
        for name in reached(set(_written(source, operation.raw)) & set(references), references):
            used_by[name].add(operation.group[0] if operation.group else "root")
    return {name: _key(loaded[name], used_by[name], is_argument=name in given) for name in references}


def _key(operations: set[str], groups: set[str], *, is_argument: bool) -> Key:
    if len(groups) == 1 and not groups & COMMON:
        return "group", frozenset(groups)
    if operations:
        return "loaded", frozenset(operations)
    return ("inputs" if is_argument else "bodies"), frozenset()


def reached(names: set[str], references: References) -> set[str]:
    """These and all they refer to."""
    found, todo = set(names), list(names)
    while todo:
        new = references[todo.pop()] - found
        found |= new
        todo += new
    return found


def _written(source: Source, raw: object) -> Iterator[str]:
    """Schemas that a part of an operation names anywhere, in its bodies and answers."""
    if is_mapping(raw) and "$ref" in raw:
        target = str(raw["$ref"])
        if target.startswith(REF):
            yield target.removeprefix(REF)
        else:
            yield from _written(source, source.resolve(raw))
        return
    inner = raw.values() if is_mapping(raw) else raw if is_list(raw) else ()
    for item in inner:
        yield from _written(source, item)


def _module(key: Key, names: list[str], references: References) -> str:
    kind, users = key
    if kind == "group":
        return min(users)
    if kind in ("inputs", "bodies"):
        return kind
    return snake(head(names, references))


def head(names: list[str], references: References) -> str:
    """The model that refers to most of the others."""
    return min(names, key=lambda name: (-len(reached({name}, references) & set(names)), name))
