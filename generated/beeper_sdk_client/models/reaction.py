# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import SCALARS, Model, extras, new, null, to_json

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Reaction(Model):
    """A reaction on a message."""

    id: str
    """ID of the participant, with the reaction key appended where one person can react several times."""
    reaction_key: str
    """Emoji, key of the network, or shortcode."""
    participant_id: str
    """User ID of who reacted."""
    emoji: bool | None = None
    """The key is an emoji."""
    img_url: str | None = None
    """URL of its image; may be temporary."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "reactionKey": "reaction_key",
        "participantID": "participant_id",
        "emoji": "emoji",
        "imgURL": "img_url",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]
        self.reaction_key = r2 = data["reactionKey"]
        self.participant_id = r3 = data["participantID"]

        if r1 is None or r2 is None or r3 is None:
            null()
        nulls = 0
        left = len(data) - 3
        if left and "emoji" in data:
            left -= 1
            self.emoji = v = data["emoji"]
            if v is None:
                nulls += 1
        else:
            self.emoji = None
        if left and "imgURL" in data:
            left -= 1
            self.img_url = v = data["imgURL"]
            if v is None:
                nulls += 2
        else:
            self.img_url = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.id, self.reaction_key, self.participant_id, self.emoji, self.img_url, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "id": v if type(v := self.id) is str else to_json(v),
            "reactionKey": v if type(v := self.reaction_key) is str else to_json(v),
            "participantID": v if type(v := self.participant_id) is str else to_json(v),
        }
        if (v := self.emoji) is not None:
            out["emoji"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.img_url) is not None:
            out["imgURL"] = v if type(v) is str else to_json(v)
        return out
