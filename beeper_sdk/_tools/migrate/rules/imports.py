"""Rewrites import statements, and every use of the imported names, to the current names."""

from __future__ import annotations

import re

import libcst as cst

from .. import code_builders as build
from .. import official
from ..context import Work
from ..uses import MODELS, SDK, Import, Imported, Target, Use, imported, target
from .statements import Statement


def apply(work: Work) -> None:
    """Rewrite the known names, and add a note for names without a replacement."""
    work_list: dict[Import, list[Imported]] = {}
    for name in imported(work.source, work.resolver):
        work_list.setdefault(name.statement, []).append(name)
    for statement in sorted(work_list, key=lambda node: work.source.order[node]):
        made = Statement(work, statement)
        for name in sorted(work_list[statement], key=lambda name: work.source.order[name.alias]):
            made.processed.add(name.alias)
            _rewrite_name(work, made, name)
        made.write()
    for statement in work.source.all(cst.ImportFrom):
        if isinstance(statement.names, cst.ImportStar) and build.code(statement).startswith(f"from {official.PACKAGE}"):
            work.note(
                statement,
                "import * of the official SDK is not rewritten: import names explicitly, then run this command again",
            )


def _rewrite_name(work: Work, made: Statement, name: Imported) -> None:
    """Rewrite one imported name and its uses."""
    if isinstance(made.node, cst.Import):
        _module(made, name)
    elif (new := target(name.full)) is None:
        _container(work, made, name)
    elif new.home == MODELS or not new.home.startswith(SDK):
        _through(work, made, name, new)
    else:
        made.rename(name, new, keep=not name.uses or name.shared)
    for use in name.uses:
        if _is_unknown(use, name) and name.full.startswith(official.PACKAGE):
            work.note(use.node, f"{use.old} of the official SDK has no replacement")
        elif use.target is not None and (text := made.spelled(use.target)) is not None:
            _put(work, use, text)


def _module(made: Statement, name: Imported) -> None:
    """``import beeper_desktop_api``, with or without ``as``."""
    unknown = any(_is_unknown(use, name) for use in name.uses)
    if name.full.startswith(SDK):
        _own_module(made, name, moves=bool(name.full == f"{SDK}.v0" and name.uses and not unknown))
        return
    if unknown:
        made.keep(name.alias)
    local = name.local if (name.alias.asname or name.shared) and not unknown else None
    if name.full == f"{official.PACKAGE}.types" and local:
        made.add(MODELS, local)
    else:
        made.add_module(SDK, local)
    if any(use.target and use.target.home == "httpx" for use in name.uses):
        made.add_module("httpx", None)


def _own_module(made: Statement, name: Imported, *, moves: bool) -> None:
    """``import beeper_sdk``, or one of its modules."""
    if moves:
        made.add_module(SDK, None)
        return
    made.keep(name.alias)
    if name.full == SDK or not name.alias.asname:
        made.known[SDK] = name.local.split(".", maxsplit=1)[0]


def _is_unknown(use: Use, name: Imported) -> bool:
    """Whether a use has no replacement.

    The name of a module that may be missing can be compared with None; such a comparison stays as it is.
    """
    return use.target is None and not use.dropped and not (name.shared and use.old == name.local)


def _container(work: Work, made: Statement, name: Imported) -> None:
    """A name whose members have replacements, such as ``v0``, or that has no replacement."""
    if any(use.target and use.target.home == name.full for use in name.uses):
        made.keep(name.alias)  # the new names are in the same module
        made.known[name.full] = name.local
        return
    for use in name.uses:
        if use.target is not None:
            made.add(use.target.home)
    if all(use.target is not None or use.dropped for use in name.uses) and name.uses:
        return
    made.keep(name.alias)
    if name.full.startswith(official.PACKAGE) and not name.uses:
        work.note(made.node, f"{name.local} of the official SDK has no replacement")


def _through(work: Work, made: Statement, name: Imported, new: Target) -> None:
    """A name that is now an attribute of a module: ``models.Chat``."""
    if not name.uses:
        made.keep(name.alias)
        work.note(
            made.node, f"{name.local} is not used here: if other files import it from here, make them use {new.full}"
        )
    elif new.home == "httpx":
        made.add_module("httpx", None)
    else:
        made.add(new.home)


def _put(work: Work, use: Use, text: str) -> None:
    """Replace the old name with the current one."""
    if isinstance(use.node, cst.SimpleString):
        pattern = re.compile(rf"(?<![\w.]){re.escape(use.old)}(?![\w])")
        work.edits.at(use.node, lambda now: now.with_changes(value=pattern.sub(text, now.value)))
        return
    if isinstance(use.node, cst.Name | cst.Attribute) and build.code(use.node) == text:
        return
    new = build.expression(text)
    work.edits.put(use.node, new)
