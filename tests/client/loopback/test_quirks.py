"""What servers were seen to do, each with its switch on, through both clients, and how many requests it takes.

The rows are those of the facts' list of traps that the senders and the pager answer.
"""

from __future__ import annotations

import socket
from urllib.parse import parse_qsl

import pytest

from beeper_sdk import api, errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, Call, Kind, Story, play, runs_on
from tests.testing.known_chats import BOB, IMESSAGE, SIGNAL, Json, message

BIG = "124"
"""The local ID of the chat with 1,200 members."""
ROWS = 48
"""Messages of the chat `small` gives: three pages."""


def small(fake: FakeBeeper) -> Json:
    """A chat of three pages."""
    return next(chat for chat in fake.world.chats() if chat["title"] == "Memes")


def newest_first(fake: FakeBeeper, chat_id: str) -> list[str]:
    return [row["id"] for row in reversed(fake.world.messages(chat_id))]


def queries_of(fake: FakeBeeper, name: str) -> list[list[tuple[str, str]]]:
    """The queries of all requests to one operation."""
    return [parse_qsl(request.query) for request in fake.requests.of(name)]


@runs_on(ALL)
def test_row_3_a_walk_ends_where_history_begins_though_the_server_says_there_is_more(fake_beeper: FakeBeeper) -> Story:
    chat_id = small(fake_beeper)["id"]
    fake_beeper.quirk("stuck_has_more")
    listed = yield Call("messages.list", chat_id)
    assert [row.id for row in listed] == newest_first(fake_beeper, chat_id)
    assert len(fake_beeper.requests) == ROWS // 20 + 2


@runs_on(ALL)
def test_row_4_a_walk_towards_newer_messages_gives_each_once_and_ends_at_the_newest(fake_beeper: FakeBeeper) -> Story:
    chat_id = small(fake_beeper)["id"]
    known = newest_first(fake_beeper, chat_id)
    page = (yield lambda b: b.raw(api.messages.list(chat_id))).value
    page = (yield lambda b: b.raw(api.messages.list(chat_id, cursor=page.oldest_cursor))).value
    anchor = page.oldest_cursor
    fake_beeper.quirk("after_overlap")
    fake_beeper.requests.clear()
    listed = yield Call("messages.list", chat_id, cursor=anchor, direction="after")
    ids = [row.id for row in listed]
    assert len(set(ids)) == len(ids)
    assert set(known[:39]) <= set(ids)
    # Two pages of new messages, and the one at the head that brings nothing new.
    assert len(fake_beeper.requests) == 3
    cursors = [dict(query)["cursor"] for query in queries_of(fake_beeper, "messages.list")]
    assert len(set(cursors)) == 3


@runs_on()
def test_row_6_lists_repeat_their_name_in_the_query(fake_beeper: FakeBeeper) -> Story:
    chats = yield Call("chats.search", account_ids=[SIGNAL, IMESSAGE], limit=200)
    assert {chat.account_id for chat in chats} == {SIGNAL, IMESSAGE}
    first_match = yield lambda b: b.messages.search(media_types=["image", "video"], chat_ids=[BOB], limit=5).first()
    assert first_match.attachments
    assert queries_of(fake_beeper, "chats.search")[0] == [
        ("accountIDs", SIGNAL),
        ("accountIDs", IMESSAGE),
        ("limit", "200"),
    ]
    query = queries_of(fake_beeper, "messages.search")[0]
    assert [value for name, value in query if name == "mediaTypes"] == ["image", "video"]
    with pytest.raises(TypeError, match="account_id"):
        yield Call("chats.list", account_id=SIGNAL)
    with pytest.raises(TypeError, match="account_ids must be a list"):
        yield Call("chats.list", account_ids=f"{SIGNAL},{IMESSAGE}")
    assert len(fake_beeper.requests) == 2


