"""Whatever a server sends in the documented structure, newer, older or oddly spelled, comes back unchanged."""

from __future__ import annotations

import json
import pickle
from copy import copy, deepcopy
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk_client import UnknownVariant, _model, api, models
from beeper_sdk_client._model import to_json
from scripts.compiler.spec.schema_types import holds_time
from tests.each import each_of
from tests.generated.contract import copied, example, loader, model, model_names, plan
from tests.generated.strategies import NEW_KEYS, TIMES, of_component
from tests.sweeps import examples

GENERATED = settings.get_profile("generated")
WHEN = datetime(2026, 12, 24, 18, tzinfo=UTC)
SPELLED_OTHERWISE = [
    "2026-08-31T19:41:41+0000",  # as long as our spelling
    "2026-08-31T19:41:41.000+02:00",
    "2026-08-31T19:41:41.000-09:30",
    "2026-08-31T19:41:41.000",
    "2026-08-31T19:41:41.123456Z",
    "2026-08-31T19:41:41.123456789Z",
    "2026-08-31T19:41:41.1Z",
    "2026-08-31T19:41:41Z",
    "2026-08-31T19:41:41,000Z",
    "2026-08-31 19:41:41.000Z",
    "2026-08-31T19:41:41.000z",
    "2026-08-31",
    "2026-W36-1T19:41:41.000Z",
    "2026-W36-1",
    "20260831T194141Z",
    "20260831T194141.000Z",
    "2026-08-31T24:00:00.000Z",
    "2026-08-31T19:41Z",
    "0001-01-01T00:00:00.000+14:00",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999-12:00",
    "1970-01-01T00:00:00.000Z",
]


def exactly(value: Any) -> str:
    """JSON text: unlike ==, it distinguishes 1, 1.0 and true."""
    return json.dumps(value, sort_keys=True)


INSIDE = {inner for name, references in plan().references.items() for inner in references if inner != name}
"""Models that are fields of others: they are read with those too, so half as many examples of each are enough."""


@pytest.mark.parametrize("name", model_names())
def test_every_model_gives_back_what_it_was_made_from(name: str) -> None:
    @settings(GENERATED, max_examples=examples(4 if name in INSIDE else 8))
    @given(of_component(name))
    def check(data: Any) -> None:
        before = exactly(data)
        value = model(name).from_dict(data)
        assert exactly(value.to_dict()) == before
        assert exactly(data) == before, "reading must not change what is read"

    check()


@pytest.mark.parametrize("name", sorted(name for name, union in plan().unions.items() if not holds_time(union)))
def test_every_union_gives_back_what_it_was_made_from(name: str) -> None:
    @settings(GENERATED, max_examples=examples(12))
    @given(of_component(name))
    def check(data: Any) -> None:
        assert exactly(to_json(loader(name)(data))) == exactly(data)

    check()


@each_of(SPELLED_OTHERWISE)
def test_a_timestamp_keeps_its_spelling(spelled: str) -> None:
    data = example("Message") | {"timestamp": spelled, "editedTimestamp": spelled, "seen": {"@bob:x": spelled}}
    message = models.Message.from_dict(data)
    assert message.timestamp.tzinfo is not None
    assert message.to_dict() == data


def test_a_timestamp_without_a_zone_is_utc() -> None:
    message = models.Message.from_dict(example("Message") | {"timestamp": "2026-08-31T19:41:41"})
    assert message.timestamp == datetime(2026, 8, 31, 19, 41, 41, tzinfo=UTC)


@settings(GENERATED, max_examples=examples(20))
@given(TIMES)
def test_setting_a_timestamp_forgets_the_old_spelling(spelled: str) -> None:
    message = models.Message.from_dict(example("Message") | {"timestamp": spelled})
    message.timestamp = WHEN
    assert message.to_dict()["timestamp"] == "2026-12-24T18:00:00.000Z"
    assert models.Message.from_dict(message.to_dict()).timestamp == WHEN


@settings(GENERATED, max_examples=examples(20))
@given(of_component("Chat"), st.sampled_from(["title", "is_muted", "last_activity", "labels"]))
def test_changing_an_attribute_shows_and_leaves_the_rest(data: Any, name: str) -> None:
    values = {
        "title": "New",
        "is_muted": True,
        "last_activity": WHEN,
        "labels": [models.Label.from_dict(example("Label"))],
    }
    chat = models.Chat.from_dict(data)
    setattr(chat, name, values[name])
    wire = {attribute: wire for wire, attribute in chat._ATTRIBUTES.items()}[name]
    assert exactly(chat.to_dict()) == exactly(data | {wire: to_json(values[name])})


@settings(GENERATED, max_examples=examples(15))
@given(of_component("Chat"))
def test_clearing_an_attribute_takes_it_out(data: Any) -> None:
    chat = models.Chat.from_dict(data | {"lastActivity": "2026-08-31", "title": "Old"})
    chat.last_activity = None
    chat.title = None
    assert not {"lastActivity", "title"} & chat.to_dict().keys()


@settings(GENERATED, max_examples=examples(15))
@given(of_component("Message"))
def test_equality_copies_and_pickles_are_by_value(data: Any) -> None:
    message = models.Message.from_dict(data)
    again = models.Message.from_dict(copied(data))
    assert message == again
    for twin in (copy(message), deepcopy(message), pickle.loads(pickle.dumps(message)), message.evolve()):
        assert twin == message
        assert exactly(twin.to_dict()) == exactly(data)
    assert message.evolve(id="another") != message
    assert exactly(message.to_dict()) == exactly(data)


