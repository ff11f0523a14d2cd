"""Reads the text of a spec: YAML without duplicate keys and aliases.

`openapi_grammar` and `document_rules` check its contents.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from scripts.compiler.spec.errors import SpecError, one_line


class _Strict(yaml.CSafeLoader):
    """YAML in which a key written twice is an error: YAML itself silently uses the last one.

    Read by libyaml, which is in every wheel of PyYAML and six times as fast.
    """


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Hashable] = set()
    for key, _ in node.value:
        if key.value in seen:
            raise SpecError(f"{_place(key.start_mark)}: the key {key.value} is duplicated")
        seen.add(key.value)
    return loader.construct_mapping(node, deep=True)


_MAYBE_ALIAS = re.compile(r"[\s\[{,:-]\*[^\s*]")
"""What an alias looks like; bold text of a description does too. Looking for aliases takes as long as reading."""
_Strict.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_text(path: Path) -> str:
    """The text of a spec. Raises SpecError for a file that cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise SpecError(f"{path.name}: not UTF-8 text") from None
    except OSError as error:
        raise SpecError(f"{path.name}: {error.strerror}") from None


def load(text: str) -> Any:
    """The document. Raises SpecError for what is no YAML."""
    try:
        if _MAYBE_ALIAS.search(text):
            _refuse_aliases(text)
        return yaml.load(text, _Strict)  # noqa: S506 - a safe loader, with one rule more
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        detail = one_line(f"{error.context or ''} {error.problem or ''}")
        raise SpecError(f"{_place(mark)}: not valid YAML: {detail}") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise SpecError(f"openapi.yaml: not valid YAML: {one_line(str(error))}") from None


def _refuse_aliases(text: str) -> None:
    """A few aliases of aliases stand for more nodes than any memory holds."""
    for token in yaml.scan(text, yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken):
            raise SpecError(f"{_place(token.start_mark)}: YAML aliases are not supported; use $ref")


def _place(mark: yaml.Mark | None) -> str:
    return "openapi.yaml" if mark is None else f"openapi.yaml, line {mark.line + 1}, column {mark.column + 1}"
