"""Which error stands for which HTTP status, by the docstrings of the errors: ``404: the resource does not exist``."""

from __future__ import annotations

import re

import griffe

from scripts.compiler.render.docstrings import statuses
from scripts.compiler.render.reference.code import Code
from scripts.compiler.render.reference.names import Links
from scripts.compiler.spec.schema_types import Raw

MODULE, BASE = "beeper_sdk.errors", "APIStatusError"
STATUS = re.compile(r"(\d{3})( and above)?: ")


def error_statuses(raw: Raw, code: Code, links: Links) -> str:
    """The error statuses of an operation, each a link to its error."""
    listed = statuses(raw)
    return re.sub(r"\d{3}", lambda match: _linked(match[0], code, links), listed)


def _linked(status: str, code: Code, links: Links) -> str:
    name = _errors(code).get(status) or _errors(code).get(f"{status[0]}00")
    address = links.to(f"{MODULE}.{name}") if name else None
    return f"[{status}]({address})" if address else status


def _errors(code: Code) -> dict[str, str]:
    """The direct subclasses of the error of all statuses, by status; one with others above it by its first."""
    found: dict[str, str] = {}
    for name in code.public(MODULE):
        kind = code.find(f"{MODULE}.{name}")
        if isinstance(kind, griffe.Class) and kind.docstring and [str(base) for base in kind.bases] == [BASE]:
            match = STATUS.match(kind.docstring.value)
            if match:
                found[match[1]] = name
    return found
