"""What a comparison carries with it: both specs, how their types compare, and what was found so far."""

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
    """What it means that a type takes less, or gives more: callers lose what they may say, readers what they knew."""
    levels = CALLERS if narrowed and "request" in sides else frozenset[Level]()
    if widened and "response" in sides:
        levels |= READERS
    return levels or ADDITIVE


def on(sides: Sides) -> frozenset[Level]:
    """Breaking for whoever stands on these sides."""
    return breaks(sides, narrowed=True, widened=True)


@define(eq=False)
class Context:
    """One comparison."""

    old: Spec
    new: Spec
    renamed: Mapping[str, str]
    """Component schemas that kept their use and lost their name: old to new."""
    sides: Mapping[str, Sides]
    """By the component's new name."""
    was: Types
    now: Types
    order: Mapping[bool, Order]
    """By whether enums are open."""
    changes: list[Change] = field(factory=list[Change])
    compared: set[tuple[int, int, str]] = field(factory=set[tuple[int, int, str]])
    """What is shared by many operations is compared once."""

    def add(self, levels: frozenset[Level], verb: Verb, kind: str, name: str, text: str, place: str) -> None:
        """Note a change."""
        self.changes.append(Change(levels, verb, kind, name, text, place))

    def once(self, old: Node, new: Node, what: str) -> bool:
        """Is this pair new here?"""
        key = (id(old), id(new), what)
        fresh = key not in self.compared
        self.compared.add(key)
        return fresh

    def moved(self, old: Type, new: Type, sides: Sides) -> tuple[bool, bool]:
        """Does the new type take less, and does it give more?"""
        narrowed = "request" in sides and not self.order[False].takes(new, old)
        widened = "response" in sides and not self.order[True].takes(old, new)
        return narrowed, widened


def orders(types: Iterable[Types]) -> dict[bool, Order]:
    """How types compare, by what both specs say of their components."""
    bases: dict[str, str] = {}
    unions: dict[str, Type] = {}
    enums: set[str] = set()
    for each in types:
        for name, raw in each.spec.schemas.items():
            known = each.names.get(name, name)
            kind = kind_of(node(raw))
            if kind == "enum":
                enums.add(known)
            elif kind == "union":
                unions.setdefault(known, each.of(raw))
            for part in nodes(node(raw).get("allOf")):
                base = str(part.get("$ref", "")).rpartition("/")[2]
                if base:
                    bases.setdefault(known, each.names.get(base, base))
    return {flag: Order(bases, unions, frozenset(enums), flag) for flag in (False, True)}
