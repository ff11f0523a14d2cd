# @generated from openapi.yaml; do not edit

"""MessageUpdateResult: Response of an edit: the message, or only its IDs before app 4.2.808.

Beside it: EditedMessage, LegacyMessageUpdateResult.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import Incomplete, Model, as_list, extras, is_object, is_respelled, new, no_variant, to_json
from .._times import format_time, parse_iso, parse_time
from .message import Attachment, LinkPreview, Message, SendStatus, load_message_seen
from .reaction import Reaction

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LegacyMessageUpdateResult(Model):
    """Response of an edit in apps 4.2.499 to 4.2.807. Since app 4.2.499."""

    chat_id: str
    """Chat of the message."""
    message_id: str
    """Message that was edited."""
    success: bool
    """Whether it was edited."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "messageID": "message_id",
        "success": "success",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_id = data["chatID"]
        self.message_id = data["messageID"]
        self.success = data["success"]

        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "chatID": self.chat_id,
            "messageID": self.message_id,
            "success": self.success,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class EditedMessage(Message):
    """Response of an edit: the message, with two legacy fields. It may still be the message before the
    edit. Since app 4.2.808."""

    message_id: str
    """Same as id."""
    success: Literal[True]
    """Always `True`."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        **Message._ATTRIBUTES,
        "messageID": "message_id",
        "success": "success",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "timestamp": parse_time,
        "editedTimestamp": parse_time,
        "seen": lambda value: load_message_seen(value),
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.id = data["id"]
        self.chat_id = data["chatID"]
        self.account_id = data["accountID"]
        self.sender_id = data["senderID"]
        r5 = data["timestamp"]
        if len(r5) == 24 and r5[4:20:3] == "--T::." and r5[23] == "Z" and (r5[11] != "2" or r5[12] < "4"):
            self.timestamp = parse_iso(r5)
        else:
            self.timestamp = parse_time(r5)
            respelled += ("timestamp",)

        self.sort_key = data["sortKey"]
        self.message_id = data["messageID"]
        self.success = data["success"]

        count = 8
        if "senderName" in data and (v := data["senderName"]) is not None:
            self.sender_name = v

            count += 1
        else:
            self.sender_name = None
        if "type" in data and (v := data["type"]) is not None:
            self.type = v

            count += 1
        else:
            self.type = None
        if "text" in data and (v := data["text"]) is not None:
            self.text = v

            count += 1
        else:
            self.text = None
        if "editedTimestamp" in data and (v := data["editedTimestamp"]) is not None:
            if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                self.edited_timestamp = parse_iso(v)
            else:
                self.edited_timestamp = parse_time(v)
                respelled += ("editedTimestamp",)

            count += 1
        else:
            self.edited_timestamp = None
        if "isSender" in data and (v := data["isSender"]) is not None:
            self.is_sender = v

            count += 1
        else:
            self.is_sender = None
        if "sendStatus" in data and (v := data["sendStatus"]) is not None:
            self.send_status = SendStatus._read(v)

            count += 1
        else:
            self.send_status = None
        if "isHidden" in data and (v := data["isHidden"]) is not None:
            self.is_hidden = v

            count += 1
        else:
            self.is_hidden = None
        if "isDeleted" in data and (v := data["isDeleted"]) is not None:
            self.is_deleted = v

            count += 1
        else:
            self.is_deleted = None
        if "attachments" in data and (v := data["attachments"]) is not None:
            self.attachments = [Attachment._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.attachments = None
        if "isUnread" in data and (v := data["isUnread"]) is not None:
            self.is_unread = v

            count += 1
        else:
            self.is_unread = None
        if "linkedMessageID" in data and (v := data["linkedMessageID"]) is not None:
            self.linked_message_id = v

            count += 1
        else:
            self.linked_message_id = None
        if "mentions" in data and (v := data["mentions"]) is not None:
            self.mentions = as_list(v)

            count += 1
        else:
            self.mentions = None
        if "links" in data and (v := data["links"]) is not None:
            self.links = [LinkPreview._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.links = None
        if "reactions" in data and (v := data["reactions"]) is not None:
            self.reactions = [Reaction._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.reactions = None
        if "seen" in data and (v := data["seen"]) is not None:
            self.seen = load_message_seen(v)
            if self.seen is not v and is_respelled(self.seen, v):
                respelled += ("seen",)

            count += 1
        else:
            self.seen = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "id": self.id,
            "chatID": self.chat_id,
            "accountID": self.account_id,
            "senderID": self.sender_id,
            "timestamp": format_time(self.timestamp),
            "sortKey": self.sort_key,
            "messageID": self.message_id,
            "success": self.success,
        }
        if self.sender_name is not None:
            out["senderName"] = self.sender_name
        if self.type is not None:
            out["type"] = self.type
        if self.text is not None:
            out["text"] = self.text
        if self.edited_timestamp is not None:
            out["editedTimestamp"] = format_time(self.edited_timestamp)
        if self.is_sender is not None:
            out["isSender"] = self.is_sender
        if self.send_status is not None:
            out["sendStatus"] = self.send_status.to_dict()
        if self.is_hidden is not None:
            out["isHidden"] = self.is_hidden
        if self.is_deleted is not None:
            out["isDeleted"] = self.is_deleted
        if self.attachments is not None:
            out["attachments"] = [x.to_dict() for x in self.attachments]
        if self.is_unread is not None:
            out["isUnread"] = self.is_unread
        if self.linked_message_id is not None:
            out["linkedMessageID"] = self.linked_message_id
        if self.mentions is not None:
            out["mentions"] = self.mentions
        if self.links is not None:
            out["links"] = [x.to_dict() for x in self.links]
        if self.reactions is not None:
            out["reactions"] = [x.to_dict() for x in self.reactions]
        if self.seen is not None:
            out["seen"] = to_json(self.seen)
        return out if self._extras is None else self._add_extras(out, self._extras)


def load_message_update_result(value: Any) -> MessageUpdateResult:
    """Select the variant by the keys that are present."""
    if not is_object(value):
        no_variant()
    if "id" in value:
        return EditedMessage._read(value)
    return LegacyMessageUpdateResult._read(value)


MessageUpdateResult: TypeAlias = EditedMessage | LegacyMessageUpdateResult
"""Response of an edit: the message, or only its IDs before app 4.2.808. Only the message has the
    key `id`. Since app 4.2.499."""
