"""Compares one value at one place: an argument, a field, an answer."""

from __future__ import annotations

from typing import Any

from beeper_sdk._cli.doctor.openapi_document import Node, is_node, node
from scripts.compiler.compare import constraints as limits
from scripts.compiler.compare.change import ADDITIVE, CALLERS, EDITORIAL, READERS
from scripts.compiler.compare.context import Context, Sides, breaks, on
from scripts.compiler.compare.types import NULL, kind_of, said, spelled_out

TEXTS = ("title", "summary", "description", "example", "examples", "externalDocs", "$comment")
MARKS = frozenset({"x-beeper-pii", "x-beeper-since", "x-beeper-removed"})
_SHAPE = frozenset({"$ref", "type", "const", "enum", "items", "anyOf", "oneOf", "allOf", "format", "discriminator"})
_OBJECT = frozenset({"properties", "required", "additionalProperties", "default", "deprecated"})
_TOLD = frozenset(TEXTS) | limits.LIMITS | MARKS | _SHAPE | _OBJECT


def value(context: Context, name: str, old: object, new: object, sides: Sides, place: str) -> None:
    """Everything that may change about a value."""
    kind(context, name, old, new, sides, place)
    bounds(context, name, old, new, sides, place)
    default(context, name, node(old), node(new), sides, place)
    marks(context, name, node(old), node(new), place)
    texts(context, name, node(old), node(new), place)
    others(context, name, node(old), node(new), sides, place)
    inside(context, name, old, new, sides, place)


def kind(context: Context, name: str, old: object, new: object, sides: Sides, place: str) -> None:
    """The type, and null on its own."""
    was, now = context.was.of(old), context.now.of(new)
    if (NULL in was) != (NULL in now) and was - {NULL} and now - {NULL}:
        levels = breaks(sides, narrowed=NULL in was, widened=NULL in now)
        text = "can be None now" if NULL in now else "is never None any more"
        context.add(levels, "changed", "nullability", name, text, place)
        was, now = was - {NULL}, now - {NULL}
    if was == now:
        return
    narrowed, widened = context.moved(was, now, sides)
    context.add(breaks(sides, narrowed=narrowed, widened=widened), "changed", "type", name, _change(was, now), place)


def _change(was: Any, now: Any) -> str:
    before, after = said(was), said(now)
    return f"is {after}, was {before}" if before != after else f"is another kind of {after}"


def bounds(context: Context, name: str, old: object, new: object, sides: Sides, place: str) -> None:
    """Ranges, and the values of an enum that has no name."""
    before, after = limits.limits(context.old, old), limits.limits(context.new, new)
    for text, narrowed in limits.changed(before, after):
        levels = (CALLERS if narrowed else ADDITIVE) if "request" in sides else EDITORIAL
        context.add(levels, "changed", "range", name, text, place)
    was, now = limits.choices(context.old, old), limits.choices(context.new, new)
    if was is not None and now is not None:
        choices(context, name, was, now, sides, place)


def choices(context: Context, name: str, was: list[Any], now: list[Any], sides: Sides, place: str) -> None:
    """Values of an enum. It is open: an answer may bring any other, so only callers can lose one."""
    come, gone = [one for one in now if one not in was], [one for one in was if one not in now]
    if come:
        text = f"{'takes' if 'request' in sides else 'can be'} {_list(come)}"
        context.add(ADDITIVE, "added", "enum value", name, text, place)
    if gone:
        levels = breaks(sides, narrowed=True, widened=False)
        context.add(levels, "removed", "enum value", name, f"has no {_list(gone)} any more", place)
    if was != now and sorted(map(repr, was)) == sorted(map(repr, now)):
        context.add(EDITORIAL, "changed", "enum value", name, "lists its values in another order", place)


def _list(values: list[Any]) -> str:
    return ", ".join(map(repr, values))


def default(context: Context, name: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """What the server takes when a caller says nothing. One that is only written down now is no change of behaviour."""
    before, after = old.get("default"), new.get("default")
    if "default" in old and "default" in new and before != after:
        levels = CALLERS if "request" in sides else EDITORIAL
        context.add(levels, "changed", "default", name, f"is {after!r} when left out, was {before!r}", place)
    elif "default" in new and "default" not in old:
        context.add(EDITORIAL, "added", "default", name, f"is said to be {after!r} when left out", place)
    elif "default" in old and "default" not in new:
        context.add(EDITORIAL, "removed", "default", name, f"is no longer said to be {before!r} when left out", place)


def marks(context: Context, name: str, old: Node, new: Node, place: str) -> None:
    """Deprecation, personal data, and which apps have it."""
    before, after = bool(old.get("deprecated")), bool(new.get("deprecated"))
    if after and not before:
        context.add(ADDITIVE, "deprecated", "deprecation", name, "deprecated", place)
    elif before and not after:
        context.add(ADDITIVE, "changed", "deprecation", name, "no longer deprecated", place)
    private(context, name, old.get("x-beeper-pii"), new.get("x-beeper-pii"), place)
    for mark, what in (("x-beeper-since", "since app"), ("x-beeper-removed", "gone from app")):
        if old.get(mark) != new.get(mark):
            text = f"is marked {what} {new.get(mark, 'unsaid')}, was {old.get(mark, 'unsaid')}"
            context.add(EDITORIAL, "changed", "since" if mark == "x-beeper-since" else "removed in", name, text, place)


def private(context: Context, name: str, old: object, new: object, place: str) -> None:
    """Marks of personal data. One that is taken away lets through what sanitize and logs held back."""
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
    """What is only read by people."""
    parts = [key for key in TEXTS if old.get(key) != new.get(key)]
    formats = {str(each.get("format")) for each in (old, new)}
    if len(formats) > 1 and not formats & {"date-time", "binary"}:
        parts.append("format")
    if parts:
        context.add(EDITORIAL, "changed", "text", name, f"{', '.join(parts)} changed", place)


def others(context: Context, name: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """Keywords that this tool has no rule for: taken for the worst, unless they are extensions."""
    for key in sorted({*old, *new} - _TOLD):
        if old.get(key) != new.get(key):
            known = EDITORIAL if key.startswith("x-") else on(sides)
            context.add(
                known, "changed", "keyword", name, f"{key} changed, for which there is no rule: judge it", place
            )


def inside(context: Context, name: str, old: object, new: object, sides: Sides, place: str) -> None:
    """Objects that are spelled out in place, which happens in specs of others."""
    from scripts.compiler.compare.schemas import fields

    if not spelled_out(context.was.of(old)) and not spelled_out(context.now.of(new)):
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
