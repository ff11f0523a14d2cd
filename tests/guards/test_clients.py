"""A `WritePolicy` at work in both clients: accounts found out, writes confirmed, counted, record_dry_run."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable
from typing import Any, cast

import anyio
import anyio.lowlevel
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RateLimit, RetryPolicy, WritePolicy, errors, v0
from beeper_sdk._core.http.request_parts import json_body
from beeper_sdk.guards import Write
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import SENT, Kind, Script, answer, as_awaitable, call, chat

CHAT = "!a:beeper.com"
TEXT = "canary-text-2b9"


def send(beeper: Any) -> Any:
    return beeper.messages.send(CHAT, text=TEXT)


def read(beeper: Any) -> Any:
    return beeper.accounts.list()


def methods(server: Script) -> list[str]:
    return [request.method for request in server.requests]


def expect_refusal(
    kind: Kind, server: Script, policy: WritePolicy, act: Callable[[Any], Any] = send
) -> errors.PolicyRefused:
    with pytest.raises(errors.PolicyRefused) as caught:
        call(kind, server, act, guard=policy)
    assert CHAT not in str(caught.value)
    return caught.value


# accounts


def test_the_account_of_a_chat_is_asked_for_once(kind: Kind) -> None:
    server = Script(answer(chat(account="wa")), answer(SENT))

    def act(beeper: Any) -> Any:
        return twice(send, beeper)

    call(kind, server, act, guard=WritePolicy(accounts=["wa"]))
    assert methods(server) == ["GET", "POST", "POST"]
    assert dict(server.requests[0].url.params) == {"maxParticipantCount": "0"}


def test_a_chat_that_came_by_is_not_asked_for(kind: Kind) -> None:
    page = {"items": [chat(account="other")], "hasMore": False, "oldestCursor": None, "newestCursor": None}
    server = Script(answer(page), answer(SENT))

    def act(beeper: Any) -> Any:
        if isinstance(beeper, Beeper):
            beeper.chats.list().collect()
            return send(beeper)

        async def later() -> Any:
            await beeper.chats.list().collect()
            return await send(beeper)

        return later()

    error = expect_refusal(kind, server, WritePolicy(accounts=["wa"]), act)
    assert (error.reason, methods(server)) == (
        "the WritePolicy does not allow this account; add it to accounts=",
        ["GET"],
    )


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (answer(chat(account="other")), "the WritePolicy does not allow this account; add it to accounts="),
        (answer(chat(account="wa") | {"merge": {"chatIDs": ["!b:beeper.com"]}}), "a merged chat may send"),
        (
            answer({"message": "no such chat", "code": "not_found"}, 404),
            "the account of this request cannot be determined",
        ),
        (answer({"message": "no", "code": "forbidden"}, 403), "the account of this request cannot be determined"),
        (answer([1, 2, 3]), "the account of this request cannot be determined"),
    ],
)
def test_a_chat_of_another_account_or_of_none_that_can_be_told_is_refused(
    kind: Kind, told: httpx.Response, reason: str
) -> None:
    server = Script(told)
    error = expect_refusal(kind, server, WritePolicy(accounts=["wa"]))
    assert reason in error.reason
    assert set(methods(server)) == {"GET"}  # after a 403 the scopes of the token are looked at too


def test_where_nobody_answers_the_error_says_so_and_nothing_is_sent(kind: Kind) -> None:
    server = Script(httpx.ConnectError("no"))
    with pytest.raises(errors.APIConnectionError):
        call(kind, server, send, guard=WritePolicy(accounts=["wa"]))
    assert set(methods(server)) == {"GET"}


def test_what_is_refused_for_its_chat_or_operation_costs_no_question(kind: Kind) -> None:
    server = Script(answer(chat(account="wa")))
    expect_refusal(kind, server, WritePolicy(accounts=["wa"], chats=["!b:beeper.com"]))
    expect_refusal(kind, server, WritePolicy(accounts=["wa"], operations=["focus"]))
    assert server.count == 0


def test_a_merged_chat_of_a_real_server_is_refused_and_its_member_is_not(fake_beeper: FakeBeeper) -> None:
    merged, member, account = merged_chat(fake_beeper)
    with Beeper(fake_beeper.token, base_url=fake_beeper.url, guard=WritePolicy(accounts=[account])) as beeper:
        with pytest.raises(errors.PolicyRefused, match="send to the member chat"):
            beeper.messages.send(merged, text=TEXT)
        assert beeper.messages.send(member, text=TEXT).chat_id == member
    assert [request.operation for request in fake_beeper.requests] == [
        "chats.retrieve",
        "chats.retrieve",
        "messages.send",
    ]


def merged_chat(fake: FakeBeeper) -> tuple[str, str, str]:
    """A merged chat, the member that gets what is sent to it, and that one's account."""
    with Beeper(fake.token, base_url=fake.url) as beeper:
        merged = next(candidate for candidate in beeper.chats.list() if candidate.merge is not None)
        sent = beeper.messages.send(merged.id, text=TEXT)
        assert sent.chat_id is not None
        result = merged.id, sent.chat_id, beeper.chats.retrieve(sent.chat_id).account_id
    fake.requests.clear()
    return result


