"""What goes wrong on the way: what is asked again, what is sent once whatever comes back, which error it ends in."""

from __future__ import annotations

from time import monotonic
from typing import Any

import pytest

from beeper_sdk import RetryPolicy, api, errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, Call, Story, Stream, runs_on
from tests.testing.known_chats import BOB, chat, message

READ = ("chats.retrieve", BOB)
IMPATIENT = RetryPolicy(attempts=3, base=0, deadline=0.9)
"""Gives up before the second that the fake server asks to wait is over."""


def sent(fake: FakeBeeper) -> list[str]:
    """The texts in a chat that begin with "canary"."""
    return [row["text"] for row in fake.world.messages(BOB) if str(row.get("text")).startswith("canary")]


@runs_on(ALL)
def test_a_read_is_asked_again_when_the_server_says(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("rate_limited", times=1)
    started_at = monotonic()
    assert (yield Call(*READ)).id == BOB
    assert 1.0 <= monotonic() - started_at < 5
    assert len(fake_beeper.requests) == 2


@runs_on(ALL, retry=IMPATIENT)
def test_a_wait_that_is_too_long_is_not_waited(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("rate_limited")
    started_at = monotonic()
    for number, call in enumerate((Call(*READ), Call("messages.send", BOB, text="canary")), 1):
        with pytest.raises(errors.RateLimitError) as caught:
            yield call
        assert (caught.value.retry_after, len(fake_beeper.requests)) == (1.0, number)
    assert monotonic() - started_at < 1
    assert sent(fake_beeper) == []


@runs_on()
def test_a_send_that_was_turned_away_is_neither_repeated_nor_in_doubt(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("rate_limited", times=1)
    with pytest.raises(errors.RateLimitError):
        yield Call("messages.send", BOB, text="canary")
    assert len(fake_beeper.requests) == 1
    yield Call("messages.send", BOB, text="canary again")
    assert sent(fake_beeper) == ["canary again"]


@runs_on(ALL)
def test_a_read_and_a_repeatable_write_get_over_a_passing_error(fake_beeper: FakeBeeper) -> Story:
    memes = chat(fake_beeper, title="Memes")["id"]
    for call, requests in ((Call(*READ), 1), (Call("chats.archive", BOB), 1), (Call("messages.list", memes), 3)):
        fake_beeper.requests.clear()
        fake_beeper.quirk("server_error", times=1)
        yield call
        assert len(fake_beeper.requests) == requests + 1
    assert (yield Call(*READ)).is_archived


@pytest.mark.parametrize(
    ("quirk", "status"), [("server_error", 500), ("odd_status", 520), ("html_error", 502), ("not_json", 200)]
)
@runs_on(ALL)
def test_a_send_is_sent_exactly_once_whatever_comes_back(fake_beeper: FakeBeeper, quirk: str, status: int) -> Story:
    fake_beeper.quirk(quirk)
    with pytest.raises(errors.DeliveryUncertain) as caught:
        yield Call("messages.send", BOB, text="canary")
    cause = caught.value.__cause__
    assert isinstance(cause, errors.APIStatusError | errors.ResponseDecodeError)
    assert cause.status == status
    assert len(fake_beeper.requests) == 1
    assert "canary" not in f"{caught.value!r}{cause!r}"


@pytest.mark.parametrize("quirk", ["cut_off", "hang_up"])
@runs_on(ALL)
def test_a_send_whose_answer_breaks_off_happened_once_and_the_doubt_is_told(
    fake_beeper: FakeBeeper, quirk: str
) -> Story:
    fake_beeper.quirk(quirk)
    with pytest.raises(errors.DeliveryUncertain):
        yield Call("messages.send", BOB, text="canary")
    assert len(fake_beeper.requests) == 1
    assert sent(fake_beeper) == ["canary"]


@runs_on(ALL)
def test_an_answer_that_breaks_off_is_asked_for_again(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("hang_up", times=1)
    assert (yield Call(*READ)).id == BOB
    assert len(fake_beeper.requests) == 2
    fake_beeper.quirk("hang_up")
    with pytest.raises(errors.ResponseDecodeError, match="the response is incomplete") as caught:
        yield Call(*READ)
    assert (caught.value.status, caught.value.content_type) == (200, "application/json")
    assert caught.value.length > 100
    assert len(fake_beeper.requests) == 5


@pytest.mark.parametrize("quirk", ["cut_off", "not_json"])
@runs_on(ALL)
def test_an_answer_that_is_no_json_is_an_error_without_its_text(fake_beeper: FakeBeeper, quirk: str) -> Story:
    fake_beeper.quirk(quirk)
    with pytest.raises(errors.ResponseDecodeError) as caught:
        yield Call(*READ)
    error = caught.value
    assert (error.status, error.content_type) == (200, "application/json")
    assert (error.path, error.problem) == ("$", "it is not JSON")
    assert error.length > 5
    assert "done" not in str(error)
    assert BOB not in str(error)
    assert len(fake_beeper.requests) == 1


@runs_on(ALL)
def test_a_page_of_a_proxy_is_an_error_that_says_so(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("html_error", times=3)
    with pytest.raises(errors.InternalServerError, match="the response is an HTML page") as caught:
        yield Call(*READ)
    answer = caught.value.answer
    assert (answer.status, answer.content_type, answer.title) == (502, "text/html", "502 Bad Gateway")
    assert answer.length > 50
    assert len(fake_beeper.requests) == 3
    fake_beeper.quirk("html_error", times=2)
    assert (yield Call(*READ)).id == BOB


@runs_on()
def test_a_status_nobody_documented_is_an_error_of_its_class(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("odd_status")
    with pytest.raises(errors.InternalServerError) as caught:
        yield Call("accounts.list")
    assert (caught.value.status, caught.value.code, caught.value.call.attempts) == (520, "unknown", 3)
    assert len(fake_beeper.requests) == 3


@runs_on()
def test_a_download_that_breaks_off_is_an_error_and_leaves_no_file(fake_beeper: FakeBeeper, tmp_path: Any) -> Story:
    up = yield Call("assets.upload", file=b"x" * 200_000)
    fake_beeper.quirk("hang_up")
    with pytest.raises(errors.APIConnectionError):
        yield Stream(api.assets.serve(url=up.src_url), tmp_path / "half")
    assert not (tmp_path / "half").exists()
    with pytest.raises(errors.ResponseDecodeError):
        yield Call("assets.serve", url=up.src_url)


@runs_on(ALL)
def test_pages_without_cursors_are_walked_to_their_ends(fake_beeper: FakeBeeper) -> Story:
    chat_id = chat(fake_beeper, title="Memes")["id"]
    known = [row["id"] for row in reversed(fake_beeper.world.messages(chat_id))]
    fake_beeper.quirk("legacy_pages")
    assert [row.id for row in (yield Call("messages.list", chat_id))] == known
    assert len(fake_beeper.requests) == 3
    oldest = fake_beeper.world.messages(chat_id)[0]
    listed = yield Call("messages.list", chat_id, cursor=oldest["sortKey"], direction="after")
    assert {row.id for row in listed} == set(known) - {oldest["id"]}
    assert len(fake_beeper.requests) == 6


@runs_on()
def test_an_older_app_says_success_where_a_newer_one_says_nothing(fake_beeper: FakeBeeper) -> Story:
    fake_beeper.quirk("success_body")
    assert (yield Call("chats.archive", BOB)) is None
    assert (yield Call("chats.retrieve", BOB)).is_archived
    row = message(fake_beeper, BOB, isSender=True)
    assert (yield Call("messages.delete", row["id"], chat_id=BOB)) is None
    assert (yield Call("messages.retrieve", row["id"], chat_id=BOB)).is_deleted


@runs_on()
def test_without_a_token_nothing_is_sent_but_what_is_open_to_all(fake_beeper: FakeBeeper) -> Story:
    with pytest.raises(errors.MissingToken, match=r"access_token=.*BEEPER_ACCESS_TOKEN"):
        yield Call("accounts.list").by("")
    assert len(fake_beeper.requests) == 0
    assert (yield Call("info.retrieve").by("")).server.status == "running"
    yield Call("info.retrieve")
    yield Call("info.spec")
    assert [request.has_token for request in fake_beeper.requests] == [False, False, True]
