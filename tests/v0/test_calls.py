"""The fourteen calls of v0, on every app: what they give, where they go, and how often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from beeper_sdk import errors, models
from beeper_sdk._core.generated import base
from beeper_sdk.testing import FakeBeeper
from tests.core.compat.conftest import Fakes
from tests.core.compat.helpers import VERSIONS, Kind
from tests.testing.known_chats import IMESSAGE, group
from tests.v0.calls import ASK, ASK_V0, CALLS, ENCODED, known, play_old


@pytest.mark.parametrize("version", VERSIONS)
def test_a_call_gives_what_v0_gave_wherever_it_is_carried_out(kind: Kind, shared_fakes: Fakes, version: str) -> None:
    """All calls one after the other with one client, which knows the app when they begin."""
    played = play_old(kind, shared_fakes(version), known, *(call.act for call in CALLS.values()))
    for (name, call), result, sent in zip(CALLS.items(), played.results[1:], played.sent[1:], strict=True):
        assert isinstance(result, call.gives), (name, result)
        success: bool | None = getattr(result, "success", None)
        assert success is not False, name
        places = [(request.method, request.path.replace(ENCODED, "{}")) for request in sent]
        assert places[0] == (call.old if version == "4.1.92" else call.new), name
        if name != "set_chat_reminder":
            assert len(places) == 1, name


@pytest.mark.parametrize("name", CALLS)
def test_what_answers_is_learned_with_the_first_call(kind: Kind, shared_fakes: Fakes, name: str) -> None:
    for version, probes in (("4.1.92", ASK_V0), ("6.0", ASK)):
        played = play_old(kind, shared_fakes(version), CALLS[name].act, CALLS[name].act)
        first = [(request.method, request.path) for request in played.sent[0]]
        assert first[:-1] == ([] if name == "userinfo" else probes)
        assert len(played.sent[1]) == 1


def test_forced_nothing_is_asked(kind: Kind, shared_fakes: Fakes) -> None:
    for api, path in (("v0", "/v0/get-chat"), ("v1", f"/v1/chats/{ENCODED}")):
        played = play_old(kind, shared_fakes("4.2.557"), CALLS["get_chat"].act, api=api)
        assert played.places == [("GET", path)]


@pytest.mark.parametrize("name", ["get_accounts", "get_chat", "search", "search_chats", "search_messages"])
def test_both_ways_tell_the_same(kind: Kind, shared_fakes: Fakes, name: str) -> None:
    fake = shared_fakes("4.2.808")  # serves both
    results = [play_old(kind, fake, CALLS[name].act, api=api).result for api in ("v0", "v1")]
    old, new = (_plain(result) for result in results)
    assert _alike(old) == _alike(new)


def _plain(value: Any) -> Any:
    return base.to_json(value)


def _alike(value: Any) -> Any:
    """Without what v0 and v1 spell differently: keys, cursors, HTML."""
    if base.is_list(value):
        return [_alike(item) for item in value]
    if not base.is_object(value):
        return value
    differing_keys = ("sortKey", "lastReadMessageSortKey", "text", "oldestCursor", "newestCursor")
    return {name: _alike(field) for name, field in sorted(value.items()) if name not in differing_keys}


def test_a_chat_has_twenty_members_unless_told_otherwise(kind: Kind, fakes: Fakes) -> None:
    for version in VERSIONS:
        fake = fakes(version)
        room = group(fake)["id"]
        fake.world.add_members(room, 200)
        played = _sizes(kind, fake, room, None, 150, -1)
        twenty, more, everyone = (len(result.participants.items) for result in played.results)
        assert (twenty, more) == (20, 150)
        assert everyone == played.result.participants.total > 200


def _sizes(kind: Kind, fake: FakeBeeper, room: str, *counts: int | None) -> Any:
    """A chat, asked for with each of these counts."""

    def asking(count: int | None) -> Callable[[Any], Any]:
        if count is None:
            return lambda c: c.get_chat(chat_id=room)
        return lambda c: c.get_chat(chat_id=room, max_participant_count=count)

    return play_old(kind, fake, *map(asking, counts))


def test_a_chat_of_imessage_comes_through_v1_only(kind: Kind, shared_fakes: Fakes) -> None:
    fake = shared_fakes("4.2.808")
    room = next(candidate["id"] for candidate in fake.world.chats() if candidate["accountID"] == IMESSAGE)
    results = [play_old(kind, fake, lambda c: c.get_chat(chat_id=room), api=api).result for api in ("v0", "v1")]
    assert isinstance(results[0], errors.NotFoundError)
    assert isinstance(results[1], models.V0Chat)
