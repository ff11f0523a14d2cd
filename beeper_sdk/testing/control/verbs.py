"""A verb: one request, the method that it calls, and the arguments, which follow from the method's signature."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Literal, TypeAlias, Unpack, get_args, get_origin, get_type_hints

from ..rules.build.files import KINDS
from ..worlds import NAMES
from .docstrings import Documented, documented
from .results import schema_of
from .shapes import Shape, list_of, shape_of

Place: TypeAlias = Literal["path", "query", "body"]
WORDS: Mapping[str, Sequence[str]] = MappingProxyType({"file": KINDS, "world": NAMES})
"""What stands for files, by the name of the argument: a request does not make the server read files of its machine."""
_ABOUT = {
    "file": "A file to attach: its name and contents, or one of the small ones that are ready-made.",
    "world": "The data to start with. `POST /_fake/load` starts with data that was saved.",
}


class Kind(Enum):
    """How an argument is passed to the method."""

    POSITIONAL = "positional"
    EACH = "each item is an argument"
    NAMED = "named"


@dataclass(frozen=True, slots=True, eq=False)
class Argument:
    """An argument of a verb."""

    name: str
    shape: Shape
    place: Place
    kind: Kind
    about: str
    required: bool
    default: object = None


@dataclass(frozen=True, slots=True, eq=False)
class Verb:
    """A request and what it does."""

    method: str
    path: str
    """With names in braces, such as ``/_fake/people/{person}/send``."""
    subject: str
    """What the method belongs to: a key of ``table.SUBJECTS``."""
    name: str
    function: Callable[..., object]
    arguments: tuple[Argument, ...]
    result: Mapping[str, object]
    """The JSON Schema of the result."""
    about: Documented
    waits: bool = False
    """Whether it waits for something that happens elsewhere, so that other verbs must not wait for it."""
    raw: str | None = None
    """The argument that is the whole body, as bytes."""

    @property
    def path_names(self) -> list[str]:
        """The names in the path."""
        return re.findall(r"\{(\w+)\}", self.path)


def verb_of(
    owner: type,
    name: str,
    method: str,
    path: str,
    subject: str,
    *,
    waits: bool = False,
    raw: str | None = None,
    options: object = None,
) -> Verb:
    """The verb for a method, or a property, of a class.

    Args:
        owner: The class.
        name: The name of the method.
        method: The HTTP method.
        path: The path; names in braces are arguments, or name the subject.
        subject: What the method belongs to.
        waits: See `Verb`.
        raw: See `Verb`.
        options: What documents keyword arguments that the method passes on.

    Raises:
        TypeError: An argument or the result cannot be JSON.
    """
    member: object = inspect.getattr_static(owner, name)
    function = member.fget if isinstance(member, property) else member
    if not callable(function):
        raise TypeError(f"{owner.__name__}.{name} is not a method")
    about, hints = documented(function), get_type_hints(function)
    given = re.findall(r"\{(\w+)\}", path)
    arguments: list[Argument] = []
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        hint: object = hints[parameter.name]
        if parameter.name == raw:
            continue
        if parameter.kind is parameter.VAR_KEYWORD:
            arguments += _unpacked(hint, documented(options))
            continue
        place: Place = "path" if parameter.name in given else "query" if method == "GET" else "body"
        arguments.append(_argument(parameter, hint, place, about))
    return Verb(method, path, subject, name, function, tuple(arguments), schema_of(hints["return"]), about, waits, raw)


def _argument(parameter: inspect.Parameter, hint: object, place: Place, about: Documented) -> Argument:
    each, name = parameter.kind is parameter.VAR_POSITIONAL, parameter.name
    only_by_position = parameter.kind is parameter.POSITIONAL_ONLY
    kind = Kind.EACH if each else Kind.POSITIONAL if only_by_position else Kind.NAMED
    shape = shape_of(hint, WORDS.get(name, ()))
    shape = list_of(shape) if each else shape
    if place != "body" and shape.schema not in ({"type": "string"}, {"anyOf": [{"type": "string"}, {"type": "null"}]}):
        raise TypeError(f"{name} must be a str to be in a path or query")
    needed = parameter.default is parameter.empty and not each
    default: object = None if parameter.default is parameter.empty else parameter.default
    return Argument(name, shape, place, kind, _about(name, about), needed, default)


def _about(name: str, about: Documented) -> str:
    return _ABOUT.get(name) or about.arguments.get(name, "")


def _unpacked(hint: object, about: Documented) -> list[Argument]:
    """The keyword arguments of a TypedDict."""
    if get_origin(hint) is not Unpack:
        raise TypeError("arguments with any name cannot be described")
    named: object = get_args(hint)[0]
    hints: dict[str, object] = get_type_hints(named)
    return [
        Argument(name, shape_of(one, WORDS.get(name, ())), "body", Kind.NAMED, _about(name, about), required=False)
        for name, one in hints.items()
    ]
