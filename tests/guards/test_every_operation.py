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
    return [operation for operation in plan().operations if (operation.raw["x-beeper-effect"] == "read") is reading]


def requests(selected: Iterable[Any]) -> list[AnyRequest]:
    """Each operation with all its arguments, and with as few as it takes."""
    return [function(operation.name)(**fill(operation)) for operation in selected for fill in (full, minimal)]


class Server:
    """Records which operations reach it. Says of every chat that it belongs to one account."""

    def __init__(self) -> None:
        self.arrived: list[tuple[str, str]] = []

    @property
    def writes(self) -> list[tuple[str, str]]:
        """What is no question for a chat."""
        return [arrival for arrival in self.arrived if arrival[0] != "GET"]

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

    def record_result(request: AnyRequest, before: int, error: Exception | None) -> None:
        got.append((request.operation.method, request.path) in server.arrived[before:])
        assert got[-1] is not isinstance(error, errors.WriteRefused)  # whoever gets this error did not send it

    def blocking() -> None:
        with Beeper(**options) as beeper:
            for request in requests:
                before, caught = len(server.arrived), None
                try:
                    beeper.raw(request)
                except ended as error:
                    caught = error
                record_result(request, before, caught)

    async def tasks() -> None:
        async with AsyncBeeper(**options) as beeper:
            for request in requests:
                before, caught = len(server.arrived), None
                try:
                    await beeper.raw(request)
                except ended as error:
                    caught = error
                record_result(request, before, caught)

    blocking() if kind == "sync" else anyio.run(tasks, backend=kind)
    return got, server


def passed(kind: Kind, policy: WritePolicy) -> set[str]:
    """The writes that a policy lets out, in whichever way they are called."""
    all_requests = requests(operations(reading=False))
    got, _ = drive(kind, all_requests, guard=policy)
    return {request.operation.name for request, arrived in zip(all_requests, got, strict=True) if arrived}


def with_argument(names: set[str]) -> set[str]:
    """Writes that can take one of these."""
    return {
        operation.name
        for operation in operations(reading=False)
        if any(argument.wire in names for argument in operation.arguments)
    }


def test_a_client_that_only_reads_sends_no_write_of_the_contract(kind: Kind) -> None:
    all_requests = requests(operations(reading=False))
    got, server = drive(kind, all_requests, read_only=True)
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
    in_paths = {
        operation.name
        for operation in operations(reading=False)
        if any(argument.wire in CHATS for argument in operation.of("path"))
    }
    assert passed(kind, WritePolicy(chats=[HARD_ID])) == in_paths
    assert passed(kind, WritePolicy(chats=bodies("chatID") | {HARD_ID})) == with_argument(CHATS)


def test_with_accounts_only_what_is_about_one_of_them_passes(kind: Kind) -> None:
    allowed = bodies("accountID") | {ACCOUNT}
    assert passed(kind, WritePolicy(accounts=allowed)) == with_argument(CHATS | ACCOUNTS)
    assert passed(kind, WritePolicy(accounts=bodies("accountID") - {ACCOUNT})) == with_argument(ACCOUNTS)


def bodies(name: str) -> set[str]:
    """The IDs of this name that the examples have in bodies."""
    return {
        value for operation in operations(reading=False) for argument in operation.of("body") if argument.wire == name
        for value in (full(operation)[argument.name],) if isinstance(value, str)
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["sync"])  # names are compared without I/O
def test_with_operations_only_those_named_pass_and_what_they_replaced(kind: Kind) -> None:
    all_requests = requests(operations(reading=False))
    replaced = {operation.name: operation.raw.get("x-beeper-replaced-by") for operation in plan().operations}
    for name in sorted({request.operation.name for request in all_requests}):
        got, _ = drive(kind, all_requests, guard=WritePolicy(operations=[name]))
        passed_names = {request.operation.name for request, arrived in zip(all_requests, got, strict=True) if arrived}
        assert passed_names == {candidate for candidate in replaced if name in (candidate, replaced[candidate])}


def test_uploads_reach_nobody_and_pass_where_they_are_named(kind: Kind) -> None:
    uploads = {"assets.upload", "assets.upload_base64"}
    assert passed(kind, WritePolicy(chats=[OTHER], accounts=["another"], operations=["assets.*"])) == uploads
    assert passed(kind, WritePolicy(chats=[OTHER], operations=["messages.*"])) == set()


def test_it_is_known_of_every_id_a_write_can_take_whether_it_is_of_a_chat_or_an_account() -> None:
    """A new operation with IDs of another name fails here: say in `guards._targets` what they are."""
    wires = {argument.wire for operation in operations(reading=False) for argument in operation.arguments}
    ids = {wire for wire in wires if wire.lower().endswith(("id", "ids", "alias"))}
    assert ids == CHATS | ACCOUNTS | NEITHER


@pytest.mark.parametrize("axis", [{"chats": ["!a"]}, {"accounts": [ACCOUNT]}, {"operations": ["messages.*"]}])
@pytest.mark.parametrize("effect", ["once", "idempotent", "read"])
def test_what_the_sdk_does_not_know_is_refused(kind: Kind, axis: dict[str, Any], effect: Any) -> None:
    unknown = [adhoc("POST", "/v1/chats/!a/messages", None, {"chatID": "!a", "accountID": ACCOUNT}, effect)]
    got, _ = drive(kind, unknown, guard=WritePolicy(**axis))
    assert got == [False]
    got, _ = drive(kind, unknown, guard=WritePolicy(per_minute=1))
    assert got == [True]
