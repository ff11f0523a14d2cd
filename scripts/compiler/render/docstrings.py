"""Docstrings: the summary, arguments with their ranges, errors, and the properties of an operation."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from scripts.compiler.plan.plan import Argument, Operation, Plan
from scripts.compiler.spec.model_properties import ComputedProperty
from scripts.compiler.spec.schema_types import REF, Raw

WIDTH = 100
INVALID = "An argument is invalid; nothing was sent."
UNCERTAIN = "No response confirms the outcome: the request may have succeeded, and was not retried."
UNCERTAIN_WHEN_SENT = "When it is sent: no response confirms the outcome."
RESUME = "A checkpoint of an earlier iteration. Pagination continues after it."
TIMES = "a datetime, a timedelta or relativedelta {}, or a date string; local time unless it names a zone"
EFFECTS = {
    "read": "Read-only.",
    "idempotent": "Idempotent: repeating it has no further effect.",
    "once": "Not idempotent: retried only if the request cannot have reached the app.",
}
"""What repeating an operation does, by its ``x-beeper-effect``."""


def first_line(raw: Raw) -> str:
    """The first sentence of a description."""
    return _escape(_flat(raw).split(". ")[0].rstrip(".") + ".")


def of_schema(raw: Raw, indent: str = "    ") -> str:
    """The docstring of a model, union or enum."""
    since = raw.get("x-beeper-since")
    return _wrap(_flat(raw) + (f" Since app {since}." if since else ""), indent)


def of_property(raw: Raw, schemas: dict[str, Raw]) -> str:
    """The docstring of a model's attribute."""
    description = _flat(raw) or _flat(schemas.get(str(raw.get("$ref", "")).removeprefix(REF), {}))
    since = raw.get("x-beeper-since")
    return _wrap(description + (f" Since app {since}." if since else ""), "    ")


def of_computed(computed: ComputedProperty) -> str:
    """The docstring of a computed property: that of its function."""
    indent = "        "
    text = textwrap.indent(_escape(computed.doc), indent).strip()
    return f"{text}\n{indent}" if "\n" in text else text


def of_group(plan: Plan, group: tuple[str, ...], indent: str = "    ") -> str:
    """The docstring of a group of operations: what it is for."""
    return _wrap(plan.subjects.get(group, f"Operations of {'.'.join(group)}."), indent)


def of_request(operation: Operation) -> str:
    """The docstring of a function of `api`: the method that sends its request documents the rest."""
    subject = "arguments and errors" if operation.arguments else "errors"
    documented = operation.raw.get("x-beeper-replaced-by", operation.name)
    pointer = f"See `Beeper.{documented}` for its {subject}."
    parts = [_wrap(str(operation.raw["summary"]), "    "), f"    {pointer}"]
    if _is_unrepeatable(operation):
        parts.insert(1, f"    Raises:\n        {_wrap('DeliveryUncertain: ' + UNCERTAIN_WHEN_SENT, ' ' * 12)}")
    return "\n\n".join(parts) + "\n    "


def of_method(operation: Operation, *, paged: bool = False) -> str:
    """The full docstring of an operation, for the method that sends it."""
    raw = operation.raw
    indent = "        "
    parts = [_wrap(str(raw["summary"]), indent)]
    about = " ".join(str(raw.get("description", "")).split())
    if about:
        parts.append(indent + _wrap(about, indent))
    arguments = list(operation.arguments)
    lines = [_argument(argument, indent + "    ") for argument in arguments]
    if paged:
        lines.append(f"{indent}    resume: {RESUME}")
    if lines:
        parts.append(f"{indent}Args:\n" + "\n".join(lines))
    raised = [("DeliveryUncertain", UNCERTAIN)] if _is_unrepeatable(operation) else []
    raised += [("TypeError, ValueError", INVALID)] if arguments else []
    if raised:
        entries = [_wrap(f"{name}: {text}", indent + "        ") for name, text in raised]
        parts.append(f"{indent}Raises:\n" + "\n".join(f"{indent}    {entry}" for entry in entries))
    parts.append(indent + _wrap(_nature(operation), indent))
    return "\n\n".join(parts) + "\n" + indent


