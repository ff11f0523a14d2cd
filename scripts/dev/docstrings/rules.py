"""The rules for the docstring of one object."""

from __future__ import annotations

import logging
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import griffe
from typing_extensions import override

from scripts.dev.docstrings.names import Names
from scripts.dev.docstrings.public import Item, Public, bases

ELSEWHERE = re.compile(r"See `([\w.]+)` for its arguments")
"""Refers to a method that describes the same parameters."""
MAPPING = re.compile(r"A mapping for an? `(\w+)`")
"""The keys of a mapping are the attributes of a model."""
TYPED = re.compile(r"^\s+(\*{0,2}\w+) \(.*?\): ", re.MULTILINE)
"""A parameter with its type, which the signature has."""
SENTENCE_ENDS = (".", ":", "?", "!", "``")


def check(public: Public, names: Names, item: Item) -> Iterator[str]:
    """What is wrong with the docstring of an object."""
    if item.docstring is None:
        if not _is_described_elsewhere(names, item):
            yield "has no docstring"
        return
    sections, warnings = parsed(item.docstring)
    yield from warnings
    yield from _summary(item.docstring.value)
    yield from _parameters(public, names, item, sections)
    yield from _raised(names, item, sections)
    yield from (f"`{name}` does not exist" for name in names.missing(item))


def _summary(text: str) -> Iterator[str]:
    first = text.strip().split("\n\n")[0]
    if not first.rstrip().endswith(SENTENCE_ENDS):
        yield f"the first paragraph is no sentence: {first.splitlines()[-1]!r}"
    if len(first.splitlines()) > 2:
        yield "the first paragraph is longer than two lines"


def _is_described_elsewhere(names: Names, item: Item) -> bool:
    """Whether a base class documents a member, the class describes an attribute, or a model the key of a mapping."""
    owner: Item | None = item.parent
    if owner is None or not owner.is_class:
        return False
    if mapping := MAPPING.match(owner.docstring.value if owner.docstring else ""):
        owner = names.find(mapping[1], owner) or owner
    inherited = any(
        (member := base.members.get(item.name)) is not None and member.docstring is not None for base in bases(owner)
    )
    return inherited or (item.is_attribute and any(item.name in documented(base) for base in bases(owner)))


def _parameters(public: Public, names: Names, item: Item, sections: list[griffe.DocstringSection]) -> Iterator[str]:
    described = _entries(sections, griffe.DocstringSectionKind.parameters)
    if isinstance(item, griffe.Function):
        given = parameters(item)
    elif isinstance(item, griffe.Class):
        given = _constructor(item)
    else:
        return
    yield from (f"{name} has its type in Args" for name in TYPED.findall(_arguments_text(item)))
    yield from (f"{name} is no parameter" for name in described if name not in given and not _is_field(item, name))
    if not (item.is_class and _is_given(public, item)):
        here = described | _described_here(names, item)
        yield from (f"parameter {name} is not described" for name in given if name not in here)


def _described_here(names: Names, item: Item) -> set[str]:
    """The parameters that attributes of the class describe, or the object that the docstring refers to."""
    found = {name for base in bases(item) for name, member in base.members.items() if member.docstring}
    text = " ".join(item.docstring.value.split()) if item.docstring else ""
    there = names.find(reference[1], item) if (reference := ELSEWHERE.search(text)) else None
    return found if there is None else found | documented(there) | {"args", "options"}


def _is_field(item: Item, name: str) -> bool:
    """Whether a class has an attribute of this name: attrs and dataclasses make parameters of them."""
    return isinstance(item, griffe.Class) and any(name in base.members for base in bases(item))


def _is_given(public: Public, item: Item) -> bool:
    name = public.names[item.path]
    labels = {str(base).rpartition(".")[2].partition("[")[0] for base in getattr(item, "bases", ())}
    is_given = any(f"{name}.".startswith(f"{given}.") for given in public.surface.given)
    return is_given or bool(labels & {"Protocol", "TypedDict", "Exception"})


def _constructor(item: griffe.Class) -> list[str]:
    """The parameters of a constructor that is written out; those of attrs and dataclasses are attributes."""
    for base in bases(item):
        made = base.members.get("__init__")
        if isinstance(made, griffe.Function) and made.lineno is not None:
            return parameters(made)
    return []


def parameters(function: griffe.Function) -> list[str]:
    """The parameters of a function or method, without that of its object."""
    names = [parameter.name for parameter in function.parameters if not parameter.name.startswith("_")]
    return [name for name in names if name not in {"self", "cls"}]


def documented(item: Item) -> set[str]:
    """The parameters and attributes that a docstring describes; that of a base class, if a method has none."""
    inherited = (base.members.get(item.name) for base in bases(item.parent)) if item.parent is not None else ()
    docstring = item.docstring or next((member.docstring for member in inherited if member and member.docstring), None)
    if docstring is None:
        return set()
    sections, _ = parsed(docstring)
    kinds = griffe.DocstringSectionKind
    return _entries(sections, kinds.parameters) | _entries(sections, kinds.attributes)


def _entries(sections: list[griffe.DocstringSection], kind: griffe.DocstringSectionKind) -> set[str]:
    return {entry.name.lstrip("*") for section in sections if section.kind is kind for entry in section.value}


def _arguments_text(item: Item) -> str:
    text = item.docstring.value if item.docstring else ""
    return text.partition("Args:\n")[2].partition("\n\n")[0]


def _raised(names: Names, item: Item, sections: list[griffe.DocstringSection]) -> Iterator[str]:
    yield from (f"raises {name}, which is no exception" for name in names.not_raised(item))
    for section in sections:
        if section.kind is griffe.DocstringSectionKind.raises:
            for entry in section.value:
                for name in re.findall(r"[\w.]+", str(entry.annotation)):
                    if not names.is_exception(name, item):
                        yield f"raises {name}, which is no exception"


def parsed(docstring: griffe.Docstring) -> tuple[list[griffe.DocstringSection], list[str]]:
    """The sections of a docstring, and what griffe warns about."""
    with _warnings() as warnings:
        sections = docstring.parse("google", warn_unknown_params=False, warn_missing_types=False)
    return sections, warnings


@contextmanager
def _warnings() -> Generator[list[str]]:
    found: list[str] = []

    class Handler(logging.Handler):
        @override
        def emit(self, record: logging.LogRecord) -> None:
            found.append(re.sub(r"^\S+:\d+: ", "", record.getMessage()))

    logger, handler = logging.getLogger("griffe"), Handler(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
