"""Payloads go from one version to the other, and nothing gets lost without being named."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import models
from beeper_sdk._core.generated import base
from beeper_sdk.v0 import downgrade, upgrade
from tests.v0.fixtures import MODELS, SHAPES, payloads

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)
FIELDS = sorted(
    {name for model in MODELS.values() for name in model._ATTRIBUTES} | {"success", "error", "message", "code"}
)
ODD = st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6)


@pytest.mark.parametrize("name", SHAPES)
def test_both_directions_read_as_the_other_version(name: str) -> None:
    shape = SHAPES[name]
    olds, news = payloads(shape.old), payloads(shape.new)
    assert len(olds) > (2 if name == "chat" else 0)
    assert news
    for wire in olds:
        MODELS[shape.new].from_dict(shape.up(wire).value)
    for wire in news:
        MODELS[shape.old].from_dict(shape.down(wire).value)


def value_at(wire: Any, path: str) -> Any:
    """The value at a path such as ``a.b[0]['c'].d``."""
    code = "".join(part if part.startswith("[") else f"[{part!r}]" for part in _parts(path))
    return eval(f"wire{code}", {"wire": wire})


def _parts(path: str) -> list[str]:
    import re

    return [match[0].strip(".") for match in re.finditer(r"\[('[^']*'|\"[^\"]*\"|\d+)\]|[^.\[\]]+", path)]


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_lost_is_named_by_its_place(name: str) -> None:
    shape = SHAPES[name]
    for change, wires in ((shape.up, payloads(shape.old)), (shape.down, payloads(shape.new))):
        for wire in wires:
            before = copy.deepcopy(wire)
            lost = change(wire).lost
            assert wire == before
            assert all(value_at(wire, path) == value for path, value in lost.items())


def leaves(value: Any) -> list[str]:
    """Every value in a payload, to be counted."""
    if base.is_object(value):
        return sorted(leaf for item in value.values() for leaf in leaves(item))
    if base.is_list(value):
        return sorted(leaf for item in value for leaf in leaves(item))
    return [repr(value)]


@pytest.mark.parametrize("name", ["account", "user", "participants", "chat", "message", "attachment", "chat_page",
                                  "message_page", "contacts", "search_result"])  # fmt: skip
def test_every_value_of_v1_is_in_the_result_or_in_what_is_lost(name: str) -> None:
    shape = SHAPES[name]
    for wire in payloads(shape.new):
        value, lost = shape.down(wire)
        preserved = leaves(value) + leaves(list(lost.values()))
        missing = [leaf for leaf in leaves(wire) if leaf not in preserved]
        assert missing == []


@pytest.mark.parametrize("name", ["account", "chat", "message", "attachment", "chat_page", "message_page",
                                  "search_result", "contacts"])  # fmt: skip
def test_v0_to_v1_and_back_says_the_same(name: str) -> None:
    shape = SHAPES[name]
    for wire in payloads(shape.old):
        up, lost = shape.up(wire)
        assert lost == {}
        again, lost = shape.down(up)
        assert lost == {}
        assert _keys_as_text(again) == _keys_as_text(wire)


def _keys_as_text(value: Any) -> Any:
    if base.is_list(value):
        return [_keys_as_text(item) for item in value]
    if not base.is_object(value):
        return value
    keys = ("sortKey", "lastReadMessageSortKey")
    return {
        name: str(field) if name in keys and field is not None else _keys_as_text(field)
        for name, field in value.items()
    }


@given(wire=ODD)
def test_nothing_is_too_odd(wire: dict[str, Any]) -> None:
    """Each example for every shape: making one up takes longer than all 34 functions take with it."""
    before = copy.deepcopy(wire)
    for name in (*SHAPES, "archive_result"):
        for module in (upgrade, downgrade):
            value, _ = vars(module)[name](wire)
            assert isinstance(value, dict), name
        assert wire == before, name


@given(wire=JSON)
def test_what_is_no_object_is_lost_as_a_whole(wire: Any) -> None:
    for module in (upgrade, downgrade):
        value, lost = module.chat(wire)
        assert isinstance(wire, dict) or (value, lost) == ({}, {"$": wire})


def test_the_other_version_has_the_same_functions() -> None:
    assert upgrade.__all__ == downgrade.__all__ == sorted(upgrade.__all__)
    assert set(upgrade.__all__) == {*SHAPES, "archive_result"}


def test_models_are_taken_too() -> None:
    chat = models.V0Chat.from_dict(payloads("V0Chat")[0])
    assert upgrade.chat(chat) == upgrade.chat(chat.to_dict())


# One by one


def test_a_sort_key_becomes_text() -> None:
    assert upgrade.chat({"lastReadMessageSortKey": 449706228480}).value == {"lastReadMessageSortKey": "449706228480"}
    assert upgrade.message({"sortKey": 12.0}).value == {"sortKey": "12"}
    assert upgrade.message({"sortKey": "12"}).value == {"sortKey": "12"}
    assert upgrade.chat({"lastReadMessageSortKey": None}).value == {"lastReadMessageSortKey": None}


def test_a_second_id_goes_only_where_it_says_the_same() -> None:
    assert upgrade.message({"id": "1", "messageID": "1"}).value == {"id": "1"}
    assert upgrade.message({"id": "1", "messageID": "2"}).value == {"id": "1", "messageID": "2"}
    assert downgrade.message({"id": "1"}).value == {"id": "1", "messageID": "1"}


def test_what_v0_requires_is_there() -> None:
    assert downgrade.chat({"id": "1", "title": None}) == ({"id": "1", "title": "", "network": ""} | {}, {"title": None})
    assert downgrade.account({"accountID": "a"}).value == {"accountID": "a", "network": ""}


def test_places_of_what_is_lost() -> None:
    chat: dict[str, object] = {"draft": {"text": "x"}, "participants": {"items": [{"id": "u", "isAdmin": True}]}}
    page: dict[str, object] = {"items": [], "chats": {"!a.b:x": chat}}
    assert downgrade.message_page(page).lost == {
        "chats['!a.b:x'].draft": {"text": "x"}, "chats['!a.b:x'].participants.items[0].isAdmin": True,
    }  # fmt: skip


def test_flags_become_the_status_and_come_back() -> None:
    sent = {"success": True, "chatID": "c", "pendingMessageID": "p"}
    assert upgrade.send_result(sent) == ({"chatID": "c", "pendingMessageID": "p"}, {})
    assert downgrade.send_result({"chatID": "c", "pendingMessageID": "p"}) == (sent, {})
    rejected = {"success": False, "error": "no"}
    assert upgrade.create_result(rejected) == ({}, rejected)
    assert upgrade.archive_result({"success": True}) == ({}, {})
    assert downgrade.archive_result() == downgrade.archive_result({"success": True}) == ({"success": True}, {})


def test_the_oldest_answers_of_a_send() -> None:
    oldest = {"success": True, "messageID": "m", "deeplink": "beeper://x"}
    assert upgrade.send_result(oldest) == ({"pendingMessageID": "m", "deeplink": "beeper://x"}, {})


def test_a_new_chat_is_its_id_in_v0() -> None:
    (chat,) = payloads("CreatedChat")
    value, lost = downgrade.create_result(chat)
    assert value == {"success": True, "chatID": chat["chatID"]}
    assert set(lost) == set(chat) - {"id", "chatID"}
    assert downgrade.create_result({"chatID": "c", "status": "existing"}) == (
        {"success": True, "chatID": "c"}, {"status": "existing"},
    )  # fmt: skip


@pytest.mark.parametrize(("ms", "text"), [(0, "1970-01-01T00:00:00.000Z"), (1788253200000, "2026-09-01T09:00:00.000Z"),
                                          (-1, "1969-12-31T23:59:59.999Z")])  # fmt: skip
def test_reminders_change_their_unit(ms: int, text: str) -> None:
    assert upgrade.reminder({"remindAtMs": ms, "dismissOnIncomingMessage": True}) == (
        {"remindAt": text, "dismissOnIncomingMessage": True}, {},
    )  # fmt: skip
    assert downgrade.reminder({"remindAt": text}) == ({"remindAtMs": ms}, {})
    assert upgrade.reminder({"remindAtMs": ms + 0.5}).lost == {"remindAtMs": ms + 0.5}


@pytest.mark.parametrize("moment", [None, True, "soon", 10**30, float("inf"), float("nan")])
def test_reminders_that_are_no_moment_are_lost_not_guessed(moment: object) -> None:
    value, lost = upgrade.reminder({"remindAtMs": moment})
    assert value == {}
    assert lost["remindAtMs"] is moment
    assert downgrade.reminder({"remindAt": "soon"}) == ({}, {"remindAt": "soon"})


def test_errors_of_all_generations() -> None:
    assert upgrade.error({"error": "no", "code": "x", "details": {"a": "b"}}) == (
        {"message": "no", "code": "x", "details": {"a": "b"}}, {},
    )  # fmt: skip
    assert upgrade.error({"error": "no"}).value == {"message": "no", "code": "unknown"}
    assert upgrade.error({"error": {"code": "x", "message": "no", "type": "t", "param": "p"}}) == (
        {"message": "no", "code": "x"}, {"error.type": "t", "error.param": "p"},
    )  # fmt: skip
    new = {"message": "no", "code": "x"}
    assert upgrade.error(new) == (new, {})
    assert downgrade.error(new) == ({"error": "no", "code": "x"}, {})
    issues = {"issues": [{"code": "custom", "message": "bad", "path": ["body", "chatID"]}]}
    assert downgrade.error({**new, "details": issues}) == (
        {"error": "no", "code": "x", "details": {"body.chatID": "bad"}}, {"details": issues},
    )  # fmt: skip
