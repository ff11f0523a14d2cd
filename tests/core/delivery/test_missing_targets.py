"""A 404 to a call that must not be repeated: nothing was sent to what does not exist, and one read shows that."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.v0 import Client
from tests.core.compat.helpers import BOTH, Kind, play
from tests.core.delivery.helpers import open_chat
from tests.scripted_server import Script, answer, call, chat
from tests.testing.known_chats import BOB, WHATSAPP

CALLS: dict[str, tuple[str, Any]] = {
    "send": ("chat", lambda beeper, _: beeper.messages.send("!no:x", text="Hi")),
    "reaction to a message of no chat": (
        "chat",
        lambda beeper, _: beeper.chats.messages.reactions.add("1", chat_id="!no:x", reaction_key="👍"),
    ),
    "reaction to no message": (
        "message",
        lambda beeper, chat: beeper.chats.messages.reactions.add("999", chat_id=chat, reaction_key="👍"),
    ),
    "reply to no message": (
        "message",
        lambda beeper, chat: beeper.messages.send(chat, text="Hi", reply_to_message_id="999999"),
    ),
    "reply in no chat": (
        "chat",
        lambda beeper, _: beeper.messages.send("!no:x", text="Hi", reply_to_message_id="999999"),
    ),
    "verification": ("verification", lambda beeper, _: beeper.app.setup.verifications.accept("nobody")),
    "start": ("account", lambda beeper, _: beeper.chats.start(account_id="nobody", user={"id": "@x:y"})),
    "create": (
        "account",
        lambda beeper, _: beeper.chats.create(account_id="nobody", participant_ids=["@x:y"], type="single"),
    ),
    "notify": ("chat", lambda beeper, _: beeper.chats.notify_anyway("!no:x")),
    "bridge login": ("bridge", lambda beeper, _: beeper.bridges.login_sessions.create("nobody", flow_id="qr")),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_call_to_what_does_not_exist_was_not_carried_out(name: str, fake: FakeBeeper) -> None:
    what, act = CALLS[name]
    chat_id = open_chat(fake)["id"]
    with (
        Beeper(fake.token, base_url=fake.url) as beeper,
        pytest.raises(errors.NotFoundError, match=f"nothing was sent, because the {what} does not exist") as caught,
    ):
        act(beeper, chat_id)
    assert (caught.value.status, caught.value.code) == (404, "not_found")


@pytest.mark.parametrize("version", ["4.1.92", "4.2.499", "4.3.0"])
def test_on_older_apps_too(version: str) -> None:
    with (
        FakeBeeper(version=version) as fake,
        Beeper(fake.token, base_url=fake.url) as beeper,
        pytest.raises(errors.NotFoundError, match="nothing was sent"),
    ):
        beeper.messages.send("!no:x", text="Hi")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_by_v0_too(fake: FakeBeeper) -> None:
    with (
        Client(fake.token, base_url=fake.url) as client,
        pytest.raises(errors.NotFoundError, match="nothing was sent"),
    ):
        client.send_message(chat_id="!no:x", text="Hi")


def test_a_native_account_exists_although_it_is_not_listed(fake: FakeBeeper) -> None:
    account = next(name for name in fake.world.read(lambda world: list(world.accounts)) if "imessage" in name)
    with (
        Beeper(fake.token, base_url=fake.url) as beeper,
        fake.quirk("accounts_without_native"),
        pytest.raises(errors.DeliveryUncertain) as caught,
    ):
        beeper.chats.create(account_id=account, participant_ids=["+491700000000"], type="single")
    assert (caught.value.status, caught.value.code) == (404, "not_found")


UNLOADED: list[Any] = [
    lambda beeper: beeper.messages.send(BOB, text="Hi"),
    lambda beeper: beeper.chats.start(account_id=WHATSAPP, user={"id": "@x:y"}, message_text="Hi"),
    lambda beeper: beeper.chats.messages.reactions.add("1", chat_id=BOB, reaction_key="👍"),
]


@pytest.mark.parametrize("kind", BOTH)
def test_row_43_a_server_that_has_not_loaded_its_chats_has_sent_nothing(kind: Kind, fake: FakeBeeper) -> None:
    with fake.quirk("server_not_loaded"):
        played = play(kind, fake, lambda beeper: beeper.accounts.list(), *UNLOADED)
        archived = play(kind, fake, lambda beeper: beeper.chats.archive(BOB)).result
    for error, sent in zip(played.results[1:], played.sent[1:], strict=True):
        assert isinstance(error, errors.ServerNotLoaded)
        assert (error.status, error.code) == (500, "TOOL_EXECUTION_ERROR")
        assert "nothing was sent, because the server has not loaded its chats" in str(error)
        assert [(request.method, request.path) for request in sent][1:] == [("GET", "/v1/chats")]
    assert isinstance(archived, errors.ServerNotLoaded)  # was repeated, as it may be


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("status", [500, 503])
def test_its_code_alone_proves_nothing(kind: Kind, status: int) -> None:
    listed = {"items": [{**chat(), "preview": None}], "hasMore": False}
    server = Script(answer({"message": "no", "code": "tool_execution_error"}, status), answer(listed))
    with pytest.raises(
        errors.DeliveryUncertain, match=r"code tool_execution_error; see error\.server_message"
    ) as caught:
        call(kind, server, lambda beeper: beeper.messages.send("!a:beeper.com", text="Hi"))
    assert isinstance(caught.value.__cause__, errors.ServerNotLoaded)
    assert (caught.value.server_message, server.count) == ("no", 2)


EMPTY = {"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None}
NOT_FOUND = {"message": "no", "code": "not_found"}


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("listed", [EMPTY | {"items": None}, {"hasMore": False}])
def test_a_page_without_items_does_not_show_that_a_server_has_no_chats(kind: Kind, listed: object) -> None:
    server = Script(answer({"message": "no", "code": "TOOL_EXECUTION_ERROR"}, 500), answer(listed))
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda beeper: beeper.messages.send("!a:beeper.com", text="Hi"))


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize(
    ("accounts", "chats"),
    [
        ([], EMPTY | {"items": None}),
        ([{"accountID": None, "network": "Signal"}], EMPTY),
        ([{"accountID": 5}], EMPTY),
        ([None], EMPTY),
    ],
)
def test_nor_an_account_without_an_id_that_an_account_is_absent(kind: Kind, accounts: object, chats: object) -> None:
    server = Script(answer(NOT_FOUND, 404), answer(accounts), answer(chats))
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, lambda beeper: beeper.chats.create(account_id="a", participant_ids=["@x:y"], type="single"))
    assert (caught.value.status, caught.value.code) == (404, "not_found")


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("body", [b"<html><title>Not Found</title>", b"Not Found"])
def test_where_there_is_no_beeper_nothing_was_sent(kind: Kind, body: bytes) -> None:
    server = Script(httpx.Response(404, content=body))
    with pytest.raises(errors.NotFoundError, match="nothing was sent, because there is no Beeper API at this base_url"):
        call(kind, server, lambda beeper: beeper.messages.send("!a:beeper.com", text="Hi"))
    assert [request.url.path for request in server.requests[1:]] == ["/v1/accounts", "/v0/get-accounts"]


@pytest.mark.parametrize("probe", [401, 403, 500])
def test_where_there_may_be_one_a_404_stays_uncertain(probe: int) -> None:
    server = Script(httpx.Response(404, content=b"Not Found"), httpx.Response(probe))
    with pytest.raises(errors.DeliveryUncertain):
        call("sync", server, lambda beeper: beeper.messages.send("!a:beeper.com", text="Hi"))


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("read", [httpx.Response(500), httpx.Response(429), httpx.ReadTimeout("")])
def test_the_read_after_a_404_is_one_attempt(kind: Kind, read: Any) -> None:
    for act in (
        lambda beeper: beeper.messages.send("!a:b", text="Hi"),
        lambda beeper: beeper.chats.messages.reactions.add("1", chat_id="!a:b", reaction_key="👍"),
        lambda beeper: beeper.chats.start(account_id="a", user={"id": "u"}),
        lambda beeper: beeper.app.setup.verifications.accept("v"),
        lambda beeper: beeper.bridges.login_sessions.create("b", flow_id="qr"),
    ):
        server = Script(answer(NOT_FOUND, 404), read)
        with pytest.raises(errors.DeliveryUncertain):
            call(kind, server, act)
        assert server.count == 2


@pytest.mark.parametrize("kind", BOTH)
def test_the_read_after_a_server_without_chats_is_one_attempt(kind: Kind) -> None:
    server = Script(answer({"message": "no", "code": "TOOL_EXECUTION_ERROR"}, 500), httpx.Response(500))
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda beeper: beeper.messages.send("!a:b", text="Hi"))
    assert server.count == 2


@pytest.mark.parametrize("kind", BOTH)
def test_a_user_who_does_not_exist_leaves_a_start_uncertain(kind: Kind, fake: FakeBeeper) -> None:
    calls: list[Any] = [
        lambda beeper: beeper.chats.start(account_id=WHATSAPP, user={"id": "@no:x"}, message_text="Hi"),
        lambda beeper: beeper.chats.create(account_id=WHATSAPP, participant_ids=["@no:x"], type="single"),
    ]
    for error in play(kind, fake, *calls).results:
        assert isinstance(error, errors.DeliveryUncertain)
        assert (error.status, error.code, error.server_message) == (404, "not_found", "User not found")
        check: Any = lambda beeper, error=error: beeper.messages.check(error)  # noqa: E731
        checked = play(kind, fake, check)
        assert (checked.result.status, checked.sent) == ("unknown", [[]])


@pytest.mark.parametrize("kind", BOTH)
def test_a_reply_takes_one_read_of_the_message(kind: Kind, fake: FakeBeeper) -> None:
    chat_id = open_chat(fake)["id"]
    played = play(kind, fake, lambda beeper: beeper.messages.send(chat_id, text="Hi", reply_to_message_id="999999"))
    assert isinstance(played.result, errors.NotFoundError)
    assert [request.method for request in played.sent[0]] == ["POST", "GET", "GET"]  # the chat, then the message
    assert played.sent[0][-1].path.endswith("/messages/999999")


def test_a_message_that_was_sent_is_never_said_not_to_have_been(fake: FakeBeeper) -> None:
    chat_id = open_chat(fake)["id"]
    with Beeper(fake.token, base_url=fake.url) as beeper, fake.quirk("send_then_404"):
        with pytest.raises(errors.DeliveryUncertain) as caught:
            beeper.messages.send(chat_id, text="Here I am")
        assert beeper.messages.check(caught.value).status == "delivered"