@runs_on(ALL)
def test_row_8_all_members_come_whatever_the_server_gives_unasked(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("participants_default")
    cut = yield Call("chats.retrieve", BIG)
    assert (len(cut.participants.items), cut.participants.has_more) == (20, True)
    everyone = yield lambda b: b.chats.participants(BIG).collect()
    assert len({person.id for person in everyone}) == 1200
    assert queries_of(fake_beeper, "chats.retrieve") == [
        [],
        [("maxParticipantCount", "100")],
        [("maxParticipantCount", "-1")],
    ]
    rest = yield lambda b: b.chats.participants(cut).collect()
    assert [person.id for person in rest] == [person.id for person in everyone]
    assert len(fake_beeper.requests) == 4


@runs_on(ALL)
def test_row_16_media_that_is_gone_is_asked_for_once(fake_beeper: FakeBeeper) -> Story:
    row = next(row for row in fake_beeper.world.messages(BOB) if "attachments" in row)
    fake_beeper.quirk("asset_502")
    with pytest.raises(errors.InternalServerError) as caught:
        yield Call("assets.serve", url=row["attachments"][0]["id"])
    assert (caught.value.status, caught.value.code, caught.value.call.attempts) == (502, "bad_gateway", 1)
    assert len(fake_beeper.requests) == 1
    gone = yield Call("assets.download", url="mxc://beeper.local/gone")
    assert (gone.src_url, gone.error is None) == (None, False)
    assert len(fake_beeper.requests) == 2


@pytest.mark.parametrize("kind", ALL)
def test_row_28_a_server_by_the_name_of_localhost_is_found(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story() -> Story:
        assert (yield Call("chats.retrieve", BOB)).id == BOB

    play(kind, fake_beeper, story(), base_url=fake_beeper.url.replace("127.0.0.1", "localhost"))
    (request,) = fake_beeper.requests
    assert (request.host.partition(":")[0], request.has_token) == ("localhost", True)


@pytest.mark.parametrize("kind", ALL)
def test_row_28_nobody_there_is_one_error_that_says_what_to_look_at(kind: Kind, fake_beeper: FakeBeeper) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    def story() -> Story:
        for call in (Call("chats.retrieve", BOB), Call("messages.send", BOB, text="canary")):
            with pytest.raises(errors.APIConnectionError) as caught:
                yield call
            text = str(caught.value)
            for hint in (f"127.0.0.1:{port}", "connection refused", "running", "API is enabled"):
                assert hint in text
            assert "canary" not in text
            assert BOB not in text

    play(kind, fake_beeper, story(), base_url=f"http://127.0.0.1:{port}")
    assert len(fake_beeper.requests) == 0


@runs_on(ALL)
def test_row_29_a_redirect_to_another_host_is_not_followed_and_the_token_stays_here(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("redirect_elsewhere")
    for call in (Call("chats.retrieve", BOB), Call("messages.send", BOB, text="hi"), Call("info.retrieve")):
        fake_beeper.requests.clear()
        with pytest.raises(errors.APIStatusError, match="redirects are not followed") as caught:
            yield call
        assert (caught.value.status, caught.value.operation) == (307, call.name)
        (only_request,) = fake_beeper.requests
        assert only_request.host.startswith("127.0.0.1:")
    assert not any(request.host.startswith("localhost") for request in fake_beeper.requests)


@runs_on(ALL)
def test_row_30_a_conflict_is_told_at_once(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("conflict")
    row = message(fake_beeper, BOB)
    writes = (
        Call("chats.archive", BOB),
        Call("chats.update", BOB, is_pinned=True),
        Call("messages.send", BOB, text="hi"),
        Call("messages.delete", row["id"], chat_id=BOB),
    )
    for number, call in enumerate(writes, 1):
        with pytest.raises(errors.ConflictError) as caught:
            yield call
        assert (caught.value.code, caught.value.call.attempts) == ("conflict", 1)
        assert len(fake_beeper.requests) == number
    assert (yield Call("chats.retrieve", BOB)).is_archived is False


@pytest.mark.parametrize("quirk", [None, "v0_errors", "wip_errors"])
@runs_on()
def test_row_33_one_error_reads_the_envelopes_of_all_generations(fake_beeper: FakeBeeper, quirk: str | None) -> Story:
    if quirk is not None:
        fake_beeper.quirk(quirk)
    with pytest.raises(errors.NotFoundError) as caught:
        yield Call("chats.retrieve", "!nobody:beeper.com")
    assert (caught.value.status, caught.value.code, caught.value.issues) == (404, "not_found", ())
    with pytest.raises(errors.AuthenticationError) as unauthorized:
        yield Call("chats.retrieve", BOB).by("wrong-token")
    assert (unauthorized.value.code, unauthorized.value.server_version) == ("unauthorized", "4.3.73")
    with pytest.raises(errors.UnprocessableEntityError) as invalid:
        yield Call("chats.create", account_id=SIGNAL, participant_ids=["a", "b"], type="single")
    assert invalid.value.code == "validation_error"
    assert [issue.path for issue in invalid.value.issues] == ["body.participantIDs"]
    assert len(fake_beeper.requests) == 3
    for error in (caught.value, unauthorized.value, invalid.value):
        assert "nobody" not in str(error)
        assert "wrong-token" not in repr(error)
