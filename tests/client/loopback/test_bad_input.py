"""Mistakes of the caller: the error names the argument and what it must be, and nothing was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, api
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import BOTH, Act, Call, Kind, Story, Stream, play
from tests.testing.known_chats import BOB, SIGNAL

M = "1340001"
WORDS = "must be an ID: it must not be blank"
DATE = "must be a datetime"
CHAT = "chat must be a str or a Chat, not int"
OF_CHATS: dict[str, dict[str, object]] = {
    "participants": {},
    "complete": {},
    "self_user": {},
    "title": {},
    "remind": {"at": timedelta(hours=1)},
    "set_expiry": {"after": None},
}
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
    "an id that is a number": (Call("chats.retrieve", 124), "chat_id must be a str or a Chat, not int"),
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
    "a number for a file": (Call("assets.upload", file=7), "file must be a path, bytes, a file opened with 'rb'"),
    "an empty file as text": (Call("assets.upload_base64", content=""), "content must have at least 1 character"),
    "another constant": (
        Call("app.setup.register", setup_request_id="s", lead_token="l", username="u", accept_terms=False),
        "accept_terms must be True",
    ),
    "a strange checkpoint": (Call("messages.list", BOB, resume="c8"), "resume must be an unchanged checkpoint"),
    "a negative limit of a walk": (lambda b: b.messages.list(BOB).collect(-1), "limit must be an int of at least 0"),
    "a roster by zeroes": (
        lambda b: b.chats.participants(BOB, page_size=0),
        "page_size must be an int from 1 to 500",
    ),
    "a path without its slash": (lambda b: b.request("GET", "v1/chats"), "path must be an absolute path"),
    "a path that climbs": (
        lambda b: b.request("GET", "/v1/chats/../info"),
        "path must not contain the segments '.' or '..'",
    ),
    "a method of one's own": (lambda b: b.request("FETCH", "/v1/chats"), "method must be one of"),
    "an effect of one's own": (lambda b: b.request("GET", "/v1/chats", effect="none"), "effect must be"),
    "a time-out of nothing": (lambda b: b.with_options(timeout=0), "timeout must be greater than 0 and at most"),
    "headers that are a list": (lambda b: b.with_options(headers=[1]), "headers must be a dict or None, not list"),
    "a number for a header": (lambda b: b.with_options(headers={1: "a"}), "a name in headers must be a str, not int"),
    "a query that is a number": (lambda b: b.request("GET", "/v1/chats", query=3), "query must be a dict or None, not"),
    "a body that is no JSON": (lambda b: b.request("POST", "/v1/focus", json=object()), "json must be a JSON value"),
    "a method that is a number": (lambda b: b.request(3, "/v1/chats"), "method must be a str, not int"),
    "a path that is a number": (lambda b: b.request("GET", 3), "path must be a str, not int"),
    "a name for a request": (
        lambda b: b.raw("chats.list"),
        "request must be a request built with beeper_sdk.api, not str",
    ),
    "a limit of a walk as text": (
        lambda b: b.messages.list(BOB).collect(limit="2"),
        "limit must be an int of at least 0, not str",
    ),
    "a limit of a roster as text": (
        lambda b: b.chats.participants(BOB).collect("2"),
        "limit must be an int of at least 0, not str",
    ),
    "a page size as text": (
        lambda b: b.chats.participants(BOB, page_size="9"),
        "page_size must be an int from 1 to 500, not str",
    ),
    **{f"a number as the chat of {name}": (Call(f"chats.{name}", 3, **more), CHAT) for name, more in OF_CHATS.items()},
    "the expiry of a chat ID": (lambda b: b.chats.expiry(BOB), "chat must be a Chat, not str"),
    "the expiries of a number": (lambda b: b.chats.expiry_choices(3), "chat must be a Chat, not int"),
    "a number for a message": (Call("messages.is_mine", 3), "message must be a Message, not int"),
    "a number for a user": (
        Call("people.display_name", 3),
        "user must be a user ID, User, Message or Person, not int",
    ),
    "a number for the chat of a user": (Call("people.display_name", "u", chat=3), CHAT),
    "a number for a network": (Call("people.find", "Bob", network=3), "network must be a str, not int"),
    "a number for an account": (Call("people.find", "Bob", account=3), "account must be a str, a list of str or None"),
    "a number for one's own account": (Call("me", 3), "account_id must be a str, not int"),
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
    action, said = MISTAKES[mistake]

    def story() -> Story:
        with pytest.raises((TypeError, ValueError)) as caught:
            yield action
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


@pytest.mark.parametrize("kind", BOTH)
def test_a_stream_of_anything_but_a_request_is_named(kind: Kind, idle: FakeBeeper) -> None:
    def story() -> Story:
        with pytest.raises(TypeError, match="request must be a request built with beeper_sdk"):
            yield Stream(3)  # pyright: ignore[reportArgumentType]
        yield lambda _: None

    play(kind, idle, story())
    assert len(idle.requests) == 0


@pytest.mark.parametrize(
    ("kind", "arguments", "said"),
    [
        (Beeper, {"headers": [1]}, "headers must be a dict or None, not list"),
        (Beeper, {"transport": 3}, "transport must be an httpx.BaseTransport or None, not int"),
        (AsyncBeeper, {"transport": 3}, "transport must be an httpx.AsyncBaseTransport or None, not int"),
        (Beeper, {"http_client": 3}, "http_client must be an httpx.Client, an httpx2.Client or None, not int"),
        (
            AsyncBeeper,
            {"http_client": httpx.Client()},
            "must be an httpx.AsyncClient, an httpx2.AsyncClient or None, not Client",
        ),
    ],
)
def test_a_wrong_argument_of_a_client_is_named(
    kind: type[Beeper | AsyncBeeper], arguments: dict[str, Any], said: str
) -> None:
    with pytest.raises(TypeError, match=re.escape(said)):
        kind("token", **arguments)


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