# confirmations


def test_who_confirms_is_shown_the_write_and_only_true_lets_it_out(kind: Kind) -> None:
    shown: list[Write] = []

    def confirm(write: Write) -> bool:
        shown.append(write)
        write.body["text"] = "changed"
        return True

    server = Script(answer(chat(account="wa")), answer(SENT))
    call(kind, server, send, guard=WritePolicy(accounts=["wa"], confirm=confirm))
    (write,) = shown
    assert (write.operation, write.chat_id, write.account_id, write.text) == ("messages.send", CHAT, "wa", TEXT)
    assert server.requests[-1].content == b'{"text":"%s"}' % TEXT.encode()  # what was judged, not what it became


@pytest.mark.parametrize("said", [False, None, 1, "yes", object()])
def test_anything_but_true_refuses_and_takes_no_place(kind: Kind, said: Any) -> None:
    answers = iter([said, said, True])
    policy = WritePolicy(per_minute=1, confirm=lambda _: next(answers))
    server = Script(answer(SENT))
    assert expect_refusal(kind, server, policy).reason == "the confirm function did not return True"
    expect_refusal(kind, server, policy)
    assert server.count == 0
    call(kind, server, send, guard=policy)
    assert isinstance(expect_refusal(kind, server, policy), errors.WriteLimitReached)
    assert server.count == 1


class NobodyToConfirm(Exception):
    """Whoever was to confirm is not there."""


def test_what_confirm_raises_comes_through_and_nothing_is_sent(kind: Kind) -> None:
    def confirm(_: Write) -> bool:
        raise NobodyToConfirm

    policy, server = WritePolicy(per_minute=1, confirm=confirm), Script(answer(SENT))
    for _ in range(2):  # it used no place either
        with pytest.raises(NobodyToConfirm):
            call(kind, server, send, guard=policy)
    assert server.count == 0


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_confirm_may_be_async_in_an_async_client(backend: Kind) -> None:
    said = iter([True, False])

    async def confirm(_: Write) -> bool:
        await anyio.lowlevel.checkpoint()
        return next(said)

    policy, server = WritePolicy(confirm=confirm), Script(answer(SENT))
    call(backend, server, send, guard=policy)
    expect_refusal(backend, server, policy)
    assert server.count == 1


def test_an_async_confirm_in_a_blocking_client_is_refused_and_left_tidy() -> None:
    async def confirm(_: Write) -> bool:
        return True

    policy, server = WritePolicy(per_minute=1, confirm=confirm), Script(answer(SENT))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(2):
            with pytest.raises(
                TypeError, match="the confirm function of the WritePolicy must not be async; pass a plain"
            ):
                call("sync", server, send, guard=policy)
        gc.collect()
    assert server.count == 0


