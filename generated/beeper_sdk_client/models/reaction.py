# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new, null

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
        count = 3
        if "emoji" in data and (v := data["emoji"]) is not None:
            self.emoji = v

            count += 1
        else:
            self.emoji = None
        if "imgURL" in data and (v := data["imgURL"]) is not None:
            self.img_url = v

            count += 1
        else:
            self.img_url = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
