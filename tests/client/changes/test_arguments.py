"""Wrong arguments are errors before anything is sent or opened."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from beeper_sdk import Beeper
from tests.each import each_of

WRONG: list[tuple[str, dict[str, Any], type[Exception]]] = [
    ("start must", {"start": "yesterday"}, ValueError),
    ("start must", {"start": datetime(2026, 1, 1)}, ValueError),  # noqa: DTZ001 - that is what is wrong
    ("chats must", {"chats": 5}, TypeError),
    ("chats must", {"chats": [""]}, ValueError),
    ("accounts must", {"accounts": [None]}, TypeError),
    ("networks must", {"networks": " "}, ValueError),
    ("include must", {"include": "edits"}, TypeError),
    ("include must", {"include": {"edit"}}, ValueError),
    ("own must", {"own": "mine"}, ValueError),
    ("reconcile must", {"reconcile": 5}, TypeError),
    ("reconcile must", {"reconcile": timedelta(-1)}, ValueError),
    ("live must", {"live": "no"}, TypeError),
    ("poll_every must", {"poll_every": 0}, ValueError),
    ("sweep_every must", {"sweep_every": "60"}, ValueError),
]


@each_of(WRONG)
def test_a_wrong_argument_is_named(message: str, arguments: dict[str, Any], kind: type[Exception]) -> None:
    with Beeper("t", base_url="http://127.0.0.1:9") as beeper, pytest.raises(kind, match=message):
        beeper.changes("never-opened.json", **arguments)


@each_of([5, None, object(), b"position.json"])
def test_a_position_of_another_type(position: Any) -> None:
    with Beeper("t", base_url="http://127.0.0.1:9") as beeper, pytest.raises(TypeError, match="position must"):
        beeper.changes(position)