def test_an_error_of_an_async_function_in_a_blocking_client_names_it() -> None:
    async def function(*_: object) -> Any:
        return None

    class Guard:
        check = staticmethod(function)

    retry = RetryPolicy(attempts=2, decide=cast("Any", function))
    for options, kind, name in (
        (
            {"guard": Guard()},
            TypeError,
            r"the guard's check\(request\) must not be async; pass a plain function, or use",
        ),
        ({"access_token": function}, TypeError, "the access_token function must not be async; pass a plain function"),
        ({"retry": retry}, ValueError, "the decide function of RetryPolicy must return .*; it must not be async"),
    ):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(kind, match=name):
                call("sync", Script(httpx.ConnectError("refused")), send, **cast("Any", options))
            gc.collect()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_two_that_wait_to_be_confirmed_cannot_share_a_place(backend: Kind) -> None:
    async def run() -> None:
        confirm_called, go = anyio.Event(), anyio.Event()

        async def confirm(_: Write) -> bool:
            confirm_called.set()
            await go.wait()
            return True

        server = Script(answer(SENT))
        policy = WritePolicy(per_minute=1, confirm=confirm)
        client = AsyncBeeper("t", transport=httpx.MockTransport(server), guard=policy)
        async with client as beeper, anyio.create_task_group() as group:
            group.start_soon(as_awaitable_send, beeper)
            await confirm_called.wait()
            with pytest.raises(errors.WriteLimitReached), anyio.fail_after(5):  # not asked, or it would wait for ever
                await send(beeper)
            go.set()
        assert server.count == 1

    anyio.run(run, backend=backend)


async def as_awaitable_send(beeper: AsyncBeeper) -> None:
    await as_awaitable(send(beeper))


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_confirmation_gives_its_place_back(backend: Kind) -> None:
    async def run() -> None:
        waits = iter([True, False])

        async def confirm(_: Write) -> bool:
            if next(waits):
                await anyio.sleep_forever()
            return True

        server = Script(answer(SENT))
        policy = WritePolicy(per_minute=1, confirm=confirm)
        async with AsyncBeeper("t", transport=httpx.MockTransport(server), guard=policy) as beeper:
            with anyio.move_on_after(0.02):
                await send(beeper)
            assert server.count == 0
            await send(beeper)
        assert server.count == 1

    anyio.run(run, backend=backend)


# limits


def test_a_limit_is_shared_by_all_made_with_other_options_and_says_when_to_come_again(kind: Kind) -> None:
    server = Script(answer(SENT))

    def act(beeper: Any) -> Any:
        return twice(send, beeper, beeper.with_options(timeout=3))

    with pytest.raises(errors.WriteLimitReached) as caught:
        call(kind, server, act, guard=WritePolicy(per_hour=1, per_minute=5))
    assert (caught.value.limit, caught.value.seconds, server.count) == (1, 3600, 1)
    assert 3590 < caught.value.retry_after <= 3600


def test_reads_take_no_place_and_are_not_limited(kind: Kind) -> None:
    server = Script(answer([]))

    def act(beeper: Any) -> Any:
        return twice(lambda client: client.accounts.list(), beeper)

    call(kind, server, act, guard=WritePolicy(per_minute=1))
    assert server.count == 2


def test_further_attempts_of_a_call_count_once(kind: Kind) -> None:
    server = Script(answer({}, 503), answer({}, 503), answer({"success": True}))

    def act(beeper: Any) -> Any:
        return beeper.chats.archive(CHAT)

    policy = WritePolicy(per_minute=1)
    call(kind, server, act, guard=policy)
    assert server.count == 3
    assert isinstance(expect_refusal(kind, server, policy, act), errors.WriteLimitReached)


