"""What the tables of edits are written with."""

from __future__ import annotations

from typing import TypeAlias

from tests.compiler.compare.edits import Document, Edit, find, put, route

Table: TypeAlias = dict[str, tuple[list[Edit], set[str]]]
"""Kind of change -> the edits, and ``class | kind | name`` of all that must be reported."""

TEXT = {"type": "string", "description": "New."}
REF = "#/components/schemas/"
NEW: Document = {
    "operationId": "chats_pin",
    "x-beeper-method": "chats.pin",
    "x-beeper-effect": "idempotent",
    "summary": "Pin it.",
    "security": [],
    "responses": {"204": {"description": "Done."}},
}
C, R, A, E = "breaking for callers", "breaking for readers", "additive", "editorial"
B = "breaking for callers and readers"
LIST, CREATE, RETRIEVE, ARCHIVE = "chats.list", "chats.create", "chats.retrieve", "chats.archive"
REQUEST, CHAT = "#ChatCreateRequest", "#Chat"


def parameter(name: str, **more: object) -> dict[str, object]:
    return {"name": name, "in": "query", "description": f"About {name}.", "schema": {"type": "string"}, **more}


def name(what: str, old: str, new: str) -> Edit:
    """Another name for a parameter or a field."""

    def edit(document: Document) -> None:
        if what.startswith("#"):
            raw = find(document, [what])
            raw["properties"] = {new if key == old else key: value for key, value in raw["properties"].items()}
            raw["required"] = [new if key == old else key for key in raw.get("required", [])]
        else:
            find(document, [what, f"?{old}"])["name"] = new

    return edit


def where(parameter: str, location: str) -> Edit:
    return put(LIST, f"?{parameter}", "in", to=location)


def path_parameter(document: Document) -> None:
    find(document, ["/components", "parameters", "ChatID"])["name"] = "roomID"
    for old in [path for path in document["paths"] if "{chatID}" in path]:
        route(old, old.replace("chatID", "roomID"))(document)


def unpaged(document: Document) -> None:
    del find(document, [LIST])["x-beeper-pagination"]


def delete_method(document: Document) -> None:
    item = document["paths"]["/v1/chats/{chatID}/archive"]
    item["put"] = item.pop("post")


def served_elsewhere(document: Document) -> None:
    document["servers"] = [{"url": "http://127.0.0.1:1"}]
