# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import SCALARS, Model, extras, new, null, to_json

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
    _DISPLAY: ClassVar[str | None] = "user"

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]

        if r1 is None:
            null()
        nulls = 0
        left = len(data) - 2
        get = data.get
        self.full_name = v = get("fullName")
        if v is None:
            if "fullName" in data:
                nulls += 1
            else:
                left += 1
        if left and "phoneNumber" in data:
            left -= 1
            self.phone_number = v = data["phoneNumber"]
            if v is None:
                nulls += 2
        else:
            self.phone_number = None
        if left and "username" in data:
            left -= 1
            self.username = v = data["username"]
            if v is None:
                nulls += 4
        else:
            self.username = None
        if left and "email" in data:
            left -= 1
            self.email = v = data["email"]
            if v is None:
                nulls += 8
        else:
            self.email = None
        if left and "imgURL" in data:
            left -= 1
            self.img_url = v = data["imgURL"]
            if v is None:
                nulls += 16
        else:
            self.img_url = None
        if left and "cannotMessage" in data:
            left -= 1
            self.cannot_message = v = data["cannotMessage"]
            if v is None:
                nulls += 32
        else:
            self.cannot_message = None
        if left and "isSelf" in data:
            left -= 1
            self.is_self = v = data["isSelf"]
            if v is None:
                nulls += 64
        else:
            self.is_self = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.id,
            self.username,
            self.phone_number,
            self.email,
            self.full_name,
            self.img_url,
            self.cannot_message,
            self.is_self,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "id": v if type(v := self.id) is str else to_json(v),
        }
        if (v := self.username) is not None:
            out["username"] = v if type(v) is str else to_json(v)
        if (v := self.phone_number) is not None:
            out["phoneNumber"] = v if type(v) is str else to_json(v)
        if (v := self.email) is not None:
            out["email"] = v if type(v) is str else to_json(v)
        if (v := self.full_name) is not None:
            out["fullName"] = v if type(v) is str else to_json(v)
        if (v := self.img_url) is not None:
            out["imgURL"] = v if type(v) is str else to_json(v)
        if (v := self.cannot_message) is not None:
            out["cannotMessage"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_self) is not None:
            out["isSelf"] = v if type(v) in SCALARS else to_json(v)
        return out