def test_of_many_tasks_or_threads_exactly_as_many_send_as_the_limit_says(kind: Kind) -> None:
    server, policy, limited = Script(answer(SENT)), WritePolicy(per_minute=7), list[errors.WriteLimitReached]()

    def blocking(beeper: Any) -> None:
        try:
            send(beeper)
        except errors.WriteLimitReached as error:
            limited.append(error)

    async def task(beeper: Any) -> None:
        try:
            await send(beeper)
        except errors.WriteLimitReached as error:
            limited.append(error)

    async def tasks(beeper: Any) -> None:
        async with anyio.create_task_group() as group:
            for _ in range(40):
                group.start_soon(task, beeper)

    def act(beeper: Any) -> Any:
        if isinstance(beeper, AsyncBeeper):
            return tasks(beeper)
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(16) as threads:
            list(threads.map(blocking, [beeper] * 40))
        return None

    call(kind, server, act, guard=policy)
    assert (server.count, len(limited)) == (7, 33)


def test_a_refused_write_takes_no_place(kind: Kind) -> None:
    policy, server = WritePolicy(per_minute=1, operations=["messages.send"]), Script(answer(SENT))
    for _ in range(3):
        expect_refusal(kind, server, policy, lambda beeper: beeper.chats.archive(CHAT))
    call(kind, server, send, guard=policy)
    assert server.count == 1


# rehearsals


def test_a_dry_run_checks_everything_keeps_what_passes_and_sends_nothing(kind: Kind) -> None:
    confirmed: list[Write] = []

    def confirm(write: Write) -> bool:
        confirmed.append(write)
        return True

    policy = WritePolicy(dry_run=True, chats=[CHAT], per_minute=1, confirm=confirm)
    server = Script(answer(SENT))
    with pytest.raises(errors.DryRun):
        call(kind, server, send, guard=policy)
    expect_refusal(kind, server, policy, lambda beeper: beeper.chats.archive("!b:beeper.com"))
    assert isinstance(expect_refusal(kind, server, policy), errors.WriteLimitReached)
    assert [(write.operation.name, json_body(write)) for write in policy.held] == [("messages.send", {"text": TEXT})]
    assert (server.count, len(confirmed)) == (0, 1)


# older apps, and the other form of a call


@pytest.mark.parametrize("version", ["4.1.92", "4.2.499", "4.3.0"])
def test_in_an_older_form_a_write_is_judged_as_what_it_is(version: str) -> None:
    with FakeBeeper(version=version) as fake:
        chat_ids = plain_chats(fake)
        with Beeper(fake.token, base_url=fake.url, guard=WritePolicy(chats=[chat_ids[0]], per_minute=1)) as beeper:
            with pytest.raises(errors.PolicyRefused, match="does not allow this chat"):
                beeper.messages.send(chat_ids[1], text=TEXT)
            beeper.messages.send(chat_ids[0], text=TEXT)  # on v0 refused in today's form first, and counted once
            with pytest.raises(errors.WriteLimitReached):
                beeper.messages.send(chat_ids[0], text=TEXT)
        assert len(texts(fake, chat_ids[0])) == 1
        assert texts(fake, chat_ids[1]) == []


def test_the_account_of_a_chat_is_found_out_on_v0_too() -> None:
    with FakeBeeper(version="4.1.92") as fake:
        chat_ids = plain_chats(fake)
        with Beeper(fake.token, base_url=fake.url) as beeper:
            account = beeper.chats.retrieve(chat_ids[0]).account_id
        with Beeper(fake.token, base_url=fake.url, guard=WritePolicy(accounts=[account])) as beeper:
            beeper.messages.send(chat_ids[0], text=TEXT)
        with (
            Beeper(fake.token, base_url=fake.url, guard=WritePolicy(accounts=["another"])) as beeper,
            pytest.raises(errors.PolicyRefused, match="does not allow this account"),
        ):
            beeper.messages.send(chat_ids[0], text=TEXT)
        assert len(texts(fake, chat_ids[0])) == 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("version", ["4.1.92", "4.3.0"])
def test_calls_of_v0_pass_where_what_replaced_them_does(version: str) -> None:
    with FakeBeeper(version=version) as fake:
        chat_ids = plain_chats(fake)
        policy = WritePolicy(chats=[chat_ids[0]], operations=["messages.send"])
        with v0.Client(fake.token, base_url=fake.url, guard=policy) as beeper:
            beeper.send_message(chat_id=chat_ids[0], text=TEXT)
            with pytest.raises(errors.PolicyRefused, match="does not allow this chat"):
                beeper.send_message(chat_id=chat_ids[1], text=TEXT)
            with pytest.raises(errors.PolicyRefused, match="does not allow this operation"):
                beeper.archive_chat(chat_id=chat_ids[0])
        assert [len(texts(fake, chat_id)) for chat_id in chat_ids] == [1, 0]


