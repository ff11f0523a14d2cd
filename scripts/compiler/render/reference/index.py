"""The first page of the reference: what is where, and all operations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from scripts.compiler.render.reference.names import Links, Page
from scripts.compiler.render.reference.operations import Call
from scripts.compiler.render.reference.text import linked, row

ABOUT = """All that users of `beeper_sdk` can call, read and catch. Every page is written from the docstrings and \
`openapi.yaml`, so it describes this version.

Examples are in the form of `Beeper`. With `AsyncBeeper` the names, arguments and results are the same; the line \
*Async* of an operation says how it is called there. An argument with the default `UNSET` is left out unless it is \
given, and `None` sets it to null."""


def page(objects: Sequence[Page], operations: Sequence[Page], models: Sequence[Page], calls: Sequence[Call]) -> Page:
    """The page."""
    return Page("index.md", "Reference", "", partial(_body, objects, operations, models, calls), [])


def _body(
    objects: Sequence[Page], operations: Sequence[Page], models: Sequence[Page], calls: Sequence[Call], links: Links
) -> str:
    parts = [linked(ABOUT, links)]
    for title, pages in (("Pages", objects), ("Operations by group", operations), ("Models by subject", models)):
        parts += [f"## {title}", "\n".join(_list(pages, links))]
    return "\n\n".join([*parts, "## All operations", "\n".join(_table(calls, links))])


def _list(pages: Iterable[Page], links: Links) -> Iterator[str]:
    for each in pages:
        about = f": {linked(each.about, links).rstrip('.')}" if each.about else ""
        yield f"- [{each.title}]({each.path}){about}"


def _table(calls: Sequence[Call], links: Links) -> Iterator[str]:
    yield row("operation", "HTTP", "what it does")
    yield row("---", "---", "---")
    for call in calls:
        http = f"`{call.operation.method} {call.operation.path}`" if call.operation else ""
        yield row(f"[`{call.name}`]({links.to(call.name)})", http, linked(call.about, links.within(call.group.name)))