@each_of(model_names())
def test_every_model_pickles_and_copies(name: str) -> None:
    value = model(name).from_dict(example(name) | {"x-new": [1]})
    for twin in (pickle.loads(pickle.dumps(value)), deepcopy(value), copy(value)):
        assert twin == value
        assert twin.to_dict() == example(name) | {"x-new": [1]}


@each_of(model_names())
def test_no_model_is_hashable(name: str) -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(model(name).from_dict(example(name)))


def test_models_of_different_classes_are_not_equal() -> None:
    user, participant = (model(name).from_dict(example("User")) for name in ("User", "Participant"))
    assert user != participant
    assert user != example("User")


@settings(GENERATED, max_examples=examples(8))
@given(NEW_KEYS, of_component("Label"))
def test_unknown_fields_are_kept_and_can_be_read(key: str, inner: Any) -> None:
    chat = models.Chat.from_dict(example("Chat") | {key: inner})
    assert chat.additional_properties == {key: inner}
    chat.additional_properties.clear()  # a copy: nothing happens to the chat
    assert chat.evolve(title="New").to_dict() == example("Chat") | {key: inner, "title": "New"}


def test_explicit_nulls_come_back_and_read_as_none() -> None:
    data = example("Chat") | {"title": None, "draft": None, "labels": None, "lastActivity": None}
    chat = models.Chat.from_dict(data)
    assert (chat.title, chat.draft, chat.labels, chat.last_activity) == (None, None, None, None)
    assert chat.to_dict() == data
    assert chat.additional_properties == {}


def test_evolve_leaves_the_original_and_refuses_what_is_not_there() -> None:
    chat = models.Chat.from_dict(example("Chat"))
    assert chat.evolve(title="New").title == "New"
    assert chat == models.Chat.from_dict(example("Chat"))
    with pytest.raises(TypeError, match="Chat has no attribute 'titel'; its attributes are id, account_id"):
        chat.evolve(titel="New")


def test_an_unknown_variant_keeps_its_data() -> None:
    data = {"type": "telepathy", "stepID": "1", "deeper": {"and": ["deeper"]}}
    login_step = loader("LoginStep")(copied(data))
    assert isinstance(login_step, UnknownVariant)
    assert (login_step.data, login_step.to_dict()) == (data, data)
    for twin in (copy(login_step), deepcopy(login_step), pickle.loads(pickle.dumps(login_step))):
        assert twin == login_step
        assert twin.to_dict() == data
    with pytest.raises(TypeError, match="unhashable"):
        hash(login_step)


def test_an_unknown_enum_value_is_the_value_itself() -> None:
    chat = models.Chat.from_dict(example("Chat") | {"type": "channel"})
    assert chat.type == "channel"
    assert chat.to_dict()["type"] == "channel"


def test_a_model_made_by_hand_is_the_one_that_was_read() -> None:
    made = models.Label(
        **{name: getattr(models.Label.from_dict(example("Label")), name) for name in models.Label._ATTRIBUTES.values()}
    )
    assert made == models.Label.from_dict(example("Label"))
    assert made.to_dict() == example("Label")


def test_any_mapping_can_be_decoded() -> None:
    for name in ("Message", "Account", "AssetUploadResult"):
        data = example(name)
        assert model(name).from_dict(MappingProxyType(data)).to_dict() == data


@settings(GENERATED, max_examples=examples(30))
@given(of_component("Message"), st.data())
def test_messages_are_equal_if_their_json_is(data: Any, draw: st.DataObject) -> None:
    one, other = models.Message.from_dict(data), models.Message.from_dict(copied(data))
    for name in draw.draw(st.lists(st.sampled_from(sorted(models.Message._ATTRIBUTES.values())), max_size=2)):
        values = (None, 0, 1.0, True, "x", float("nan"), [1], {"k": None}, WHEN, WHEN + timedelta(microseconds=400))
        other = other.evolve(**{name: draw.draw(st.sampled_from(values))})
        assert (one == other) is (one.to_dict() == other.to_dict())
        assert (other == one) is (one == other)


def test_a_copy_of_an_own_subclass_keeps_its_own_attributes() -> None:
    class Noted(models.Chat):
        note: str

    chat = Noted.from_dict(example("Chat"))
    chat.note = "mine"
    assert chat.evolve(title="New").note == "mine"


def test_changing_a_message_changes_no_other_with_the_same_nulls() -> None:
    one, other = (models.Message.from_dict(example("Message") | {"text": None, "links": None}) for _ in range(2))
    one.text = "Hi"
    assert (one.to_dict()["text"], other.to_dict()["text"]) == ("Hi", None)
    assert one.additional_properties == other.additional_properties == {}


def test_reading_leaves_no_id_behind() -> None:
    page = {"items": [example("Message") | {"chatID": "!1"}, example("Message") | {"chatID": "!1"}], "hasMore": False}
    first, second = models.MessagePage.from_dict(page).items
    assert first.chat_id is second.chat_id
    models.Message.from_dict({"chatID": "!2", "id": "1"})  # incomplete, so it is read in another way
    assert _model._shared == {}


class Page:
    """A response."""

    def __init__(self, items: list[Any]) -> None:
        self.status_code = 200
        self.headers: dict[str, str] = {}
        self.content = json.dumps({"items": items, "hasMore": False}).encode()


@pytest.mark.parametrize("broken", [7, None, {"id": "1"}, {**example("Message"), "timestamp": 7}], ids=repr)
def test_a_page_with_a_broken_item_has_all_the_others(broken: Any) -> None:
    items = [example("Message") | {"id": "1"}, broken, example("Message") | {"id": "3"}]
    page = api.messages.list("!1").decode(Page(items))
    assert type(page.items) is list
    assert [page.items[0].id, page.items[2].id] == ["1", "3"]
    assert page.to_dict()["items"] == items
