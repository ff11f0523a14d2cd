"""Generated methods write models as the names of the attributes say, whatever these hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk._core.util.override import override
from beeper_sdk_client import models
from beeper_sdk_client._model import plain_json
from beeper_sdk_client._times import format_time
from tests.each import each_of
from tests.generated.contract import example, model, model_names
from tests.generated.strategies import of_component
from tests.sweeps import examples

GENERATED = settings.get_profile("generated")


class Color(StrEnum):
    """A text of another class."""

    RED = "red"


SIZE = models.Dimensions(width=1, height=2.0)
WHEN = datetime(2026, 3, 29, 2, 30, 0, 1999, tzinfo=timezone(timedelta(hours=5, minutes=30)))
ANY_VALUE: list[Any] = [
    *(None, "x", Color.RED, True, False, 0, 10**30, 1.5, -0.0, [], {}, WHEN, SIZE, (1, WHEN), b"x"),
    *([SIZE, WHEN, "x", None, [SIZE]], {"k": WHEN, "l": {"m": SIZE}}, models.User.from_dict({"id": 3})),
]
"""What an attribute can be set to."""


@each_of(name for name in model_names() if "_json" in vars(model(name)))
def test_generated_methods_write_what_the_attributes_say(name: str) -> None:
    @settings(GENERATED, max_examples=examples(4))
    @given(of_component(name), st.data())
    def check(data: Any, draw: st.DataObject) -> None:
        value = model(name).from_dict(data)
        assert repr(value._json()) == repr(plain_json(value)), "equal, in the same order, of the same types"
        for changed in draw.draw(st.lists(st.sampled_from([*value._ATTRIBUTES.values()]), max_size=3)):
            setattr(value, changed, draw.draw(st.sampled_from(ANY_VALUE)))
        assert repr(value._json()) == repr(plain_json(value))

    check()


def test_the_models_that_programs_read_most_have_generated_methods() -> None:
    for name in ("Message", "Chat", "User", "Attachment", "Reaction", "MessagePage"):
        assert "_json" in vars(model(name)), name


def test_a_class_of_the_user_is_written_by_its_own_method() -> None:
    class Noted(models.Reaction):
        @override
        def to_dict(self) -> dict[str, Any]:
            return {"noted": self.id}

    message = models.Message.from_dict(example("Message") | {"sendStatus": None})
    message.reactions = [Noted.from_dict(example("Reaction") | {"id": "1"})]
    assert message.to_dict()["reactions"] == [{"noted": "1"}]


@settings(GENERATED, max_examples=examples(40))
@given(st.datetimes())
def test_a_timestamp_has_the_format_of_the_server(at: datetime) -> None:
    assert format_time(at.replace(tzinfo=UTC)) == at.isoformat(timespec="milliseconds") + "Z"
