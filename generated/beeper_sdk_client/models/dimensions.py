# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import SCALARS, Model, extras, is_object, new, to_json

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
        nulls = 0
        left = len(data) - 0
        if left and "width" in data:
            left -= 1
            self.width = v = data["width"]
            if v is None:
                nulls += 1
        else:
            self.width = None
        if left and "height" in data:
            left -= 1
            self.height = v = data["height"]
            if v is None:
                nulls += 2
        else:
            self.height = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.width, self.height, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.width) is not None:
            out["width"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.height) is not None:
            out["height"] = v if type(v) in SCALARS else to_json(v)
        return out
