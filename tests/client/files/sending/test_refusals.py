"""What is refused before a file is uploaded, and how a `WritePolicy` and other guards see a message with a file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from beeper_sdk import Beeper, WritePolicy, errors, models
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.testing.known_chats import BOB, WHATSAPP

UPLOAD = models.AssetUploadResult(upload_id="upload_1")


@pytest.mark.parametrize(
    ("arguments", "error", "reason"),
    [
        ({"file": b"x", "attachment": {"upload_id": "u"}}, ValueError, "file and attachment must not both"),
        ({"file": b"x", "attachment": UPLOAD}, ValueError, "file and attachment must not both"),
        ({"file": b"x", "file_type": "picture"}, ValueError, "file_type must be one of 'image', "),
        ({"file": b"x", "file_type": 1}, TypeError, "file_type must be a str"),
        ({"file": b"x", "duration": "1"}, TypeError, "duration must be a number"),
        ({"file": b"x", "duration": -1}, ValueError, "duration must be"),
        ({"file": b"x", "duration": float("nan")}, ValueError, "duration must be"),
        ({"file": b"x", "progress": 1}, TypeError, "progress must be a function"),
        ({"file": b"x", "reply_to_message_id": ""}, ValueError, "reply_to_message_id"),
        ({"file": b"x", "text": 1}, TypeError, "text must be a str"),
        ({"file": 1}, TypeError, "file must be"),
        ({"file": "canary-of-a-path.png"}, FileNotFoundError, "file cannot be read"),
        ({"text": "x", "file_type": "image"}, ValueError, "file_type and duration are only valid with file"),
        ({"text": "x", "duration": 1}, ValueError, "file_type and duration are only valid with file"),
        ({"text": "x", "progress": print}, ValueError, "progress must be None without file"),
        ({"attachment": {"upload_id": "u"}, "file_type": "image"}, ValueError, "file_type and duration"),
        ({"attachment": models.AssetUploadResult()}, ValueError, "a value for upload_id"),
        ({"file": ("a\nb", b"x")}, ValueError, "file name without control characters"),
        ({}, ValueError, "text or attachment is required"),
    ],
)
def test_a_wrong_argument_is_an_error_before_anything_is_sent(
    kind: Kind, fake: FakeBeeper, arguments: dict[str, Any], error: type[Exception], reason: str
) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(error, match=reason) as caught:
            yield beeper.messages.send(BOB, **arguments)
        assert "canary" not in str(caught.value)
        assert arrived(fake) == []

    play(kind, fake, story)


def test_a_read_only_client_uploads_nothing(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(errors.WriteRefused, match=r"messages\.send was not sent: the client is read-only"):
            yield beeper.messages.send(BOB, file=b"x")
        assert arrived(fake) == []

    play(kind, fake, story, read_only=True)


def test_a_message_that_the_policy_refuses_is_not_uploaded(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(errors.PolicyRefused):
            yield beeper.messages.send(BOB, file=b"x")
        assert arrived(fake) == []

    for policy in (
        WritePolicy(chats=["!other:x"]),
        WritePolicy(operations=["assets.upload"]),
        WritePolicy(accounts=[]),
        WritePolicy(confirm=lambda _: False),
    ):
        with Beeper(fake.token, base_url=fake.url) as beeper:
            beeper.chats.retrieve(BOB)  # so that the account is known
        play(kind, fake, lambda beeper: first(fake, beeper, story), guard=policy)


def first(fake: FakeBeeper, beeper: Any, story: Any) -> Story:
    """A story of a client that knows the account of the chat."""
    yield beeper.chats.retrieve(BOB)
    fake.requests.clear()
    yield from story(beeper)


def test_a_dry_run_holds_the_message_and_uploads_nothing(kind: Kind, fake: FakeBeeper) -> None:
    policy = WritePolicy(dry_run=True)

    def story(beeper: Any) -> Story:
        with pytest.raises(errors.DryRun, match=r"messages\.send"):
            yield beeper.messages.send(BOB, text="See", file=("a.png", b"x"))
        assert arrived(fake) == []
        assert beeper.messages.uncertain() == []

    play(kind, fake, story, guard=policy)
    (held,) = policy.held
    body: Any = held.body
    planned = {"uploadID": "(not uploaded yet)", "type": "image", "fileName": "a.png", "mimeType": "image/png"}
    assert body.value == {"text": "See", "attachment": planned}


def test_a_message_with_a_file_is_one_write(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        yield beeper.messages.send(BOB, file=b"x")
        yield beeper.messages.send(BOB, file=b"x")
        with pytest.raises(errors.WriteLimitReached):
            yield beeper.messages.send(BOB, text="x")
        assert arrived(fake) == ["assets.upload", "messages.send"] * 2

    play(kind, fake, story, guard=WritePolicy(per_minute=2))


def test_a_policy_for_a_chat_allows_files_for_it_but_no_other_uploads(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        yield beeper.messages.send(BOB, file=b"x")
        with pytest.raises(errors.PolicyRefused):
            yield beeper.assets.upload(file=b"x")
        assert arrived(fake)[-2:] == ["assets.upload", "messages.send"]

    play(kind, fake, story, guard=WritePolicy(chats=[BOB]))


def test_a_policy_that_lists_operations_must_list_the_upload_too(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(errors.PolicyRefused, match=r"assets\.upload was not sent.*; no message was sent"):
            yield beeper.messages.send(BOB, file=b"x")
        assert arrived(fake) == []

    play(kind, fake, story, guard=WritePolicy(operations=["messages.send"]))


def test_the_user_is_asked_once_and_sees_what_will_be_sent(kind: Kind, fake: FakeBeeper) -> None:
    seen: list[Any] = []

    def confirm(write: Any) -> bool:
        seen.append((write.operation, write.chat_id, write.text, write.body["attachment"]["fileName"]))
        return True

    def story(beeper: Any) -> Story:
        yield beeper.messages.send(BOB, text="See", file=("a.png", b"x"))

    play(kind, fake, story, guard=WritePolicy(confirm=confirm))
    assert seen == [("messages.send", BOB, "See", "a.png")]


class Guard:
    """A guard that records the operations that it checks."""

    def __init__(self, refused: str = "") -> None:
        self.seen: list[str] = []
        self.refused = refused

    def check(self, request: Any) -> None:
        self.seen.append(request.operation.name)
        if request.operation.name == self.refused:
            raise PermissionError(self.refused)


def test_another_guard_sees_the_message_then_the_upload_then_the_message_with_it(kind: Kind, fake: FakeBeeper) -> None:
    guard = Guard()
    play(kind, fake, sending, guard=guard)
    assert guard.seen == ["messages.send", "assets.upload", "messages.send"]


def sending(beeper: Any) -> Story:
    yield beeper.messages.send(BOB, file=b"x")


@pytest.mark.parametrize("operation", ["messages.send", "assets.upload"])
def test_what_another_guard_refuses_is_not_uploaded(kind: Kind, fake: FakeBeeper, operation: str) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(PermissionError):
            yield beeper.messages.send(BOB, file=b"x")
        assert arrived(fake) == []

    play(kind, fake, story, guard=Guard(operation))


def test_a_closed_client_reads_no_file(fake: FakeBeeper, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"x")
    beeper = Beeper(fake.token, base_url=fake.url)
    beeper.close()
    with pytest.raises(errors.ClientClosed):
        beeper.messages.send(BOB, file=path)
    assert io.BytesIO(path.read_bytes()).read() == b"x"


def test_the_account_of_the_chat_is_requested_once(fake: FakeBeeper, group: models.Chat) -> None:
    with Beeper(fake.token, base_url=fake.url, guard=WritePolicy(accounts=[WHATSAPP])) as beeper:
        beeper.messages.send(group.id, file=b"x", file_type="file")
    assert arrived(fake) == ["chats.retrieve 0", "assets.upload", "messages.send"]