def plain_chats(fake: FakeBeeper) -> list[str]:
    """Two chats that messages can be sent to."""
    chats = [item for item in fake.world.chats() if not item.get("isReadOnly") and "merge" not in item]
    return [item["id"] for item in chats if "mergedIntoChatID" not in item][:2]


def texts(fake: FakeBeeper, chat_id: str) -> list[str]:
    """What was sent to a chat by these tests."""
    return [row["text"] for row in fake.world.messages(chat_id) if TEXT in row.get("text", "")]


# guards of one's own


def test_a_guard_of_ones_own_may_be_async_in_an_async_client_and_may_ask_a_policy(kind: Kind) -> None:
    policy = WritePolicy(operations=["messages.send"])

    class Mine:
        def check(self, request: Any, /) -> Any:
            policy.check(request)
            return self.later(request) if kind != "sync" else None

        async def later(self, request: Any) -> None:
            await anyio.lowlevel.checkpoint()
            if request.body is not None and request.body.value["text"] != TEXT:
                raise NobodyToConfirm

    server = Script(answer(SENT))
    call(kind, server, send, guard=Mine())
    assert server.count == 1
    if kind != "sync":
        with pytest.raises(NobodyToConfirm):
            call(kind, server, lambda beeper: beeper.messages.send(CHAT, text="else"), guard=Mine())
    with pytest.raises(errors.PolicyRefused):
        call(kind, server, lambda beeper: beeper.chats.archive(CHAT), guard=Mine())
    assert server.count == 1


def test_a_policy_asked_by_another_guard_refuses_what_takes_a_question_to_find_out() -> None:
    class Mine:
        def check(self, request: Any, /) -> None:
            WritePolicy(accounts=["wa"]).check(request)

    server = Script(answer(chat(account="wa")))
    with pytest.raises(errors.PolicyRefused, match="the account of this request cannot be determined"):
        call("sync", server, send, guard=Mine())
    assert server.count == 0


# results of guards


class Returns:
    """A guard that returns something."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def check(self, _: object) -> Any:
        return self.value() if callable(self.value) else self.value


async def nested() -> Any:
    async def inner() -> None:
        return None

    return inner()


def generated() -> Any:
    yield None


@pytest.mark.parametrize("value", [False, True, 0, "no", generated, nested])
def test_a_guard_that_returns_anything_but_none_refuses(kind: Kind, value: Any) -> None:
    server = Script(answer(SENT))
    for act in (send, read):
        with pytest.raises(TypeError) as caught:
            call(kind, server, act, guard=Returns(value))
        if (kind, value) != ("sync", nested):
            assert "must return None to allow a call, and raise an exception to refuse it" in str(caught.value)
    assert server.count == 0


# pace


def test_a_rate_limit_paces_reads_writes_and_further_attempts(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def later(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr("anyio.sleep", later)
    server = Script(answer({}, 503), answer([]))

    def act(beeper: Any) -> Any:
        return twice(lambda client: client.accounts.list(), beeper, beeper.with_options(timeout=2))

    call(kind, server, act, rate_limit=RateLimit(0.001), retry=RetryPolicy(attempts=2, base=0, deadline=None))
    assert server.count == 3
    waits = [round(wait) for wait in slept if wait > 1]
    assert waits == [1000, 2000]


def twice(act: Callable[[Any], Any], client: Any, other_client: Any = None) -> Any:
    """Call `act` with one client and then with the other, or twice with one."""
    first, second = client, other_client or client
    if isinstance(client, Beeper):
        act(first)
        return act(second)

    async def run() -> Any:
        await act(first)
        return await act(second)

    return run()
