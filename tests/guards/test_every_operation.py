"""Every operation of the contract, driven at guarded clients. What counts is what arrives at the server."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, WritePolicy, errors
from beeper_sdk._core.calls.raw_request import adhoc
from beeper_sdk._core.generated import AnyRequest
from tests.generated.arguments import full, minimal
from tests.generated.contract import HARD_ID, function, plan
from tests.scripted_server import TOKEN, Kind, answer, chat

OTHER = "!other:beeper.com"
ACCOUNT = "account-of-the-chat"
CHATS = {"chatID", "roomId", "roomIdOrAlias"}
ACCOUNTS = {"accountID"}
NEITHER = {
    "bridgeID", "flowID", "loginID", "loginSessionID", "messageID", "participantIDs", "replyToMessageID",
    "setupRequestID", "stepID", "transactionID", "userID", "userId", "verificationID", "client_id",
}  # fmt: skip


@cache
def operations(*, reading: bool) -> list[Any]:
    return [one for one in plan().operations if (one.raw["x-beeper-effect"] == "read") is reading]


def requests(each: Iterable[Any]) -> list[AnyRequest]:
    """Each operation with all its arguments, and with as few as it takes."""
    return [function(one.name)(**fill(one)) for one in each for fill in (full, minimal)]


class Server:
    """Notes which operations reach it. Tells of every chat that it is of one account."""

    def __init__(self) -> None:
        self.arrived: list[tuple[str, str]] = []

    @property
    def writes(self) -> list[tuple[str, str]]:
        """What is no question for a chat."""
        return [one for one in self.arrived if one[0] != "GET"]

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.decode().partition("?")[0]
        self.arrived.append((request.method, path))
        if request.method == "GET" and path.count("/") == 3 and path.startswith("/v1/chats/"):
            return answer(chat(account=ACCOUNT))
        return answer({"message": "made up", "code": "refused"}, status=409)


def drive(kind: Kind, requests: list[AnyRequest], **options: Any) -> tuple[list[bool], Server]:
    """Send them one by one through one client. Which of them arrived, and all that did."""
    server, got = Server(), list[bool]()
    options |= {"access_token": TOKEN, "retry": RetryPolicy(attempts=1), "transport": httpx.MockTransport(server)}
    ended = (errors.WriteRefused, errors.APIError, errors.NotSupportedByServer)

    def note(request: AnyRequest, before: int, error: Exception | None) -> None:
        got.append((request.operation.method, request.path) in server.arrived[before:])
        assert got[-1] is not isinstance(error, errors.WriteRefused)  # who is told so did not send it

    def blocking() -> None:
        with Beeper(**options) as beeper:
            for one in requests:
                before, caught = len(server.arrived), None
                try:
                    beeper.raw(one)
                except ended as error:
                    caught = error
                note(one, before, caught)

    async def tasks() -> None:
        async with AsyncBeeper(**options) as beeper:
            for one in requests:
                before, caught = len(server.arrived), None
                try:
                    await beeper.raw(one)
                except ended as error:
                    caught = error
                note(one, before, caught)

    blocking() if kind == "sync" else anyio.run(tasks, backend=kind)
    return got, server


def passed(kind: Kind, policy: WritePolicy) -> set[str]:
    """The writes that a policy lets out, in whichever way they are called."""
    asked = requests(operations(reading=False))
    got, _ = drive(kind, asked, guard=policy)
    return {one.operation.name for one, arrived in zip(asked, got, strict=True) if arrived}


def with_argument(names: set[str]) -> set[str]:
    """Writes that can take one of these."""
    return {one.name for one in operations(reading=False) if any(each.wire in names for each in one.arguments)}


def test_a_client_that_only_reads_sends_no_write_of_the_contract(kind: Kind) -> None:
    asked = requests(operations(reading=False))
    got, server = drive(kind, asked, read_only=True)
    assert (len(got) > 80, any(got), server.arrived) == (True, False, [])


@pytest.mark.parametrize("options", [{"read_only": True}, {"guard": WritePolicy(chats=[], accounts=[], operations=[])}])
def test_reads_pass_all_of_them(kind: Kind, options: dict[str, Any]) -> None:
    got, _ = drive(kind, requests(operations(reading=True)), **options)
    assert all(got)


@pytest.mark.parametrize(
    "policy",
    [
        WritePolicy(operations=[]),
        WritePolicy(chats=[]),
        WritePolicy(accounts=[]),
        WritePolicy(chats=[OTHER]),
        WritePolicy(accounts=["another"]),
        WritePolicy(chats=[OTHER], accounts=[ACCOUNT]),
        WritePolicy(chats=[HARD_ID], accounts=["another"]),
        WritePolicy(operations=["accounts.*", "chats.list"]),
        WritePolicy(dry_run=True),
        WritePolicy(confirm=lambda _: False),
    ],
    ids=repr,
)
def test_nothing_unlisted_gets_out(kind: Kind, policy: WritePolicy) -> None:
    got, server = drive(kind, requests(operations(reading=False)), guard=policy)
    assert (any(got), server.writes) == (False, [])
    assert policy.accounts is not None or server.arrived == []  # no question either, where it would not help


def test_with_chats_only_what_is_about_one_of_them_passes(kind: Kind) -> None:
    """The spec's examples name other chats in bodies, and no account: those of paths are the ones listed."""
    in_paths = {one.name for one in operations(reading=False) if any(each.wire in CHATS for each in one.of("path"))}
    assert passed(kind, WritePolicy(chats=[HARD_ID])) == in_paths
    assert passed(kind, WritePolicy(chats=bodies("chatID") | {HARD_ID})) == with_argument(CHATS)


