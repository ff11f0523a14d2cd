"""Measures decoding a page of 200 messages: this SDK, the official SDK, the unmodified generator's client, msgspec.

Run as a module, it measures them in alternating rounds and prints the best time of each, per message.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from time import perf_counter
from typing import TYPE_CHECKING, Any

from scripts.bench import report, sample
from scripts.bench.environment import Place, optional

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 25
LOOPS = 8
WARM = {"MALLOC_TRIM_THRESHOLD_": "100000000", "MALLOC_MMAP_THRESHOLD_": "100000000"}
"""Keeps freed memory, as in a long-running program; otherwise glibc requests the 500 kB of each call again."""
WITHOUT_ORJSON = {"BENCH_WITHOUT_ORJSON": "1"}


def rows(place: Place) -> list[report.Row]:
    """Measure twice: with the standard library's JSON, and with orjson."""
    plain = place.measure("decode", **WARM, **WITHOUT_ORJSON)
    fast = place.measure("decode", **WARM)
    what = "decode a message"
    return [
        *report.faster(what, plain, "ours", "official", ">= 18"),
        *report.faster(f"{what}, only text", plain, "ours, only text", "official, only text", ">= 18"),
        *report.compare(what, plain, "ours", "limit", "<= 5"),
        *report.compare(f"{what}, only text", plain, "ours, only text", "limit, only text", "<= 5"),
        *report.compare(f"{what}, orjson", fast, "ours", "limit", "<= 3.75"),
        *report.compare(f"{what} with an unknown field", plain, "ours, unknown field", "limit", "<= 6.5"),
        *report.faster(what, plain, "ours", "stock"),
    ]


def contestants() -> dict[str, Callable[[], object]]:
    """The decoders that are installed, by name."""
    page, unknown, text = sample.page(), sample.page(unknown=True), sample.page(only_text=True)
    found: dict[str, Callable[[], object]] = {"ours": ours(page), "ours, unknown field": ours(unknown)}
    found["ours, only text"] = ours(text)
    if models := optional("beeper_desktop_api._models"):
        found["official"] = official(models, page)
        found["official, only text"] = official(models, text)
    if stock := optional("stock_client.models"):
        found["stock"] = lambda: stock.MessagePage.from_dict(json.loads(page))
    if msgspec := optional("msgspec"):
        decoder = limit(msgspec)
        found["limit"] = lambda: decoder.decode(page)
        found["limit, only text"] = lambda: decoder.decode(text)
    return found


def ours(page: bytes) -> Callable[[], object]:
    """What this SDK does with a response."""
    from beeper_sdk_client import api

    request = api.messages.list(sample.CHAT)
    answer = sample.Answer(page)
    return lambda: request.decode(answer)


def official(models: Any, page: bytes) -> Callable[[], object]:
    """What the official SDK does to decode a response, without the rest of a call."""
    kind: Any = optional("beeper_desktop_api.pagination").SyncCursorNoLimit
    cast_to = kind[optional("beeper_desktop_api.types.shared").Message]
    return lambda: models.construct_type(type_=cast_to, value=json.loads(page))


def limit(msgspec: Any) -> Any:
    """Structs decoded by compiled code (msgspec), as a lower bound. They keep no unknown fields and no nulls."""
    from datetime import datetime

    def struct(name: str, required: str, **others: Any) -> Any:
        fields: list[Any] = [(field, str) for field in required.split()]
        return msgspec.defstruct(name, [*fields, *((field, kind, None) for field, kind in others.items())])

    def many(kind: Any) -> Any:
        return list.__class_getitem__(kind) | None

    text, number, flag, when = str | None, float | None, bool | None, datetime | None
    size = struct("Size", "", width=number, height=number)
    names = dict.fromkeys(("id", "srcURL", "mimeType", "fileName"), text)
    attachment = struct("Attachment", "type", **names, fileSize=number, isGif=flag, size=size | None)
    reaction = struct("Reaction", "id reactionKey participantID", emoji=flag)
    message = struct(
        "Message",
        "id chatID accountID senderID sortKey",
        timestamp=when,
        editedTimestamp=when,
        **dict.fromkeys(("senderName", "type", "text", "linkedMessageID"), text),
        isSender=flag,
        isUnread=flag,
        attachments=many(attachment),
        mentions=many(str),
        links=many(struct("Link", "url title", summary=text)),
        reactions=many(reaction),
        seen=bool | dict[str, bool | datetime] | None,
    )
    return msgspec.json.Decoder(struct("Page", "", items=many(message), hasMore=flag))


def best(found: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The best time of each, measured in alternating rounds, so that other load affects all of them equally."""
    times = dict.fromkeys(found, float("inf"))
    for call in found.values():
        call()
    gc.collect()
    gc.disable()
    for _ in range(ROUNDS):
        for name, call in found.items():
            started = perf_counter()
            for _ in range(LOOPS):
                call()
            times[name] = min(times[name], perf_counter() - started)
            gc.collect()
    return {name: time / LOOPS / sample.COUNT for name, time in times.items()}


def without_orjson() -> None:
    """Simulate an environment without the extra `fast`, if the environment variable is set."""
    if os.environ.get("BENCH_WITHOUT_ORJSON"):
        blocked: Any = None
        sys.modules["orjson"] = blocked  # makes its import fail


if __name__ == "__main__":
    without_orjson()
    print(json.dumps(best(contestants())))
