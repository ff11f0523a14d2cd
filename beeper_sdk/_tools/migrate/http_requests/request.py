"""One request of v0 on its way to v1: what is known of it, and the changes it takes."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst
from attrs import define, field

from .. import code_builders as build
from ..arguments import Arguments
from ..context import Work
from ..inferred_types import Verb
from ..members import text_of
from ..tables.routes import ROUTES, Route
from .addresses import Address
from .url_pieces import Parameter, Piece


class Unclear(Exception):
    """Not all of the request can be seen; the text says what cannot."""


@define(eq=False)
class Request:
    """A call of requests or httpx whose address is one of v0."""

    work: Work
    call: cst.Call
    verb: str
    address: Address
    following: int
    """Place of the first argument after the address; 0 where that has a name."""
    edits: list[Callable[[], None]] = field(factory=list[Callable[[], None]])
    drops: set[str] = field(factory=set[str])
    id: tuple[Piece, ...] | None = None
    """The id that moves into the path."""
    was: list[Parameter] = field(factory=list[Parameter])
    """The query in the address."""
    query: list[Parameter] = field(factory=list[Parameter])
    """What it is today."""

    @property
    def route(self) -> Route:
        """The row of the table."""
        return ROUTES[self.address.route]

    @property
    def session(self) -> cst.BaseExpression | None:
        """The base address of the session it is sent by, where that ends in /v0."""
        function = self.work.resolver.kind(self.call.func)
        base = function.base if isinstance(function, Verb) else None
        return base if self.address.base is not None and self.address.reference is None else None

    @property
    def old(self) -> str:
        """As in ``GET /v0/get-chat``."""
        return f"{self.route.method} /v0/{self.address.route}"

    @property
    def new(self) -> str:
        """As in ``GET /v1/chats/{id}``."""
        return f"{self.route.new_method or self.route.method} {self.route.path}"

    def check_method(self) -> None:
        """Raises Unclear where it is not the one v0 has."""
        verb = self.verb
        if verb == "request":
            verb = text_of(self.call.args[0].value) or "" if self.call.args[0].keyword is None else ""
        if verb.upper() != self.route.method:
            raise Unclear("its method is another one")
        if self.route.new_method and isinstance(self.call.func, cst.Name):
            raise Unclear("its method changes")
        if any(each.star for each in self.call.args):
            raise Unclear("not all its arguments can be seen")

    def write(self) -> None:
        """Make the changes."""
        for edit in self.edits:
            edit()
        if self.drops or self.route.new_method:
            self.work.edits.at(self.call, self._called)

    def _called(self, call: cst.Call) -> cst.Call:
        arguments = Arguments(call)
        for name in self.drops:
            arguments.pop(name)
        call = arguments.call()
        if self.route.new_method is None:
            return call
        if self.verb == "request":
            first = call.args[0]
            spelled = build.text(self.route.new_method, first.value)
            return call.with_changes(args=[first.with_changes(value=spelled), *call.args[1:]])
        method = cst.Name(self.route.new_method.lower())
        return call.with_changes(func=call.func.with_changes(attr=method))
