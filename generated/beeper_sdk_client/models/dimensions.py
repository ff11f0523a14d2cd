# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, is_object, new

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Dimensions(Model):
    """Size in pixels, as read; both members are optional."""

    width: float | None = None
    """Width in pixels."""
    height: float | None = None
    """Height in pixels."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "width": "width",
        "height": "height",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "width" in data and (v := data["width"]) is not None:
            self.width = v

            count += 1
        else:
            self.width = None
        if "height" in data and (v := data["height"]) is not None:
            self.height = v

            count += 1
        else:
            self.height = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
