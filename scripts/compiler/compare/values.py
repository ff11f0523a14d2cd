"""Compares one value: an argument, a field, or a response."""

from __future__ import annotations

from typing import Any

from beeper_sdk._cli.doctor.openapi_document import Node, is_node, node
from scripts.compiler.compare import constraints as limits
from scripts.compiler.compare.change import ADDITIVE, CALLERS, EDITORIAL, READERS
from scripts.compiler.compare.context import Context, Sides, breaks, on
from scripts.compiler.compare.types import NULL, has_inline_object, kind_of, python_type

TEXTS = ("title", "summary", "description", "example", "examples", "externalDocs", "$comment")
COMPUTED = "x-beeper-property"
MARKS = frozenset({"x-beeper-pii", "x-beeper-since", "x-beeper-removed"})
_SHAPE = frozenset({"$ref", "type", "const", "enum", "items", "anyOf", "oneOf", "allOf", "format", "discriminator"})
_OBJECT = frozenset({"properties", "required", "additionalProperties", "default", "deprecated"})
_COMPARED = frozenset(TEXTS) | limits.LIMITS | MARKS | _SHAPE | _OBJECT | {COMPUTED}


def value(context: Context, name: str, old: object, new: object, sides: Sides, place: str) -> None:
    """Compare everything about a value."""
    kind(context, name, old, new, sides, place)
    bounds(context, name, old, new, sides, place)
    default(context, name, node(old), node(new), sides, place)
    marks(context, name, node(old), node(new), place)
    texts(context, name, node(old), node(new), place)
    others(context, name, node(old), node(new), sides, place)
    inside(context, name, old, new, sides, place)


def kind(context: Context, name: str, old: object, new: object, sides: Sides, place: str) -> None:
    """Compare the type; a change of null is reported separately."""
    was, now = context.was.of(limits.with_constant(old, new)), context.now.of(limits.with_constant(new, old))
    if (NULL in was) != (NULL in now) and was - {NULL} and now - {NULL}:
        levels = breaks(sides, narrowed=NULL in was, widened=NULL in now)
        text = "can now be None" if NULL in now else "can no longer be None"
        context.add(levels, "changed", "nullability", name, text, place)
        was, now = was - {NULL}, now - {NULL}
    if was == now:
        return
    narrowed, widened = context.moved(was, now, sides)
    context.add(breaks(sides, narrowed=narrowed, widened=widened), "changed", "type", name, _change(was, now), place)


def _change(was: Any, now: Any) -> str:
    before, after = python_type(was), python_type(now)
    return f"is {after}, was {before}" if before != after else f"is another kind of {after}"


def bounds(context: Context, name: str, old: object, new: object, sides: Sides, place: str) -> None:
    """Compare ranges and the values of inline enums."""
    before, after = limits.limits(context.old, old), limits.limits(context.new, new)
    for text, narrowed in limits.changed(before, after):
        levels = (CALLERS if narrowed else ADDITIVE) if "request" in sides else EDITORIAL
        context.add(levels, "changed", "range", name, text, place)
    was, now = limits.choices(context.old, old), limits.choices(context.new, new)
    if was is not None and now is not None:
        choices(context, name, was, now, sides, place)


def choices(context: Context, name: str, was: list[Any], now: list[Any], sides: Sides, place: str) -> None:
    """Compare enum values. Enums are open, so readers must expect any value, and only callers can lose one."""
    added, removed = [value for value in now if value not in was], [value for value in was if value not in now]
    if added:
        text = f"{'accepts' if 'request' in sides else 'can be'} {_list(added)}"
        context.add(ADDITIVE, "added", "enum value", name, text, place)
    if removed:
        levels = breaks(sides, narrowed=True, widened=False)
        context.add(levels, "removed", "enum value", name, f"no longer has {_list(removed)}", place)
    if was != now and sorted(map(repr, was)) == sorted(map(repr, now)):
        context.add(EDITORIAL, "changed", "enum value", name, "lists its values in another order", place)


