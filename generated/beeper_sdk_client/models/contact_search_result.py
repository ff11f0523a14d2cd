# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_list, extras, new
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
        self.items = [User._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
