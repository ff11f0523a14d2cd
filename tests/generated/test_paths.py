"""No id, whatever it holds, changes which endpoint is reached."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beeper_sdk_client import Request, api
from beeper_sdk_client._arguments import not_blank
from scripts.compiler.plan.plan import Operation as Planned
from tests.each import each_of
from tests.generated.arguments import minimal
from tests.generated.contract import HARD_ID, function, operation, plan
from tests.sweeps import examples

GENERATED = settings.get_profile("generated")
URL = "http://127.0.0.1:23373"
HARD = [
    HARD_ID,
    "..",
    "../..",
    "%2e%2e",
    "a/../b",
    "//x",
    "?x=1",
    "#x",
    ";x",
    " ",
    "\n",
    "\x00",
    "\\",
    "+",
    "..\u200b",
    "\uff0e\uff0e",
]
TEXT = st.one_of(
    st.sampled_from(HARD),
    st.text(st.characters()),  # lone surrogates too
    st.text(st.sampled_from("./%2e\\?#;:@ \n\ud800é"), max_size=6),
)
WITH_PATH = sorted(planned.name for planned in plan().operations if planned.of("path"))


@pytest.mark.parametrize("name", WITH_PATH)
def test_no_id_changes_the_endpoint(name: str) -> None:
    @settings(GENERATED, max_examples=examples(10))
    @given(st.lists(TEXT, min_size=3, max_size=3))
    def check(ids: list[str]) -> None:
        lands_where_it_should(name, ids)

    check()


def lands_where_it_should(name: str, ids: list[str]) -> None:
    planned = operation(name)
    names = [argument.name for argument in planned.of("path")]
    given_ids = dict(zip(names, ids, strict=False))
    arguments: dict[str, Any] = minimal(planned) | given_ids
    last = arguments.pop(names[-1])
    try:
        request = function(name)(last, **arguments)
    except ValueError as error:
        rejected = str(error).split(" ", 1)[0]
    else:
        goes_where_it_should(request, planned, given_ids)
        return
    assert rejected in names, "the error names the argument"
    assert reason_to_refuse(planned, rejected, given_ids[rejected])


def goes_where_it_should(request: Request[Any], planned: Planned, given_ids: dict[str, str]) -> None:
    sent = httpx.Request(request.operation.method, URL + request.path).url.raw_path.decode("ascii")
    assert sent == request.path, "the HTTP library sends the path as it is"
    segments, template = sent.split("/"), planned.path.split("/")
    assert len(segments) == len(template)
    for segment, wanted in zip(segments, template, strict=True):
        if wanted.startswith("{"):
            wire = wanted[1:-1]
            argument = next(candidate.name for candidate in planned.of("path") if candidate.wire == wire)
            assert unquote(segment, errors="strict") == given_ids[argument]
        else:
            assert segment == wanted


def reason_to_refuse(planned: Planned, name: str, value: str) -> bool:
    argument = next(candidate for candidate in planned.of("path") if candidate.name == name)
    lone = any("\ud800" <= letter <= "\udfff" for letter in value)
    return not not_blank(value) or value in {".", "..", *argument.reserved} or lone or "pattern" in argument.raw


@each_of((name, bad) for name in WITH_PATH for bad in ("", " \u200b", ".", "..", "\ud800", "a\udfffb"))
def test_ids_that_would_reach_another_endpoint_are_refused_by_name(name: str, bad: str) -> None:
    planned = operation(name)
    path = [argument.name for argument in planned.of("path")]
    for rejected in path:
        arguments = minimal(planned) | {rejected: bad}
        last = arguments.pop(path[-1])
        with pytest.raises(ValueError, match=rf"^{rejected} must ") as caught:
            function(name)(last, **arguments)
        assert "\ud800" not in str(caught.value)
        assert not isinstance(caught.value, UnicodeEncodeError)


@pytest.mark.parametrize("bad", [None, 7, b"id", ["id"]], ids=["None", "int", "bytes", "list"])
def test_an_id_is_text(bad: Any) -> None:
    with pytest.raises(TypeError, match=r"^chat_id must be a str or a Chat, not "):
        api.chats.retrieve(bad)


def test_an_id_that_is_the_path_of_another_operation_is_refused() -> None:
    with pytest.raises(ValueError, match="chat_id must be an ID: 'search' is part of the path of another operation"):
        api.chats.retrieve("search")
    assert api.chats.update("search", title="x").path == "/v1/chats/search"  # no other PATCH is there


def test_no_two_operations_are_reached_by_the_same_path() -> None:
    @settings(GENERATED, max_examples=examples(60))
    @given(st.sampled_from(WITH_PATH), st.sampled_from([candidate.path.split("/") for candidate in plan().operations]))
    @example("chats.retrieve", ["", "v1", "chats", "search"])
    def check(name: str, other_segments: list[str]) -> None:
        planned = operation(name)
        template = planned.path.split("/")
        if len(template) != len(other_segments):
            return
        pieces = {
            mine[1:-1]: theirs for mine, theirs in zip(template, other_segments, strict=True) if mine.startswith("{")
        }
        arguments = minimal(planned) | {argument.name: pieces[argument.wire] for argument in planned.of("path")}
        last = arguments.pop(planned.of("path")[-1].name)
        try:
            path = function(name)(last, **arguments).path
        except ValueError:
            return
        reached = [
            candidate.name
            for candidate in plan().operations
            if candidate.method == planned.method and candidate.path == path
        ]
        assert reached == []

    check()


def test_a_bridge_id_keeps_to_its_form() -> None:
    assert api.bridges.retrieve("whats_app-2").path == "/v1/bridges/whats_app-2"
    for bad in ("whats app", "a/b", "whatsapp\n", "é"):
        with pytest.raises(ValueError, match=r"^bridge_id must match the pattern "):
            api.bridges.retrieve(bad)
