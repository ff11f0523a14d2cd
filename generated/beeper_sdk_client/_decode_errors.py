# @generated


from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._annotations import type_of
from ._model import DecodeError
from ._validation import Mismatch, validate


def explain(load: Callable[[Any], Any], data: Any, error: Exception) -> DecodeError:
    found = first_fault(load, data)
    return found if found is not None else DecodeError("$", f"could not be decoded ({type(error).__name__})")


def first_fault(load: Callable[[Any], Any], data: Any) -> DecodeError | None:
    found = validate(type_of(load), data)
    first = next(found, None)
    if first is None:
        return None
    if not first.structural:
        first = next((mismatch for mismatch in found if mismatch.structural), first)
    return DecodeError(first.path, describe(first))


def describe(mismatch: Mismatch) -> str:
    if mismatch.kind == "missing":
        return "missing"
    return f"expected {mismatch.expected}, found {mismatch.found}"
