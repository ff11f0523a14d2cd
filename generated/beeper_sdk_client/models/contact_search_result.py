# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_list, extras, new, to_json
from .user import User

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ContactSearchResult(Model):
    """Found contacts; there are no pages."""

    items: list[User]
    """Contacts found."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [*map(User._read, data["items"])] if data["items"] else as_list(data["items"])

        nulls = 0
        left = len(data) - 1
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.items, self._extras)

    def _json(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "items": to_json(self.items),
        }
        return out
