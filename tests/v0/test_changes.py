"""Searches of more than a page, and calls that change something: what v0 code relies on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from beeper_sdk import errors, models
from tests.core.compat.conftest import Fakes
from tests.core.compat.helpers import VERSIONS, Kind
from tests.fake_state import state
from tests.scripted_server import Script, answer
from tests.testing.known_chats import BOB, READ_ONLY
from tests.v0.calls import CALLS, MS, known, old_call, play_old

# Limits


@pytest.mark.parametrize("version", ["4.1.92", "4.1.294", "6.0"])
@pytest.mark.parametrize(("limit", "requests"), [(None, 1), (5, 1), (20, 1), (21, 2), (70, 4)])
def test_a_message_search_gives_as_many_as_asked_for(
    kind: Kind, shared_fakes: Fakes, version: str, limit: int | None, requests: int
) -> None:
    fake = shared_fakes(version)
    played = play_old(kind, fake, known, lambda c: c.search_messages(limit=limit))
    page = played.result
    assert len(page.items) == (limit or 20) == len({message.id for message in page.items})
    assert len(played.last) == requests
    assert {message.chat_id for message in page.items} == set(page.chats)
    assert all(int(request.query.get("limit", 20)) <= 20 for request in played.last)
    stamps = [message.timestamp for message in page.items]
    assert stamps == sorted(stamps, reverse=True)


@pytest.mark.parametrize("version", ["4.1.92", "6.0"])
def test_its_cursors_go_on_where_it_ended_in_both_directions(kind: Kind, shared_fakes: Fakes, version: str) -> None:
    fake = shared_fakes(version)
    whole = play_old(kind, fake, lambda c: c.search_messages(limit=90)).result
    first = play_old(kind, fake, lambda c: c.search_messages(limit=45)).result
    rest = play_old(kind, fake, lambda c: c.search_messages(limit=45, cursor=first.oldest_cursor)).result
    ids = [message.id for message in whole.items]
    assert [message.id for message in (*first.items, *rest.items)] == ids
    back = play_old(
        kind, fake, lambda c: c.search_messages(limit=45, cursor=rest.newest_cursor, direction="after")
    ).result
    assert [message.id for message in back.items] == ids[:45]
    assert back.newest_cursor == whole.newest_cursor


def test_a_search_that_repeats_itself_ends(kind: Kind) -> None:
    row = {"id": "1", "messageID": "1", "chatID": "c", "accountID": "a", "senderID": "u", "sortKey": "1",
           "timestamp": "2026-01-01T00:00:00.000Z"}  # fmt: skip
    page: dict[str, object] = {"items": [row], "chats": {}, "hasMore": True, "oldestCursor": "x", "newestCursor": "y"}
    server = Script(answer(page, x_beeper_desktop_version="4.3.73"))
    result = old_call(kind, server, lambda c: c.search_messages(limit=500), api="v1")
    assert (len(result.items), server.count) == (1, 2)


def test_a_limit_v0_did_not_take_is_refused_unsent(kind: Kind, shared_fakes: Fakes) -> None:
    oversized_calls: list[Callable[[Any], Any]] = [
        lambda c: c.search_messages(limit=501),
        lambda c: c.search_chats(limit=201),
    ]
    for limits in oversized_calls:
        with pytest.raises(ValueError, match="limit"):
            play_old(kind, shared_fakes("6.0"), limits)


# Changes


@pytest.mark.parametrize("version", VERSIONS)
def test_a_reminder_is_set_for_that_moment(kind: Kind, shared_fakes: Fakes, version: str) -> None:
    fake = shared_fakes(version)
    given = models.V0ReminderInput(remind_at_ms=MS, dismiss_on_incoming_message=True)
    play_old(kind, fake, lambda c: c.set_chat_reminder(chat_id=BOB, reminder=given))
    assert fake.world.chat(BOB)["reminder"]["remindAt"] == "2030-01-01T00:00:00.000Z"
    assert play_old(kind, fake, lambda c: c.clear_chat_reminder(chat_id=BOB)).result.success
    assert fake.world.chat(BOB).get("reminder") is None


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_refused_is_told_by_the_flag(kind: Kind, shared_fakes: Fakes, version: str) -> None:
    fake = shared_fakes(version)
    sent = play_old(kind, fake, lambda c: c.send_message(chat_id=READ_ONLY, text="x")).result
    assert (sent.success, sent.chat_id, bool(sent.error)) == (False, READ_ONLY, True)
    mute = fake.world.read(lambda world: [(account, user["id"]) for account, users in state(world).strangers.items()
                                          for user in users if user.get("cannotMessage")])  # fmt: skip
    account, user = mute[0]
    made = play_old(
        kind, fake, lambda c: c.create_chat(account_id=account, participant_ids=[user], type="single")
    ).result
    assert (made.success, made.chat_id, bool(made.error)) == (False, None, True)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_not_found_is_raised(kind: Kind, shared_fakes: Fakes, version: str) -> None:
    fake = shared_fakes(version)
    played = play_old(
        kind, fake, lambda c: c.get_chat(chat_id="!no:x"), lambda c: c.archive_chat(chat_id="!no:x"),
        lambda c: c.send_message(chat_id="!no:x", text="hi"),
    )  # fmt: skip
    assert [type(result) for result in played.results] == [
        errors.NotFoundError, errors.NotFoundError, errors.NotFoundError,
    ]  # fmt: skip
    assert len(played.last) == 2  # the second shows that the chat does not exist


def test_where_nobody_answers_that_is_raised(kind: Kind) -> None:
    with pytest.raises(errors.APIStatusError) as caught:
        old_call(kind, Script(answer(None, 401)), CALLS["get_chat"].act)
    assert caught.value.status == 401


def test_a_client_that_may_only_read_does(kind: Kind, shared_fakes: Fakes) -> None:
    played = play_old(kind, shared_fakes("6.0"), known, CALLS["send_message"].act, read_only=True)
    assert isinstance(played.result, errors.WriteRefused)
    assert played.last == []
