# @generated from openapi.yaml; do not edit

"""FocusResult: Response of bringing the app to the front."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class FocusResult(Model):
    """Response of bringing the app to the front."""

    success: bool
    """Whether the app was brought to the front."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "success": "success",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.success = data["success"]
        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "success": self.success,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)
