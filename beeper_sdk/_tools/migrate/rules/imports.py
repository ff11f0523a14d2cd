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
    for each in imported(work.source, work.resolver):
        work_list.setdefault(each.statement, []).append(each)
    for statement in sorted(work_list, key=lambda each: work.source.order[each]):
        made = Statement(work, statement)
        for each in sorted(work_list[statement], key=lambda name: work.source.order[name.alias]):
            made.processed.add(each.alias)
            _rewrite_name(work, made, each)
        made.write()
    for statement in work.source.all(cst.ImportFrom):
        if isinstance(statement.names, cst.ImportStar) and build.code(statement).startswith(f"from {official.PACKAGE}"):
            work.note(
                statement,
                "import * of the official SDK is not rewritten: import names explicitly, then run this command again",
            )


def _rewrite_name(work: Work, made: Statement, each: Imported) -> None:
    """Rewrite one imported name and its uses."""
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
            work.note(use.node, f"{use.old} of the official SDK has no replacement")
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
    """``import beeper_sdk``, or one of its modules."""
    if moves:
        made.add_module(SDK, None)
        return
    made.keep(each.alias)
    if each.full == SDK or not each.alias.asname:
        made.known[SDK] = each.local.split(".", maxsplit=1)[0]


def _is_unknown(use: Use, each: Imported) -> bool:
    """Whether a use has no replacement.

    The name of a module that may be missing can be compared with None; such a comparison stays as it is.
    """
    return use.target is None and not use.dropped and not (each.shared and use.old == each.local)


def _container(work: Work, made: Statement, each: Imported) -> None:
    """A name whose members have replacements, such as ``v0``, or that has no replacement."""
    if any(use.target and use.target.home == each.full for use in each.uses):
        made.keep(each.alias)  # the new names are in the same module
        made.known[each.full] = each.local
        return
    for use in each.uses:
        if use.target is not None:
            made.add(use.target.home)
    if all(use.target is not None or use.dropped for use in each.uses) and each.uses:
        return
    made.keep(each.alias)
    if each.full.startswith(official.PACKAGE) and not each.uses:
        work.note(made.node, f"{each.local} of the official SDK has no replacement")


def _through(work: Work, made: Statement, each: Imported, new: Target) -> None:
    """A name that is now an attribute of a module: ``models.Chat``."""
    if not each.uses:
        made.keep(each.alias)
        work.note(
            made.node, f"{each.local} is not used here: if other files import it from here, make them use {new.full}"
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