def _list(values: list[Any]) -> str:
    return ", ".join(map(repr, values))


def default(context: Context, name: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """Compare defaults. A default that is documented for the first time is no change of behaviour."""
    before, after = old.get("default"), new.get("default")
    if "default" in old and "default" in new and before != after:
        levels = CALLERS if "request" in sides else EDITORIAL
        context.add(levels, "changed", "default", name, f"is {after!r} if omitted, was {before!r}", place)
    elif "default" in new and "default" not in old:
        context.add(EDITORIAL, "added", "default", name, f"is documented as {after!r} if omitted", place)
    elif "default" in old and "default" not in new:
        context.add(EDITORIAL, "removed", "default", name, f"is no longer documented as {before!r} if omitted", place)


def marks(context: Context, name: str, old: Node, new: Node, place: str) -> None:
    """Compare the marks for deprecation, personal data, and app versions."""
    before, after = bool(old.get("deprecated")), bool(new.get("deprecated"))
    if after and not before:
        context.add(ADDITIVE, "deprecated", "deprecation", name, "deprecated", place)
    elif before and not after:
        context.add(ADDITIVE, "changed", "deprecation", name, "no longer deprecated", place)
    private(context, name, old.get("x-beeper-pii"), new.get("x-beeper-pii"), place)
    for mark, what in (("x-beeper-since", "since app"), ("x-beeper-removed", "removed in app")):
        if old.get(mark) != new.get(mark):
            text = f"is marked {what} {new.get(mark, 'unspecified')}, was {old.get(mark, 'unspecified')}"
            context.add(EDITORIAL, "changed", "since" if mark == "x-beeper-since" else "removed in", name, text, place)


def private(context: Context, name: str, old: object, new: object, place: str) -> None:
    """Compare the marks for personal data. Without the mark, sanitize and logs show what they hid before."""
    if old == new:
        return
    if new is None:
        text = f"is no longer marked as personal ({old}): sanitize shows it"
        context.add(READERS, "removed", "personal data", name, text, place)
    elif old is None:
        context.add(
            ADDITIVE, "added", "personal data", name, f"is marked as personal ({new}): sanitize hides it", place
        )
    else:
        text = f"is marked as personal as {new}, was {old}"
        context.add(ADDITIVE, "changed", "personal data", name, text, place)


def texts(context: Context, name: str, old: Node, new: Node, place: str) -> None:
    """Compare what only people read."""
    parts = [key for key in TEXTS if old.get(key) != new.get(key)]
    formats = {str(schema.get("format")) for schema in (old, new)}
    if len(formats) > 1 and not formats & {"date-time", "binary"}:
        parts.append("format")
    if parts:
        context.add(EDITORIAL, "changed", "text", name, f"{', '.join(parts)} changed", place)


def others(context: Context, name: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """Compare keywords without a rule. They count as breaking unless they are extensions."""
    for key in sorted({*old, *new} - _COMPARED):
        if old.get(key) != new.get(key):
            known = EDITORIAL if key.startswith("x-") else on(sides)
            context.add(
                known,
                "changed",
                "keyword",
                name,
                f"{key} changed; there is no rule for it, so classify it yourself",
                place,
            )


def inside(context: Context, name: str, old: object, new: object, sides: Sides, place: str) -> None:
    """Compare inline objects, which occur in other specs."""
    from scripts.compiler.compare.schemas import fields

    if not has_inline_object(context.was.of(old)) and not has_inline_object(context.now.of(new)):
        return
    was, now = _object(context.old, old, 0), _object(context.new, new, 0)
    if was is not None and now is not None:
        fields(context, name, was, now, sides, place)


def _object(spec: Any, raw: object, depth: int) -> Node | None:
    schema = limits.plain(spec, raw)
    if kind_of(schema) == "model":
        return schema
    for key in ("items", "additionalProperties"):
        inner = schema.get(key)
        if is_node(inner) and depth < 8:
            return _object(spec, inner, depth + 1)
    return None
