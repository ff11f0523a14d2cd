"""`compare`: every change from one document to another."""

from __future__ import annotations

from beeper_sdk._cli.doctor.openapi_document import Node
from scripts.compiler.compare import operations, schemas
from scripts.compiler.compare import usage as uses
from scripts.compiler.compare.change import EDITORIAL, Change, ordered
from scripts.compiler.compare.context import Context, orders
from scripts.compiler.compare.dialect import normalized
from scripts.compiler.compare.document import Spec
from scripts.compiler.compare.types import Types

_COMPARED = frozenset({"paths", "components", "security"})
_PARTS = ("parameters", "responses", "headers", "requestBodies", "securitySchemes", "examples", "links", "callbacks")


def compare(old: Node, new: Node) -> list[Change]:
    """Every change from `old` to `new`, the most severe first; an empty list for documents that mean the same."""
    old, new = normalized(old), normalized(new)
    if old == new:
        return []
    before, after = Spec(old), Spec(new)
    was, now = uses.found(before), uses.found(after)
    renamed = uses.renamed(before, after, was, now)
    types = Types(before, renamed), Types(after)
    sides = uses.joined(was, now, renamed)
    context = Context(before, after, renamed, sides, types[0], types[1], orders(types))
    operations.compare(context)
    schemas.components(context, was, now)
    _document(context)
    return ordered(context.changes)


def _document(context: Context) -> None:
    """Compare the rest of the document, and the components that are not compared elsewhere."""
    old, new = context.old.data, context.new.data
    for key in sorted({*map(str, old), *map(str, new)} - _COMPARED):
        if old.get(key) != new.get(key):
            context.add(EDITORIAL, "changed", "text", "openapi.yaml", f"{key} changed", f"#/{key}")
    for part in _PARTS:
        was, now = context.old.components(part), context.new.components(part)
        for name in sorted({*map(str, was), *map(str, now)}):
            if was.get(name) != now.get(name):
                place = f"#/components/{part}/{name}"
                text = f"{part}/{name} changed; its effects are listed with the operations that use it"
                context.add(EDITORIAL, "changed", "text", "openapi.yaml", text, place)
    if not context.changes:
        context.add(EDITORIAL, "changed", "text", "openapi.yaml", "something changed that affects no operation", "#")
