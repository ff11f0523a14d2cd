"""What the messages of a chat show of a send, and what they do not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from beeper_sdk._core.delivery import send_matching as evidence
from beeper_sdk._core.delivery.expected_message import ExpectedMessage
from beeper_sdk._core.delivery.moments import Moment, reading
from beeper_sdk._core.delivery.send_matching import OtherSend
from tests.core.delivery.histories import AT_NOON, CHAT, NOON, History, conclude, histories, message, other
from tests.sweeps import examples

HI = ExpectedMessage(CHAT, "Hi")
PHOTO = ExpectedMessage(CHAT, None, None, "upload_1", "photo.jpg", 2048)


@settings(max_examples=examples(150))
@given(histories())
def test_what_is_concluded_is_true_of_the_world(history: History) -> None:
    finding = history.result()
    if finding.kind == "found":
        assert history.arrived, "it was said to have happened, and had not"
    if finding.kind == "none":
        assert not history.arrived, "it was said not to be there, and was"


@settings(max_examples=examples(60))
@given(histories(alone=True))
def test_where_nothing_else_fits_the_conclusion_is_certain(history: History) -> None:
    assert history.result().kind == ("found" if history.arrived else "none")


def test_the_message_that_was_sent_is_given() -> None:
    result = conclude(
        HI, [message(at=NOON + 1, id="5"), message("no", NOON + 2, id="6"), message(at=NOON - 900, id="4")]
    )
    assert (result.kind, result.message and result.message.id) == ("found", "5")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([message(at=NOON + 1), message(at=NOON + 2)], evidence.SEVERAL),
        ([message(at=NOON - 60)], evidence.CLOCKS),
        ([message(at=NOON - 1)], evidence.CLOCKS),
        ([message("Hi!", NOON + 1)], evidence.LIKE),
        ([message("Oh", NOON + 1, editedTimestamp="2026-11-21T12:00:09Z")], evidence.LIKE),
        ([message(None, NOON + 1, isDeleted=True)], evidence.LIKE),
        ([message("This message was deleted", NOON + 1, isDeleted=True)], evidence.LIKE),
        ([message(None, NOON + 1)], evidence.LIKE),
        ([message(at=NOON + 1, linkedMessageID="7")], evidence.LIKE),
        ([message(at=0.0, sortKey="99")], evidence.UNDATED),
    ],
)
def test_what_proves_nothing_is_said_to_prove_nothing(rows: list[Any], why: str) -> None:
    finding = conclude(HI, rows)
    assert (finding.kind, finding.reason) == ("unclear", why)


def test_whose_a_message_is_must_be_known() -> None:
    row = message(at=NOON + 1, isSender=None)
    assert conclude(HI, [row], unknown=True).reason == evidence.WHOSE
    assert conclude(HI, [message(at=NOON + 1, isSender=False)]).kind == "none"


@pytest.mark.parametrize("reply", [None, "8"])
def test_another_message_replied_to_is_another_message(reply: str | None) -> None:
    wanted = ExpectedMessage(CHAT, "Hi", "7")
    assert conclude(wanted, [message(at=NOON + 1, linkedMessageID="7")]).kind == "found"
    assert conclude(wanted, [message(at=NOON + 1, linkedMessageID=reply)]).kind == ("none" if reply else "unclear")


def _with_file(name: str | None, size: int | None, at: float = NOON + 1, text: str | None = None) -> Any:
    file = {"type": "img", "id": "mxc://beeper.local/1", "fileName": name, "fileSize": size}
    return message(text, at, attachments=[{key: value for key, value in file.items() if value is not None}])


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (_with_file("photo.jpg", 2048), "found"),
        (_with_file("photo.jpg", 2048, text="photo.jpg"), "found"),
        (_with_file("photo.jpg", None), "found"),
        (_with_file(None, 2048), "found"),
        (_with_file("photo.jpg", 9), "unclear"),
        (_with_file("IMG_1.jpg", 2048), "unclear"),
        (_with_file(None, None), "unclear"),
        (_with_file("photo.jpg", 2048, NOON - 900), "unclear"),
        (_with_file("photo.jpg", 2048, text="with other words"), "unclear"),
    ],
)
def test_a_file_is_known_by_name_and_size(row: Any, kind: str) -> None:
    assert conclude(PHOTO, [row]).kind == kind


def test_a_file_alone_is_no_text() -> None:
    assert conclude(HI, [_with_file("photo.jpg", 2048)]).kind == "none"


@pytest.mark.parametrize(("copies", "kind"), [(0, "none"), (1, "unclear"), (2, "found"), (3, "unclear")])
def test_the_same_text_sent_twice_is_counted(copies: int, kind: str) -> None:
    messages = [message(at=NOON + 2 + number, id=str(number)) for number in range(copies)]
    finding = conclude(HI, messages, other(HI, NOON + 1))
    assert finding.kind == kind
    assert copies != 2 or (finding.message is not None and finding.message.id == "0")


def test_an_old_message_that_a_slow_send_explains_says_nothing_of_later_sends() -> None:
    sent = [other(HI, NOON - 121), other(HI, NOON - 1), other(HI, NOON)]
    arrived = [message(at=NOON - 120), message(at=NOON - 1), message(at=NOON)]
    assert conclude(HI, arrived, *sent).kind == "unclear"  # the two new ones may be those of the others


def test_an_earlier_send_explains_an_earlier_message() -> None:
    before = other(HI, NOON - 60)
    assert conclude(HI, [message(at=NOON - 59)], before).kind == "none"
    assert conclude(HI, [message(at=NOON - 59), message(at=NOON + 1)], before).kind == "found"
    assert conclude(HI, [message(at=NOON + 1)], before).kind == "unclear"


def test_sends_to_other_chats_and_of_other_texts_do_not_count() -> None:
    others = [
        other(ExpectedMessage("!b:beeper.local", "Hi"), NOON + 1),
        other(ExpectedMessage(CHAT, "no"), NOON + 1),
    ]
    assert conclude(HI, [message(at=NOON + 1)], *others).kind == "found"
    assert conclude(HI, [message(at=NOON + 1)], other(ExpectedMessage("12", "Hi"), NOON + 1)).kind == "unclear"


def test_a_file_that_another_send_made_is_no_reason_to_doubt() -> None:
    other_send = other(ExpectedMessage(CHAT, None, None, "upload_2", "other.jpg", 77), NOON + 1)
    assert conclude(PHOTO, [_with_file("other.jpg", 77)]).kind == "unclear"
    assert conclude(PHOTO, [_with_file("other.jpg", 77)], other_send).kind == "none"


def test_the_servers_clock_is_allowed_for() -> None:
    an_hour = 3600.0
    assert conclude(HI, [message(at=NOON + an_hour + 1)], ahead=an_hour).kind == "found"
    assert conclude(HI, [message(at=NOON + an_hour - 600)], ahead=an_hour).kind == "unclear"
    assert conclude(HI, [message(at=NOON - an_hour + 1)], ahead=-an_hour).kind == "found"


def test_one_late_message_of_another_does_not_end_the_search() -> None:
    delayed = [message("late", NOON - 5000, isSender=False, sortKey=str(10**15 + number)) for number in range(4)]
    assert conclude(HI, [*delayed, message(at=NOON + 1)]).kind == "found"


def test_a_chat_that_runs_over_is_given_up() -> None:
    messages = [message("noise", NOON + 10, isSender=False) for _ in range(evidence.MAX_MESSAGES + 1)]
    finding = conclude(HI, messages)
    assert (finding.kind, finding.reason) == ("unclear", evidence.TOO_MANY)


@pytest.mark.parametrize("date", [None, "", "yesterday", "Sat, 99 Nov 2026 12:00:00 GMT"])
def test_a_server_that_tells_no_time_is_taken_to_have_ours(date: str | None) -> None:
    assert reading(date, AT_NOON).server is None


def test_the_date_of_an_answer_tells_the_servers_time() -> None:
    assert reading("Sat, 21 Nov 2026 12:30:00 GMT", AT_NOON).server == NOON + 1800.0
    assert datetime.fromtimestamp(NOON, UTC).hour == 12


@pytest.mark.parametrize("at", [NOON - 3600, 0.0])
def test_the_same_text_sent_elsewhere_or_found_before_explains_no_message(at: float) -> None:
    elsewhere = other(ExpectedMessage("!b:beeper.local", "Hi"), NOON - 10)
    found = OtherSend(HI, Moment(NOON - 20, -20.0), accepted=True, message_id="5")
    rows = [message(at=at, id="6", sortKey="9"), message(at=NOON - 20, id="5")]
    assert conclude(HI, rows, elsewhere, found).kind == "unclear"
    assert conclude(HI, rows[1:], elsewhere, found).kind == "none"
    whose = message(at=NOON + 1, isSender=None)
    assert conclude(HI, [whose], elsewhere, unknown=True).reason == evidence.WHOSE
