"""Numbers that no float or JSON document can hold are refused by the name of the argument, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.scripted_server import Kind, Script, answer, call

LARGE = [10**400, -(10**400), 10**5000]


@pytest.mark.parametrize("number", LARGE, ids=["400", "-400", "5000"])
def test_a_number_that_is_too_large(kind: Kind, number: int) -> None:
    server = Script(answer({}))
    acts: tuple[Callable[[Any], Any], ...] = (
        lambda beeper: beeper.chats.update("!a:b", message_expiry_seconds=number),
        lambda beeper: beeper.messages.search(query="x", limit=number).first(),
    )
    for act in acts:
        with pytest.raises(ValueError, match=r"^(message_expiry_seconds|limit) "):
            call(kind, server, act)
    assert server.count == 0


CYCLE: dict[str, Any] = {}
CYCLE["again"] = CYCLE


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (float("nan"), ValueError),
        (float("inf"), ValueError),
        (10**5000, ValueError),
        (CYCLE, ValueError),
        (Decimal(1), TypeError),
        (b"x", TypeError),
    ],
    ids=["nan", "inf", "int", "cycle", "decimal", "bytes"],
)
def test_a_body_of_any_shape_is_json(kind: Kind, value: Any, error: type[Exception]) -> None:
    server = Script(answer({}))
    with pytest.raises(error, match=r"^body must "):
        call(kind, server, lambda beeper: beeper.matrix.create_room(body={"a": [value]}))
    assert server.count == 0
