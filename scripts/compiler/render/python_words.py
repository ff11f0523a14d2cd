"""Descriptions in the words of Python: attribute names for JSON names, `None` for null, `True` and `False`.

The spec describes what is sent (``hasMore``); Python code uses ``page.has_more``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from scripts.compiler.spec.names import snake
from scripts.compiler.spec.openapi_grammar import is_list, is_mapping, nodes
from scripts.compiler.spec.parsed_spec import Source

LITERALS = {"null": "None", "true": "True", "false": "False"}
_PROSE = frozenset({"description", "summary"})
_TOKEN = re.compile(r"``.*?``|\{\w+\}|(?<![\w/.-])[A-Za-z_]\w*(?:\.\w+)*")
"""A literal or a placeholder of a path, which stay as they are; or a word, with the attributes after its dots."""
_PLAIN_WORD = re.compile(r"[A-Za-z][a-z]*")


def with_python_words(source: Source) -> Source:
    """The same spec with every description in the words of Python. Nothing else is changed."""
    names = python_names(source.document)
    document: dict[str, Any] = _rewritten(source.document, names)
    return evolve(source, document=document)


def python_names(document: Mapping[str, Any]) -> dict[str, str]:
    """The Python name of each field and parameter that has another one in JSON. Plain words are not among them:
    ``from`` is ``from_`` in Python, but mostly a preposition."""
    return {wire: snake(wire) for wire in _wire_names(document) if snake(wire) != wire and not _is_plain(wire)}


def in_python(text: str, names: Mapping[str, str]) -> str:
    """One description in the words of Python."""
    return _TOKEN.sub(lambda match: _word(match[0], names), text)


def _is_plain(wire: str) -> bool:
    return not wire or _PLAIN_WORD.fullmatch(wire) is not None


def _wire_names(document: Mapping[str, Any]) -> Iterator[str]:
    for node in nodes(document):
        if node.kind == "parameter" and "name" in node.raw:
            yield str(node.raw["name"])
        elif node.kind == "schema":
            yield from node.raw.get("properties", ())


def _word(word: str, names: Mapping[str, str]) -> str:
    if word in LITERALS:
        return f"`{LITERALS[word]}`"
    parts = word.split(".")
    return f"`{'.'.join(names.get(part, part) for part in parts)}`" if names.keys() & set(parts) else word


def _rewritten(node: Any, names: Mapping[str, str]) -> Any:
    if is_mapping(node):
        return {
            key: in_python(inner, names) if key in _PROSE and isinstance(inner, str) else _rewritten(inner, names)
            for key, inner in node.items()
        }
    return [_rewritten(inner, names) for inner in node] if is_list(node) else node
