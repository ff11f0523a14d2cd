"""Measures decoding, per message: pages as the app sends them, and pages without what is empty; one message, chats."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from scripts.bench import app_sample, limit, report, sample
from scripts.bench.contest import FAST, WITHOUT_EXTRAS, Contest, Times, repeated

if TYPE_CHECKING:
    from collections.abc import Callable

    from scripts.bench.environment import Place

ROUNDS = 15


@dataclass(frozen=True)
class Document:
    """A response, how many items it has, and how much faster than the official SDK it must be decoded."""

    name: str
    data: bytes
    items: int = 1
    operation: str = "messages.list"
    json_budget: str = ""
    orjson_budget: str = ""
    loads_budget: str = ""
    """How long decoding may take relative to `json.loads` alone."""


def documents() -> list[Document]:
    """All that are decoded."""
    size, count = app_sample.PAGE_SIZE, sample.COUNT
    one, app_one = app_sample.compact(sample.message(1)), app_sample.compact(app_sample.message(1))
    return [
        Document("as the app sends", app_sample.page(size), size, "messages.list", ">= 12", ">= 15", "<= 2.2"),
        Document("sample", sample.page(), count, "messages.list", ">= 15", ">= 20", "<= 2.2"),
        Document("every key, many nulls", app_sample.page(size, app_sample.every_key), size),
        Document("text only", sample.page(only_text=True), count, "messages.list", ">= 21"),
        Document("an unknown field", sample.page(unknown=True), count),
        Document("one message", one, 1, "messages.retrieve", ">= 8"),
        Document("one message as the app sends", app_one, 1, "messages.retrieve"),
        Document("chats as the app sends", app_sample.chats(), size, "chats.list"),
    ]


def rows(place: Place) -> list[report.Row]:
    """Measure twice: with the standard library's JSON, and with orjson."""
    plain, fast = place.measure("decode", WITHOUT_EXTRAS), place.measure("decode", FAST)
    made: list[report.Row] = []
    for document in documents():
        made += compared(document, plain, "json", document.json_budget)
        made += compared(document, fast, "orjson", document.orjson_budget)
    return made


def compared(document: Document, times: Times, reader: str, budget: str) -> list[report.Row]:
    """The rows of a document: the official SDK, the limit, and the JSON alone."""
    what, ours, many = f"decode {document.name}, {reader}", f"{document.name}, ours", 1 / document.items

    def row(other: str, budget: str = "", make: Callable[..., report.Row] = report.compare) -> report.Row:
        return make(what, times, ours, f"{document.name}, {other}", budget, label=other, many=many)

    made = [row("official", budget, report.faster), row("msgspec Structs")]
    if reader == "json":
        made.append(row("json.loads", document.loads_budget))
    return made if document.operation == "messages.list" else made[:1]


def measure(kind: str) -> Times:
    """One contest for each document."""
    times = Times()
    for document in documents():
        contest = Contest()
        for name, decoder in DECODERS.items():
            if document.operation == "messages.list" or name in ("ours", "official"):
                contest.add(f"{document.name}, {name}", partial(prepared, decoder, document))
        loops = 200 if document.items == 1 else 400 // document.items
        times += contest.measure(ROUNDS if kind == WITHOUT_EXTRAS else ROUNDS - 4, loops)
    return times


def prepared(decoder: Callable[[Document], Callable[[], object]], document: Document) -> Callable[[int], object]:
    """What decodes a document a number of times."""
    return repeated(decoder(document))


def ours(document: Document) -> Callable[[], object]:
    """What this SDK does with a response."""
    from beeper_sdk import api

    requests: dict[str, Any] = {
        "messages.list": lambda: api.messages.list(sample.CHAT),
        "messages.retrieve": lambda: api.messages.retrieve("1343001", chat_id=sample.CHAT),
        "chats.list": api.chats.list,
    }
    request, answer = requests[document.operation](), sample.Answer(document.data)
    return lambda: request.decode(answer)


def official(document: Document) -> Callable[[], object]:
    """What the official SDK does to decode a response, without the rest of a call."""
    types = import_module("beeper_desktop_api.types")
    page: Any = import_module("beeper_desktop_api.pagination").SyncCursorNoLimit
    message = import_module("beeper_desktop_api.types.shared").Message
    construct = import_module("beeper_desktop_api._models").construct_type
    kinds: dict[str, Callable[[], Any]] = {
        "messages.list": lambda: page[message],
        "messages.retrieve": lambda: message,
        "chats.list": lambda: page[types.ChatListResponse],
    }
    kind, data = kinds[document.operation](), document.data
    return lambda: construct(type_=kind, value=json.loads(data))


def structs(document: Document) -> Callable[[], object]:
    """Compiled code, as a limit."""
    decoder, data = limit.decoder(), document.data
    return lambda: decoder.decode(data)


def loads(document: Document) -> Callable[[], object]:
    """The standard library's JSON alone."""
    data = document.data
    return lambda: json.loads(data)


DECODERS = {"ours": ours, "official": official, "msgspec Structs": structs, "json.loads": loads}
