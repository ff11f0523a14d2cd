"""Compares a response with the spec, for `strict` and for diagnostics. Ordinary calls do not use this.

The results contain no values of the response except for enum values, and only names and values that look like
identifiers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from ..generated import AnyRequest, answers, base, decode_errors, hints, validation

FindingKind: TypeAlias = Literal["unknown_field", "unknown_value", "wrong_type"]
UNSHOWN = "?"
"""Replaces a name or value that may be personal data."""
_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.:-]{0,39}")


class Observation(NamedTuple):
    """One mismatch, as shown in reports."""

    kind: FindingKind
    place: str
    """The model and field: ``Message.colour``. Outside of models, the path without its indexes."""
    found: str
    """The type of an unknown field, an unknown enum value if it looks like an identifier, or a description."""


def observe(expected: object, value: object, max_items: int | None = None) -> Iterator[Observation]:
    """Every mismatch between JSON and a type. Of each list at most `max_items` items are checked."""
    for mismatch in validation.validate(expected, value, report_unknown=True, max_items=max_items):
        if mismatch.kind == "unknown_field":
            yield Observation(mismatch.kind, f"{mismatch.field}.{shown(mismatch.unknown)}", mismatch.found)
        elif mismatch.kind == "unknown_value":
            yield Observation(mismatch.kind, mismatch.field, shown(mismatch.unknown))
        else:
            yield Observation("wrong_type", mismatch.field, decode_errors.describe(mismatch))


def refuse_unknown(request: AnyRequest, answer: answers.ResponseLike) -> None:
    """Raise DecodeError for the first unknown part of a response. This implements `strict`."""
    expected = answer_type(request)
    if expected is None:
        return
    for mismatch in validation.validate(expected, answers.parse(answer), report_unknown=True):
        if mismatch.kind == "unknown_field":
            raise base.DecodeError(f"{mismatch.path}.{shown(mismatch.unknown)}", "unknown field (strict=True)")
        if mismatch.kind == "unknown_value":
            raise base.DecodeError(mismatch.path, "unknown value (strict=True)")
        raise base.DecodeError(mismatch.path, decode_errors.describe(mismatch))


def answer_type(request: AnyRequest) -> object | None:
    """The type of the JSON response of a request; None if its response is not JSON."""
    decoder = request.operation.decoder
    return hints.type_of(decoder.load) if isinstance(decoder, answers.JsonDecoder) else None


def shown(text: object) -> str:
    """A name or enum value for reports: itself if it looks like an identifier or is a small number, else "?"."""
    if isinstance(text, bool):
        return str(text).lower()
    if isinstance(text, int):
        return str(text) if abs(text) < 1000 else UNSHOWN
    return text if isinstance(text, str) and _NAME.fullmatch(text) else UNSHOWN
