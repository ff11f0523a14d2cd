"""What a shape looks like in Python: its annotation, and the expressions that load, dump and check it.

Every function records the names its text needs in a `Needs`, from which a module's imports are made.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from scripts.compiler.plan.plan import ObjectField
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.schema_types import (
    AnyJson,
    Const,
    Enum,
    File,
    List,
    Map,
    NamedUnion,
    Null,
    Raw,
    Ref,
    Scalar,
    Shape,
    Time,
    Union,
    UnsupportedSchema,
    as_is,
    not_null,
    nullable,
)


@define
class Needs:
    """The names a module's text uses."""

    typed: set[str] = field(factory=set[str])
    """Models, enums and unions that annotations name."""
    run: set[str] = field(factory=set[str])
    """Models that run-time expressions name."""
    loaders: set[str] = field(factory=set[str])
    """Unions whose loader is called."""
    helpers: set[str] = field(factory=set[str])
    """Functions of the run-time modules."""
    closed: Mapping[str, str] = field(factory=dict[str, str])
    """The closed alias of each enum that arguments have: see `Plan`."""


def annotation(shape: Shape, needs: Needs, list_name: str = "list") -> str:
    """The type of a decoded value."""
    match shape:
        case Scalar(name):
            return name
        case Null():
            return "None"
        case AnyJson():
            needs.typed.add("Json")
            return "Json"
        case Time():
            return "datetime"
        case File():
            return "bytes"
        case Const(value):
            return f"Literal[{value!r}]"
        case Enum(name) | Ref(name) | NamedUnion(name):
            needs.typed.add(name)
            return name
        case List(item):
            return f"{list_name}[{annotation(item, needs, list_name)}]"
        case Map(value):
            return f"dict[str, {annotation(value, needs, list_name)}]"
        case Union(members):
            return " | ".join(dict.fromkeys(annotation(member, needs, list_name) for member in members))


def argument(shape: Shape, needs: Needs, accepted: ObjectField | None = None) -> str:
    """The type of what a caller may give; `accepted` is accepted instead of a string."""
    match shape:
        case Scalar("str") if accepted is not None:
            needs.typed.add(accepted.model)
            return f"str | {accepted.model}"
        case Enum(name):
            needs.typed.add(needs.closed[name])
            return needs.closed[name]
        case Time():
            needs.typed.add("When")
            return "When"
        case AnyJson():
            return "object"
        case File():
            needs.typed.add("FileLike")
            return "FileLike"
        case Ref(name):
            needs.typed.update((name, f"{name}Dict"))
            return f"{name} | {name}Dict"
        case List(item):
            needs.typed.add("ItemsOf")
            text = argument(
                item, needs, accepted
            )  # for a tuple of one, mypy needs more than a protocol to infer Literal
            return f"ItemsOf[{text}] | tuple[{text}, ...]" if isinstance(item, Enum) else f"ItemsOf[{text}]"
        case Map(value):
            return f"Mapping[str, {argument(value, needs)}]"
        case Union(members):
            return " | ".join(dict.fromkeys(argument(member, needs, accepted) for member in members))
        case _:
            return annotation(shape, needs)


WHOLE = "data"
"""The name of the JSON of a whole response."""


def load(shape: Shape, source: str, needs: Needs, depth: int = 0) -> str:
    """Makes the decoded value from JSON; structure is checked, scalar types are not."""
    match shape:
        case List() if as_is(shape):
            checked = _help("as_list", source, needs)
            # Once for each response, the exact type of as_list() is worth more than its time.
            return checked if source == WHOLE else f"{source} if type({source}) is list else {checked}"
        case List(Ref(name)):
            needs.run.add(name)
            return f"[*map({name}._read, {source})] if {source} else {_help('as_list', source, needs)}"
        case List(item):
            variable = "xyz"[depth]
            inner = f"[{load(item, variable, needs, depth + 1)} for {variable} in {source}]"
            return f"{inner} if {source} else {_help('as_list', source, needs)}"
        case Map(value) if as_is(shape):
            return _help("as_object", source, needs)
        case Map(value):
            return f"{{k: {load(value, 'v', needs, depth)} for k, v in {_help('as_object', source, needs)}.items()}}"
        case _ if as_is(shape):
            return source
        case Time(unix):
            return _help("from_unix" if unix else "parse_time", source, needs)
        case Ref(name):
            needs.run.add(name)
            return f"{name}._read({source})"
        case NamedUnion(name):
            needs.loaders.add(name)
            return f"load_{snake(name)}({source})"
        case Union() if nullable(shape):
            return f"None if {source} is None else {load(not_null(shape), source, needs, depth)}"
        case Union(members) if time_or_scalar(members):
            return f"{_help('parse_time', source, needs)} if isinstance({source}, str) else {source}"
        case _:
            raise UnsupportedSchema(f"{shape} must be a component schema with a name")


