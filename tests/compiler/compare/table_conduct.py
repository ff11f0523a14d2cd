"""Edits of results, statuses, effects, rights, unions and of the document: one per kind of change, and its class."""

from __future__ import annotations

from tests.compiler.compare.edits import MINI, add, find, less, put, remove
from tests.compiler.compare.vocabulary import (
    ARCHIVE,
    CHAT,
    CREATE,
    LIST,
    REF,
    A,
    B,
    C,
    E,
    R,
    Table,
    served_elsewhere,
    unpaged,
)

EDITS: Table = {
    # Results and statuses
    "result of another model": (
        [put(CREATE, "responses", "200", "content", "application/json", "schema", to={"$ref": f"{REF}User"})],
        {f"{R} | type | beeper.chats.create"},
    ),
    "result where there was none": (
        [
            remove(ARCHIVE, "responses", "204"),
            put(ARCHIVE, "responses", "200", to=find(MINI, [CREATE, "responses", "200"])),
        ],
        {f"{A} | result | beeper.chats.archive", f"{A} | status | beeper.chats.archive"},
    ),
    "no result any more": (
        [remove(CREATE, "responses", "200"), put(CREATE, "responses", "204", to={"description": "Done."})],
        {f"{R} | result | beeper.chats.create", f"{A} | status | beeper.chats.create"},
    ),
    "result cannot be relied on": (
        [put(CREATE, "responses", "204", to={"description": "Done."})],
        {f"{R} | result | beeper.chats.create", f"{A} | status | beeper.chats.create"},
    ),
    "error status added": (
        [put(LIST, "responses", "409", to={"description": "Not now."})],
        {f"{A} | status | beeper.chats.list"},
    ),
    "error status removed": ([remove(LIST, "responses", "404")], {f"{E} | status | beeper.chats.list"}),
    "error of another shape": (
        [
            put(
                "/components",
                "responses",
                "NotFound",
                "content",
                "application/json",
                "schema",
                to={"$ref": f"{REF}User"},
            )
        ],
        {f"{R} | type | responses.NotFound", f"{E} | text | openapi.yaml"},
    ),
    "header removed": ([remove(LIST, "responses", "200", "headers")], {f"{R} | header | beeper.chats.list"}),
    # How calls behave
    "read becomes once": ([put(LIST, "x-beeper-effect", to="once")], {f"{C} | effect | beeper.chats.list"}),
    "read becomes idempotent": ([put(LIST, "x-beeper-effect", to="idempotent")], {f"{C} | effect | beeper.chats.list"}),
    "idempotent becomes once": ([put(ARCHIVE, "x-beeper-effect", to="once")], {f"{C} | effect | beeper.chats.archive"}),
    "once becomes idempotent": (
        [put(CREATE, "x-beeper-effect", to="idempotent")],
        {f"{A} | effect | beeper.chats.create"},
    ),
    "once becomes read": ([put(CREATE, "x-beeper-effect", to="read")], {f"{A} | effect | beeper.chats.create"}),
    "pages no longer walked": ([unpaged], {f"{B} | pagination | beeper.chats.list"}),
    "pages walked by another cursor": (
        [put(LIST, "x-beeper-pagination", "cursor_param", to="from")],
        {f"{C} | pagination | beeper.chats.list"},
    ),
    "order of pages known": (
        [put(LIST, "x-beeper-pagination", "order", to="newest-first")],
        {f"{A} | pagination | beeper.chats.list"},
    ),
    "no retries after a status": (
        [add(ARCHIVE, "x-beeper-final", value=500)],
        {f"{A} | retries | beeper.chats.archive"},
    ),
    "another scope": ([put(LIST, "security", to=[{"bearer": ["write"]}])], {f"{C} | security | beeper.chats.list"}),
    "no token needed": ([put(LIST, "security", to=[])], {f"{A} | security | beeper.chats.list"}),
    "any of two scopes": (
        [put(LIST, "security", to=[{"bearer": ["read"]}, {"bearer": ["write"]}])],
        {f"{A} | security | beeper.chats.list"},
    ),
    "needs a newer app": ([put(LIST, "x-beeper-since", to="4.3.0")], {f"{C} | since | beeper.chats.list"}),
    "older apps have it": ([put(ARCHIVE, "x-beeper-since", to="4.2.99")], {f"{A} | since | beeper.chats.archive"}),
    "gone from an app": ([put(ARCHIVE, "x-beeper-removed", to="5.0.0")], {f"{C} | removed in | beeper.chats.archive"}),
    "field since another app": (
        [put(CHAT, "properties", "lastActivity", "x-beeper-since", to="4.3.0")],
        {f"{E} | since | models.Chat.last_activity"},
    ),
    # Personal data
    "personal mark added": (
        [put(CHAT, "properties", "title", "x-beeper-pii", to="name")],
        {f"{A} | personal data | models.Chat.title"},
    ),
    "personal mark taken away": (
        [remove("#User", "properties", "fullName", "x-beeper-pii")],
        {f"{R} | personal data | models.User.full_name"},
    ),
    "personal mark of an argument taken away": (
        [remove(LIST, "?accountIDs", "x-beeper-pii")],
        {f"{R} | personal data | beeper.chats.list(account_ids=)"},
    ),
    # Unions
    "variant added to an open union": (
        [
            put(
                "/components",
                "schemas",
                "Joined",
                to={"type": "object", "required": ["kind"], "properties": {"kind": {"const": "joined"}}},
            ),
            add("#Event", "oneOf", value={"$ref": f"{REF}Joined"}),
            put("#Event", "discriminator", "mapping", "joined", to=f"{REF}Joined"),
        ],
        {f"{A} | model | models.Joined", f"{A} | variant | models.Event", f"{A} | discriminator | models.Event"},
    ),
    "variant added to a closed union": (
        [add("#Place", "anyOf", value={"$ref": f"{REF}User"})],
        {f"{R} | variant | models.Place"},
    ),
    "union may be null": (
        [add("#Place", "anyOf", value={"type": "null"})],
        {f"{R} | nullability | models.Place"},
    ),
    "variant removed from what is read": (
        [less("#Event", "oneOf", value={"$ref": f"{REF}Left"})],
        {f"{A} | variant | models.Event"},
    ),
    "variant added to what is sent": (
        [add("#Target", "anyOf", value={"$ref": f"{REF}User"})],
        {f"{A} | variant | models.Target"},
    ),
    "variant removed from what is sent": (
        [less("#Target", "anyOf", value={"$ref": f"{REF}ByMail"})],
        {f"{C} | variant | models.Target"},
    ),
    "variants told apart by another key": (
        [put("#Event", "discriminator", "propertyName", to="type")],
        {f"{R} | discriminator | models.Event"},
    ),
    "variants in another order": (
        [put("#Event", "oneOf", to=[{"$ref": f"{REF}Left"}, {"$ref": f"{REF}Sent"}])],
        {f"{E} | variant | models.Event"},
    ),
    "constant of a variant": (
        [put("#Sent", "properties", "kind", "const", to="posted")],
        {f"{R} | type | models.Sent.kind"},
    ),
    # The document
    "title of the document": ([put("/info", "title", to="Other")], {f"{E} | text | openapi.yaml"}),
    "server": ([served_elsewhere], {f"{E} | text | openapi.yaml"}),
}
