"""Lists as apps were seen to send them: items that lack a field or have a wrong one, pages without their members.

A shape changes the lists in every response to an operation in the same way, before a fault is applied: a page that is
requested again must have the same items. The result may differ in nothing but the field that is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any, TypeAlias, cast

from tests.core.incomplete.mutations import Mutation, mutations
from tests.faults.wire import Reply

Json: TypeAlias = dict[str, Any]
Change: TypeAlias = Callable[[Any], Any]


@dataclass
class Shape:
    """How the lists in the responses to one operation are changed."""

    name: str
    change: Change
    wrong: str = ""
    """The field of every second item that is wrong, if one is."""
    hidden: list[str] = field(default_factory=list)
    """IDs of the items that a page without items did not show."""
    may_hide: bool = True
    """Whether a list may lack what shows that an account or a chat exists."""
    changed: int = 0
    """Responses that were changed."""

    def of(self, reply: Reply) -> Reply:
        """A response in this shape."""
        if self is PLAIN or reply.status != 200 or "json" not in reply.header("content-type"):
            return reply
        originals = json.loads(reply.body)
        body = self.change(originals)
        if body == originals:
            return reply
        self.changed += 1
        return reply.with_body(json.dumps(body).encode())


PLAIN = Shape("plain", lambda body: body)
"""The lists are those of the server."""


def _is_page(body: Any) -> bool:
    return isinstance(body, dict) and "hasMore" in body and isinstance(cast("Json", body).get("items"), list)


@cache
def _mutations() -> list[Mutation]:
    return list(mutations())


def _odd_items(chance: Random) -> Shape:
    mutation = chance.choice(_mutations())
    return Shape("odd-items", mutation.of, mutation.field)


def _bare_pages(chance: Random) -> Shape:
    """Only pages of messages can be continued without cursors: by sort key."""
    cursors = chance.random() < 0.5
    flag = chance.choice((None, "yes", "absent"))

    def change(body: Any) -> Any:
        if not _is_page(body):
            return body
        messages = any("sortKey" in item for item in body["items"])
        gone = {"chats", "hasMore", *(("oldestCursor", "newestCursor") if cursors and messages else ())}
        bare = {name: value for name, value in body.items() if name not in gone}
        return bare if flag == "absent" else bare | {"hasMore": flag}

    # An empty page with a `hasMore` that is not a boolean may not be the whole list.
    return Shape("bare-pages", change, may_hide=flag == "yes")


def _no_items(chance: Random) -> Shape:
    """One page, whenever it is requested, and each empty page have null for their items, or lack them."""
    number, null = chance.randrange(4), chance.random() < 0.7
    pages = 0
    gone: list[list[str]] = []

    def change(body: Any) -> Any:
        nonlocal pages
        if not _is_page(body):
            return body
        pages += 1
        ids = [str(item.get("id", item.get("accountID"))) for item in body["items"]]
        if ids and pages != number + 1 and ids not in gone:
            return body
        gone.append(ids)
        made.hidden += ids
        rest = {name: value for name, value in body.items() if name != "items"}
        return rest | {"items": None} if null else rest

    made = Shape("no-items", change)
    return made


SHAPES: dict[str, Callable[[Random], Shape]] = {
    "odd-items": _odd_items,
    "bare-pages": _bare_pages,
    "no-items": _no_items,
}


def shape(name: str, number: int) -> Shape:
    """The shape of this name and number; `PLAIN` without a name."""
    return SHAPES[name](Random(number)) if name else PLAIN
