# @generated from openapi.yaml; do not edit

"""RequiredDimensions: Size in pixels, as given; both members are required."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class RequiredDimensions(Model):
    """Size in pixels, as given; both members are required. Since app 4.2.499."""

    width: float
    """Width in pixels."""
    height: float
    """Height in pixels."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "width": "width",
        "height": "height",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.width = data["width"]
        self.height = data["height"]
        count = 2
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "width": self.width,
            "height": self.height,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)
