"""What users of `beeper_sdk` can type, one line each: functions, classes, methods, parameters, attributes.

Public is what docs/stability.md says: the names of the package and of a few modules, and all without an underscore
on what they give. What is only passed on from `beeper_sdk_client` is pinned in tests/generated/surface.txt, but for the
methods of a client, which are shown here as they are called.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from types import FunctionType, ModuleType
from typing import Any, ForwardRef, get_overloads, is_typeddict

import attrs

from beeper_sdk import AsyncBeeper, Beeper, types, v0
from tests.generated.surface import signature

HERE = Path(__file__).parent

MODULES = (
    "auth",
    "changes",
    "errors",
    "guards",
    "hooks",
    "otel",
    "render",
    "testing",
    "types",
    "v0",
    "v0.downgrade",
    "v0.upgrade",
)
"""The modules whose names without an underscore are public."""
OURS = ("beeper_sdk", "beeper_sdk_client")
CLIENTS: dict[str, Any] = {
    "Beeper": Beeper,
    "AsyncBeeper": AsyncBeeper,
    "v0.Client": v0.Client,
    "v0.AsyncClient": v0.AsyncClient,
}


def lines() -> list[str]:
    """The surface, sorted."""
    surface_lines = [line for name in ("", *MODULES) for line in _module(name)]
    for name, kind in CLIENTS.items():
        surface_lines += _client(name, kind("token", base_url="http://127.0.0.1:9"))
    return sorted(set(surface_lines))


def _module(name: str) -> Iterator[str]:
    module = import_module(f"beeper_sdk.{name}" if name else "beeper_sdk")
    prefix = f"{name}." if name else ""
    for public_name in public(module):
        value: object = getattr(module, public_name)
        if isinstance(value, ModuleType):
            yield f"{prefix}{public_name}: module {value.__name__}"
        elif f"{prefix}{public_name}" not in CLIENTS:
            yield from _describe(f"{prefix}{public_name}", value)


def public(module: ModuleType) -> list[str]:
    """The public names of a module: `__all__`, or else what it defines without an underscore."""
    listed: list[str] | None = vars(module).get("__all__")
    return sorted(listed if listed is not None else _defined(inspect.getsource(module)))


def _defined(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names = [name]
            case ast.Assign(targets=targets):
                names = [target.id for target in targets if isinstance(target, ast.Name)]
            case ast.AnnAssign(target=ast.Name(id=name)):
                names = [name]
            case _:
                names = []
        yield from (name for name in names if not name.startswith("_"))


def _describe(name: str, value: object) -> Iterator[str]:
    if isinstance(value, type) and value.__module__.split(".")[0] not in OURS:
        yield f"{name}: {value.__module__}.{value.__name__}"
    elif isinstance(value, type):
        yield from _class(name, value)
    elif isinstance(value, FunctionType):
        yield f"{name}{_call(value)}"
    else:
        yield f"{name}: {type(value).__name__.lstrip('_')}"


def _call(function: Any, *, method: bool = False) -> str:
    tag = "  [async]" if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function) else ""
    return f"{signature(function, without=1 if method else 0)}{tag}"


def _class(name: str, kind: type[Any]) -> Iterator[str]:
    bases = ", ".join(base.__name__ for base in kind.__bases__ if base is not object)
    made = f" = {_arguments(kind)}" if _is_made_by_users(kind) else ""
    yield f"class {name}({bases}){made}"
    if any(base.__module__.startswith("beeper_sdk_client.resources") for base in kind.__mro__):
        return  # its methods are shown as those of a client
    for member in _members(kind):
        yield from _member(name, kind, member)


def _arguments(kind: type[Any]) -> str:
    return signature(kind).rpartition(" -> ")[0]


def _is_made_by_users(kind: type[Any]) -> bool:
    """Errors, Protocols and types of dicts are not, nor is what a client gives."""
    return not (
        issubclass(kind, Exception)
        or "_is_protocol" in vars(kind)
        or is_typeddict(kind)
        or kind.__name__ in types.__all__
    )


def _members(kind: type[Any]) -> list[str]:
    """The public attributes that no base class shows: all, where the bases are of other people."""
    ours = [base for base in kind.__mro__ if base.__module__.split(".")[0] in OURS]
    shown = [kind] if issubclass(kind, Exception) else ours
    names = {name for base in shown for name in (*vars(base), *_slots(base), *_set_by_init(base))}
    if is_typeddict(kind):
        names = set(inspect.get_annotations(kind))
    return sorted(name for name in names if not name.startswith("_"))


def _slots(kind: type[Any]) -> tuple[str, ...]:
    slots: str | tuple[str, ...] = vars(kind).get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)


def _set_by_init(kind: type[Any]) -> list[str]:
    """The attributes that `__init__` fills."""
    init = vars(kind).get("__init__")
    if not isinstance(init, FunctionType) or init.__code__.co_filename.startswith("<"):  # none, or written by attrs
        return []
    nodes = ast.walk(ast.parse(dedent(inspect.getsource(init.__code__))))  # its own source, even where it is decorated
    return [node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)]


def _member(name: str, kind: type[Any], member: str) -> Iterator[str]:
    value = inspect.getattr_static(kind, member, None)
    if isinstance(value, property):
        yield f"{name}.{member}: {_returned(value)}"
    elif isinstance(value, FunctionType) and get_overloads(value):
        yield from (f"{name}.{member}{_call(overload, method=True)}" for overload in get_overloads(value))
    elif isinstance(value, FunctionType):
        yield f"{name}.{member}{_call(value, method=True)}"
    elif isinstance(value, staticmethod | classmethod):
        yield f"{name}.{member}{_call(getattr(kind, member))}"  # bound: without its first parameter
    else:
        yield f"{name}.{member}: {_attribute(kind, member)}"


def _returned(value: property) -> str:
    return str(inspect.signature(value.fget).return_annotation) if value.fget else "?"


def _attribute(kind: type[Any], member: str) -> str:
    """The type of an attribute: of its field, else of the parameter that fills it."""
    if attrs.has(kind):
        return next((str(attribute.type) for attribute in attrs.fields(kind) if attribute.name == member), "attribute")
    for base in kind.__mro__:
        if member in inspect.get_annotations(base):
            annotation: object = inspect.get_annotations(base)[member]
            return annotation.__forward_arg__ if isinstance(annotation, ForwardRef) else str(annotation)
    parameters = inspect.signature(kind).parameters
    return str(parameters[member].annotation) if member in parameters else "attribute"


def _client(name: str, client: Any) -> Iterator[str]:
    """A client and all that hangs on it, as it is called."""
    kind: type[Any] = client.__class__
    yield f"class {name} = {_arguments(kind)}"
    yield from _node(name, client)


def _node(name: str, node: Any) -> Iterator[str]:
    kind: type[Any] = node.__class__
    for member in _members(kind):
        value = inspect.getattr_static(kind, member, None)
        if isinstance(value, property) and type(getattr(node, member)).__module__.startswith("beeper_"):
            yield from _node(f"{name}.{member}", getattr(node, member))
        else:
            yield from _member(name, kind, member)
