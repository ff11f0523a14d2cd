"""Arguments that are more than a text or a number: objects, dates and files."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from beeper_sdk_client import api, models
from beeper_sdk_client._client import to_http
from tests.generated.calls import error_message, sent
from tests.generated.contract import function


class TestNested:
    """Objects as arguments: a model, or a mapping with the same Python names at every depth."""

    def test_a_mapping_at_every_depth_is_the_model(self) -> None:
        model = models.MessageAttachmentInput(
            upload_id="u", type="image", size=models.RequiredDimensions(width=2.0, height=1.5)
        )
        mapping: models.MessageAttachmentInputDict = {
            "upload_id": "u",
            "type": "image",
            "size": {"width": 2.0, "height": 1.5},
        }
        half: models.MessageAttachmentInputDict = {
            "upload_id": "u",
            "type": "image",
            "size": models.RequiredDimensions(width=2.0, height=1.5),
        }
        wanted = {"uploadID": "u", "type": "image", "size": {"width": 2.0, "height": 1.5}}
        for attachment in (model, mapping, half):
            assert sent(api.messages.send("c", attachment=attachment)) == {"attachment": wanted}

    def test_models_in_a_map_are_taken_too(self) -> None:
        attachment: models.DraftAttachmentInputDict = {
            "upload_id": "u",
            "type": "image",
            "size": {"width": 1, "height": 1},
        }
        draft: models.ChatDraftInputDict = {"text": "x", "attachments": {"1": attachment}}
        assert sent(api.chats.update("c", draft=draft)) == {
            "draft": {"text": "x", "attachments": {"1": sent_attachment(attachment)}}
        }

    def test_an_unknown_key_is_named_with_those_that_are_taken(self) -> None:
        said = error_message(function("messages.send"), "c", attachment={"uploadID": "u"}, error=TypeError)
        assert said.startswith(
            "attachment has an unknown key 'uploadID'; the keys of a MessageAttachmentInput are upload_id, "
        )

    def test_an_unknown_key_deeper_says_where(self) -> None:
        bad = {"upload_id": "u", "size": {"width": 1, "hight": 2}}
        said = error_message(function("messages.send"), "c", attachment=bad, error=TypeError)
        assert said == "attachment.size has an unknown key 'hight'; the keys of a RequiredDimensions are width, height"

    def test_a_missing_key_is_named(self) -> None:
        said = error_message(
            function("messages.send"), "c", attachment={"upload_id": "u", "size": {"width": 1}}, error=TypeError
        )
        assert said == "attachment.size must have the key 'height', which RequiredDimensions requires"
        said = error_message(function("chats.reminders.create"), "c", reminder={}, error=TypeError)
        assert said == "reminder must have the key 'remind_at', which ReminderInput requires"

    @pytest.mark.parametrize(
        ("attachment", "said"),
        [
            ({"upload_id": 5}, "attachment.upload_id must be a str or an AssetUploadResult, not int"),
            ({"upload_id": "u", "size": 5}, "attachment.size must be a mapping, not int"),
            ({"upload_id": None}, "attachment.upload_id must be a str, not NoneType"),
            (
                {"upload_id": "u", "size": {"width": "2", "height": 1}},
                "attachment.size.width must be a number, not str",
            ),
        ],
    )
    def test_a_nested_value_of_another_type_is_named(self, attachment: dict[str, Any], said: str) -> None:
        assert error_message(function("messages.send"), "c", attachment=attachment, error=TypeError) == said

    def test_a_nested_date_of_another_type_is_named(self) -> None:
        said = error_message(
            function("chats.reminders.create"), "c", reminder={"remind_at": 1788205301}, error=TypeError
        )
        assert said.startswith("reminder.remind_at must be ")

    def test_a_nested_unreadable_date_is_named(self) -> None:
        said = error_message(function("chats.reminders.create"), "c", reminder={"remind_at": "tomorrow"})
        assert said.startswith("reminder.remind_at must be a datetime, a date, a timedelta from now, or a date string")
        assert "tomorrow" not in said

    def test_a_key_that_is_none_is_left_out(self) -> None:
        assert sent(api.messages.send("c", attachment={"upload_id": "u", "size": None})) == {
            "attachment": {"uploadID": "u"}
        }

    def test_the_mapping_is_not_changed(self) -> None:
        reminder: models.ReminderInputDict = {"remind_at": "2026-12-24T18:00:00Z"}
        api.chats.reminders.create("c", reminder=reminder)
        assert reminder == {"remind_at": "2026-12-24T18:00:00Z"}


def sent_attachment(attachment: models.DraftAttachmentInputDict) -> dict[str, Any]:
    wire = {name: wire for wire, name in models.DraftAttachmentInput._ATTRIBUTES.items()}
    return {wire[name]: value for name, value in attachment.items()}


@pytest.fixture
def auckland(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


class TestDates:
    def query(self, value: Any) -> str:
        return dict(api.chats.search(last_activity_after=value).query)["lastActivityAfter"]

    @pytest.mark.usefixtures("auckland")
    def test_a_naive_datetime_is_local_time(self) -> None:
        assert self.query(datetime(2026, 12, 24, 18)) == "2026-12-24T05:00:00.000Z"  # noqa: DTZ001  # the point
        assert self.query("2026-12-24T18:00:00") == "2026-12-24T05:00:00.000Z"
        body = sent(api.chats.reminders.create("c", reminder={"remind_at": datetime(2026, 12, 24, 18)}))  # noqa: DTZ001
        assert body["reminder"]["remindAt"] == "2026-12-24T05:00:00.000Z"

    def test_a_zone_is_kept_to(self) -> None:
        kathmandu = timezone(timedelta(hours=5, minutes=45))
        assert self.query(datetime(2026, 12, 24, 18, tzinfo=kathmandu)) == "2026-12-24T12:15:00.000Z"
        assert self.query("2026-12-24T18:00:00+05:45") == "2026-12-24T12:15:00.000Z"
        assert self.query("2026-12-24 18:00Z") == "2026-12-24T18:00:00.000Z"

    @pytest.mark.parametrize("bad", ["", "tomorrow", "2026-13-01", "2026-12-24T25:00Z"])
    def test_a_text_that_is_no_date(self, bad: str) -> None:
        said = error_message(function("chats.search"), last_activity_after=bad)
        assert said.startswith(
            "last_activity_after must be a datetime, a date, a timedelta from now, or a date string such as 2026-"
        )
        assert said.endswith("this string is not a date")

    @pytest.mark.parametrize("bad", ["20261224", "2026", "03/04/2026", "2026-12"])
    def test_a_text_that_could_be_several_dates(self, bad: str) -> None:
        said = error_message(function("chats.search"), last_activity_after=bad)
        assert said.startswith(
            "last_activity_after must be a datetime, a date, a timedelta from now, or a date string such as 2026-"
        )
        assert not said.endswith("this string is not a date")

    @pytest.mark.parametrize("week", [timedelta(days=7), relativedelta(days=7)])
    def test_a_duration_counts_back_from_now(self, week: Any) -> None:
        before = datetime.now(UTC)
        sent_as = datetime.fromisoformat(self.query(week))
        off_by = sent_as + timedelta(days=7, milliseconds=1) - before
        # A day of a relativedelta has an hour more or less when clocks are moved.
        assert timedelta(hours=-2) < off_by < timedelta(hours=2)

    @pytest.mark.parametrize("bad", [timedelta(days=-7), relativedelta(days=-7)])
    def test_a_duration_into_the_future_would_find_nothing(self, bad: Any) -> None:
        said = error_message(function("messages.search"), date_after=bad)
        assert said == "date_after must not be a negative duration: a duration is counted back from now"

    @pytest.mark.parametrize("bad", [1788205301, 1.5, True, ["2026-12-24"], timedelta.max.days])
    def test_another_type_is_no_date(self, bad: Any) -> None:
        said = error_message(function("messages.search"), date_after=bad, error=TypeError)
        assert said.startswith("date_after must be a datetime, a date, a timedelta from now, or a date string")

    def test_a_date_that_utc_cannot_hold(self) -> None:
        west = timezone(timedelta(hours=-12))
        said = error_message(function("messages.search"), date_after=datetime(9999, 12, 31, 23, tzinfo=west))
        assert said.endswith("this date is out of range")


class TestUploads:
    def multipart(self, file: Any) -> bytes:
        request = to_http("http://x", "t", api.assets.upload(file=file))
        assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
        return request.read()

    def test_bytes_a_file_and_a_tuple_are_taken(self, tmp_path: Path) -> None:
        path = tmp_path / "photo.png"
        path.write_bytes(b"made up")
        with path.open("rb") as opened:
            given: list[Any] = [b"made up", opened, io.BytesIO(b"made up"), ("photo.png", b"made up", "image/png")]
            bodies = [self.multipart(file) for file in given]
        assert all(b"\r\n\r\nmade up\r\n" in body for body in bodies)
        assert b'filename="photo.png"' in bodies[1]
        assert b"Content-Type: image/png" in bodies[3]

    @pytest.mark.parametrize(
        "bad",
        [7, None, ["a"], ("a",), (7, b"x"), ("a", 7), ("a", b"x", 7), ("a", b"x", "b", {})],
    )
    def test_anything_else_is_refused(self, bad: Any) -> None:
        said = error_message(function("assets.upload"), file=bad, error=TypeError)
        assert said.startswith(
            "file must be a path, bytes, a file opened with 'rb', or (file name, one of these[, content type]), not "
        )

    def test_a_file_opened_as_text_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "note.txt"
        path.write_text("x")
        with path.open() as opened:
            assert error_message(function("assets.upload"), file=opened, error=TypeError).endswith(
                "not a file opened in text mode"
            )
        assert error_message(function("assets.upload"), file=io.StringIO("x"), error=TypeError).startswith(
            "file must be a path, bytes"
        )