def test_with_accounts_only_what_is_about_one_of_them_passes(kind: Kind) -> None:
    allowed = bodies("accountID") | {ACCOUNT}
    assert passed(kind, WritePolicy(accounts=allowed)) == with_argument(CHATS | ACCOUNTS)
    assert passed(kind, WritePolicy(accounts=bodies("accountID") - {ACCOUNT})) == with_argument(ACCOUNTS)


def bodies(name: str) -> set[str]:
    """The IDs of this name that the examples have in bodies."""
    return {
        value for one in operations(reading=False) for each in one.of("body") if each.wire == name
        for value in (full(one)[each.name],) if isinstance(value, str)
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["sync"])  # by name is told without I/O
def test_with_operations_only_those_named_pass_and_what_they_replaced(kind: Kind) -> None:
    asked = requests(operations(reading=False))
    replaced = {one.name: one.raw.get("x-beeper-replaced-by") for one in plan().operations}
    for name in sorted({one.operation.name for one in asked}):
        got, _ = drive(kind, asked, guard=WritePolicy(operations=[name]))
        out = {one.operation.name for one, arrived in zip(asked, got, strict=True) if arrived}
        assert out == {one for one in replaced if name in (one, replaced[one])}


def test_uploads_reach_nobody_and_pass_where_they_are_named(kind: Kind) -> None:
    uploads = {"assets.upload", "assets.upload_base64"}
    assert passed(kind, WritePolicy(chats=[OTHER], accounts=["another"], operations=["assets.*"])) == uploads
    assert passed(kind, WritePolicy(chats=[OTHER], operations=["messages.*"])) == set()


def test_it_is_known_of_every_id_a_write_can_take_whether_it_is_of_a_chat_or_an_account() -> None:
    """A new operation with IDs of another name fails here: say in `guards._targets` what they are."""
    wires = {each.wire for one in operations(reading=False) for each in one.arguments}
    ids = {wire for wire in wires if wire.lower().endswith(("id", "ids", "alias"))}
    assert ids == CHATS | ACCOUNTS | NEITHER


@pytest.mark.parametrize("axis", [{"chats": ["!a"]}, {"accounts": [ACCOUNT]}, {"operations": ["messages.*"]}])
@pytest.mark.parametrize("effect", ["once", "idempotent", "read"])
def test_what_the_sdk_does_not_know_is_refused(kind: Kind, axis: dict[str, Any], effect: Any) -> None:
    asked = [adhoc("POST", "/v1/chats/!a/messages", None, {"chatID": "!a", "accountID": ACCOUNT}, effect)]
    got, _ = drive(kind, asked, guard=WritePolicy(**axis))
    assert got == [False]
    got, _ = drive(kind, asked, guard=WritePolicy(per_minute=1))
    assert got == [True]
