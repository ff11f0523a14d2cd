"""What an answer has that this version does not know: the check of `strict`, and what diagnostics keep.

Ordinary calls never come here. Nothing of this holds a value of the answer but those of enums, and names and values
only where they look like names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from ..generated import AnyRequest, answers, base, decode_errors, hints, validation

FindingKind: TypeAlias = Literal["unknown_field", "unknown_value", "wrong_type"]
UNSHOWN = "?"
"""In place of a name or a value that may be personal data."""
_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.:-]{0,39}")


class Observation(NamedTuple):
    """One mismatch, as reports show it."""

    kind: FindingKind
    place: str
    """The field of the model: ``Message.colour``; for what is in no model, the path without its numbers."""
    found: str
    """For an unknown field its type, for an unknown value itself where it looks like a name, else what is wrong."""


def observe(expected: object, value: object, max_items: int | None = None) -> Iterator[Observation]:
    """Every mismatch between JSON and a type; of each list no more than `max_items` items are looked at."""
    for mismatch in validation.validate(expected, value, report_unknown=True, max_items=max_items):
        if mismatch.kind == "unknown_field":
            yield Observation(mismatch.kind, f"{mismatch.field}.{shown(mismatch.unknown)}", mismatch.found)
        elif mismatch.kind == "unknown_value":
            yield Observation(mismatch.kind, mismatch.field, shown(mismatch.unknown))
        else:
            yield Observation("wrong_type", mismatch.field, decode_errors.describe(mismatch))


def refuse_unknown(request: AnyRequest, answer: answers.ResponseLike) -> None:
    """Raise DecodeError at the first place of an answer that this version does not know: what `strict` means."""
    expected = answer_type(request)
    if expected is None:
        return
    for mismatch in validation.validate(expected, answers.parse(answer), report_unknown=True):
        if mismatch.kind == "unknown_field":
            raise base.DecodeError(f"{mismatch.path}.{shown(mismatch.unknown)}", "is unknown to this version")
        if mismatch.kind == "unknown_value":
            raise base.DecodeError(mismatch.path, "is a value unknown to this version")
        raise base.DecodeError(mismatch.path, decode_errors.describe(mismatch))


def answer_type(request: AnyRequest) -> object | None:
    """The type of the JSON that answers a call; None where that is no JSON."""
    decoder = request.operation.decoder
    return hints.type_of(decoder.load) if isinstance(decoder, answers.JsonDecoder) else None


def shown(text: object) -> str:
    """A name or a value of an enum as reports show it: itself where it looks like a name, or is a small number."""
    if isinstance(text, bool):
        return str(text).lower()
    if isinstance(text, int):
        return str(text) if abs(text) < 1000 else UNSHOWN
    return text if isinstance(text, str) and _NAME.fullmatch(text) else UNSHOWN