def write(shape: Shape, source: str) -> str:
    """Makes JSON from an attribute. It may have been set to a value of another type, which `to_json` converts.

    Args:
        shape: The shape without null.
        source: ``v``, or an expression that assigns the value to ``v``.
    """
    match shape:
        case Time(unix=True):
            return f"to_json(to_unix({source.removeprefix('v := ')}))"
        case Time():
            return f"format_time(v) if type({source}) is datetime else to_json(v)"
        case Scalar("str") | Enum(kind="str"):
            return f"v if type({source}) is str else to_json(v)"
        case Scalar() | Enum():
            return f"v if type({source}) in SCALARS else to_json(v)"
        case _:
            return f"to_json({source.removeprefix('v := ')})"


def time_or_scalar(members: tuple[Shape, ...]) -> bool:
    """Are the other members not strings, so that a timestamp is recognised by its type?"""
    return all(isinstance(member, Time) or (isinstance(member, Scalar) and member.name != "str") for member in members)


def checked(shape: Shape, raw: Raw, name: str, source: str, needs: Needs, accepted: ObjectField | None = None) -> str:
    """Makes JSON from an argument; raises an error that names the argument if it is invalid."""
    match shape:
        case Ref(model):
            needs.run.add(model)
            needs.helpers.add("_arguments")
            return f"_arguments.model_json({model}, {name}, {source})"
        case List(item):
            items = _call("sequence", name, source, (raw.get("minItems", 0),), (0,), needs)
            inner = checked(item, raw.get("items", {}), "at", "item", needs, accepted)
            return items if inner == "item" else f"_arguments.convert_items({name}, {items}, lambda item, at: {inner})"
        case Map(Ref() as value):
            inner = checked(value, {}, name, "item", needs)
            return f"{{key: {inner} for key, item in {source}.items()}}"
        case Union() if nullable(shape):
            return checked(not_null(shape), _plain(raw), name, source, needs, accepted)
        case Scalar("str") if accepted is not None:
            return f"{_checked_value(shape, raw, name, source, needs)[:-1]}, {of(accepted, needs)})"
        case _:
            return _checked_value(shape, raw, name, source, needs)


def _checked_value(shape: Shape, raw: Raw, name: str, source: str, needs: Needs) -> str:
    match shape:
        case Enum(_, _, values):
            return _call("choice", name, source, (values,), (None,), needs)
        case Scalar("str"):
            visible = raw.get("x-beeper-visible", raw.get("x-beeper-pii") in ("id", "order"))  # IDs and cursors
            limits = (raw.get("minLength", int(visible)), raw.get("maxLength"), raw.get("pattern"))
            return _call("string", name, source, limits, (0, None, None), needs)
        case Scalar("bool"):
            return _call("boolean", name, source, (), (), needs)
        case Const(value):
            return _call("constant", name, source, (value,), (None,), needs)
        case Scalar("int" | "float"):
            limits = (raw.get("minimum"), raw.get("maximum"), raw.get("exclusiveMinimum"))
            helper = "number" if shape == Scalar("float") else "integer"
            return _call(helper, name, source, limits, (None, None, None), needs)
        case Time():
            return _call("past_timestamp" if raw.get("x-beeper-past") else "timestamp", name, source, (), (), needs)
        case Map():
            return _call("mapping", name, source, (), (), needs)
        case _ if as_is(shape):
            return source
        case _:
            raise UnsupportedSchema(f"{name}: no rule for an argument of the type {annotation(shape, Needs())}")


def of(accepted: ObjectField, needs: Needs) -> str:
    """The argument of a check that lets it accept an object too."""
    needs.helpers.add("_objects")
    return f"of=_objects.{accepted.function}"


def _plain(raw: Raw) -> Raw:
    """The schema of the member that is not null, where its limits are written."""
    members = raw.get("anyOf") or raw.get("oneOf") or ()
    return next((member for member in members if member.get("type") != "null"), raw)


def _call(
    helper: str, name: str, source: str, limits: tuple[object, ...], defaults: tuple[object, ...], needs: Needs
) -> str:
    given = list(limits)
    while given and given[-1] == defaults[len(given) - 1]:
        given.pop()
    needs.helpers.add("_arguments")
    return f"_arguments.{helper}({', '.join([name, source, *map(repr, given)])})"


def _help(helper: str, source: str, needs: Needs) -> str:
    needs.helpers.add(helper)
    return f"{helper}({source})"
