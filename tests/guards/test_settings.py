"""What a `WritePolicy` takes, shows and keeps."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from beeper_sdk import Beeper, WritePolicy, api, errors
from beeper_sdk._core.http.request_parts import json_body
from beeper_sdk.guards import Write
from beeper_sdk.guards._policy_state import MAX_HELD

SECRET = "!canary-id:beeper.com"


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"operations": ["message.send"]}, ValueError, r"'message\.send'.*did you mean messages\.send"),
        ({"operations": ["messages_send"]}, ValueError, r"did you mean .*messages\.send"),
        ({"operations": ["message.*"]}, ValueError, r"'message\.\*'.*messages\.\*"),
        ({"operations": ["messages*"]}, ValueError, "which is not an operation"),
        ({"operations": ["*"]}, ValueError, r"such as messages\.\*"),
        ({"operations": [".*"]}, ValueError, "which is not an operation"),
        ({"operations": [""]}, ValueError, "which is not an operation"),
        ({"operations": ["request"]}, ValueError, "which is not an operation"),
        ({"operations": "messages.send"}, TypeError, "operations must be a list of str or None, not str"),
        ({"operations": [api.messages]}, TypeError, "operations must be a list of str, not of "),
        ({"chats": SECRET}, TypeError, "chats must be a list of str or None, not str"),
        ({"chats": [None]}, TypeError, "chats must be a str or a Chat, not NoneType"),
        ({"chats": 5}, TypeError, "chats must be a list of str or None, not int"),
        ({"chats": [" "]}, ValueError, "chats must not be blank"),
        ({"accounts": [1]}, TypeError, "accounts must be a list of str"),
        ({"per_minute": 0}, ValueError, "per_minute must be at least 1"),
        ({"per_hour": 10**30}, ValueError, "per_hour must be at most 1000000, or None for no limit"),
        ({"per_minute": True}, TypeError, "per_minute must be an int or None, not bool"),
        ({"per_hour": 1.5}, TypeError, "per_hour must be an int or None, not float"),
        ({"per_hour": float("nan")}, TypeError, "per_hour"),
        ({"dry_run": "no"}, TypeError, "dry_run must be True or False, not str"),
        ({"dry_run": None}, TypeError, "dry_run must be True or False"),
        ({"confirm": True}, TypeError, "confirm must be a function or None, not bool"),
    ],
)
def test_what_means_nothing_is_refused_when_the_policy_is_made(
    arguments: dict[str, Any], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says) as caught:
        WritePolicy(**arguments)
    assert SECRET not in str(caught.value)


def test_a_group_stands_for_all_its_operations_and_no_others() -> None:
    policy = WritePolicy(operations=["messages.*", "focus"])
    assert policy.operations is not None
    assert {"messages.send", "messages.update", "messages.delete", "focus"} <= policy.operations
    assert {name.split(".")[0] for name in policy.operations} == {"messages", "focus"}
    whole = WritePolicy(operations=["chats.*"])
    assert whole.operations is not None
    assert "chats.messages.reactions.add" in whole.operations


def test_its_settings_cannot_be_changed() -> None:
    chats = [SECRET]
    policy = WritePolicy(chats=chats)
    chats.append("!another:beeper.com")
    assert policy.chats == frozenset({SECRET})
    for name in ("chats", "per_minute", "dry_run", "rules", "anything"):
        with pytest.raises(AttributeError):
            setattr(policy, name, None)


def test_it_cannot_be_subclassed_for_what_a_subclass_adds_would_not_be_asked() -> None:
    with pytest.raises(TypeError, match="cannot be subclassed"):
        type("Mine", (WritePolicy,), {})


def test_it_shows_neither_ids_nor_functions() -> None:
    policy = WritePolicy(chats=[SECRET], accounts=["canary-account"], operations=["focus"], per_minute=2, confirm=bool)
    shown = "chats=<1>, accounts=<1>, operations=['focus'], per_minute=2, confirm=<function>"
    assert repr(policy) == f"WritePolicy({shown})"
    assert repr(WritePolicy()) == "WritePolicy()"
    assert repr(WritePolicy(chats=[], dry_run=True)) == "WritePolicy(chats=<0>, dry_run=True)"
    assert repr(Write("messages.send", SECRET, "canary", "canary", {"text": "canary"})) == (
        "Write(operation='messages.send')"
    )


def test_an_error_of_it_says_why_and_shows_no_id() -> None:
    policy = WritePolicy(chats=["!other:beeper.com"])
    with pytest.raises(errors.PolicyRefused) as caught:
        policy.check(api.messages.send(SECRET, text="canary-text"))
    assert str(caught.value) == "messages.send was not sent: the WritePolicy does not allow this chat; add it to chats="
    assert "canary" not in repr(caught.value) + repr(vars(caught.value))


def through_a_pickle(policy: WritePolicy) -> Any:
    return pickle.loads(pickle.dumps(policy))


AGAIN: list[Callable[[WritePolicy], WritePolicy]] = [copy.copy, copy.deepcopy, through_a_pickle]


@pytest.mark.parametrize("again", AGAIN)
def test_a_pickle_or_copy_has_the_settings_and_starts_to_count_anew(
    again: Callable[[WritePolicy], WritePolicy],
) -> None:
    policy = WritePolicy(chats=[SECRET], operations=["messages.*", "focus"], per_minute=1, per_hour=5, confirm=ask)
    policy.check(api.messages.send(SECRET, text="hi"))
    with pytest.raises(errors.WriteLimitReached):
        policy.check(api.messages.send(SECRET, text="hi"))
    duplicate = again(policy)
    names = ("chats", "accounts", "operations", "per_minute", "per_hour", "dry_run", "confirm")
    assert [getattr(duplicate, name) for name in names] == [getattr(policy, name) for name in names]
    duplicate.check(api.messages.send(SECRET, text="hi"))
    with pytest.raises(errors.WriteLimitReached):
        duplicate.check(api.messages.send(SECRET, text="hi"))


def test_it_travels_with_its_client() -> None:
    beeper = Beeper("token", guard=WritePolicy(chats=["!other:beeper.com"]), base_url="http://127.0.0.1:9")
    with pickle.loads(pickle.dumps(beeper)) as again, pytest.raises(errors.PolicyRefused):
        again.messages.send(SECRET, text="hi")
    with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
        pickle.dumps(Beeper("token", guard=WritePolicy(confirm=lambda _: True)))


def test_a_dry_run_holds_the_newest_and_no_more_than_a_hundred() -> None:
    policy = WritePolicy(dry_run=True)
    for number in range(MAX_HELD + 5):
        with pytest.raises(errors.DryRun):
            policy.check(api.messages.send(SECRET, text=f"canary {number}"))
    assert [json_body(request)["text"] for request in policy.held] == [f"canary {n}" for n in range(5, MAX_HELD + 5)]
    assert "canary" not in repr(policy.held)
    policy.held.clear()
    assert len(policy.held) == MAX_HELD


def ask(_: Write) -> bool:
    return True
