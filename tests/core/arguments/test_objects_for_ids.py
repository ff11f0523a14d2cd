"""Where a chat or message is named, the object is accepted: a `Chat` for a chat, a `Message` for a message."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from beeper_sdk import Beeper, api, models
from beeper_sdk.guards import WritePolicy
from beeper_sdk.testing import FakeBeeper
from tests.each import each_of
from tests.generated.arguments import minimal
from tests.generated.calls import sent
from tests.generated.contract import function, operation, plan
from tests.scripted_server import Kind, Script, answer, call, chat
from tests.testing.known_chats import BOB

CHAT = models.Chat.from_dict({"id": "!chat:x", "type": "single"})
MESSAGE = models.Message.from_dict({"id": "7", "chatID": "!chat:x"})
UPLOAD = models.AssetUploadResult.from_dict({"uploadID": "up-1"})
GIVEN: dict[str, Any] = {"Chat": CHAT, "Message": MESSAGE, "AssetUploadResult": UPLOAD}
IDS = {"Chat": "!chat:x", "Message": "7", "AssetUploadResult": "up-1"}
NAMED = [
    (planned.name, argument.name, argument.object.model)
    for planned in plan().operations
    for argument in planned.arguments
    if argument.object is not None
]


def test_every_argument_that_names_a_chat_or_message_is_one() -> None:
    """v0 has its own classes, and takes IDs only."""
    for planned in plan().operations:
        for argument in planned.arguments:
            named = argument.wire in {"chatID", "chatIDs", "messageID", "messageIDs", "replyToMessageID"}
            if named and not planned.name.startswith("v0."):
                assert (planned.name, argument.name) in {(name, given) for name, given, _ in NAMED}


def request(name: str, argument: str, value: Any) -> Any:
    arguments = minimal(operation(name)) | {argument: value}
    path = operation(name).of("path")
    first = (arguments.pop(path[-1].name),) if path else ()
    return function(name)(*first, **arguments)


def encoded(built: Any) -> Any:
    return built.path, built.query, sent(built) if built.body else None


@each_of(NAMED)
def test_an_object_is_sent_as_its_id(name: str, argument: str, model: str) -> None:
    plural = argument.endswith("s")
    given, text = ([GIVEN[model]], [IDS[model]]) if plural else (GIVEN[model], IDS[model])
    assert encoded(request(name, argument, given)) == encoded(request(name, argument, text))


@each_of(NAMED)
def test_an_object_of_another_class_is_an_error(name: str, argument: str, model: str) -> None:
    others: list[Any] = [value for kind, value in GIVEN.items() if kind != model] + [7, {"id": "!chat:x"}, b"x"]
    for other in others:
        with pytest.raises(
            TypeError, match=rf"^{argument}(\[0\])? must be a str or an? {model}, not {type(other).__name__}$"
        ):
            request(name, argument, [other] if argument.endswith("s") else other)


@each_of(NAMED)
def test_an_object_without_its_id_is_an_error(name: str, argument: str, model: str) -> None:
    empty = type(GIVEN[model]).from_dict({})
    with pytest.raises(
        ValueError, match=rf"^{argument}(\[0\])? must be a {model} that has a value for id; this one has none$"
    ):
        request(name, argument, [empty] if argument.endswith("s") else empty)


OTHER = models.Chat.from_dict({"id": "!other:x", "type": "single", "localChatID": "12"})


def _focus(beeper: Any, chat: Any) -> Any:
    return beeper.focus(chat_id=chat, message_id=MESSAGE)


BESIDE: list[tuple[str, Callable[..., Any]]] = [
    ("message_id", lambda b, chat: b.messages.retrieve(MESSAGE, chat_id=chat)),
    ("message_id", lambda b, chat: b.messages.update(MESSAGE, chat_id=chat, text="hi")),
    ("message_id", lambda b, chat: b.messages.delete(MESSAGE, chat_id=chat)),
    ("reply_to_message_id", lambda b, chat: b.messages.send(chat, text="hi", reply_to_message_id=MESSAGE)),
    ("message_id", lambda b, chat: b.chats.mark_read(chat, message_id=MESSAGE)),
    ("message_id", lambda b, chat: b.chats.mark_unread(chat, message_id=MESSAGE)),
    ("message_id", lambda b, chat: b.chats.messages.reactions.add(MESSAGE, chat_id=chat, reaction_key="+")),
    ("message_id", lambda b, chat: b.chats.messages.reactions.delete("+", chat_id=chat, message_id=MESSAGE)),
    ("message_id", _focus),
]


def test_a_message_of_another_chat_is_an_error_that_names_both_arguments(kind: Kind) -> None:
    server = Script(answer({}))
    for argument, act in BESIDE:
        with pytest.raises(
            ValueError, match=rf"^{argument} is a message of another chat than chat_id: pass its chat_id"
        ):
            call(kind, server, partial(act, chat=OTHER))
    assert server.count == 0


SAME = [
    CHAT,
    "!other:x",  # it may be a merged chat
    "12",
    models.Chat.from_dict({"id": "!other:x", "localChatID": "!chat:x"}),
    models.Chat.from_dict({"id": "!merged:x", "merge": {"chatIDs": ["!a:x", "!chat:x"]}}),
    models.Chat.from_dict({"id": "!other:x", "mergedIntoChatID": "!chat:x"}),
    models.Chat.from_dict({"id": "!merged:x", "merge": {"chatIDs": None}}),
    models.Chat.from_dict({"id": "!merged:x", "merge": {}}),
]


def test_a_message_of_the_same_or_a_merged_chat_is_sent(kind: Kind) -> None:
    server = Script(answer({"success": True}))
    for given in SAME:
        call(kind, server, partial(_focus, chat=given))
    assert server.count == len(SAME)
    unknown = models.Message.from_dict({"id": "7"})
    call(kind, server, lambda b: b.focus(chat_id=OTHER, message_id=unknown))


MISTAKES: list[Callable[[Any], Any]] = [
    lambda b: b.chats.remind(MESSAGE, at="2099-12-24 18:00"),
    lambda b: b.chats.set_expiry(MESSAGE, after=None),
    lambda b: b.chats.participants(MESSAGE).collect(),
    lambda b: b.chats.complete(MESSAGE),
    lambda b: b.chats.self_user(MESSAGE),
    lambda b: b.chats.title(MESSAGE),
    lambda b: b.chats.archive(MESSAGE),
    lambda b: b.messages.list(MESSAGE).collect(),
    lambda b: b.messages.send(MESSAGE, text="hi"),
    lambda b: b.messages.retrieve(CHAT, chat_id=CHAT),
    lambda b: b.messages.is_mine(CHAT),
    lambda b: b.chats.messages.reactions.add(CHAT, chat_id=CHAT, reaction_key="+"),
    lambda b: b.focus(chat_id=MESSAGE),
]


@pytest.mark.parametrize("act", MISTAKES)
def test_nothing_is_sent_for_an_object_of_another_class(kind: Kind, act: Callable[[Any], Any]) -> None:
    server = Script(answer(chat()))
    with pytest.raises(TypeError):
        call(kind, server, act)
    assert server.count == 0


def test_objects_of_the_server_can_be_passed_back(fake_beeper: FakeBeeper) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        found = beeper.chats.retrieve(BOB)
        sent_text = beeper.messages.send(found, text="Hi")
        delivered = beeper.messages.wait(sent_text).message
        assert delivered is not None
        assert beeper.messages.retrieve(delivered, chat_id=found).id == delivered.id
        assert beeper.messages.list(found).first() is not None
        beeper.chats.mark_read(found, message_id=delivered)
        found_again = beeper.messages.search(chat_ids=[found], query="Hi").first()
        assert found_again is not None
        reply = beeper.messages.send(found, text="And hi again", reply_to_message_id=delivered)
        assert reply.chat_id == found.id


def test_a_policy_accepts_chats(kind: Kind) -> None:
    policy = WritePolicy(chats=[CHAT, "!other:x"])
    assert policy.chats == frozenset({"!chat:x", "!other:x"})
    server = Script(answer({"chatID": "!chat:x", "pendingMessageID": "p"}))
    call(kind, server, lambda b: b.messages.send(CHAT, text="hi"), guard=policy)
    with pytest.raises(TypeError, match="chats must be a str or a Chat, not Message"):
        WritePolicy(chats=[MESSAGE])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    assert server.count == 1


def test_an_upload_is_accepted_by_models_and_mappings() -> None:
    wanted = {"attachment": {"uploadID": "up-1"}}
    assert sent(api.messages.send("c", attachment={"upload_id": UPLOAD})) == wanted
    assert sent(api.messages.send("c", attachment=models.MessageAttachmentInput(upload_id=UPLOAD))) == wanted
    draft: models.ChatDraftInputDict = {"text": "x", "attachments": {"1": {"upload_id": UPLOAD}}}
    assert sent(api.chats.update("c", draft=draft))["draft"]["attachments"] == {"1": {"uploadID": "up-1"}}


def test_an_upload_that_failed_is_no_upload() -> None:
    failed = models.AssetUploadResult.from_dict({"error": "canary-error"})
    with pytest.raises(ValueError, match=r"^attachment\.upload_id must be a AssetUploadResult|an AssetUploadResult"):
        api.messages.send("c", attachment={"upload_id": failed})
