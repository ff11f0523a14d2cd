"""An answer of another shape than documented: the error names the JSON path."""

from __future__ import annotations

import json
import pickle
import re
from typing import Any

import pytest

from beeper_sdk_client import DecodeError, Request, StatusError, api
from beeper_sdk_client._decode_errors import first_fault
from beeper_sdk_client._model import decode
from tests.each import each_of
from tests.generated.contract import answered, example, loader, model, model_names

ANSWERED = sorted(set(model_names()) - {"AssetUploadMultipart"})  # whose file is text only in its example


CALLS: dict[str, Request[Any]] = {
    "chat": api.chats.retrieve("c"),
    "chats": api.chats.list(),
    "messages": api.messages.list("c"),
    "accounts": api.accounts.list(),
    "created": api.chats.create(account_id="a", participant_ids=["p"], type="single"),
    "session": api.bridges.login_sessions.retrieve("s", bridge_id="b"),
    "search": api.search(query="x"),
    "introspection": api.oauth.introspect(token="t"),
}


def message(**changes: Any) -> dict[str, Any]:
    base: dict[str, Any] = example("Message")
    return base | changes


def page(*items: object) -> dict[str, Any]:
    return {"items": list(items), "hasMore": False}


def reaction(**changes: Any) -> dict[str, Any]:
    return {"id": "r", "reactionKey": "x", "participantID": "p"} | changes


def unreadable(call: str, data: object) -> list[str]:
    """What is reported of an answer whose items cannot all be read."""
    reported: list[str] = []
    answered(CALLS[call], json.dumps(data), report=lambda path, problem: reported.append(f"{path}: {problem}"))
    return reported


def fault(call: str, data: object, *, strict: bool = False) -> str:
    with pytest.raises(DecodeError) as caught:
        answered(CALLS[call], json.dumps(data), strict=strict)
    assert str(caught.value) == f"{caught.value.path}: {caught.value.problem}"
    return str(caught.value)


