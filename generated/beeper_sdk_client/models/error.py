# @generated from openapi.yaml; do not edit

"""Error: The error envelope of version 1, for every response that is not a success.

Beside it: ErrorDetails, ValidationErrorDetails, ValidationIssue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import Model, as_list, extras, new, to_json

if TYPE_CHECKING:
    from typing_extensions import Self

    from .._model import Json


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Error(Model):
    """The error envelope of version 1, for every response that is not a success."""

    message: str
    """Human-readable explanation."""
    code: str
    """Machine-readable code, e.g. unauthorized; there is no published list."""
    details: ErrorDetails | None = None
    """Extra data about the failure; its shape depends on it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "message": "message",
        "code": "code",
        "details": "details",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.message = data["message"]
        self.code = data["code"]
        count = 2
        if "details" in data and (v := data["details"]) is not None:
            self.details = load_error_details(v)

            count += 1
        else:
            self.details = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "message": self.message,
            "code": self.code,
        }
        if self.details is not None:
            out["details"] = to_json(self.details)
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ValidationErrorDetails(Model):
    """Details of a validation failure."""

    issues: list[ValidationIssue]
    """One entry per problem."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "issues": "issues",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.issues = (
            [ValidationIssue.from_dict(x) for x in data["issues"]] if data["issues"] else as_list(data["issues"])
        )
        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "issues": [x.to_dict() for x in self.issues],
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ValidationIssue(Model):
    """One problem found by validation."""

    code: str
    """Kind of the problem, e.g. invalid_type."""
    message: str
    """Human-readable explanation."""
    path: list[str | float]
    """Path of the invalid value: strings are keys, numbers are positions in arrays."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "path": "path",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.code = data["code"]
        self.message = data["message"]
        self.path = as_list(data["path"])
        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "code": self.code,
            "message": self.message,
            "path": self.path,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


def load_error_details(value: Any) -> ErrorDetails:
    """Select the variant by JSON type."""
    try:
        return ValidationErrorDetails.from_dict(value)
    except (KeyError, TypeError, ValueError, AttributeError):
        pass
    rest: Json = value
    return rest


ErrorDetails: TypeAlias = "ValidationErrorDetails | dict[str, Json] | Json | None"
"""Details of a failure: a list of issues for validation failures, otherwise any JSON."""
