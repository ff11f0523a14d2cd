"""`sanitize` over every model of the contract, with all there can be in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk import sanitize
from beeper_sdk_client._model import is_list, is_object  # noqa: TID251 - plain JSON, for type checkers
from tests.generated.contract import model, model_names, schemas
from tests.generated.strategies import of_component
from tests.privacy.canaries import WORD, find_canary
from tests.privacy.planted import planted
from tests.sweeps import examples

KEY = "a key of these tests"
NAMES = model_names()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_the_spec_marks_and_nothing_it_does_not_know_survives(name: str) -> None:
    for variant in range(3):
        data = planted(schemas()[name], variant, marked_only=True)
        assert WORD in json.dumps(data)
        made = sanitize(model(name).from_dict(data), key=KEY)
        assert find_canary(json.dumps(made.to_dict(), default=repr)) is None
        assert type(made).from_dict(made.to_dict()) == made


@pytest.mark.parametrize("name", NAMES)
def test_what_a_server_may_send_stays_what_it_is(name: str) -> None:
    kind = model(name)

    # Drawing the examples is most of the time of the 183 models: 1.6 ms each. Small models are in the larger ones too.
    @settings(max_examples=examples(3), deadline=None)
    @given(of_component(name))
    def check(data: Any) -> None:
        value = kind.from_dict(data)
        made = sanitize(value, key=KEY)
        again = sanitize(kind.from_dict(data), key=KEY)
        assert value.to_dict() == data, "the original was changed"
        assert made == again == kind.from_dict(made.to_dict())
        assert _build(made.to_dict()) == _build(data)

    check()


def _build(value: Any) -> Any:
    """What is there, without what it is: kinds of values, and how many there are."""
    if is_object(value):
        return sorted(map(repr, map(_build, value.values())))
    return list(map(_build, value)) if is_list(value) else type(value).__name__


@settings(max_examples=examples(25), deadline=None)
@given(st.lists(of_component("Message"), min_size=2, max_size=4), of_component("Chat"))
def test_equal_ids_become_equal_and_unequal_ones_stay_so(messages: list[Any], chat: Any) -> None:
    decoded = [model("Message").from_dict(message) for message in messages]
    made = sanitize(decoded, key=KEY)
    for name in ("id", "chat_id", "sender_id", "account_id"):
        before = [getattr(message, name) for message in decoded]
        after = [getattr(message, name) for message in made]
        assert [before.index(value) for value in before] == [after.index(value) for value in after]
    room = model("Chat").from_dict(chat)
    assert sanitize({room.to_dict()["id"]: room}, key=KEY).keys() == {sanitize(room, key=KEY).to_dict()["id"]}
