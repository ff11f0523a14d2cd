# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new, null

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class User(Model):
    """A person: account owner, contact or chat participant. Best-effort data."""

    id: str
    """Stable user ID; the key of a person."""
    username: str | None = None
    """Handle when known, e.g. @alice; specific to the network, not unique across networks."""
    phone_number: str | None = None
    """Phone number in E.164 form; left out when unknown."""
    email: str | None = None
    """E-mail address when known; not always verified."""
    full_name: str | None = None
    """Display name; may hold emoji."""
    img_url: str | None = None
    """Avatar URL (remote, media, data: or file:); may be temporary or valid on this device only."""
    cannot_message: bool | None = None
    """True when no conversation with this user can be started from Beeper; they may still write to
    you."""
    is_self: bool | None = None
    """True for the account's own identity."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "username": "username",
        "phoneNumber": "phone_number",
        "email": "email",
        "fullName": "full_name",
        "imgURL": "img_url",
        "cannotMessage": "cannot_message",
        "isSelf": "is_self",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]

        if r1 is None:
            null()
        count = 1
        if "username" in data and (v := data["username"]) is not None:
            self.username = v

            count += 1
        else:
            self.username = None
        if "phoneNumber" in data and (v := data["phoneNumber"]) is not None:
            self.phone_number = v

            count += 1
        else:
            self.phone_number = None
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
        if "imgURL" in data and (v := data["imgURL"]) is not None:
            self.img_url = v

            count += 1
        else:
            self.img_url = None
        if "cannotMessage" in data and (v := data["cannotMessage"]) is not None:
            self.cannot_message = v

            count += 1
        else:
            self.cannot_message = None
        if "isSelf" in data and (v := data["isSelf"]) is not None:
            self.is_self = v

            count += 1
        else:
            self.is_self = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
