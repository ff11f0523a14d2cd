"""Import statements, and every use of what they import: to today's names."""

from __future__ import annotations

import re

import libcst as cst

from .. import code_builders as build
from .. import official
from ..context import Work
from ..uses import MODELS, SDK, Import, Imported, Target, Use, imported, target
from .statements import Statement


def apply(work: Work) -> None:
    """Rewrite what is known; list what has no counterpart."""
    work_list: dict[Import, list[Imported]] = {}
    for each in imported(work.source, work.resolver):
        work_list.setdefault(each.statement, []).append(each)
    for statement in sorted(work_list, key=lambda each: work.source.order[each]):
        made = Statement(work, statement)
        for each in sorted(work_list[statement], key=lambda one: work.source.order[one.alias]):
            made.looked_at.add(each.alias)
            _one(work, made, each)
        made.write()
    for statement in work.source.all(cst.ImportFrom):
        if isinstance(statement.names, cst.ImportStar) and build.code(statement).startswith(f"from {official.PACKAGE}"):
            work.note(statement, "imports everything of the official SDK: name what is used, then run this again")


def _one(work: Work, made: Statement, each: Imported) -> None:
    """One imported name."""
    if isinstance(made.node, cst.Import):
        _module(made, each)
    elif (new := target(each.full)) is None:
        _container(work, made, each)
    elif new.home == MODELS or not new.home.startswith(SDK):
        _through(work, made, each, new)
    else:
        made.rename(each, new, keep=not each.uses or each.shared)
    for use in each.uses:
        if _is_unknown(use, each) and each.full.startswith(official.PACKAGE):
            work.note(use.node, f"{use.old} of the official SDK has no counterpart here")
        elif use.target is not None and (text := made.spelled(use.target)) is not None:
            _put(work, use, text)


def _module(made: Statement, each: Imported) -> None:
    """``import beeper_desktop_api``, with or without ``as``."""
    unknown = any(_is_unknown(use, each) for use in each.uses)
    if each.full.startswith(SDK):
        _own_module(made, each, moves=bool(each.full == f"{SDK}.v0" and each.uses and not unknown))
        return
    if unknown:
        made.keep(each.alias)
    local = each.local if (each.alias.asname or each.shared) and not unknown else None
    if each.full == f"{official.PACKAGE}.types" and local:
        made.add(MODELS, local)
    else:
        made.add_module(SDK, local)
    if any(use.target and use.target.home == "httpx" for use in each.uses):
        made.add_module("httpx", None)


def _own_module(made: Statement, each: Imported, *, moves: bool) -> None:
    """``import beeper_sdk``, or a module of it."""
    if moves:
        made.add_module(SDK, None)
        return
    made.keep(each.alias)
    if each.full == SDK or not each.alias.asname:
        made.known[SDK] = each.local.split(".", maxsplit=1)[0]


def _is_unknown(use: Use, each: Imported) -> bool:
    """Has it no name today? A module that may be missing is compared with None, which it may go on being."""
    return use.target is None and not use.dropped and not (each.shared and use.old == each.local)


def _container(work: Work, made: Statement, each: Imported) -> None:
    """Something whose members have counterparts, as ``v0``, or that has none."""
    if any(use.target and use.target.home == each.full for use in each.uses):
        made.keep(each.alias)  # it leads there today, too
        made.known[each.full] = each.local
        return
    for use in each.uses:
        if use.target is not None:
            made.add(use.target.home)
    if all(use.target is not None or use.dropped for use in each.uses) and each.uses:
        return
    made.keep(each.alias)
    if each.full.startswith(official.PACKAGE) and not each.uses:
        work.note(made.node, f"{each.local} of the official SDK has no counterpart here")


def _through(work: Work, made: Statement, each: Imported, new: Target) -> None:
    """A name that is reached through a module today: ``models.Chat``."""
    if not each.uses:
        made.keep(each.alias)
        work.note(made.node, f"{each.local} is not used here: if others import it from here, give them {new.full}")
    elif new.home == "httpx":
        made.add_module("httpx", None)
    else:
        made.add(new.home)


def _put(work: Work, use: Use, text: str) -> None:
    """Today's name in place of the old one."""
    if isinstance(use.node, cst.SimpleString):
        pattern = re.compile(rf"(?<![\w.]){re.escape(use.old)}(?![\w])")
        work.edits.at(use.node, lambda now: now.with_changes(value=pattern.sub(text, now.value)))
        return
    if isinstance(use.node, cst.Name | cst.Attribute) and build.code(use.node) == text:
        return
    new = build.expression(text)
    work.edits.put(use.node, new)