def missing(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


STRUCTURE: list[tuple[str, Any, str]] = [
    ("chat", [], "$: expected an object, found list"),
    ("chat", None, "$: expected an object, found null"),
    ("chat", "text", "$: expected an object, found str"),
    ("chat", missing(example("Chat"), "id"), "$.id: missing"),
    ("chat", example("Chat") | {"participants": []}, "$.participants: expected an object, found list"),
    ("chat", example("Chat") | {"participants": None}, "$.participants: expected an object, found null"),
    ("chat", example("Chat") | {"labels": {}}, "$.labels: expected a list, found an object"),
    ("chat", example("Chat") | {"labels": "none"}, "$.labels: expected a list, found str"),
    ("chat", example("Chat") | {"labels": ["x"]}, "$.labels[0]: expected an object, found str"),
    ("chat", example("Chat") | {"lastActivity": "soon"}, "$.lastActivity: expected a timestamp, found str"),
    ("chat", example("Chat") | {"lastActivity": 1788205301}, "$.lastActivity: expected a timestamp, found int"),
    ("chats", page(example("Chat"), {}), "$.items[1].id: missing"),
    ("chats", {"items": {"a": 1}, "hasMore": False}, "$.items: expected a list, found an object"),
    (
        "messages",
        page(message(), message(reactions=[{"reactionKey": "x", "participantID": "p"}])),
        "$.items[1].reactions[0].id: missing",
    ),
    ("messages", page(message(mentions="all")), "$.items[0].mentions: expected a list, found str"),
    ("accounts", {"items": []}, "$: expected a list, found an object"),
    ("accounts", [example("Account"), 7], "$[1]: expected an object, found int"),
    ("search", {"results": {"chats": [], "in_groups": []}}, "$.results.messages: missing"),
]


@pytest.mark.parametrize(("call", "data", "said"), STRUCTURE, ids=[said for _, _, said in STRUCTURE])
def test_a_wrong_structure_names_its_place(call: str, data: Any, said: str) -> None:
    assert unreadable(call, data)[:1] == [said] if "[" in said else fault(call, data) == said
    assert fault(call, data, strict=True) == said


SCALARS: list[tuple[str, Any, str]] = [
    ("chat", example("Chat") | {"id": 7}, "$.id: expected str, found int"),
    ("chat", example("Chat") | {"unreadCount": True}, "$.unreadCount: expected int, found bool"),
    ("chat", example("Chat") | {"unreadCount": 1.5}, "$.unreadCount: expected int, found float"),
    ("chat", example("Chat") | {"isMuted": 1}, "$.isMuted: expected bool, found int"),
    ("chat", example("Chat") | {"type": 1}, "$.type: expected str, found int"),
    ("chat", example("Chat") | {"id": None}, "$.id: expected str, found null"),
    (
        "chat",
        example("Chat") | {"lastReadMessageSortKey": []},
        "$.lastReadMessageSortKey: expected int or str, found list",
    ),
    (
        "messages",
        page(message(), message(reactions=[reaction(id=1)])),
        "$.items[1].reactions[0].id: expected str, found int",
    ),
    ("messages", page(message(mentions=["a", 1])), "$.items[0].mentions[1]: expected str, found int"),
]


@pytest.mark.parametrize(("call", "data", "said"), SCALARS, ids=[said for _, _, said in SCALARS])
def test_a_wrong_scalar_is_let_through_but_for_strict_mode(call: str, data: Any, said: str) -> None:
    answered(CALLS[call], json.dumps(data))
    assert fault(call, data, strict=True) == said


def test_strict_mode_accepts_every_example() -> None:
    for name in ANSWERED:
        assert first_fault(loader(name), example(name)) is None, name


def test_structure_is_reported_before_scalars() -> None:
    data = page(message(id=7), message(text=7, reactions=[reaction(id=1)], links={}))
    assert fault("messages", data, strict=True) == "$.items[1].links: expected a list, found an object"


class TestUnions:
    def test_a_known_variant_with_a_missing_key_names_the_key(self) -> None:
        session = example("LoginSession") | {"currentStep": {"type": "cookies", "stepID": "s", "url": "u"}}
        assert fault("session", session) == "$.currentStep.fields: missing"

    def test_a_variant_inside_a_variant_names_its_place(self) -> None:
        login_step = example("DisplayAndWaitLoginStep") | {"display": {"type": "qr"}}
        assert (
            fault("session", example("LoginSession") | {"currentStep": login_step})
            == "$.currentStep.display.data: missing"
        )

    def test_a_list_in_a_known_variant_names_its_item(self) -> None:
        login_step = example("UserInputLoginStep") | {"fields": [{"id": "phone", "label": "x"}, 5]}
        said = unreadable("session", example("LoginSession") | {"currentStep": login_step})
        assert said == ["$.currentStep.fields[1]: expected an object, found int"]

    def test_a_variant_without_its_kind_names_the_kind(self) -> None:
        session = example("LoginSession") | {"currentStep": {"stepID": "s"}}
        assert fault("session", session) == "$.currentStep.type: missing"

    def test_a_variant_that_is_no_object_says_so(self) -> None:
        session = example("LoginSession") | {"currentStep": "cookies"}
        assert fault("session", session) == "$.currentStep: expected an object, found str"

    def test_a_union_told_apart_by_keys_blames_the_one_that_was_meant(self) -> None:
        created = missing(example("CreatedChat"), "participants")
        assert fault("created", created) == "$.participants: missing"

    def test_a_scalar_in_a_known_variant_is_found_in_strict_mode(self) -> None:
        login_step = example("UserInputLoginStep") | {"stepID": 5}
        said = fault("session", example("LoginSession") | {"currentStep": login_step}, strict=True)
        assert said == "$.currentStep.stepID: expected str, found int"

    def test_an_unknown_variant_is_no_fault(self) -> None:
        session = example("LoginSession") | {"currentStep": {"type": "telepathy", "stepID": 5}}
        answered(CALLS["session"], json.dumps(session), strict=True)

    def test_a_union_decided_by_json_type_names_what_it_takes(self) -> None:
        said = unreadable("messages", page(message(seen={"@bob:x": "never"})))
        assert said == ["$.items[0].seen.*[0]: expected bool or a timestamp, found str"]
        assert unreadable("messages", page(message(seen=5)))[0].startswith("$.items[0].seen: expected ")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "$: expected JSON, found an empty body"),
        (b"<html>c4n4ry</html>", "$: it is not JSON"),
        (b'{"id": "c4n4ry', "$: it is not JSON"),
        (b'{"id": "c4n4ry"} c4n4ry', "$: it is not JSON"),
        (b"\xff\xfe\x00c4n4ry", "$: it is not JSON"),
        (b"[" * 100_000, "$: it is not JSON"),
    ],
    ids=["empty", "HTML", "cut off", "more after it", "not UTF-8", "too deep"],
)
@pytest.mark.parametrize("reader", ["json", "orjson"])
def test_what_is_not_json_says_so(body: bytes, said: str, reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import import_module

    from beeper_sdk_client import _json

    monkeypatch.setattr(_json, "_fast", import_module(reader).loads if reader == "orjson" else None)
    with pytest.raises(DecodeError) as caught:
        answered(CALLS["chat"], body)
    assert str(caught.value) == said
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None, "an error that holds the body is behind it"


def test_the_errors_pickle() -> None:
    first = pickle.loads(pickle.dumps(DecodeError("$.items[1].id", "missing")))
    assert (type(first), first.path, first.problem, str(first)) == (
        DecodeError,
        "$.items[1].id",
        "missing",
        "$.items[1].id: missing",
    )
    second = pickle.loads(pickle.dumps(StatusError(520, "chats.list")))
    assert (type(second), second.status, second.operation) == (StatusError, 520, "chats.list")


ONLY_LISTS = {"UnifiedSearchResults", "V0UnifiedSearchResults", "ValidationErrorDetails"}
"""They hold nothing but lists, which are empty where they are missing."""


def _is_page(name: str) -> bool:
    return "items" in model(name)._ATTRIBUTES or name in ONLY_LISTS


@each_of(ANSWERED)
def test_every_missing_field_is_named(name: str) -> None:
    for wire in example(name):
        data = missing(example(name), wire)
        error = first_fault(model(name)._read, data)
        if error is not None:  # else it is optional
            assert (error.path, error.problem) == (f"$.{wire}", "missing")
            if not _is_page(name):
                with pytest.raises(DecodeError, match=rf"^\$\.{re.escape(wire)}: missing$"):
                    decode(model(name)._read, data)


def test_a_fault_says_where_in_a_long_page() -> None:
    items = [message(id=str(number)) for number in range(200)]
    items[137] = missing(items[137], "sortKey")
    assert unreadable("messages", page(*items)) == ["$.items[137].sortKey: missing"]
