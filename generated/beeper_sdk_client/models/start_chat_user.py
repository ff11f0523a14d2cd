# @generated from openapi.yaml; do not edit

"""StartChatUser: What is known of the person; all optional."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, is_object, new

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class StartChatUser(Model):
    """What is known of the person; all optional. Since app 4.2.557."""

    id: str | None = None
    """User ID."""
    email: str | None = None
    """E-mail address."""
    full_name: str | None = None
    """Name, used for ranking only."""
    phone_number: str | None = None
    """Phone number, preferably in E.164 form."""
    username: str | None = None
    """Handle."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "email": "email",
        "fullName": "full_name",
        "phoneNumber": "phone_number",
        "username": "username",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "id" in data and (v := data["id"]) is not None:
            self.id = v

            count += 1
        else:
            self.id = None
        if "email" in data and (v := data["email"]) is not None:
            self.email = v

            count += 1
        else:
            self.email = None
        if "fullName" in data and (v := data["fullName"]) is not None:
            self.full_name = v

            count += 1
        else:
            self.full_name = None
        if "phoneNumber" in data and (v := data["phoneNumber"]) is not None:
            self.phone_number = v

            count += 1
        else:
            self.phone_number = None
        if "username" in data and (v := data["username"]) is not None:
            self.username = v

            count += 1
        else:
            self.username = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.id is not None:
            out["id"] = self.id
        if self.email is not None:
            out["email"] = self.email
        if self.full_name is not None:
            out["fullName"] = self.full_name
        if self.phone_number is not None:
            out["phoneNumber"] = self.phone_number
        if self.username is not None:
            out["username"] = self.username
        return out if self._extras is None else self._add_extras(out, self._extras)
