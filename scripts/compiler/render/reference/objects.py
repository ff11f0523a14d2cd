"""Classes, functions and types that are written by hand, by their docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import griffe
from attrs import frozen

from scripts.compiler.render.reference.code import Code, Member, documented, names_in
from scripts.compiler.render.reference.docstring import Parts, split
from scripts.compiler.render.reference.names import Links, Section
from scripts.compiler.render.reference.signatures import (
    Parameter,
    constructor,
    is_made,
    own_parameters,
    parameters,
    shown,
)
from scripts.compiler.render.reference.text import fence, item, linked, markdown, plain_type, type_markdown

BEGIN, END = "<!-- object: {} -->", "<!-- end of object -->"


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
    names = (short, named.path, named.path.removeprefix("beeper_sdk."), named.found.path, *named.others)

    def body(links: Links) -> str:
        within = links.within(named.title)
        parts = [f"{BEGIN.format(named.path)}\n\n{_body(code, named, within)}\n\n{END}"]
        parts += [named.note] if named.note else []
        parts += _parents(code, named, links) if named.is_error else []
        if isinstance(named.found, griffe.Class) and named.members:
            parts += _attributes(code, named, named.found, within)
        return "\n\n".join(parts)

    yield Section(named.title, body, names)
    if isinstance(named.found, griffe.Class) and named.members:
        for name, definitions in _members(code, named, named.found).items():
            if isinstance(definitions[0], griffe.Function):
                yield _method(code, named, name, definitions)


def _members(code: Code, named: Named, found: griffe.Class) -> dict[str, list[Member]]:
    members = code.members(found)
    return {name: each for name, each in members.items() if not named.is_error or each[0].parent is found}


def _parents(code: Code, named: Named, links: Links) -> list[str]:
    """The classes that an error is one of, and where what it inherits is described."""
    bases = code.line(named.found)[1:] if isinstance(named.found, griffe.Class) else []
    names = [f"[`{base.name}`]({address})" for base in bases if (address := links.to(base.path))]
    return [f"Parents, whose attributes it has too: {', '.join(names)}."] if names else []


def _method(code: Code, named: Named, name: str, definitions: list[Member]) -> Section:
    title = f"{named.title}.{name}"
    other = tuple(f"{each}.{name}" for each in named.others)

    def body(links: Links) -> str:
        inner = function_body(code, definitions, f"{named.call}{name}", links.within(named.title))
        return f"{BEGIN.format(f'{named.path}.{name}')}\n\n{inner}\n\n{END}"

    return Section(title, body, (f"{named.path}.{name}", definitions[0].path, *other), level=3)


def _body(code: Code, named: Named, links: Links) -> str:
    found = named.found
    if isinstance(found, griffe.Class):
        return _class_body(code, named, found, links)
    if isinstance(found, griffe.Function):
        return function_body(code, [found], named.title, links, bound=False)
    return _value_body(named.title, found, links)


def _value_body(title: str, found: Member, links: Links) -> str:
    """A type, or a constant."""
    value = found.value if isinstance(found, griffe.Attribute | griffe.TypeAlias) else None
    text = "" if value is None else plain_type(str(value)).strip("'\"")
    name = title.rpartition(".")[2]
    is_short = text and len(text) <= 1500 and not isinstance(value, griffe.ExprDictComp | griffe.ExprDict)
    parts = [fence(f"{name} = {text}" if is_short else f"{name}: {plain_type(str(_annotation(found)))}", "python")]
    if found.docstring is not None:
        parts.append(markdown(found.docstring.value, links))
    return "\n\n".join(parts)


def _annotation(found: Member) -> object:
    return found.annotation if isinstance(found, griffe.Attribute) else None


def _class_body(code: Code, named: Named, found: griffe.Class, links: Links) -> str:
    name = named.title.rpartition(".")[2]
    bases = [plain_type(str(base)) for base in found.bases]
    given = constructor(code, found) if named.made and "Protocol" not in bases else None
    if given is None:
        inherited = f"({', '.join(bases)})" if bases else ""
        head = f"class {name}{inherited}"
    else:
        head = shown(name, given)
    parts = split(found.docstring.value) if found.docstring else Parts()
    described = parts.arguments | _field_texts(code, found) if given is not None else {}
    blocks = [fence(head, "python"), markdown(parts.text, links), *_arguments(code, given or (), described, links)]
    return "\n\n".join(block for block in (*blocks, *_ending(parts, links)) if block)


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
    return ["**Attributes**", "\n".join(items)] if items else []


def function_body(code: Code, definitions: Sequence[Member], name: str, links: Links, *, bound: bool = True) -> str:
    """The signature of a function and its docstring."""
    function = definitions[0]
    if not isinstance(function, griffe.Function):
        return ""
    given = own_parameters(code, definitions) if bound else parameters(code, function, bound=False)
    docstring = documented(list(definitions))
    parts = split(docstring.value) if docstring else Parts()
    blocks = [
        fence(signature(code, function, name, given, bound=bound), "python"),
        markdown(parts.text, links),
        *_arguments(code, given, parts.arguments, links),
        *_ending(parts, links),
    ]
    return "\n\n".join(block for block in blocks if block)


def signature(code: Code, function: griffe.Function, name: str, given: list[Parameter], *, bound: bool) -> str:
    """The signature of a function; of an overloaded one, all of them."""
    mark = "async " if "async" in function.labels else ""
    overloads = function.parent.overloads.get(function.name) if isinstance(function.parent, griffe.Class) else None
    if not overloads:
        return mark + shown(name, given, function.returns)
    return "\n".join(shown(name, parameters(code, each, bound=bound), each.returns) for each in overloads)


def _arguments(code: Code, given: Iterable[Parameter], texts: dict[str, str], links: Links) -> list[str]:
    items = [entry(code, each.name, each.annotation, each.default, texts.get(each.name, ""), links) for each in given]
    return ["**Arguments**", "\n".join(items)] if items else []


def _ending(parts: Parts, links: Links) -> Iterator[str]:
    if parts.returned:
        yield f"**Returns** {markdown(parts.returned, links)}"
    yield from raised(parts, links)
    if parts.after:
        yield markdown(parts.after, links)


def raised(parts: Parts, links: Links) -> Iterator[str]:
    """What a function raises."""
    if parts.raised:
        yield "**Raises**"
        yield "\n".join(
            item(f"{', '.join(linked(f'`{name}`', links) for name in names.split(', '))}: {linked(text, links)}")
            for names, text in parts.raised
        )


def entry(
    code: Code, name: str, annotation: str | griffe.Expr | None, default: str | None, text: str, links: Links
) -> str:
    """A parameter or attribute in a list."""
    kind = "" if annotation is None else type_of(code, annotation, links)
    about = ", ".join(part for part in (kind, f"default `{default}`" if default is not None else "") if part)
    return item(f"**`{name}`**{f' ({about})' if about else ''}{': ' + markdown(text, links) if text else ''}")


def type_of(code: Code, annotation: str | griffe.Expr, links: Links) -> str:
    """A type with links to the sections of its names. A name that has no section is replaced by what it stands for."""
    found: dict[str, str] = {}
    text = plain_type(str(annotation))
    for name in names_in(annotation):
        short = str(name).rpartition(".")[2]
        target = code.find(name.canonical_path)
        address = target and (links.to(target.path) or (links.to(short) if short[:1].isupper() else None))
        if address:
            found[short] = address
        elif isinstance(target, griffe.Attribute) and _is_type(target):
            inner = plain_type(str(target.value)).strip('"')
            text = re.sub(rf"\b{short}\b", inner.replace("\\", r"\\"), text)
            found |= _addresses(code, target.value, links)
    return type_markdown(text, found.get)


def _is_type(found: griffe.Attribute) -> bool:
    return str(found.annotation).endswith("TypeAlias")


def _addresses(code: Code, value: str | griffe.Expr | None, links: Links) -> dict[str, str]:
    """The addresses of the names in a type."""
    targets = {str(name).rpartition(".")[2]: code.find(name.canonical_path) for name in names_in(value)}
    return {short: address for short, target in targets.items() if target and (address := links.to(target.path))}
