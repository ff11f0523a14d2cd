# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new, null, to_json

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Label(Model):
    """A label the user made, to group chats across accounts. Since app 4.3.1."""

    id: str
    """Label ID."""
    name: str
    """Name of the label."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]
        self.name = r2 = data["name"]

        if r1 is None or r2 is None:
            null()
        nulls = 0
        left = len(data) - 2
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.id, self.name, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "id": v if type(v := self.id) is str else to_json(v),
            "name": v if type(v := self.name) is str else to_json(v),
        }
        return out
