# @generated from openapi.yaml; do not edit

"""ReminderInput: When and how to remind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new
from .._times import format_time, parse_iso, parse_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ReminderInput(Model):
    """When and how to remind. Since app 4.2.808."""

    remind_at: datetime
    """When to remind, ISO 8601. Since app 4.2.808."""
    dismiss_on_incoming_message: bool | None = None
    """Drop the reminder when someone writes."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "remindAt": "remind_at",
        "dismissOnIncomingMessage": "dismiss_on_incoming_message",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "remindAt": parse_time,
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        r1 = data["remindAt"]
        if len(r1) == 24 and r1[4:20:3] == "--T::." and r1[23] == "Z" and (r1[11] != "2" or r1[12] < "4"):
            self.remind_at = parse_iso(r1)
        else:
            self.remind_at = parse_time(r1)
            respelled += ("remindAt",)

        count = 1
        if "dismissOnIncomingMessage" in data and (v := data["dismissOnIncomingMessage"]) is not None:
            self.dismiss_on_incoming_message = v

            count += 1
        else:
            self.dismiss_on_incoming_message = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "remindAt": format_time(self.remind_at),
        }
        if self.dismiss_on_incoming_message is not None:
            out["dismissOnIncomingMessage"] = self.dismiss_on_incoming_message
        return out if self._extras is None else self._add_extras(out, self._extras)
