"""The state of one import statement during the migration: names it keeps, new names, and their local names."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from .. import code_builders as build
from ..code_builders import has_comment
from ..context import Made, Work, several
from ..names import aliases
from ..source import dotted
from ..uses import SDK, Import, Imported, Target

Small = cst.BaseSmallStatement


class Statement:
    """The changes to one import statement."""

    def __init__(self, work: Work, node: Import) -> None:
        self._work = work
        self.node = node
        self.known: dict[str, str] = {}
        """Local names by full names, for uses of the names of this statement."""
        self._kept: list[cst.ImportAlias] = []
        self.processed: set[cst.ImportAlias] = set()
        self._modules: list[tuple[str, str | None]] = []
        self._names: dict[str, list[cst.ImportAlias]] = {}

    def keep(self, alias: cst.ImportAlias) -> None:
        """Keep the import of this name unchanged."""
        self._kept.append(alias)

    def spelled(self, new: Target) -> str | None:
        """The expression for a name in this file; None if this statement does not import it."""
        words = new.full.split(".")
        for end in range(len(words), 0, -1):
            local = self.known.get(".".join(words[:end]))
            if local is not None:
                text = ".".join([local, *words[end:]])
                return f"list[{text}]" if new.is_list else text
        return None

    def add_module(self, name: str, local: str | None) -> None:
        """Add ``import name``, unless the file has it."""
        given = self._work.names.given(name) if local is None else None
        self.known[name] = given or local or name
        if given is None and (name, local) not in self._modules:
            self._modules.append((name, local))
            self._provide(name, local or name)

    def add(self, full: str, local: str | None = None) -> None:
        """Add ``from ... import ...``, unless the file has it."""
        given = self._work.names.given(full) if local is None else None
        if given is None and full not in self.known:
            module, _, name = full.rpartition(".")
            chosen = local or self._work.names.free(name)
            self._names.setdefault(module, []).extend(aliases([(name, chosen)]))
            self._provide(full, chosen)
            self.known[full] = chosen
        elif given is not None:
            self.known[full] = given

    def rename(self, old: Imported, new: Target, *, keep: bool) -> None:
        """Import a name from its new module, under its old name if other code may use that."""
        module, _, name = new.home.rpartition(".")
        local = old.local if old.alias.asname or keep else name
        if local not in (old.local, self._work.names.free(name)):
            local = old.local
        alias = old.alias.with_changes(name=cst.Name(name))
        if local != name and not old.alias.asname:
            alias = alias.with_changes(asname=aliases([(name, local)])[0].asname)
        self._names.setdefault(module, []).append(alias)
        self._provide(new.home, local)
        self.known[new.home] = local

    def _provide(self, full: str, local: str) -> None:
        if self._work.names.is_top(self.node):
            self._work.names.provide(full, local)

    def write(self) -> None:
        """Put the new statements in place of the old one."""
        names = self._layout
        self._kept = [alias for alias in names if alias in self._kept or alias not in self.processed]
        if len(self._kept) == len(names) and not self._modules and not self._names:
            return
        line = self._work.source.parent(self.node)
        top = self._work.names.is_top(self.node)
        if top and self._names.keys() == {SDK} and not self._must_stay(line):
            self._elsewhere()
        elif top:
            self._work.names.homes |= self._names.keys()
        new = self._statements() or [self._placeholder()]
        if isinstance(line, cst.SimpleStatementLine) and len(line.body) == 1:
            self._work.edits.at(line, lambda now: self._lines(now, new))
        else:
            self._work.edits.at(self.node, lambda _: several(new))

    def _elsewhere(self) -> None:
        """Add names to an earlier import from the same module."""
        if SDK not in self._work.names.homes:
            self._work.names.homes.add(SDK)
        elif not self._kept and not self._modules and all(alias.asname is None for alias in self._names[SDK]):
            for alias in self._names.pop(SDK):
                self._work.names.bring(f"{SDK}.{dotted(alias.name)}")

    def _placeholder(self) -> Small:
        """A statement for a line that must not be removed."""
        again = self._again()
        return cst.ImportFrom(cst.Name(SDK), aliases(again)) if again else cst.Pass()

    def _again(self) -> list[tuple[str, str]]:
        """Names that another statement imports too."""
        return [
            (full.rpartition(".")[2], local) for full, local in self.known.items() if full != SDK and "." not in local
        ]

    def _lines(self, line: cst.SimpleStatementLine, new: Sequence[Small]) -> Made:
        if not (self._kept or self._modules or self._names) and not self._must_stay(line):
            return cst.RemoveFromParent()
        rest = [cst.SimpleStatementLine([statement]) for statement in new[1:]]
        return several([line.with_changes(body=[new[0]]), *rest])

    def _must_stay(self, line: cst.CSTNode | None) -> bool:
        """Whether the line must stay: it is the only one in its block, or has comments."""
        if not isinstance(line, cst.SimpleStatementLine):
            return True
        alone = True
        block = self._work.source.parent(line_of(self._work, self.node))
        if isinstance(block, cst.Module | cst.IndentedBlock):
            alone = len(block.body) == 1
        comments = (
            any(empty_line.comment for empty_line in line.leading_lines) or line.trailing_whitespace.comment is not None
        )
        return alone or (comments and bool(self._again()))

    def _statements(self) -> list[Small]:
        new: list[Small] = [self._plain(name, local) for name, local in self._modules]
        module = self.node.module if isinstance(self.node, cst.ImportFrom) else None
        own = dotted(module) if module is not None else None
        if own in self._names:  # kept and new names are in the same module
            self._names[own] += self._kept
            self._kept = []
        new += [self._from(module, names) for module, names in self._names.items()]
        if self._kept:
            new.append(self.node.with_changes(names=_tidy(self._kept, self._layout)))
        return new

    @staticmethod
    def _plain(name: str, local: str | None) -> cst.Import:
        return cst.Import(aliases([(name, local or name)]))

    def _from(self, module: str, names: Sequence[cst.ImportAlias]) -> cst.ImportFrom:
        home = build.expression(module)
        if not isinstance(home, cst.Name | cst.Attribute) or not isinstance(self.node, cst.ImportFrom):
            return cst.ImportFrom(cst.Name(module), list(names))
        if self.node.lpar is None or len(names) == 1:
            return self.node.with_changes(module=home, names=_tidy(names), lpar=None, rpar=None)
        return self.node.with_changes(module=home, names=_tidy(names, self._layout))

    @property
    def _layout(self) -> Sequence[cst.ImportAlias]:
        """The names in their original order and layout."""
        return () if isinstance(self.node.names, cst.ImportStar) else self.node.names


def line_of(work: Work, node: cst.CSTNode) -> cst.CSTNode:
    """The line that contains a small statement."""
    return work.source.within(node, cst.SimpleStatementLine) or node


def _tidy(names: Sequence[cst.ImportAlias], was: Sequence[cst.ImportAlias] = ()) -> list[cst.ImportAlias]:
    """Each name once, in the old order and layout if there is one."""
    unique = list(
        {(dotted(alias.name), build.code(alias.asname) if alias.asname else ""): alias for alias in names}.values()
    )
    if not was:
        ordered = sorted(unique, key=lambda alias: _rank(dotted(alias.name) or ""))
        return [alias.with_changes(comma=cst.MaybeSentinel.DEFAULT) for alias in ordered]
    commas = [alias.comma if isinstance(alias.comma, cst.Comma) else was[0].comma for alias in unique]
    if not has_comment(commas[-1]):
        commas[-1] = was[-1].comma
    return [alias.with_changes(comma=comma) for alias, comma in zip(unique, commas, strict=True)]


def _rank(name: str) -> tuple[int, str]:
    """Sort key: constants, classes, other names, as import sorters do."""
    return 0 if name.isupper() else 1 if name[:1].isupper() else 2, name
