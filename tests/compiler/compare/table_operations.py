"""Edits of operations and their parameters: one per kind of change, and its class."""

from __future__ import annotations

from tests.compiler.compare.edits import add, less, put, remove, route
from tests.compiler.compare.vocabulary import (
    ARCHIVE,
    LIST,
    NEW,
    REF,
    RETRIEVE,
    A,
    C,
    E,
    Table,
    delete_method,
    name,
    parameter,
    path_parameter,
    where,
)

EDITS: Table = {
    # Operations
    "operation added": (
        [put("/paths", "/v1/pin", to={"post": NEW})],
        {f"{A} | operation | beeper.chats.pin"},
    ),
    "operation removed": (
        [remove("/paths", "/v1/chats/{chatID}/archive")],
        {f"{C} | operation | beeper.chats.archive"},
    ),
    "operation renamed": (
        [put(ARCHIVE, "x-beeper-method", to="chats.hide")],
        {f"{C} | operation | beeper.chats.archive"},
    ),
    "operation put into a group": (
        [put(ARCHIVE, "x-beeper-method", to="chats.state.archive")],
        {f"{C} | operation | beeper.chats.archive"},
    ),
    "operation moved": (
        [route("/v1/chats", "/v2/chats")],
        {f"{C} | route | beeper.chats.list", f"{C} | route | beeper.chats.create"},
    ),
    "operation of another method": ([delete_method], {f"{C} | route | beeper.chats.archive"}),
    "operationId only": ([put(LIST, "operationId", to="list")], {f"{E} | text | beeper.chats.list"}),
    "operation deprecated": ([put(LIST, "deprecated", to=True)], {f"{A} | deprecation | beeper.chats.list"}),
    "operation replaced": (
        [put(ARCHIVE, "x-beeper-replaced-by", to="chats.hide")],
        {f"{A} | replacement | beeper.chats.archive"},
    ),
    "operation in another tag": ([put(LIST, "tags", to=["Messages"])], {f"{E} | text | beeper.chats.list"}),
    "summary": ([put(LIST, "summary", to="All chats.")], {f"{E} | text | beeper.chats.list"}),
    # Parameters
    "optional parameter added": (
        [add(LIST, "parameters", value=parameter("labelID"))],
        {f"{A} | parameter | beeper.chats.list(label_id=)"},
    ),
    "required parameter added": (
        [add(LIST, "parameters", value=parameter("labelID", required=True))],
        {f"{C} | parameter | beeper.chats.list(label_id=)"},
    ),
    "parameter removed": ([remove(LIST, "?limit")], {f"{C} | parameter | beeper.chats.list(limit=)"}),
    "parameter renamed": ([name(LIST, "limit", "pageLimit")], {f"{C} | parameter | beeper.chats.list(limit=)"}),
    "parameter renamed on the wire only": (
        [name(LIST, "accountIDs", "accountIds")],
        {f"{C} | parameter | beeper.chats.list(account_ids=)"},
    ),
    "path parameter renamed": (
        [path_parameter],
        {
            f"{C} | parameter | beeper.chats.retrieve(chat_id=)",
            f"{C} | parameter | beeper.chats.archive(chat_id=)",
            f"{E} | text | openapi.yaml",
        },
    ),
    "parameter required": (
        [put(LIST, "?cursor", "required", to=True)],
        {f"{C} | requiredness | beeper.chats.list(cursor=)"},
    ),
    "parameter optional": (
        [put(LIST, "?sort", "required", to=False)],
        {f"{A} | requiredness | beeper.chats.list(sort=)"},
    ),
    "the same in other words": (
        [put(LIST, "?cursor", "required", to=False)],
        {f"{E} | text | openapi.yaml"},
    ),
    "parameter of another type": (
        [put(LIST, "?cursor", "schema", "type", to="integer")],
        {f"{C} | type | beeper.chats.list(cursor=)"},
    ),
    "parameter takes more types": (
        [put(LIST, "?cursor", "schema", "type", to=["string", "integer"])],
        {f"{A} | type | beeper.chats.list(cursor=)"},
    ),
    "parameter takes numbers": (
        [put(LIST, "?limit", "schema", "type", to="number")],
        {f"{A} | type | beeper.chats.list(limit=)"},
    ),
    "items of a parameter": (
        [put(LIST, "?accountIDs", "schema", "items", "type", to="integer")],
        {f"{C} | type | beeper.chats.list(account_ids=)"},
    ),
    "enum of a parameter spelled out": (
        [put(LIST, "?direction", "schema", to={"type": "string"})],
        {f"{A} | type | beeper.chats.list(direction=)"},
    ),
    "text parameter becomes an enum": (
        [put(LIST, "?cursor", "schema", to={"$ref": f"{REF}Direction"})],
        {f"{C} | type | beeper.chats.list(cursor=)"},
    ),
    "default changed": (
        [put(LIST, "?limit", "schema", "default", to=50)],
        {f"{C} | default | beeper.chats.list(limit=)"},
    ),
    "default written down": (
        [put(LIST, "?cursor", "schema", "default", to="")],
        {f"{E} | default | beeper.chats.list(cursor=)"},
    ),
    "default not written down": (
        [remove(LIST, "?limit", "schema", "default")],
        {f"{E} | default | beeper.chats.list(limit=)"},
    ),
    "maximum lowered": (
        [put(LIST, "?limit", "schema", "maximum", to=20)],
        {f"{C} | range | beeper.chats.list(limit=)"},
    ),
    "maximum raised": (
        [put(LIST, "?limit", "schema", "maximum", to=500)],
        {f"{A} | range | beeper.chats.list(limit=)"},
    ),
    "maximum gone": ([remove(LIST, "?limit", "schema", "maximum")], {f"{A} | range | beeper.chats.list(limit=)"}),
    "minimum raised": ([put(LIST, "?limit", "schema", "minimum", to=2)], {f"{C} | range | beeper.chats.list(limit=)"}),
    "length of items": (
        [put(LIST, "?accountIDs", "schema", "items", "minLength", to=5)],
        {f"{C} | range | beeper.chats.list(account_ids=)"},
    ),
    "pattern added": (
        [put(LIST, "?cursor", "schema", "pattern", to="^a")],
        {f"{C} | range | beeper.chats.list(cursor=)"},
    ),
    "enum value of a parameter removed": (
        [less(LIST, "?sort", "schema", "enum", value="date")],
        {f"{C} | enum value | beeper.chats.list(sort=)"},
    ),
    "enum value of a parameter added": (
        [add(LIST, "?sort", "schema", "enum", value="unread")],
        {f"{A} | enum value | beeper.chats.list(sort=)"},
    ),
    "enum values in another order": (
        [put("#Direction", "enum", to=["after", "before"])],
        {f"{E} | enum value | models.Direction"},
    ),
    "parameter sent elsewhere": ([where("limit", "header")], {f"{C} | location | beeper.chats.list(limit=)"}),
    "parameter sent in another style": (
        [put(LIST, "?accountIDs", "explode", to=False)],
        {f"{C} | location | beeper.chats.list(account_ids=)"},
    ),
    "parameter deprecated": (
        [put(LIST, "?sort", "deprecated", to=True)],
        {f"{A} | deprecation | beeper.chats.list(sort=)"},
    ),
    "parameter described": (
        [put(LIST, "?sort", "description", to="Other words.")],
        {f"{E} | text | beeper.chats.list(sort=)"},
    ),
    "parameter may be null": (
        [put(LIST, "?cursor", "schema", "type", to=["string", "null"])],
        {f"{A} | nullability | beeper.chats.list(cursor=)"},
    ),
    "parameter may not be null": (
        [put(RETRIEVE, "?maxCount", "schema", "type", to="integer")],
        {f"{C} | nullability | beeper.chats.retrieve(max_count=)"},
    ),
}
