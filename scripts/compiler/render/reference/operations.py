"""The pages of operations, and of the methods of their groups that are written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

import griffe
from attrs import evolve, frozen

from scripts.compiler.plan.plan import Operation, Plan
from scripts.compiler.render.docstrings import EFFECTS, argument_text, scopes
from scripts.compiler.render.reference.code import Code, Member, documented
from scripts.compiler.render.reference.docstring import Parts, split
from scripts.compiler.render.reference.functions import entry, raised, returned, signature
from scripts.compiler.render.reference.names import Links, Page, Section
from scripts.compiler.render.reference.signatures import own_parameters
from scripts.compiler.render.reference.statuses import error_statuses
from scripts.compiler.render.reference.text import SIGNATURE, bullets, fence, linked, markdown, sentence
from scripts.compiler.render.reference.tree import Group

FOLDER = "operations"
ROOT = "search"
"""The page of the operations that are in no group."""
FACTS = re.compile(
    r"(Read-only|Idempotent|Not idempotent|Required scope|Endpoint|Deprecated|No token is needed|A token is)\b|"
    r"Since app [\d.]+\.$"
)


@frozen
class Call:
    """A method of a group."""

    name: str
    group: Group
    definitions: list[Member]
    operation: Operation | None
    """None if it is written by hand alone."""
    in_async: str
    """How it is called with AsyncBeeper."""

    @property
    def about(self) -> str:
        """Its first sentence."""
        text = documented(self.definitions)
        return sentence(split(text.value).text) if text else ""


def calls(found: list[Group], plan: Plan, in_async: Mapping[str, str]) -> Iterator[Call]:
    """All methods of groups, and the operations of the client itself."""
    operations = {operation.name: operation for operation in plan.operations}
    for group in found:
        for verb, definitions in group.methods.items():
            name = f"{group.name}.{verb}" if group.name else verb
            if group.name or name in operations:
                yield Call(name, group, definitions, operations.get(name), in_async[name])


def pages(code: Code, found: list[Group], listed: list[Call]) -> Iterator[Page]:
    """One page for each group of a client, with the groups inside of it."""
    abouts = {group.name: group.about for group in found}
    by_page: dict[str, list[Call]] = {}
    for call in listed:
        by_page.setdefault(page_of(call.name), []).append(call)
    for name, inside in sorted(by_page.items()):
        about = abouts.get(name, "") or "Search over chats and messages, and the app's window."
        title = f"Operations of {name}" if name in abouts else "Search and focus"
        sections = [section(code, call) for call in inside]
        groups = [group for group in found if group.name == name]
        paths = tuple(path for each in groups for path in (each.kind.path, f"beeper.{name}", f"Beeper.{name}"))
        yield Page(path_of(name), title, sentence(about), partial(_intro, about, inside), sections, paths)


def page_of(operation: str) -> str:
    """The page of an operation: that of its outermost group."""
    return operation.partition(".")[0] if "." in operation else ROOT


def path_of(group: str) -> str:
    """The page of a group."""
    return f"{FOLDER}/{group.partition('.')[0]}.md"


def _intro(about: str, inside: list[Call], links: Links) -> str:
    rows = [
        f"- [`{call.name}`]({links.to(call.name)}): {linked(call.about, links.within(call.group.name))}"
        for call in inside
    ]
    return "\n\n".join([markdown(about, links), "\n".join(rows)])


def section(code: Code, call: Call) -> Section:
    """The section of a method."""

    def body(links: Links) -> str:
        return _body(code, call, links.within(call.group.name))

    paths = tuple(definition.path for definition in call.definitions)
    return Section(call.name, body, (*paths, f"api.{call.name}"))


def _body(code: Code, call: Call, links: Links) -> str:
    function = call.definitions[0]
    if not isinstance(function, griffe.Function):
        return ""
    given = own_parameters(code, call.definitions)
    text = documented(call.definitions)
    parts = split(text.value) if text else Parts()
    if call.operation is not None:
        texts = _texts(call.operation, parts.arguments)
        parts = evolve(parts, text=_without_last(parts.text), after=_without_facts(parts.after), arguments=texts)
    items = [
        entry(code, each.name, each.annotation, each.default, parts.arguments.get(each.name, ""), links)
        for each in given
    ]
    blocks = [
        *_replaced(call, links),
        fence(signature(code, function, f"beeper.{call.name}", given, bound=True), SIGNATURE),
        markdown(parts.text, links),
        "**Arguments**" if items else "",
        bullets(items),
        returned(code, function, parts, links),
        *raised(parts, links),
        markdown(parts.after, links) if parts.after else "",
        f"Async: `{call.in_async}`",
        "\n".join(["**Request**\n", *_facts(call.operation, code, links)]) if call.operation is not None else "",
    ]
    return "\n\n".join(block for block in blocks if block)


def _texts(operation: Operation, own: Mapping[str, str]) -> dict[str, str]:
    """The texts of arguments: of the method, else of the spec."""
    texts = {argument.name: argument_text(argument) for argument in operation.arguments} | {**own}
    for argument in operation.arguments:
        since = argument.raw.get("x-beeper-since")
        if since and since != operation.raw.get("x-beeper-since"):
            texts[argument.name] += f" Since app {since}."
    return texts


def _replaced(call: Call, links: Links) -> Iterator[str]:
    if call.operation is not None and call.operation.raw.get("deprecated"):
        other = call.operation.raw.get("x-beeper-replaced-by")
        anywhere = links.within("")  # v0.search is replaced by search
        yield f"**Deprecated**: use {linked(f'`{other}`', anywhere)}." if other else "**Deprecated**."


def _without_last(text: str) -> str:
    """A text without its last paragraph, if that has the facts: without arguments and errors, they stand there."""
    before, _, last = text.rpartition("\n\n")
    return f"{before}\n\n{_without_facts(last)}".rstrip() if "Endpoint: " in last else text


def _without_facts(text: str) -> str:
    """A text without the sentences that `facts` repeats."""
    sentences = re.split(r"(?<=\.) (?=[A-Z])", " ".join(text.split()))
    return " ".join(each for each in sentences if not FACTS.match(each))


def _facts(operation: Operation, code: Code, links: Links) -> Iterator[str]:
    """What the spec says about an operation besides its arguments."""
    raw = operation.raw
    yield f"- HTTP: `{operation.method} {operation.path}`"
    effect = raw["x-beeper-effect"]
    yield f"- Effect: `{effect}`, {EFFECTS[effect].rpartition(': ')[2].rstrip('.').lower()}"
    yield f"- {scopes(operation).rstrip('.')}"
    if "x-beeper-since" in raw:
        yield f"- Since app {raw['x-beeper-since']}"
    if "x-beeper-removed" in raw:
        yield f"- Removed in app {raw['x-beeper-removed']}"
    if len(operation.any_of) > 1:
        yield f"- Body: at least one of {', '.join(f'`{argument.name}`' for argument in operation.any_of)}"
    if operation.paging is not None:
        yield "- Paginated"
    yield f"- Error statuses: {error_statuses(raw, code, links)}"
