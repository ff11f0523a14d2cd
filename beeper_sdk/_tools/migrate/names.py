"""Finds the names that new code needs among the imports of the file, or adds imports for them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import libcst as cst
from libcst.metadata import ImportAssignment

from .source import Source, dotted


class Names:
    """The local names for new code, and the imports that they need."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._known: dict[str, str] = {}
        self._new: dict[str, dict[str, str]] = {}
        self._top = set(imports(source.module))
        self.homes: set[str] = set()
        """Modules from which rewritten import statements import names."""

    def is_top(self, node: cst.CSTNode) -> bool:
        """Whether this is an unconditional import statement at the top level of the file."""
        return node in self._top

    def provide(self, full: str, local: str) -> None:
        """Record that an import statement of the file binds this name, or will bind it."""
        self._known[full] = local

    def bring(self, full: str) -> None:
        """Import a name without renaming it."""
        module, _, name = full.rpartition(".")
        self._new.setdefault(module, {})[name] = name
        self._known[full] = name

    def need(self, full: str) -> str:
        """The local expression for a full name such as ``urllib.parse.quote``; adds an import if there is none."""
        module, _, name = full.rpartition(".")
        if full not in self._known:
            found = self._imported(full) or self._below(module, name)
            if found is None:
                found = self.free(name)
                self._new.setdefault(module, {})[name] = found
            self._known[full] = found
        return self._known[full]

    def _below(self, module: str, name: str) -> str | None:
        """``module.name``, if the file imports the module and no names from it."""
        if any(full.rpartition(".")[0] == module and "." not in local for full, local in self._known.items()):
            return None
        found = self.given(module)
        return f"{found}.{name}" if found else None

    def free(self, name: str) -> str:
        """A name that the file does not use yet."""
        if name not in self._source.spelled:
            return name
        return f"Sdk{name}" if name[0].isupper() else f"beeper_{name}"

    def _imported(self, full: str) -> str | None:
        """The local name of a full name in the imports at the top level of the file."""
        for assignment in self._source.globals.assignments:
            if (
                not isinstance(assignment, ImportAssignment)
                or assignment.node not in self._top
                or not self._only(assignment.name)
            ):
                continue
            if isinstance(assignment.node, cst.Import) and all(
                dotted(alias.name) != full for alias in assignment.node.names
            ):
                continue  # "import a.b" binds a, but may be removed
            if any(found.name == full for found in assignment.get_qualified_names_for(assignment.name)):
                return assignment.name
        return None

    def given(self, full: str) -> str | None:
        """The local name for a full name, without a new import."""
        return self._known.get(full) or self._imported(full)

    def _only(self, local: str) -> bool:
        """Whether imports are the only bindings of the name in the file."""
        first = local.split(".", maxsplit=1)[0]
        return all(isinstance(assignment, ImportAssignment) for assignment in self._source.globals[first])

    def write(self, module: cst.Module) -> cst.Module:
        """The module with the missing imports added."""
        for home in sorted(self._new):
            names = [(name, local) for name, local in sorted(self._new[home].items())]
            module = _merged(module, home, names) or _added(module, home, names)
        return module


def imports(module: cst.Module) -> list[cst.CSTNode]:
    """The unconditional import statements at the top level of the module."""
    found: list[cst.CSTNode] = []
    for line in module.body:
        if isinstance(line, cst.SimpleStatementLine):
            found += [statement for statement in line.body if isinstance(statement, cst.Import | cst.ImportFrom)]
    return found


def aliases(names: Sequence[tuple[str, str]]) -> list[cst.ImportAlias]:
    """``name`` or ``name as local`` for each."""
    return [
        cst.ImportAlias(cst.Name(name), None if name == local else cst.AsName(cst.Name(local))) for name, local in names
    ]


def _module_of(node: cst.CSTNode) -> str | None:
    return dotted(node.module) if isinstance(node, cst.ImportFrom) and node.module and not node.relative else None


def _merged(module: cst.Module, home: str, names: Sequence[tuple[str, str]]) -> cst.Module | None:
    """Add names to an import of the same module, if there is one without parentheses."""
    for node in imports(module):
        if isinstance(node, cst.ImportFrom) and _module_of(node) == home and node.lpar is None:
            if isinstance(node.names, cst.ImportStar):
                continue
            every = [alias.with_changes(comma=cst.MaybeSentinel.DEFAULT) for alias in node.names]
            changed = module.deep_replace(node, node.with_changes(names=[*every, *aliases(names)]))
            return changed if isinstance(changed, cst.Module) else None
    return None


def _added(module: cst.Module, home: str, names: Sequence[tuple[str, str]]) -> cst.Module:
    """Add a new import line, after the imports of its group."""
    line = cst.SimpleStatementLine([cst.ImportFrom(_dotted_node(home), aliases(names))])
    body = list(module.body)
    place, first = _place(module, home)
    if first and place < len(body) and isinstance(body[place], cst.SimpleStatementLine):
        line = line.with_changes(leading_lines=body[place].leading_lines)
        is_import = bool(imports(module))
        body[place] = body[place].with_changes(leading_lines=[] if is_import else [cst.EmptyLine(indent=False)])
    body.insert(place, line)
    return module.with_changes(body=body)


def _place(module: cst.Module, home: str) -> tuple[int, bool]:
    """The index of a new import, and whether it is the first one."""
    standard = home.split(".", maxsplit=1)[0] in sys.stdlib_module_names
    place, first = 0, True
    for at, line in enumerate(module.body):
        if not isinstance(line, cst.SimpleStatementLine):
            break
        statement = line.body[0]
        if isinstance(statement, cst.Import | cst.ImportFrom):
            root = _root(statement)
            if root == "__future__" or not standard or root in sys.stdlib_module_names:
                place, first = at + 1, False
        elif at == 0 and isinstance(statement, cst.Expr) and isinstance(statement.value, cst.SimpleString):
            place = 1
        else:
            break
    return place, first


def _root(node: cst.Import | cst.ImportFrom) -> str:
    name = node.names[0].name if isinstance(node, cst.Import) else node.module
    return ((dotted(name) if name is not None else None) or "").split(".", maxsplit=1)[0]


def _dotted_node(text: str) -> cst.Name | cst.Attribute:
    first, *rest = text.split(".")
    node: cst.Name | cst.Attribute = cst.Name(first)
    for name in rest:
        node = cst.Attribute(node, cst.Name(name))
    return node
