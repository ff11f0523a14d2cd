"""Measures what programs do with decoded messages: `==`, a changed copy, and writing them as JSON."""

from __future__ import annotations

import json
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from scripts.bench import app_sample, report, sample
from scripts.bench.contest import WITHOUT_EXTRAS, Contest, Times, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scripts.bench.environment import Place

ROUNDS, LOOPS = 20, 20
WORK = {
    "==": "<= 1.6",
    "a changed copy": "",
    "to a dictionary": "<= 0.9",
    "to JSON text": "",
}
SAMPLES: Mapping[str, Callable[[int], dict[str, Any]]] = {
    "as the app sends": app_sample.message,
    "sample": sample.message,
}


def rows(place: Place) -> list[report.Row]:
    """Compare with the official SDK, per message."""
    times = place.measure("models", WITHOUT_EXTRAS)
    return [
        report.compare(
            f"message {which}: {work}",
            times,
            f"{which}, {work}, ours",
            f"{which}, {work}, official",
            budget,
            label="official",
            many=1 / app_sample.PAGE_SIZE,
        )
        for which in SAMPLES
        for work, budget in WORK.items()
    ]


def measure(kind: str) -> Times:
    """One contest for each kind of work, on twenty messages."""
    del kind
    times = Times()
    for which, message in SAMPLES.items():
        for work in WORK:
            contest = Contest()
            for name, use in USES.items():
                contest.add(f"{which}, {work}, {name}", partial(prepared, use, message, work))
            times += contest.measure(ROUNDS, LOOPS)
    return times


def prepared(
    use: Callable[[dict[str, Any], str], Callable[[], object]], message: Callable[[int], dict[str, Any]], work: str
) -> Callable[[int], object]:
    """What does the work with each of the messages."""
    calls = [use(message(number), work) for number in range(app_sample.PAGE_SIZE)]

    def each() -> None:
        for call in calls:
            call()

    return repeated(each)


def ours(data: dict[str, Any], work: str) -> Callable[[], object]:
    """This SDK."""
    from beeper_sdk import models

    message, other = models.Message.from_dict(data), models.Message.from_dict(data)
    return {
        "==": lambda: message == other,
        "a changed copy": lambda: message.evolve(text="changed"),
        "to a dictionary": message.to_dict,
        "to JSON text": lambda: json.dumps(message.to_dict()),
    }[work]


def official(data: dict[str, Any], work: str) -> Callable[[], object]:
    """The official SDK. Its dictionaries contain JSON too: `mode="json"`."""
    construct = import_module("beeper_desktop_api._models").construct_type
    kind = import_module("beeper_desktop_api.types.shared").Message
    message, other = construct(type_=kind, value=data), construct(type_=kind, value=data)
    return {
        "==": lambda: message == other,
        "a changed copy": lambda: message.model_copy(update={"text": "changed"}),
        "to a dictionary": lambda: message.to_dict(mode="json"),
        "to JSON text": lambda: message.to_json(indent=None),
    }[work]


USES = {"ours": ours, "official": official}
