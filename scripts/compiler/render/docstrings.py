"""Docstrings: summary, arguments with their units and ranges, what comes back, and what an operation is like."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from scripts.compiler.plan.plan import Argument, Operation
from scripts.compiler.spec.schema_types import REF, Raw

WIDTH = 100


def first_line(raw: Raw) -> str:
    """The first sentence of a description."""
    return _escape(_flat(raw).split(". ")[0].rstrip(".") + ".")


def of_schema(raw: Raw, indent: str = "    ") -> str:
    """The docstring of a model, union or enum."""
    since = raw.get("x-beeper-since")
    said = _flat(raw) + (f" Since app {since}." if since else "")
    return _wrap(said, indent)


def of_property(raw: Raw, schemas: dict[str, Raw]) -> str:
    """The docstring of a model's attribute."""
    said = _flat(raw) or _flat(schemas.get(str(raw.get("$ref", "")).removeprefix(REF), {}))
    since = raw.get("x-beeper-since")
    return _wrap(said + (f" Since app {since}." if since else ""), "    ")


def of_request(operation: Operation) -> str:
    """The docstring of a function of `api`: the method that sends its request documents the rest."""
    subject = "arguments and errors" if operation.arguments else "errors"
    pointer = f"See `Beeper.{operation.name}` for its {subject}."
    return f"{_wrap(str(operation.raw['summary']), '    ')}\n\n    {pointer}\n    "


def of_method(operation: Operation, *, paged: bool = False) -> str:
    """The full docstring of an operation, for the method that sends it."""
    raw = operation.raw
    indent = "        "
    parts = [_wrap(str(raw["summary"]), indent)]
    about = " ".join(str(raw.get("description", "")).split())
    if about:
        parts.append(indent + _wrap(about, indent))
    arguments = list(operation.arguments)
    lines = [_argument(each, indent + "    ") for each in arguments]
    if paged:
        lines.append(f"{indent}    resume: A checkpoint of an earlier walk; goes on after it.")
    if lines:
        parts.append(f"{indent}Args:\n" + "\n".join(lines))
    if arguments:
        refused = "An argument does not fit; its name is in the error and nothing was sent."
        parts.append(f"{indent}Raises:\n{indent}    TypeError, ValueError: {refused}")
    parts.append(indent + _wrap(_nature(operation), indent))
    return "\n\n".join(parts) + "\n" + indent


def _argument(argument: Argument, indent: str) -> str:
    said = argument.description.rstrip(".") + "."
    return indent + _wrap(f"{argument.name}: {said}{_limits(argument.raw)}", indent + "    ")


def _limits(raw: Raw) -> str:
    raw = next((each for each in raw.get("anyOf", ()) if each.get("type") != "null"), raw)
    found: list[str] = []
    if "minimum" in raw and "maximum" in raw:
        found.append(f"{raw['minimum']} to {raw['maximum']}")
    elif "minimum" in raw:
        found.append(f"at least {raw['minimum']}")
    elif "exclusiveMinimum" in raw:
        found.append(f"greater than {raw['exclusiveMinimum']}, at most {raw.get('maximum')}")
    if raw.get("format") == "date-time":
        found.append("a datetime, a timedelta or relativedelta from now, or text; local time where no zone is named")
    if "default" in raw:
        found.append(f"the server's default is {raw['default']}")
    return f" ({'; '.join(found)})" if found else ""


def _nature(operation: Operation) -> str:
    raw = operation.raw
    effect = {
        "read": "Changes nothing.",
        "idempotent": "Repeating it ends in the same state.",
        "once": "Never sent twice.",
    }[raw["x-beeper-effect"]]
    said = [effect, f"Since app {raw['x-beeper-since']}." if "x-beeper-since" in raw else ""]
    said.append(_scopes(operation))
    if raw.get("deprecated"):
        said.append(f"Deprecated: use ``{raw.get('x-beeper-replaced-by', 'nothing')}``.")
    said.append(f"Source: {operation.method} {operation.path}; error statuses {_statuses(raw)}.")
    return " ".join(each for each in said if each)


def _scopes(operation: Operation) -> str:
    if operation.auth == "none":
        return "Needs no token."
    scopes = [scope for each in operation.raw["security"] for scope in each.get("bearer", [])]
    return f"Needs a token with the scope {', '.join(scopes)}." if scopes else "Needs a token."


def _statuses(raw: Raw) -> str:
    return ", ".join(str(code) for code in raw["responses"] if str(code)[0] in "45") or "not documented"


def _flat(raw: Raw) -> str:
    return " ".join(str(raw.get("description", "")).split())


def _wrap(text: str, indent: str) -> str:
    lines: Sequence[str] = textwrap.wrap(_escape(text), WIDTH - len(indent), break_long_words=False)
    return f"\n{indent}".join(lines)


def _escape(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"""', "'''")
    return escaped.removesuffix('"') + '\\"' if escaped.endswith('"') else escaped
