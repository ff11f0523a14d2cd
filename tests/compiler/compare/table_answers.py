"""Edits of what answers hold: one per kind of change, and its class."""

from __future__ import annotations

from tests.compiler.compare.edits import MINI, add, less, put, remove, schema
from tests.compiler.compare.vocabulary import CHAT, REF, REQUEST, TEXT, A, B, C, E, R, Table, name

EDITS: Table = {
    # Answers
    "field added": ([put(CHAT, "properties", "labels", to=TEXT)], {f"{A} | field | models.Chat.labels"}),
    "required field added": (
        [put(CHAT, "properties", "labels", to=TEXT), add(CHAT, "required", value="labels")],
        {f"{A} | field | models.Chat.labels"},
    ),
    "property added": (
        [put(CHAT, "x-beeper-property", to={"name": "kind", "function": "chat_kind"})],
        {f"{A} | property | models.Chat.kind"},
    ),
    "property removed": ([remove("#User", "x-beeper-property")], {f"{R} | property | models.User.label"}),
    "property renamed": (
        [put("#User", "x-beeper-property", "name", to="title")],
        {f"{R} | property | models.User.label", f"{A} | property | models.User.title"},
    ),
    "property of another function": (
        [put("#User", "x-beeper-property", "function", to="other")],
        {f"{R} | property | models.User.label"},
    ),
    "field removed": ([remove(CHAT, "properties", "lastActivity")], {f"{R} | field | models.Chat.last_activity"}),
    "field renamed": ([name(CHAT, "lastActivity", "lastActivityAt")], {f"{R} | field | models.Chat.last_activity"}),
    "field renamed in JSON only": (
        [name(CHAT, "unreadCount", "unread_count")],
        {f"{R} | field | models.Chat.unread_count"},
    ),
    "field optional": ([less(CHAT, "required", value="title")], {f"{R} | requiredness | models.Chat.title"}),
    "field required": ([add(CHAT, "required", value="draft")], {f"{A} | requiredness | models.Chat.draft"}),
    "field may be null": (
        [put(CHAT, "properties", "title", "type", to=["string", "null"])],
        {f"{R} | nullability | models.Chat.title"},
    ),
    "field is never null": (
        [put(CHAT, "properties", "draft", "type", to="string")],
        {f"{A} | nullability | models.Chat.draft"},
    ),
    "reference may be null": (
        [put(CHAT, "properties", "parent", to={"anyOf": [{"$ref": f"{REF}Chat"}, {"type": "null"}]})],
        {f"{R} | nullability | models.Chat.parent"},
    ),
    "field of another type": (
        [put(CHAT, "properties", "unreadCount", "type", to="string")],
        {f"{R} | type | models.Chat.unread_count"},
    ),
    "field may be of more types": (
        [put(CHAT, "properties", "unreadCount", "type", to=["string", "integer"])],
        {f"{R} | type | models.Chat.unread_count"},
    ),
    "date becomes text": (
        [remove(CHAT, "properties", "lastActivity", "format")],
        {f"{R} | type | models.Chat.last_activity"},
    ),
    "map of other values": (
        [put(CHAT, "properties", "extra", "additionalProperties", to={"type": "integer"})],
        {f"{R} | type | models.Chat.extra"},
    ),
    "list of a base": (
        [put(CHAT, "properties", "participants", "items", to={"$ref": f"{REF}User"})],
        {f"{R} | type | models.Chat.participants"},
    ),
    "list of a subclass": (
        [put("#Participant", "allOf", 1, "properties", "friends", to={"$ref": f"{REF}User"})],
        {f"{A} | field | models.Participant.friends"},
    ),
    "field of a base": (
        [put("#User", "properties", "email", to=TEXT)],
        {f"{A} | field | models.User.email"},
    ),
    "field moved into the base": (
        [
            put("#User", "properties", "isAdmin", to={"type": "boolean", "description": "May they change it?"}),
            remove("#Participant", "allOf", 1, "properties", "isAdmin"),
        ],
        {f"{A} | field | models.User.is_admin"},
    ),
    "base dropped": (
        [
            put(
                "#Participant",
                "allOf",
                to=[
                    {
                        "type": "object",
                        "required": ["id", "isAdmin"],
                        "properties": {
                            "id": MINI["components"]["schemas"]["User"]["properties"]["id"],
                            "fullName": MINI["components"]["schemas"]["User"]["properties"]["fullName"],
                            "isAdmin": {"type": "boolean", "description": "May they change it?"},
                        },
                    }
                ],
            )
        ],
        {f"{R} | base | models.Participant"},
    ),
    "range of an answer": (
        [put(CHAT, "properties", "unreadCount", "minimum", to=1)],
        {f"{E} | range | models.Chat.unread_count"},
    ),
    "default of an answer": (
        [put(CHAT, "properties", "title", "default", to="")],
        {f"{E} | default | models.Chat.title"},
    ),
    "example": ([put(CHAT, "properties", "title", "example", to="Lunch")], {f"{E} | text | models.Chat.title"}),
    "description of a model": ([put(CHAT, "description", to="One chat.")], {f"{E} | text | models.Chat"}),
    "field deprecated": (
        [put(CHAT, "properties", "title", "deprecated", to=True)],
        {f"{A} | deprecation | models.Chat.title"},
    ),
    "model renamed": ([schema("Chat", "Room")], {f"{R} | model | models.Chat"}),
    "enum renamed": ([schema("ChatType", "RoomType")], {f"{B} | model | models.ChatType"}),
    "model added": (
        [put("/components", "schemas", "Label", to={"type": "object", "properties": {"id": TEXT}})],
        {f"{A} | model | models.Label"},
    ),
    "model removed": (
        [remove(CHAT, "properties", "reminder"), remove(REQUEST, "properties", "reminder"), remove("#Reminder")],
        {
            f"{B} | model | models.Reminder",
            f"{R} | field | models.Chat.reminder",
            f"{C} | request field | beeper.chats.create(reminder=)",
        },
    ),
    "model becomes an enum": (
        [put("/components", "schemas", "Error", to={"type": "string", "enum": ["no"]})],
        {f"{R} | model | models.Error"},
    ),
    "unknown keyword": (
        [put(CHAT, "properties", "extra", "propertyNames", to={"maxLength": 3})],
        {f"{R} | keyword | models.Chat.extra"},
    ),
    "unknown extension": ([put(CHAT, "properties", "extra", "x-order", to=3)], {f"{E} | keyword | models.Chat.extra"}),
}
