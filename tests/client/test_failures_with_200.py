"""A response with status 200 that reports a failure, or says nothing, is never returned as a success."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.types import AnyRequest, ApiGeneration
from beeper_sdk.v0 import Client
from tests.core.compat.helpers import BOTH, Kind, play
from tests.core.compat.operations import by
from tests.generated.arguments import minimal
from tests.generated.contract import function, plan
from tests.scripted_server import AT_ONCE, SENT, TOKEN, Script, answer, call, chat, message
from tests.testing.known_chats import BOB, WHATSAPP

FAILED = {"success": False, "error": "Mum is archived", "code": "CHAT_GONE"}


@cache
def requests() -> list[AnyRequest]:
    """One of each operation."""
    made: list[AnyRequest] = []
    for operation in plan().operations:
        given = minimal(operation)
        last = [given.pop(path[-1].name)] if (path := operation.of("path")) else []
        made.append(function(operation.name)(*last, **given))
    return made


def outcomes(kind: Kind, reply: httpx.Response) -> dict[str, object]:
    """What each operation returns or raises for this response."""
    transport = httpx.MockTransport(lambda _: httpx.Response(reply.status_code, content=reply.content))
    found: dict[str, object] = {}
    if kind == "sync":
        with Beeper(TOKEN, transport=transport, retry=AT_ONCE) as beeper:
            for request in requests():
                try:
                    found[request.operation.name] = beeper.raw(request).value
                except errors.APIError as error:
                    found[request.operation.name] = error
        return found

    async def run() -> None:
        async with AsyncBeeper(TOKEN, transport=transport, retry=AT_ONCE) as beeper:
            for request in requests():
                try:
                    found[request.operation.name] = (await beeper.raw(request)).value
                except errors.APIError as error:
                    found[request.operation.name] = error

    anyio.run(run)
    return found


def returned(found: dict[str, object]) -> set[str]:
    return {name for name, value in found.items() if not isinstance(value, errors.APIError)}


V0_FLAGS = {"v0.archive_chat", "v0.clear_chat_reminder", "v0.open_app", "v0.set_chat_reminder"}


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("body", [{"success": False}, FAILED])
def test_no_operation_returns_a_reported_failure(kind: Kind, body: dict[str, object]) -> None:
    found = outcomes(kind, answer(body))
    shown = {name for name in returned(found) if not name.startswith(("matrix.", "v0."))}
    assert shown == {"assets.serve"}
    for name, value in found.items():
        if not name.startswith(("matrix.", "v0.")) and name not in shown:
            assert isinstance(value, errors.OperationFailed), name  # of a call that must not be repeated, too
            assert (value.status, value.code) == (200, body.get("code"))
            assert value.server_message == body.get("error")
            assert "Mum" not in f"{value} {value!r} {pickle.loads(pickle.dumps(value)).__dict__}"
    assert all(getattr(found[name], "success") is False for name in V0_FLAGS)  # noqa: B009 - of several classes


DOCUMENTED = {"assets.download", "oauth.authorize_callback", "v0.download_asset"}
"""Their results have the field error."""
ONCE = {request.operation.name for request in requests() if request.operation.effect == "once"}
UPLOADS = {"assets.upload", "assets.upload_base64"}
ENVELOPE = {"message": "Mum is archived", "code": "CHAT_GONE", "details": None}


@pytest.mark.parametrize(
    ("kind", "status", "body"),
    [
        ("sync", 200, {"error": "Mum is archived"}),
        ("asyncio", 201, {"error": {"message": "Mum is archived", "code": "CHAT_GONE"}, "items": []}),
        ("sync", 202, ENVELOPE),
        ("asyncio", 200, {**ENVELOPE, "items": None, "requestId": "r" * 5000}),
    ],
)
def test_no_operation_returns_an_error_as_a_result(kind: Kind, status: int, body: dict[str, object]) -> None:
    found = outcomes(kind, answer(body, status))
    documented = DOCUMENTED if "error" in body else set[str]()
    result = {name for name in returned(found) if not name.startswith("matrix.")}
    assert result == {"assets.serve", *documented}
    for name, error in found.items():
        if name in result or name.startswith("matrix.") or (name.startswith("v0.") and name not in ONCE):
            continue
        certain = name not in ONCE or name in UPLOADS
        if not (certain and isinstance(error, errors.ResponseDecodeError)):  # the shape of a documented error
            assert isinstance(error, errors.OperationFailed if certain else errors.DeliveryUncertain), name
        assert "Mum" not in f"{error} {error!r} {pickle.loads(pickle.dumps(error)).__dict__}"


@pytest.mark.parametrize("kind", BOTH)
def test_an_error_with_202_says_so(kind: Kind) -> None:
    server = Script(answer(ENVELOPE, 202))
    with pytest.raises(errors.OperationFailed, match=r"status 202, code CHAT_GONE and an error; see error\.") as caught:
        call(kind, server, lambda beeper: beeper.chats.archive(BOB))
    assert (caught.value.server_message, server.count) == ("Mum is archived", 1)
    with pytest.raises(errors.DeliveryUncertain) as uncertain:
        call(kind, server, lambda beeper: beeper.messages.send(BOB, text="Hi"))
    assert isinstance(uncertain.value.__cause__, errors.OperationFailed)
    assert server.count == 2


@pytest.mark.parametrize("kind", BOTH)
def test_long_bodies_are_searched_too(kind: Kind) -> None:
    long = {"pad": "x" * 5000, "success": False, "more": "y" * 5000}
    for name, error in outcomes(kind, answer(long)).items():
        if not name.startswith(("matrix.", "v0.")) and name != "assets.serve":
            assert isinstance(error, errors.OperationFailed), name


@pytest.mark.parametrize("kind", BOTH)
def test_a_result_may_have_an_error_beside_it(kind: Kind) -> None:
    """A later app may document such a field, and a text may look like an error."""
    server = Script(answer({**chat(), "error": {"message": "no", "code": "x"}, "message": "m", "code": "c"}))
    assert call(kind, server, lambda beeper: beeper.chats.retrieve(BOB)).title == "t"
    server = Script(answer({"items": [message(1, '{"error":"no"}')], "hasMore": False, "error": "no"}))
    assert len(call(kind, server, lambda beeper: beeper.messages.list(BOB).collect())) == 1
    for page in ({"items": None, "hasMore": False, "error": None}, {}):
        server = Script(answer(page), answer(chat()))
        assert call(kind, server, lambda beeper: beeper.messages.list(BOB).collect()) == []


SENDING: list[tuple[Callable[[Any], Any], Any]] = [
    (lambda beeper: beeper.messages.send(BOB, text="Hi"), SENT),
    (lambda beeper: beeper.chats.start(account_id="a", user={"id": "u"}), {**chat(), "chatID": "!a:b"}),
    (lambda beeper: beeper.chats.create(account_id="a", participant_ids=["u"], type="single"), {"chatID": "!a:b"}),
    (lambda beeper: beeper.chats.notify_anyway(BOB), chat()),
    (lambda beeper: beeper.assets.upload(file=b"photo"), {"uploadID": "u1"}),
    (lambda beeper: beeper.assets.upload_base64(content="AAAA"), {"uploadID": "u1"}),
    (lambda beeper: beeper.matrix.create_room(body={}), {"room_id": "!a:b"}),
]


@pytest.mark.parametrize("kind", BOTH)
def test_a_result_that_cannot_be_used_is_uncertain(kind: Kind) -> None:
    for act, body in SENDING:
        call(kind, Script(answer(body)), act)
        for name in body.keys() & {"chatID", "pendingMessageID", "uploadID", "room_id", "id"}:
            lacking = {key: value for key, value in body.items() if key != name}
            for wrong in (lacking, {**body, name: None}, {**body, name: ""}, {**body, name: 7}):
                server = Script(answer(wrong))
                with pytest.raises(errors.DeliveryUncertain, match="cannot be decoded"):
                    call(kind, server, act)
                assert server.count == 1


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("body", [b"null", b"OK", b""])
def test_no_operation_returns_nothing_as_a_success(kind: Kind, body: bytes) -> None:
    found = outcomes(kind, httpx.Response(200, content=body))
    documented = {"messages.delete", "oauth.revoke"} if not body else set[str]()
    assert returned(found) == {"assets.serve", *documented}
    once = {request.operation.name for request in requests() if request.operation.effect == "once"}
    for name, error in found.items():
        if name not in returned(found):
            assert isinstance(error, errors.DeliveryUncertain if name in once else errors.ResponseDecodeError), name


@pytest.mark.parametrize("kind", BOTH)
def test_a_failed_archive_is_sent_once_and_says_what_the_server_said(kind: Kind) -> None:
    server = Script(answer(FAILED))
    with pytest.raises(errors.OperationFailed, match="status 200, code CHAT_GONE and success: false; nothing was done"):
        call(kind, server, lambda beeper: beeper.chats.archive(BOB))
    assert server.count == 1


ACTS: list[Callable[[Any], Any]] = [
    lambda beeper: beeper.chats.archive(BOB),
    lambda beeper: beeper.chats.reminders.create(BOB, reminder={"remind_at": "2030-12-24T18:00:00Z"}),
    lambda beeper: beeper.chats.reminders.delete(BOB),
]


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("version", ["4.2.540", "6.0"])
def test_row_39_archive_and_reminders_say_that_they_failed(kind: Kind, version: str) -> None:
    with FakeBeeper(version=version) as fake, fake.quirk("success_false"):
        before = fake.world.chat(BOB)
        assert all(isinstance(result, errors.OperationFailed) for result in play(kind, fake, *ACTS).results)
        assert fake.world.chat(BOB) == before


@pytest.mark.parametrize("kind", BOTH)
def test_an_app_with_v0_alone_is_no_exception(kind: Kind) -> None:
    acts = [
        *ACTS,
        lambda beeper: beeper.focus(),
        lambda beeper: beeper.messages.send(BOB, text="never"),
        lambda beeper: beeper.chats.create(account_id=WHATSAPP, participant_ids=["@a:b"], type="single"),
        lambda beeper: beeper.chats.start(account_id=WHATSAPP, user={"id": "@a:b"}),
    ]
    with FakeBeeper(version="4.1.92") as fake, fake.quirk("v0_failure"):
        played = play(kind, fake, lambda beeper: beeper.accounts.list(), *acts)
    assert [type(result) for result in played.results[1:]] == [errors.OperationFailed] * len(acts)
    assert {result.server_message for result in played.results[1:]} == {"It did not work"}


@pytest.mark.parametrize("body", [None, {}, {"chatID": None}])
@pytest.mark.parametrize("version", ["4.1.92", "4.1.294", "4.2.557"])
def test_a_start_that_says_no_chat_is_uncertain_and_asks_for_none(version: str, body: object) -> None:
    server = Script(by(version, []), by(version, body))
    api: ApiGeneration = "v0" if version == "4.1.92" else "auto"
    with Beeper(TOKEN, transport=httpx.MockTransport(server), retry=AT_ONCE, api=api) as beeper:
        beeper.accounts.list()
        count = server.count
        with pytest.raises(errors.DeliveryUncertain):
            beeper.chats.start(account_id="a", user={"id": "u"})
    assert [request.method for request in server.requests[count:]] == ["POST"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_v0_client_returns_the_failure_of_an_app_with_v1_as_v0_did() -> None:
    with FakeBeeper() as fake, fake.quirk("success_false"), Client(fake.token, base_url=fake.url) as client:
        result = client.archive_chat(chat_id=BOB)
    assert result.success is False
    server = Script(answer([]), answer(FAILED))
    with Client(TOKEN, transport=httpx.MockTransport(server)) as client:
        result = client.archive_chat(chat_id=BOB)
    assert (result.success, result.error) == (False, "Mum is archived")
