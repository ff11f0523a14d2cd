"""Functions: signature, arguments, result and errors; and the types of arguments and attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import griffe

from scripts.compiler.render.reference.code import Code, Member, documented, names_in
from scripts.compiler.render.reference.docstring import Parts, split
from scripts.compiler.render.reference.names import Links
from scripts.compiler.render.reference.signatures import Parameter, own_parameters, parameters, result_of, shown
from scripts.compiler.render.reference.text import (
    SIGNATURE,
    bullets,
    fence,
    item,
    linked,
    markdown,
    plain_type,
    type_markdown,
)


def function_body(code: Code, definitions: Sequence[Member], name: str, links: Links, *, bound: bool = True) -> str:
    """The signature of a function and its docstring."""
    function = definitions[0]
    if not isinstance(function, griffe.Function):
        return ""
    given = own_parameters(code, definitions) if bound else parameters(code, function, bound=False)
    docstring = documented(list(definitions))
    parts = split(docstring.value) if docstring else Parts()
    blocks = [
        fence(signature(code, function, name, given, bound=bound), SIGNATURE),
        markdown(parts.text, links),
        *arguments(code, given, parts.arguments, links),
        returned(code, function, parts, links),
        *ending(parts, links),
    ]
    return "\n\n".join(block for block in blocks if block)


def signature(code: Code, function: griffe.Function, name: str, given: list[Parameter], *, bound: bool) -> str:
    """The signature of a function; of an overloaded one, all of them."""
    mark = "async " if "async" in function.labels else ""
    if not function.overloads:
        return mark + shown(name, given, result_of(function))
    return "\n".join(shown(name, parameters(code, each, bound=bound), each.returns) for each in function.overloads)


def returned(code: Code, function: griffe.Function, parts: Parts, links: Links) -> str:
    """The result of a function; empty for None."""
    result = result_of(function)
    if result is None:
        return ""
    kind = type_of(code, result, links)
    about = f": {markdown(parts.returned, links)}" if parts.returned else ""
    return "" if kind == "`None`" and not about else f"**Returns** {kind}{about}"


def arguments(code: Code, given: Iterable[Parameter], texts: dict[str, str], links: Links) -> list[str]:
    """The list of arguments."""
    items = [entry(code, each.name, each.annotation, each.default, texts.get(each.name, ""), links) for each in given]
    return ["**Arguments**", bullets(items)] if items else []


def ending(parts: Parts, links: Links) -> Iterator[str]:
    """What is raised, and what follows in the docstring."""
    yield from raised(parts, links)
    if parts.after:
        yield markdown(parts.after, links)


def raised(parts: Parts, links: Links) -> Iterator[str]:
    """What a function raises."""
    if parts.raised:
        yield "**Raises**"
        yield bullets(
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
        address = (
            None if target is None else links.to(target.path) or (links.to(short) if short[:1].isupper() else None)
        )
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
