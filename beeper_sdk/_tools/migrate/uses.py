"""Finds the uses of imported names, and their current names. `rules.imports` rewrites imports and uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst
from attrs import field, frozen
from libcst.metadata import ImportAssignment

from ..._core.generated import models
from . import official, v0
from .inferred_types import Client, Result, Symbol
from .resolve import Resolver
from .source import Source, dotted

SDK = "beeper_sdk"
MODELS = f"{SDK}.models"


@frozen
class Target:
    """The current location of a name."""

    home: str
    """The full name that is imported."""
    rest: str = ""
    """The attributes after it."""
    is_list: bool = False
    """Whether the old name means a list of this."""

    @property
    def full(self) -> str:
        """The complete name."""
        return self.home + self.rest


def target(name: str) -> Target | None:
    """The current name for the full old name; None if there is none, or if it did not change."""
    package, *path = name.split(".")
    if package == official.PACKAGE:
        return _of_official(path)
    if package == SDK and len(path) == 2 and path[0] == "v0" and path[1] in v0.CLIENTS:
        return Target(f"{SDK}.{v0.CLIENTS[path[1]]}")
    if package == SDK and len(path) == 2 and path[0] == "models" and path[1] in v0.MODELS:
        return Target(MODELS, f".{v0.MODELS[path[1]]}")
    return None


def _of_official(path: list[str]) -> Target | None:
    if path == ["__version__"]:
        return Target(f"{SDK}.__version__")
    if path[:1] == ["types"]:
        return _of_type(path[1:])
    private = len(path) == 2 and path[0].startswith("_")
    if len(path) != 1 and not private:
        return None
    name = path[-1]
    if name in official.CLIENTS:
        return Target(f"{SDK}.{official.CLIENTS[name]}")
    if name in official.ERRORS:
        return Target(f"{SDK}.errors.{official.ERRORS[name]}")
    if name in official.HTTP_CLIENTS:
        return Target("httpx", f".{official.HTTP_CLIENTS[name]}")
    return None


def _of_type(path: list[str]) -> Target | None:
    if not path:
        return Target(MODELS)
    name = path[-1]
    same = name if name[:1].isupper() and name in dir(models) else None
    found = official.MODELS_BY_MODULE.get(".".join(path[-2:])) or official.MODELS_BY_NAME.get(name, same)
    if found is not None:
        return Target(MODELS, f".{found}")
    listed = official.LIST_MODELS.get(path[-1])
    return Target(MODELS, f".{listed}", is_list=True) if listed else None


Import = cst.Import | cst.ImportFrom


@frozen(eq=False)
class Use:
    """One use of an imported name."""

    node: cst.CSTNode
    """The whole dotted name, or the string annotation that contains it."""
    old: str
    target: Target | None
    dropped: bool = False
    """Whether it is an argument with the value "not given", which another rule removes."""


@frozen(eq=False)
class Imported:
    """One name that an import statement binds."""

    statement: Import
    alias: cst.ImportAlias
    full: str
    """Its full name in the imported package."""
    local: str
    """The local name, dotted for ``import a.b``."""
    uses: list[Use] = field(factory=list[Use])
    shared: bool = False
    """Whether something else in the file binds the same name."""


def imported(source: Source, resolver: Resolver) -> Iterator[Imported]:
    """Every import of a name that may have been renamed."""
    statements: list[Import] = [*source.all(cst.Import), *source.all(cst.ImportFrom)]
    aliases = {
        (statement, name): alias
        for statement in statements
        if not isinstance(statement.names, cst.ImportStar)
        for alias in statement.names
        for name in (local(alias), local(alias).split(".", maxsplit=1)[0])  # "import a.b" binds both
    }
    for scope in source.scopes:
        for assignment in scope.assignments:
            if not isinstance(assignment, ImportAssignment) or not isinstance(assignment.node, Import):
                continue
            alias = aliases.get((assignment.node, assignment.name))
            full = _full(assignment.node, alias) if alias else ""
            if alias and full.split(".", maxsplit=1)[0] in (official.PACKAGE, SDK):
                if assignment.name != local(alias) and not assignment.references:
                    continue
                uses = [
                    use for access in assignment.references for use in _uses(source, resolver, access.node, assignment)
                ]
                yield Imported(assignment.node, alias, full, assignment.name, uses, _shared(assignment))


def local(alias: cst.ImportAlias) -> str:
    """The local name that an import binds."""
    return alias.evaluated_alias or dotted(alias.name) or ""


def _full(statement: Import, alias: cst.ImportAlias) -> str:
    name = dotted(alias.name) or ""
    if isinstance(statement, cst.Import):
        return name
    module = dotted(statement.module) if statement.module and not statement.relative else None
    return f"{module}.{name}" if module else ""


def _shared(assignment: ImportAssignment) -> bool:
    same = [
        other for other in assignment.scope[assignment.name.split(".", maxsplit=1)[0]] if other.name == assignment.name
    ]
    return len(same) > 1


def _uses(source: Source, resolver: Resolver, node: cst.CSTNode, assignment: ImportAssignment) -> Iterator[Use]:
    if isinstance(node, cst.SimpleString):
        for found in _chain(assignment.name).finditer(node.value):
            yield _longest(node, [found.group()], assignment)
        return
    chain = [node]
    above = source.parent(node)
    while isinstance(above, cst.Attribute) and above.value is chain[-1]:
        chain.append(above)
        above = source.parent(above)
    texts = [dotted(link) or "" for link in chain]
    best = _longest(chain[0], list(reversed(texts)), assignment)
    whole = chain[texts.index(best.old)] if best.target else chain[-1]
    yield Use(whole, best.old, best.target, _is_dropped(source, resolver, chain[-1], best.old, assignment))


def _longest(node: cst.CSTNode, texts: list[str], assignment: ImportAssignment) -> Use:
    """The longest dotted name that has a current name."""
    if isinstance(node, cst.SimpleString):
        words = texts[0].split(".")
        texts = [".".join(words[:end]) for end in range(len(words), 0, -1)]
    for text in texts:
        for name in assignment.get_qualified_names_for(text):
            if (new := target(name.name)) is not None:
                return Use(node, text, new)
    return Use(node, texts[0], None)


def _chain(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){re.escape(name)}(?![\w])(?:\.\w+)*")


def _is_dropped(source: Source, resolver: Resolver, node: cst.CSTNode, text: str, assignment: ImportAssignment) -> bool:
    """Whether another rule removes it: an argument with the value "not given", or a timeout of one number."""
    names = {name.name for name in assignment.get_qualified_names_for(text)}
    if names & official.TIMEOUTS:
        call = source.parent(node)
        return isinstance(call, cst.Call) and seconds(source, resolver, call) is not None
    return any(is_not_given(name) for name in names) and _is_option(source, resolver, node)


def _is_option(source: Source, resolver: Resolver, node: cst.CSTNode) -> bool:
    """Whether it is a keyword argument of a client or method, or one side of an ``or`` or ``if`` in one."""
    arg = source.parent(node)
    is_side = isinstance(arg, cst.BooleanOperation | cst.IfExp)
    while isinstance(arg, cst.BooleanOperation | cst.IfExp):
        arg = source.parent(arg)
    call = source.parent(arg) if isinstance(arg, cst.Arg) and arg.keyword else None
    kind = resolver.kind(call) if isinstance(call, cst.Call) else None
    if is_side and (not isinstance(kind, Result) or kind.operation == "chats.update"):
        return False  # None would not omit the argument there
    return isinstance(kind, Result | Client)


def seconds(source: Source, resolver: Resolver, call: cst.Call) -> cst.BaseExpression | None:
    """The number of a timeout with one value that is passed to a client or a method."""
    kind = resolver.kind(call.func)
    known = isinstance(kind, Symbol) and kind.name in official.TIMEOUTS
    if not known or not _is_option(source, resolver, call) or len(call.args) != 1 or call.args[0].keyword:
        return None
    return call.args[0].value


def is_not_given(name: str | None) -> bool:
    """Whether this is a value of the official SDK that means "not given"."""
    package, _, last = (name or "").rpartition(".")
    return package.split(".", maxsplit=1)[0] == official.PACKAGE and last in official.NOT_GIVEN
