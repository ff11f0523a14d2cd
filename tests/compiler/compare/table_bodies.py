"""Edits of request bodies, and of models on both sides: one per kind of change, and its class."""

from __future__ import annotations

from tests.compiler.compare.edits import add, less, put, remove, schema
from tests.compiler.compare.vocabulary import CREATE, REF, REQUEST, TEXT, A, B, C, E, R, Table, name

EDITS: Table = {
    # Request bodies: their fields are keywords
    "request field added": (
        [put(REQUEST, "properties", "text", to=TEXT)],
        {f"{A} | request field | beeper.chats.create(text=)"},
    ),
    "required request field added": (
        [put(REQUEST, "properties", "text", to=TEXT), add(REQUEST, "required", value="text")],
        {f"{C} | request field | beeper.chats.create(text=)"},
    ),
    "request field with one possible text added": (
        [put(REQUEST, "properties", "mode", to={"const": "x"}), add(REQUEST, "required", value="mode")],
        {f"{A} | request field | beeper.chats.create(mode=)"},
    ),
    "request field removed": (
        [remove(REQUEST, "properties", "title")],
        {f"{C} | request field | beeper.chats.create(title=)"},
    ),
    "request field renamed": (
        [name(REQUEST, "title", "chatTitle")],
        {f"{C} | request field | beeper.chats.create(title=)"},
    ),
    "request field required": (
        [add(REQUEST, "required", value="title")],
        {f"{C} | requiredness | beeper.chats.create(title=)"},
    ),
    "request field optional": (
        [less(REQUEST, "required", value="accountID")],
        {f"{A} | requiredness | beeper.chats.create(account_id=)"},
    ),
    "request field takes null": (  # a trap: None was as good as nothing
        [put(REQUEST, "properties", "title", "type", to=["string", "null"])],
        {f"{A} | nullability | beeper.chats.create(title=)", f"{C} | nullability | beeper.chats.create(title=)"},
    ),
    "request field refuses null": (
        [put(REQUEST, "properties", "expiry", "type", to="integer")],
        {f"{C} | nullability | beeper.chats.create(expiry=)"},
    ),
    "request field is a date": (
        [put(REQUEST, "properties", "title", "format", to="date-time")],
        {f"{C} | type | beeper.chats.create(title=)"},
    ),
    "request field with another format": (
        [put(REQUEST, "properties", "title", "format", to="byte")],
        {f"{E} | text | beeper.chats.create(title=)"},
    ),
    "body optional": (
        [put(CREATE, "requestBody", "required", to=False)],
        {f"{A} | requiredness | beeper.chats.create(account_id=)", f"{A} | requiredness | beeper.chats.create(type=)"},
    ),
    "body of another kind": (
        [
            put(
                CREATE,
                "requestBody",
                "content",
                to={"multipart/form-data": {"schema": {"$ref": f"{REF}ChatCreateRequest"}}},
            )
        ],
        {f"{C} | body | beeper.chats.create"},
    ),
    "body schema renamed": (
        [schema("ChatCreateRequest", "NewChat")],
        {f"{C} | model | models.ChatCreateRequest"},
    ),
    # Models on both sides
    "required field of a shared model added": (
        [put("#Reminder", "properties", "by", to=TEXT), add("#Reminder", "required", value="by")],
        {f"{C} | field | models.Reminder.by"},
    ),
    "field of a shared model removed": (
        [remove("#Reminder", "properties", "note")],
        {f"{B} | field | models.Reminder.note"},
    ),
    "field of a shared model required": (
        [add("#Reminder", "required", value="note")],
        {f"{C} | requiredness | models.Reminder.note"},
    ),
    "field of a shared model optional": (
        [less("#Reminder", "required", value="remindAt")],
        {f"{R} | requiredness | models.Reminder.remind_at"},
    ),
    "limit of a shared model": (
        [put("#Reminder", "properties", "note", "maxLength", to=10)],
        {f"{C} | range | models.Reminder.note"},
    ),
    "enum value of a shared enum added": (
        [add("#ChatType", "enum", value="space")],
        {f"{A} | enum value | models.ChatType"},
    ),
    "enum value of a shared enum removed": (
        [less("#ChatType", "enum", value="group")],
        {f"{C} | enum value | models.ChatType"},
    ),
}
