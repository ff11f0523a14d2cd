"""Mistakes of the caller: the error names the argument and what it must be, and nothing was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest

from beeper_sdk import AsyncBeeper, Beeper, api
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import BOTH, Act, Call, Kind, Story, Stream, play
from tests.testing.known_chats import BOB, SIGNAL

M = "1340001"
WORDS = "must be an ID: it must not be empty"
DATE = "must be a datetime"
MISTAKES: dict[str, tuple[Act, str]] = {
    "an empty id": (Call("chats.retrieve", ""), f"chat_id {WORDS}"),
    "one dot": (Call("messages.send", ".", text="x"), f"chat_id {WORDS}"),
    "two dots": (Call("messages.retrieve", "..", chat_id=BOB), f"message_id {WORDS}"),
    "an empty parent": (Call("messages.retrieve", M, chat_id=""), f"chat_id {WORDS}"),
    "an empty reaction": (
        Call("chats.messages.reactions.delete", "", chat_id=BOB, message_id=M),
        f"reaction_key {WORDS}",
    ),
    "another operation's path": (Call("chats.retrieve", "search"), "chat_id must be an ID: 'search' is"),
    "an id that is a number": (Call("chats.retrieve", 124), "chat_id must be a str, not int"),
    "no account": (
        Call("chats.create", account_id=None, participant_ids=["p"], type="single"),
        "account_id is required",
    ),
    "nobody": (
        Call("chats.create", account_id="a", participant_ids=[], type="single"),
        "participant_ids must have at least 1",
    ),
    "a limit too low": (Call("chats.list", limit=0), "limit must be an int from 1 to 200"),
    "a limit too high": (Call("messages.search", limit=21), "limit must be an int greater than 0 and at most 20"),
    "a limit that is text": (Call("chats.search", limit="5"), "limit must be an int from 1 to 200, not str"),
    "too many people": (
        Call("chats.retrieve", BOB, max_participant_count=501),
        "max_participant_count must be an int from -1 to 500",
    ),
    "an empty query": (Call("chats.search", query=""), "query must have at least 1 character"),
    "a list that is text": (Call("chats.list", account_ids=SIGNAL), "account_ids must be a list, not str"),
    "half an emoji": (Call("messages.search", query="\ud83e"), "query must be valid Unicode"),
    "an unknown keyword": (Call("messages.send", BOB, txt="x"), "unexpected keyword argument 'txt'"),
    "a missing argument": (Call("messages.retrieve", M), "chat_id"),
    "two ids in a row": (Call("messages.retrieve", M, BOB), "positional argument"),
    "an unknown key": (Call("messages.send", BOB, attachment={"upload_id": "u", "width": 1}), "width"),
    "an unknown key further in": (
        Call("chats.update", BOB, draft={"text": "x", "attachments": {"a": {"uploadID": "u"}}}),
        "uploadID",
    ),
    "a missing key": (Call("chats.reminders.create", BOB, reminder={}), "remind_at"),
    "a text for an object": (
        Call("messages.send", BOB, attachment="p.png"),
        "attachment must be a MessageAttachmentInput",
    ),
    "no date": (Call("messages.search", date_after="last tuesday"), f"date_after {DATE}"),
    "a number for a date": (Call("chats.search", last_activity_before=1798131600), f"last_activity_before {DATE}"),
    "a date no calendar has": (Call("chats.reminders.create", BOB, reminder={"remind_at": "2026-02-30"}), DATE),
    "a date beyond the calendar": (
        Call("messages.search", date_before=datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))),
        f"date_before {DATE}",
    ),
    "text for a file": (Call("assets.upload", file="picture.png"), "file must be bytes"),
    "an empty file as text": (Call("assets.upload_base64", content=""), "content must have at least 1 character"),
    "another constant": (
        Call("app.setup.register", setup_request_id="s", lead_token="l", username="u", accept_terms=False),
        "accept_terms must be True",
    ),
    "a strange checkpoint": (Call("messages.list", BOB, resume="c8"), "resume must be an unchanged checkpoint"),
    "a negative limit of a walk": (lambda b: b.messages.list(BOB).collect(-1), "limit must be at least 0"),
    "a roster by zeroes": (lambda b: b.chats.participants(BOB, page_size=0), "page_size must be between 1 and 500"),
    "a path without its slash": (lambda b: b.request("GET", "v1/chats"), "path must be an absolute path"),
    "a path that climbs": (
        lambda b: b.request("GET", "/v1/chats/../info"),
        "path must not contain the segments '.' or '..'",
    ),
    "a method of one's own": (lambda b: b.request("FETCH", "/v1/chats"), "method must be one of"),
    "an effect of one's own": (lambda b: b.request("GET", "/v1/chats", effect="none"), "effect must be"),
    "a time-out of nothing": (lambda b: b.with_options(timeout=0), "timeout must be greater than 0 seconds"),
    "a header of two lines": (lambda b: b.with_options(headers={"X-A": "a\nb"}), "headers['X-A'] must be one line"),
}


@pytest.fixture(scope="module")
def idle() -> Iterator[FakeBeeper]:
    """A fake server that all of these share: nothing may reach it."""
    with FakeBeeper() as fake:
        yield fake


@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize("kind", BOTH)
def test_a_mistake_is_named_and_nothing_is_sent(kind: Kind, idle: FakeBeeper, mistake: str) -> None:
    step, said = MISTAKES[mistake]

    def story() -> Story:
        with pytest.raises((TypeError, ValueError)) as caught:
            yield step
        assert said in str(caught.value)

    play(kind, idle, story())
    assert len(idle.requests) == 0


@pytest.mark.parametrize("kind", BOTH)
def test_a_mistake_in_what_is_streamed_is_named_too(kind: Kind, idle: FakeBeeper) -> None:
    def story() -> Story:
        with pytest.raises(TypeError, match="url is required"):
            yield Stream(api.assets.serve(url=None))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        yield lambda _: None

    play(kind, idle, story())
    assert len(idle.requests) == 0


@pytest.mark.parametrize("url", ["127.0.0.1:23373", "localhost", "//127.0.0.1", "ftp://127.0.0.1", "http://"])
@pytest.mark.parametrize("kind", [Beeper, AsyncBeeper])
def test_an_address_that_is_none_is_named(kind: type[Beeper | AsyncBeeper], url: str) -> None:
    with pytest.raises(ValueError, match="base_url must be a URL such as"):
        kind("token", base_url=url)


def test_a_checkpoint_of_another_list_is_refused(fake_beeper: FakeBeeper) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        pager = beeper.messages.list(BOB)
        assert next(iter(pager)).chat_id == BOB
        with pytest.raises(ValueError, match="is from another list or direction"):
            beeper.messages.list(BOB, direction="after", resume=pager.checkpoint)
        rest = beeper.messages.list(BOB, resume=pager.checkpoint).collect()
        assert [row.id for row in rest] == [row["id"] for row in fake_beeper.world.messages(BOB)[-2::-1]]
