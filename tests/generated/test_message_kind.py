"""`kind` of a message: decided from whatever data there is."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk_client._contract import ENUMS
from beeper_sdk_client.models import Attachment, EditedMessage, Message, MessageKind, V0Message
from tests.generated.strategies import FREE, WORDS
from tests.sweeps import examples

BARE: dict[str, Any] = {
    "id": "1343993",
    "chatID": "!alice:beeper.local",
    "accountID": "local-whatsapp_ba_alice",
    "senderID": "@bob:beeper.local",
    "timestamp": "2026-08-31T19:41:41.000Z",
    "sortKey": "449706228480",
}
FILE, VOICE = {"type": "unknown"}, {"type": "audio", "isVoiceNote": True}
STICKER, GIF = {"type": "img", "isSticker": True}, {"type": "img", "isGif": True}
BY_TYPE = {
    "TEXT": "text",
    "NOTICE": "notice",
    "IMAGE": "media",
    "VIDEO": "media",
    "AUDIO": "media",
    "FILE": "media",
    "VOICE": "voice",
    "STICKER": "sticker",
    "LOCATION": "location",
    "REACTION": "reaction",
}
OWN_NULL: dict[str, Any] = {"type": None, "isSender": True, "text": "Carol left"}
CASES: list[tuple[str, dict[str, Any]]] = [
    # Deleted messages, whatever they were
    ("deleted", {"isDeleted": True}),
    ("deleted", {"isDeleted": True, "type": "REACTION", "isHidden": True, "linkedMessageID": "1"}),
    ("text", {"isDeleted": False, "type": "TEXT"}),
    # A known type, against all appearances
    ("text", {"type": "TEXT"}),
    ("text", {"type": "TEXT", "text": "{{sender}} reacted with 👍", "linkedMessageID": "1", "isHidden": True}),
    ("text", {"type": "TEXT", "text": "geo:52.5,13.4"}),
    ("text", {"type": "text", "attachments": [FILE]}),
    ("reaction", {"type": "REACTION", "text": "{{sender}} reacted with 👍"}),
    ("notice", {"type": "NOTICE", "text": "Carol left"}),
    ("media", {"type": "IMAGE", "text": "https://example.com"}),
    ("media", {"type": "IMAGE", "attachments": []}),
    # Flags of the attachments
    ("voice", {"type": "AUDIO", "attachments": [VOICE]}),
    ("sticker", {"type": "IMAGE", "attachments": [STICKER]}),
    ("media", {"type": "AUDIO", "attachments": [VOICE, FILE]}),
    ("voice", {"type": "VOICE", "attachments": [FILE]}),
    # Attachments without a type
    ("media", {"attachments": [FILE], "text": "See this"}),
    ("media", {"type": None, "isSender": True, "attachments": [GIF], "text": "geo:1,2"}),
    ("voice", {"attachments": [VOICE]}),
    ("sticker", {"attachments": [STICKER, STICKER]}),
    ("media", {"attachments": [STICKER, VOICE]}),
    ("media", {"attachments": [{}]}),
    ("media", {"type": "ALBUM", "attachments": [FILE]}),
    # Types of newer apps
    ("poll", {"type": "POLL", "text": "Friday?"}),
    ("poll", {"type": " Poll "}),
    ("media", {"type": "GIF"}),
    ("text", {"type": "UNKNOWN", "text": "hi"}),
    ("text", {"type": "", "text": "hi"}),
    ("text", {"type": 7, "text": "hi"}),
    ("text", {"type": ["TEXT"], "text": "hi"}),
    # Reactions without a type
    ("reaction", {"isHidden": True, "linkedMessageID": "1", "text": "👍"}),
    ("reaction", {"linkedMessageID": "1", "text": "{{sender}} loved it"}),
    ("reaction", {"text": "{{sender}} reacted with 👍"}),
    ("text", {"linkedMessageID": "1", "text": "👍"}),
    # Notices without a type
    ("notice", {"isHidden": True, "text": "Carol left"}),
    ("notice", {"text": "{{sender}} left"}),
    ("notice", OWN_NULL),
    ("notice", OWN_NULL | {"isHidden": False, "isDeleted": False, "mentions": [], "attachments": []}),
    # Never a notice: what a person may have written
    ("text", {"isSender": True, "text": "Carol left"}),
    ("text", OWN_NULL | {"isSender": False}),
    ("text", {"type": None, "text": "Carol left"}),
    ("text", OWN_NULL | {"linkedMessageID": "1"}),
    ("text", OWN_NULL | {"mentions": ["@carol:beeper.local"]}),
    ("text", OWN_NULL | {"editedTimestamp": "2026-08-31T19:45:00.000Z"}),
    ("text", OWN_NULL | {"seen": True}),
    ("text", OWN_NULL | {"sendStatus": {"status": "SUCCESS", "timestamp": "2026-08-31T19:41:42.000Z"}}),
    ("text", OWN_NULL | {"links": [{"url": "https://example.com", "title": "Example"}]}),
    ("text", OWN_NULL | {"reactions": [{"id": "1", "reactionKey": "👍", "participantID": "@a:b"}]}),
    ("text", OWN_NULL | {"isHidden": None, "isDeleted": None, "attachments": None, "editedTimestamp": None}),
    # The rest
    ("location", {"text": "geo:52.5,13.4"}),
    ("location", {"text": " geo:-52.5,13;u=35 "}),
    ("text", {"text": "geo:52.5,13.4 is where I am"}),
    ("text", {"text": "hi"}),
    ("text", {"links": [{"url": "https://example.com", "title": "Example"}]}),
    ("unknown", {"text": " \n"}),
    ("unknown", {"type": None, "isSender": True}),
    ("unknown", {}),
]


@pytest.mark.parametrize(("kind", "fields"), CASES, ids=[f"{kind}-{fields}" for kind, fields in CASES])
def test_the_kind_follows_from_the_data(kind: str, fields: dict[str, Any]) -> None:
    data = BARE | fields
    message = Message.from_dict(data)
    edited = EditedMessage.from_dict(data | {"messageID": "1343993", "success": True})
    assert (message.kind, edited.kind) == (kind, kind)
    assert message.to_dict() == data
    assert message.evolve(text=message.text).kind == kind


def test_every_type_of_the_spec_has_a_kind() -> None:
    assert {kind: Message.from_dict(BARE | {"type": kind}).kind for kind in ENUMS["MessageType"]} == BY_TYPE
    known, anything = get_args(get_args(MessageKind)[0]), get_args(MessageKind)[1]
    assert anything is str
    assert {*BY_TYPE.values(), "deleted", "unknown"} == {*known}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("text", {"text": "hi", "isSender": True}),
        ("media", {"attachments": [FILE]}),
        ("voice", {"attachments": [VOICE]}),
        ("reaction", {"text": "{{sender}} reacted 👍"}),
        ("location", {"text": "geo:52.5,13.4"}),
        ("unknown", {}),
    ],
)
def test_messages_of_version_0_have_a_kind_without_a_type(kind: str, fields: dict[str, Any]) -> None:
    assert V0Message.from_dict(BARE | {"messageID": "1343993"} | fields).kind == kind


def test_the_kind_follows_changes_of_a_message() -> None:
    message = Message.from_dict(BARE | OWN_NULL)
    assert message.kind == "notice"
    message.type = "TEXT"
    assert message.kind == "text"
    assert message.evolve(type=None, attachments=[Attachment.from_dict(VOICE)]).kind == "voice"
    assert message.evolve(attachments="none", is_deleted="no", text=5, type={}).kind == "unknown"


VALUES: st.SearchStrategy[Any] = st.one_of(
    FREE, st.sampled_from([True, None, "TEXT", "audio", "{{sender}} left", "geo:1,2", [FILE, None], [STICKER], [[]]])
)
MESSAGES = st.fixed_dictionaries(
    {}, optional=dict.fromkeys((*Message._ATTRIBUTES, "messageID"), VALUES) | {"x-new": WORDS}
)


@settings(max_examples=examples(150))
@given(MESSAGES)
def test_whatever_can_be_read_has_a_kind(fields: dict[str, Any]) -> None:
    for model in (Message, EditedMessage, V0Message):
        message = model.from_dict(BARE | fields)
        assert type(message.kind) is str
        assert message.kind.strip()
        assert message.to_dict() == BARE | fields
