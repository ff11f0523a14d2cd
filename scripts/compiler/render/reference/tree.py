"""The groups of operations on a client, and their methods."""

from __future__ import annotations

import re
from collections.abc import Iterator

import griffe
from attrs import frozen

from scripts.compiler.render.reference.code import Code, Member, documented, path_of

CLIENT = "beeper_sdk._sync.client.Beeper"
ASYNC_CLIENT = "beeper_sdk._async.client.AsyncBeeper"
ITERATED = re.compile(r"Async(\w*Pager|Roster)\b")
RESOURCES = ("beeper_sdk._sync.resources.", "beeper_sdk._async.resources.", "beeper_sdk_client.resources.")


@frozen
class Group:
    """A group of operations: ``chats.messages.reactions``. The client itself has no name."""

    name: str
    kind: griffe.Class
    about: str
    methods: dict[str, list[Member]]


def groups(code: Code, client: str = CLIENT) -> Iterator[Group]:
    """The client and all groups on it."""
    found = code.find(client)
    if isinstance(found, griffe.Class):
        yield from _group(code, "", found, "")


def in_async(code: Code) -> dict[str, str]:
    """How each method of a client is called with AsyncBeeper."""
    return {
        f"{group.name}.{verb}".lstrip("."): _in_async(f"beeper.{group.name}.{verb}".replace("..", "."), definitions[0])
        for group in groups(code, ASYNC_CLIENT)
        for verb, definitions in group.methods.items()
    }


def _in_async(call: str, found: Member) -> str:
    result = str(found.returns) if isinstance(found, griffe.Function) else ""
    if "async" in found.labels and "Generator" not in result:
        return f"await {call}(...)"
    if "Generator" in result:
        return f"async with {call}(...) as ..."
    is_iterated = ITERATED.match(result.partition("[")[0].rpartition(".")[2])
    return f"async for ... in {call}(...)" if is_iterated else f"{call}(...)"


def _group(code: Code, name: str, kind: griffe.Class, about: str) -> Iterator[Group]:
    members = code.members(kind)
    methods = {each: found for each, found in members.items() if isinstance(found[0], griffe.Function)}
    yield Group(name, kind, about, methods)
    for each, definitions in sorted(members.items()):
        inner = _resource(code, definitions[0])
        if inner is not None:
            text = documented(definitions)
            yield from _group(code, f"{name}.{each}" if name else each, inner, text.value if text else "")


def _resource(code: Code, member: Member) -> griffe.Class | None:
    """The class of a property, if it is a group of operations."""
    if not isinstance(member, griffe.Attribute) or member.annotation is None:
        return None
    kind = code.find(path_of(member.annotation))
    return kind if isinstance(kind, griffe.Class) and kind.path.startswith(RESOURCES) else None