def _is_unrepeatable(operation: Operation) -> bool:
    """Could repeating it do the same thing twice? Then a lost response leaves its outcome unknown."""
    return bool(operation.raw["x-beeper-effect"] == "once")


def _argument(argument: Argument, indent: str) -> str:
    return indent + _wrap(f"{argument.name}: {argument_text(argument)}", indent + "    ")


def argument_text(argument: Argument) -> str:
    """What an argument is, with its limits."""
    description = argument.description.rstrip(".") + "."
    if argument.object is not None:
        description += f" A `{argument.object.model}` is accepted too."
    return description + limits_beside(description, argument.raw)


def limits_beside(description: str, raw: Raw) -> str:
    """The limits of a value that its description does not say, in parentheses; empty if there is none."""
    found = "; ".join(limit for limit in _limits(raw) if limit not in description)
    return f" ({found})" if found else ""


def _limits(raw: Raw) -> list[str]:
    """What a value must be, and what it is if it is omitted."""
    raw = next((member for member in raw.get("anyOf", ()) if member.get("type") != "null"), raw)
    found: list[str] = []
    least, most = raw.get("minimum"), raw.get("maximum")
    if least is None and "integer" in raw.get("type", ()) and "exclusiveMinimum" in raw:
        least = raw["exclusiveMinimum"] + 1
    if least is not None:
        found.append(f"at least {least}" if most is None else f"{least} to {most}")
    elif "exclusiveMinimum" in raw:
        found.append(f"greater than {raw['exclusiveMinimum']}, at most {most}")
    if raw.get("format") == "date-time":
        found.append(TIMES.format("back from now" if raw.get("x-beeper-past") else "from now"))
    if "default" in raw:
        found.append(f"the server's default is {_python(raw['default'])}")
    return found


def _python(default: object) -> str:
    return f"`{default}`" if isinstance(default, bool) else str(default)


def _nature(operation: Operation) -> str:
    raw = operation.raw
    parts = [EFFECTS[raw["x-beeper-effect"]]]
    parts.append(f"Since app {raw['x-beeper-since']}." if "x-beeper-since" in raw else "")
    parts.append(scopes(operation))
    if raw.get("deprecated"):
        parts.append(
            f"Deprecated: use `{raw['x-beeper-replaced-by']}`." if "x-beeper-replaced-by" in raw else "Deprecated."
        )
    parts.append(f"Endpoint: {operation.method} {operation.path}; error statuses: {statuses(raw)}.")
    return " ".join(part for part in parts if part)


def scopes(operation: Operation) -> str:
    """The scopes that the token of an operation needs."""
    if operation.auth == "none":
        return "No token is needed."
    needed = [scope for rule in operation.raw["security"] for scope in rule.get("bearer", [])]
    if operation.auth == "optional":
        return f"A token is optional (scope: {', '.join(needed)})." if needed else "A token is optional."
    return f"Required scope: {', '.join(needed)}." if needed else "A token is needed."


def statuses(raw: Raw) -> str:
    """The error statuses that the spec lists for an operation."""
    return ", ".join(str(code) for code in raw["responses"] if str(code)[0] in "45") or "not documented"


def _flat(raw: Raw) -> str:
    return " ".join(str(raw.get("description", "")).split())


def _wrap(text: str, indent: str) -> str:
    width = WIDTH - len(indent)
    lines: Sequence[str] = textwrap.wrap(_escape(text), width, break_long_words=False, break_on_hyphens=False)
    return f"\n{indent}".join(lines)


def _escape(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"""', "'''")
    return escaped.removesuffix('"') + '\\"' if escaped.endswith('"') else escaped
