"""Signatures as users type them, and the arguments of functions and classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeGuard

import griffe
from attrs import frozen

from scripts.compiler.render.reference.code import Code, Member
from scripts.compiler.render.reference.text import plain_type

WIDTH = 100
MADE = ("define", "dataclass", "frozen", "mutable")
"""Decorators that write ``__init__``."""
MANAGER = "AbstractContextManager"
DRESSED = "with_parameters_of"
"""The decorator of a method that has the parameters of its base."""
STARS = {"variadic positional": "*", "variadic keyword": "**"}


@frozen
class Parameter:
    """A parameter of a function, or of a class."""

    name: str
    kind: str
    annotation: str | griffe.Expr | None
    default: str | None

    @property
    def shown(self) -> str:
        """As in a signature."""
        stars = STARS.get(self.kind, "")
        kind = "" if self.annotation is None else f": {plain_type(str(self.annotation))}"
        default = "" if self.default is None or stars else f" = {self.default}" if kind else f"={self.default}"
        return f"{stars}{self.name}{kind}{default}"


def parameters(code: Code, function: griffe.Function, *, bound: bool) -> list[Parameter]:
    """The parameters of a function, without ``self`` if it is bound, and without those with an underscore."""
    listed = list(function.parameters)[1 if bound else 0 :]
    return [
        Parameter(each.name, each.kind.value if each.kind else "", each.annotation, _default(code, each))
        for each in listed
        if not each.name.startswith("_")
    ]


def _default(code: Code, parameter: griffe.Parameter) -> str | None:
    if parameter.default is None or parameter.kind in (
        griffe.ParameterKind.var_positional,
        griffe.ParameterKind.var_keyword,
    ):
        return None
    return value_of(code, parameter.default)


def value_of(code: Code, value: str | griffe.Expr) -> str:
    """A value as users write it: a constant of ours by its value."""
    if isinstance(value, griffe.ExprName | griffe.ExprAttribute) and plain_type(str(value)) != "UNSET":
        found = code.find(value.canonical_path)
        if isinstance(found, griffe.Attribute) and found.value is not None:
            return value_of(code, found.value)
    return plain_type(str(value))


def own_parameters(code: Code, definitions: Sequence[Member]) -> list[Parameter]:
    """The parameters of a method: those of its base, if it passes all on."""
    functions = [each for each in definitions if isinstance(each, griffe.Function)]
    for function in functions:
        found = parameters(code, function, bound="staticmethod" not in function.labels)
        passes_on = any(each.kind == "variadic keyword" and each.name == "arguments" for each in found)
        if not passes_on and not any(DRESSED in str(decorator.value) for decorator in function.decorators):
            return found
    return []


def constructor(code: Code, kind: griffe.Class) -> list[Parameter] | None:
    """The parameters of a class; None if nothing says what they are."""
    if is_made(kind):
        return fields(code, kind)
    init = code.method(kind, "__init__")
    return None if init is None else parameters(code, init, bound=True)


def is_made(kind: griffe.Class) -> bool:
    """Whether the fields of a class are its parameters."""
    if any(plain_type(str(base)) == "NamedTuple" for base in kind.bases):
        return True
    decorators = (str(decorator.value).partition("(")[0] for decorator in kind.decorators)
    return "__init__" not in kind.members and any(plain_type(each) in MADE for each in decorators)


def fields(code: Code, kind: griffe.Class) -> list[Parameter]:
    """The fields of a class as parameters."""
    found: dict[str, Parameter] = {}
    keyword = "keyword-only" if any("kw_only=True" in str(each.value) for each in kind.decorators) else "positional"
    for each in reversed(code.line(kind)):
        for name, member in each.members.items():
            if _is_field(member):
                default = None if member.value is None else _field_default(code, member.value)
                if default != "":
                    kind_of = _given_type(code, member) or member.annotation
                    found[name] = Parameter(name.lstrip("_"), keyword, kind_of, default)
    return sorted(found.values(), key=lambda each: each.default is not None)


def _is_field(member: griffe.Object | griffe.Alias) -> TypeGuard[griffe.Attribute]:
    return (
        isinstance(member, griffe.Attribute)
        and member.annotation is not None
        and "property" not in member.labels
        and "instance-attribute" not in (member.labels - {"class-attribute", "instance-attribute"})
        and "ClassVar" not in str(member.annotation)
    )


def _given_type(code: Code, member: griffe.Attribute) -> str | griffe.Expr | None:
    """The type that the converter of a field accepts."""
    if not isinstance(member.value, griffe.ExprCall):
        return None
    options = {each.name: each.value for each in member.value.arguments if isinstance(each, griffe.ExprKeyword)}
    converter = options.get("converter")
    function = code.find(converter.canonical_path) if isinstance(converter, griffe.Expr) else None
    return next(iter(function.parameters)).annotation if isinstance(function, griffe.Function) else None


def _field_default(code: Code, value: str | griffe.Expr) -> str | None:
    """The default of a field; an empty string if it is no parameter."""
    if not isinstance(value, griffe.ExprCall) or plain_type(str(value.function)) != "field":
        return value_of(code, value)
    options = {each.name: each.value for each in value.arguments if isinstance(each, griffe.ExprKeyword)}
    if str(options.get("init")) == "False":
        return ""
    if "factory" in options or "default_factory" in options:
        factory = plain_type(str(options.get("factory", options.get("default_factory"))))
        return f"{factory}()" if factory.isidentifier() else "..."
    return value_of(code, options["default"]) if "default" in options else None


def result_of(function: griffe.Function) -> str | griffe.Expr | None:
    """The type of a result. A generator that was made a context manager is one for its users."""
    result = function.returns
    if not isinstance(result, griffe.ExprSubscript) or not any(
        str(each.value).endswith("contextmanager") for each in function.decorators
    ):
        return result
    return griffe.ExprSubscript(griffe.ExprName(MANAGER, parent=function.module), result.slice)


def shown(name: str, given: Iterable[Parameter], returned: object = None) -> str:
    """A call: on one line if there is room."""
    parts: list[str] = []
    previous = ""
    for each in given:
        if previous == "positional-only" != each.kind:
            parts.append("/")
        if each.kind == "keyword-only" and previous not in ("keyword-only", "variadic positional"):
            parts.append("*")
        parts.append(each.shown)
        previous = each.kind
    parts += ["/"] if previous == "positional-only" else []
    result = "" if returned is None else f" -> {plain_type(str(returned))}"
    line = f"{name}({', '.join(parts)}){result}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{name}(", *(f"    {part}," for part in parts), f"){result}"])
