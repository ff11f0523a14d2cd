"""Classes, functions and types that are written by hand, by their docstrings."""

from __future__ import annotations

from collections.abc import Iterator

import griffe
from attrs import frozen

from scripts.compiler.render.reference.code import Code, Member, documented, names_in, path_of
from scripts.compiler.render.reference.docstring import Parts, split
from scripts.compiler.render.reference.functions import arguments, ending, entry, function_body, type_of
from scripts.compiler.render.reference.names import Links, Section
from scripts.compiler.render.reference.signatures import constructor, is_made, shown
from scripts.compiler.render.reference.text import SIGNATURE, bullets, fence, markdown, plain_type

OPERATIONS = "beeper_sdk_client.resources."
"""Methods that are defined there have pages of their own."""
CONVERSIONS = ("v0.downgrade.", "v0.upgrade.")
"""Functions that are called like what they convert, such as `error`: that alone is not a name for them."""


@frozen
class Named:
    """A public object: where it is defined, and how users call it."""

    title: str
    path: str
    """As users import it: ``beeper_sdk.errors.NotFoundError``."""
    found: Member
    others: tuple[str, ...] = ()
    """Other names for it, such as that of its async form."""
    note: str = ""
    """A line about its async form."""
    made: bool = True
    """Do users create it themselves?"""
    members: bool = True
    is_error: bool = False
    """Errors show their parents, and not what they inherit."""
    call: str = ""
    """What stands in front of its methods: ``beeper.``."""


def sections(code: Code, named: Named) -> Iterator[Section]:
    """The section of an object, and one for each method."""
    short = named.title.rpartition(".")[2]
    names = (
        named.title if named.title.startswith(CONVERSIONS) else short,
        named.path,
        named.path.removeprefix("beeper_sdk."),
        named.found.path,
        *named.others,
    )

    def body(links: Links) -> str:
        within = links.within(named.title.removeprefix("Async"))
        parts = [_body(code, named, within)]
        parts += [named.note] if named.note else []
        parts += _parents(code, named, links) if named.is_error else _bases(code, named, links)
        if isinstance(named.found, griffe.Class) and named.members:
            parts += _attributes(code, named, named.found, within)
        return "\n\n".join(parts)

    yield Section(named.title, body, names)
    if isinstance(named.found, griffe.Class) and named.members:
        for name, definitions in _members(code, named, named.found).items():
            if isinstance(definitions[0], griffe.Function) and not definitions[0].path.startswith(OPERATIONS):
                yield _method(code, named, name, definitions)


def _members(code: Code, named: Named, found: griffe.Class) -> dict[str, list[Member]]:
    members = code.members(found)
    return {name: each for name, each in members.items() if not named.is_error or each[0].parent is found}


def _parents(code: Code, named: Named, links: Links) -> list[str]:
    """The classes that an error is one of, and where what it inherits is described."""
    bases = code.line(named.found)[1:] if isinstance(named.found, griffe.Class) else []
    names = [f"[`{base.name}`]({address})" for base in bases if (address := links.to(base.path))]
    return [f"Parents, whose attributes it has too: {', '.join(names)}."] if names else []


def _bases(code: Code, named: Named, links: Links) -> list[str]:
    """The public base classes."""
    bases = named.found.bases if isinstance(named.found, griffe.Class) else []
    public = [base for base in bases if (found := code.find(path_of(base))) is not None and links.to(found.path)]
    return [f"Base class: {', '.join(type_of(code, base, links) for base in public)}."] if public else []


def _method(code: Code, named: Named, name: str, definitions: list[Member]) -> Section:
    title = f"{named.title}.{name}"
    other = tuple(f"{each}.{name}" for each in named.others)
    other += (f"{named.call}{name}",) if named.call else ()

    def body(links: Links) -> str:
        return function_body(code, definitions, f"{named.call}{name}", links.within(named.title))

    return Section(title, body, (f"{named.path}.{name}", definitions[0].path, *other), level=3)


def _body(code: Code, named: Named, links: Links) -> str:
    found = named.found
    if isinstance(found, griffe.Class):
        return _class_body(code, named, found, links)
    if isinstance(found, griffe.Function):
        return function_body(code, [found], named.title, links, bound=False)
    return _value_body(code, named.title, found, links)


def _value_body(code: Code, title: str, found: Member, links: Links) -> str:
    """A type, or a constant. Private types in it are replaced by what they stand for."""
    value = found.value if isinstance(found, griffe.Attribute | griffe.TypeAlias) else None
    text = "" if value is None else plain_type(str(value)).strip("'\"")
    for private in names_in(value):
        inner = code.find(private.canonical_path)
        if str(private).startswith("_") and isinstance(inner, griffe.Attribute):
            text = text.replace(str(private), plain_type(str(inner.value)))
    name = title.rpartition(".")[2]
    is_short = text and len(text) <= 1500 and not isinstance(value, griffe.ExprDictComp | griffe.ExprDict)
    parts = [fence(f"{name} = {text}" if is_short else f"{name}: {plain_type(str(_annotation(found)))}", SIGNATURE)]
    if found.docstring is not None:
        parts.append(markdown(found.docstring.value, links))
    return "\n\n".join(parts)


def _annotation(found: Member) -> object:
    return found.annotation if isinstance(found, griffe.Attribute) else None


def _class_body(code: Code, named: Named, found: griffe.Class, links: Links) -> str:
    name = named.title
    bases = [plain_type(str(base)) for base in found.bases]
    given = constructor(code, found) if named.made and "Protocol" not in bases else None
    if given is None:
        inherited = f"({', '.join(bases)})" if bases else ""
        head = f"class {name}{inherited}"
    else:
        head = shown(name, given)
    parts = split(found.docstring.value) if found.docstring else Parts()
    described = parts.arguments | _field_texts(code, found) if given is not None else {}
    blocks = [fence(head, SIGNATURE), markdown(parts.text, links), *arguments(code, given or (), described, links)]
    return "\n\n".join(block for block in (*blocks, *ending(parts, links)) if block)


def _field_texts(code: Code, found: griffe.Class) -> dict[str, str]:
    """The docstrings of fields."""
    members = code.members(found)
    return {
        name: text.value
        for name, definitions in members.items()
        if (text := documented(definitions)) and isinstance(definitions[0], griffe.Attribute)
    }


def _attributes(code: Code, named: Named, found: griffe.Class, links: Links) -> list[str]:
    """The attributes that are no parameters of the class."""
    given = {each.name for each in constructor(code, found) or ()} if named.made else set[str]()
    texts = split(found.docstring.value).attributes if found.docstring else {}
    items: list[str] = []
    for name, definitions in _members(code, named, found).items():
        member = definitions[0]
        if isinstance(member, griffe.Attribute) and not (name in given and is_made(found)):
            docstring = documented(definitions)
            text = docstring.value if docstring else texts.get(name, "")
            if text or name not in given:
                items.append(entry(code, name, member.annotation, None, text, links))
    return ["**Attributes**", bullets(items)] if items else []
