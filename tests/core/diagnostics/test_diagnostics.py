"""`diagnostics` and `strict`: what an answer has that this version does not know, where, and never with a value."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import Beeper, errors
from beeper_sdk._core.diagnostics.findings import MAX_FINDINGS, Diagnose, Diagnostics
from beeper_sdk._core.diagnostics.recorder import MAX_ANSWERS, MAX_ITEMS, MAX_OBSERVED
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, Call, Kind, Story, runs_on
from tests.scripted_server import AT_ONCE, KINDS, TOKEN, Script, answer, call, chat, message, people

SECRET = "Meet Alice at 15550100"


def odd_chat() -> dict[str, Any]:
    """A chat of a newer app."""
    base: dict[str, Any] = chat(participants=people([1], 1, badge=SECRET))
    return base | {"type": "channel", "colour": {"name": SECRET}, "unreadCount": "3", "isMuted": SECRET}


ODD = [
    ("wrong_type", "Chat.isMuted", "expected bool, found str"),
    ("unknown_field", "Chat.colour", "an object"),
    ("unknown_value", "Chat.type", "channel"),
    ("wrong_type", "Chat.unreadCount", "expected int, found str"),
    ("unknown_field", "Participant.badge", "str"),
]


def retrieved(beeper: Any) -> Any:
    return beeper.chats.retrieve("!a:beeper.com")


def diagnosed(*answers: Any, mode: Diagnose = "all", times: int = 1) -> Diagnostics:
    """What a client has noted after calls with these answers."""
    server = Script(*(answer(body) for body in answers))
    with Beeper(TOKEN, transport=httpx.MockTransport(server), retry=AT_ONCE, diagnose=mode) as beeper:
        for _ in range(times):
            retrieved(beeper)
        return beeper.diagnostics


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_odd_is_noted_by_field_of_a_model(kind: Kind) -> None:
    recorded: list[Diagnostics] = []

    def act(beeper: Any) -> Any:
        recorded.append(beeper.diagnostics)
        return retrieved(beeper)

    assert call(kind, Script(answer(odd_chat())), act, diagnose="all").unread_count == "3"
    assert {(finding.kind, finding.place, finding.found) for finding in recorded[0]} == set(ODD)
    assert all((finding.operation, finding.times) == ("chats.retrieve", 1) for finding in recorded[0])
    assert "Alice" not in f"{recorded[0]} {recorded[0]!r} {recorded[0].to_dict()}"


def test_the_same_is_counted_and_kept_once() -> None:
    diagnostics = diagnosed(odd_chat(), times=5)
    assert len(diagnostics) == len(ODD)
    assert {finding.times for finding in diagnostics} == {5}
    assert diagnostics.looked_at == 5


def test_first_looks_at_the_first_answers_of_each_operation_and_items_of_each_list() -> None:
    diagnostics = diagnosed(*[chat()] * MAX_ANSWERS, odd_chat(), mode="first", times=MAX_ANSWERS + 1)
    assert (len(diagnostics), diagnostics.looked_at) == (0, MAX_ANSWERS)
    participant: dict[str, Any] = {"id": "@p:beeper.local"}
    roster = {
        "items": [participant] * MAX_ITEMS + [participant | {"badge": 1}],
        "hasMore": False,
        "total": MAX_ITEMS + 1,
    }
    assert len(diagnosed(chat(participants=roster), mode="first")) == 0
    assert len(diagnosed(chat(participants=roster), mode="all")) == 1


def test_without_the_switch_nothing_is_looked_at() -> None:
    diagnostics = diagnosed(odd_chat(), mode="off")
    assert (len(diagnostics), diagnostics.looked_at) == (0, 0)


@pytest.mark.parametrize("mode", ["off", "first", "all"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_made_an_answer_unreadable_is_noted_in_any_case(kind: Kind, mode: str) -> None:
    recorded: list[Diagnostics] = []

    def act(beeper: Any) -> Any:
        recorded.append(beeper.diagnostics)
        return beeper.chats.list().first()

    page = {"items": [chat() | {"participants": SECRET}], "hasMore": False, "oldestCursor": None, "newestCursor": None}
    assert call(kind, Script(answer(page)), act, diagnose=mode).missing_fields == ("participants",)
    (finding,) = recorded[0]
    location = "chats.list.items[].participants" if mode == "off" else "ChatWithPreview.participants"
    assert (finding.kind, finding.place, finding.found) == ("wrong_type", location, "expected an object, found str")


def test_it_is_shared_with_other_options_and_can_be_cleared() -> None:
    transport = httpx.MockTransport(Script(answer(odd_chat())))
    with Beeper(TOKEN, transport=transport, diagnose="first") as beeper:
        for _ in range(MAX_ANSWERS):
            retrieved(beeper.with_options(timeout=3))
        assert len(beeper.diagnostics) == len(ODD)
        assert beeper.diagnostics is beeper.with_options(timeout=4).diagnostics
        beeper.diagnostics.clear()
        assert len(beeper.diagnostics) == 0
        retrieved(beeper)
        assert len(beeper.diagnostics) == len(ODD), "it begins anew"


def test_it_is_bounded() -> None:
    many = chat() | {f"field{number}": number for number in range(MAX_FINDINGS + 50)}
    diagnostics = diagnosed(many)
    assert (len(diagnostics), diagnostics.dropped) == (MAX_FINDINGS, 50)


def test_it_counts_right_across_threads() -> None:
    transport = httpx.MockTransport(lambda _: answer(odd_chat()))
    with Beeper(TOKEN, transport=transport, diagnose="all") as beeper:
        threads = [threading.Thread(target=lambda: [retrieved(beeper) for _ in range(20)]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {finding.times for finding in beeper.diagnostics} == {80}


@pytest.mark.parametrize("hostile", [SECRET, "+15550100", "!a:beeper.com", "@bob:beeper.local", "x" * 41, "a b", "é"])
def test_names_and_values_that_look_like_none_are_not_kept(hostile: str) -> None:
    diagnostics = diagnosed(chat() | {hostile: 1, "type": hostile})
    assert {(finding.kind, finding.place, finding.found) for finding in diagnostics} == {
        ("unknown_field", "Chat.?", "int"),
        ("unknown_value", "Chat.type", "?"),
    }


@given(junk=st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9),
                         lambda inner: st.lists(inner, max_size=3)
                         | st.dictionaries(st.sampled_from(["items", "participants", "preview", "seen", "x y"]), inner),
                         max_leaves=9))  # fmt: skip
def test_looking_is_never_an_error_of_its_own(junk: Any) -> None:
    with Beeper(TOKEN, transport=httpx.MockTransport(Script(answer(junk))), diagnose="all", retry=AT_ONCE) as beeper:
        with_junk(retrieved, beeper)
        with_junk(searched, beeper)
        assert beeper.diagnostics.looked_at == 2


def searched(beeper: Any) -> Any:
    return beeper.messages.search(query="x").first()


def with_junk(act: Callable[[Any], Any], beeper: Beeper) -> None:
    try:
        act(beeper)
    except errors.ResponseDecodeError:
        assert len(beeper.diagnostics) > 0


@runs_on(ALL, diagnose="all", strict=True)
def test_a_server_of_today_has_nothing_odd(fake_beeper: FakeBeeper) -> Story:
    first_chat = yield lambda beeper: beeper.chats.list().first()
    yield lambda beeper: beeper.messages.list(first_chat.id).first()
    yield lambda beeper: beeper.messages.search(query="a").first()
    yield Call("accounts.list")
    diagnostics: Diagnostics = yield lambda beeper: beeper.diagnostics
    assert list(diagnostics) == []
    # The first chat is a merged one: its own list is empty, and it has two members.
    assert diagnostics.looked_at == len(fake_beeper.requests) == 7


STRICT = [
    ({"colour": SECRET}, "$.colour", "unknown field (strict=True)"),
    ({SECRET: 1}, "$.?", "unknown field (strict=True)"),
    ({"type": "channel"}, "$.type", "unknown value (strict=True)"),
    ({"unreadCount": "3"}, "$.unreadCount", "expected int, found str"),
    ({"participants": people([1, 2], 2, badge=1)}, "$.participants.items[0].badge", "unknown field (strict=True)"),
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("change", "path", "problem"), STRICT, ids=[path for _, path, _ in STRICT])
def test_strict_raises_on_the_first(kind: Kind, change: dict[str, Any], path: str, problem: str) -> None:
    server = Script(answer(chat() | change))
    assert call(kind, server, retrieved).id == "!a:beeper.com"
    with pytest.raises(errors.ResponseDecodeError) as caught:
        call(kind, server, retrieved, strict=True)
    assert (caught.value.path, caught.value.problem) == (path, problem)
    assert "Alice" not in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_sent_is_in_doubt_where_strict_refuses_its_answer(kind: Kind) -> None:
    server = Script(answer({"chatID": "c", "pendingMessageID": "m", "colour": 1}))
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda beeper: beeper.messages.send("c", text="hi"), strict=True)
    assert server.count == 1


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_spec_does_not_know_is_as_it_is(kind: Kind) -> None:
    def act(beeper: Any) -> Any:
        return beeper.request("GET", "/v1/brand-new", effect="read")

    assert call(kind, Script(answer({"a": [1]})), act, diagnose="all", strict=True).value == {"a": [1]}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_json_is_noted_too(kind: Kind) -> None:
    recorded: list[Diagnostics] = []

    def act(beeper: Any) -> Any:
        recorded.append(beeper.diagnostics)
        return retrieved(beeper)

    with pytest.raises(errors.ResponseDecodeError):
        call(kind, Script(httpx.Response(200, content=b"{")), act, diagnose="all")
    assert [(finding.place, finding.found) for finding in recorded[0]] == [("chats.retrieve", "it is not JSON")]


@pytest.mark.parametrize("wrong", ["on", True, None])
def test_the_switch_takes_three_words(wrong: Any) -> None:
    with pytest.raises(ValueError, match="diagnose must be 'off', 'first' or 'all'"):
        Beeper(TOKEN, diagnose=wrong)


def test_a_message_of_a_page_is_named_by_its_model() -> None:
    page = {"items": [message(1) | {"mood": 1}, message(2) | {"mood": 2}], "hasMore": False}
    with Beeper(TOKEN, transport=httpx.MockTransport(Script(answer(page))), diagnose="all") as beeper:
        beeper.messages.list("c").first()
        assert [(finding.place, finding.times) for finding in beeper.diagnostics] == [("Message.mood", 2)]


def test_of_one_response_a_limited_number_of_mismatches_is_recorded() -> None:
    many: list[Any] = [{}] * MAX_OBSERVED  # of each, several fields are missing
    found = diagnosed(chat(participants={"items": many, "hasMore": False, "total": 1}))
    assert sum(finding.times for finding in found) == MAX_OBSERVED
