"""The state of a comparison: both specs, the comparison of their types, and the changes found so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from attrs import define, field

from beeper_sdk._cli.doctor.openapi_document import Node, node, nodes
from scripts.compiler.compare.change import ADDITIVE, CALLERS, READERS, Change, Level, Verb
from scripts.compiler.compare.document import Spec
from scripts.compiler.compare.types import Order, Type, Types, kind_of

Side: TypeAlias = Literal["request", "response"]
Sides: TypeAlias = frozenset[Side]
REQUEST: Sides = frozenset({"request"})
RESPONSE: Sides = frozenset({"response"})
BOTH: Sides = frozenset({"request", "response"})


def breaks(sides: Sides, *, narrowed: bool, widened: bool) -> frozenset[Level]:
    """The levels of a narrower or wider type.

    A narrower type breaks callers, who may have sent what is no longer accepted. A wider type breaks readers, who may
    receive what they do not expect.
    """
    levels = CALLERS if narrowed and "request" in sides else frozenset[Level]()
    if widened and "response" in sides:
        levels |= READERS
    return levels or ADDITIVE


def on(sides: Sides) -> frozenset[Level]:
    """Breaking for everybody on these sides."""
    return breaks(sides, narrowed=True, widened=True)


@define(eq=False)
class Context:
    """One comparison."""

    old: Spec
    new: Spec
    renamed: Mapping[str, str]
    """Component schemas that were only renamed: old name to new name."""
    sides: Mapping[str, Sides]
    """The sides by the new name of a component."""
    was: Types
    now: Types
    order: Mapping[bool, Order]
    """For closed (False) and open (True) enums."""
    changes: list[Change] = field(factory=list[Change])
    compared: set[tuple[int, int, str]] = field(factory=set[tuple[int, int, str]])
    """Pairs that were compared, because components shared by many operations are compared once."""

    def add(self, levels: frozenset[Level], verb: Verb, kind: str, name: str, text: str, place: str) -> None:
        """Record a change."""
        self.changes.append(Change(levels, verb, kind, name, text, place))

    def once(self, old: Node, new: Node, what: str) -> bool:
        """Whether this pair has not been compared yet."""
        key = (id(old), id(new), what)
        fresh = key not in self.compared
        self.compared.add(key)
        return fresh

    def moved(self, old: Type, new: Type, sides: Sides) -> tuple[bool, bool]:
        """Whether the new type is narrower for requests, and whether it is wider for responses."""
        narrowed = "request" in sides and not self.order[False].accepts(new, old)
        widened = "response" in sides and not self.order[True].accepts(old, new)
        return narrowed, widened


def orders(types: Iterable[Types]) -> dict[bool, Order]:
    """The type comparison, based on the components of both specs."""
    bases: dict[str, str] = {}
    unions: dict[str, Type] = {}
    enums: set[str] = set()
    for spec_types in types:
        for name, raw in spec_types.spec.schemas.items():
            known = spec_types.names.get(name, name)
            kind = kind_of(node(raw))
            if kind == "enum":
                enums.add(known)
            elif kind == "union":
                unions.setdefault(known, spec_types.of(raw))
            for part in nodes(node(raw).get("allOf")):
                base = str(part.get("$ref", "")).rpartition("/")[2]
                if base:
                    bases.setdefault(known, spec_types.names.get(base, base))
    return {flag: Order(bases, unions, frozenset(enums), flag) for flag in (False, True)}
