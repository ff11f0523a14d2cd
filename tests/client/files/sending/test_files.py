"""`messages.send(file=…)`: one upload and one send, with the type, name and size of the file."""

from __future__ import annotations

import io
import json
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from beeper_sdk import Beeper, models
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.seed.media import png
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.scripted_server import SENT, Script, answer, call
from tests.testing.known_chats import BOB

PICTURE = png(4, 3, (0, 0, 0))
OPUS = b"OggS" + bytes(24) + b"OpusHead" + bytes(20)


def attachment(fake: FakeBeeper) -> dict[str, Any]:
    """The attachment of the last send, as it was received."""
    body: Any = fake.requests.of("messages.send").last.json
    found: dict[str, Any] = body["attachment"]
    return found


FORMS: list[tuple[Callable[[Path], Any], str]] = [
    (lambda path: path, "plan.png"),
    (str, "plan.png"),
    (lambda path: path.read_bytes(), "upload.png"),
    (lambda path: io.BytesIO(path.read_bytes()), "upload.png"),
    (lambda path: path.open("rb"), "plan.png"),
    (lambda path: ("other.png", path), "other.png"),
    (lambda path: ("other", path.read_bytes(), "image/png"), "other"),
]


@pytest.mark.parametrize(("form", "name"), FORMS)
def test_each_form_of_a_file_is_uploaded_once_and_sent_once(
    kind: Kind, fake: FakeBeeper, tmp_path: Path, form: Callable[[Path], Any], name: str
) -> None:
    path = tmp_path / "plan.png"
    path.write_bytes(PICTURE)
    given = form(path)

    def story(beeper: Any) -> Story:
        sent = yield beeper.messages.send(BOB, text="See", file=given)
        assert arrived(fake) == ["assets.upload", "messages.send"]
        message = (yield beeper.messages.wait(sent)).message
        (found,) = message.attachments
        assert (found.file_name, found.mime_type, found.file_size) == (name, "image/png", len(PICTURE))
        assert message.text == "See"

    play(kind, fake, story)
    if isinstance(given, io.BufferedReader):
        given.close()


@pytest.mark.parametrize(
    ("file", "file_type", "expected"),
    [
        (("a.png", b"x"), None, "image"),
        (("a.gif", b"x"), None, "gif"),
        (("a.mp4", b"x"), None, "video"),
        (("a.mp3", b"x"), None, "audio"),
        (("a.pdf", b"x"), None, "file"),
        (("a", b"x"), None, "file"),
        (("a", b"GIF89a..."), None, "gif"),
        (("a.png", b"x"), "file", "file"),
        (("a.gif", b"x"), "image", "image"),
        (("a.webp", b"x"), "sticker", "sticker"),
    ],
)
def test_the_type_follows_from_the_media_type_unless_it_is_given(
    kind: Kind, fake: FakeBeeper, file: Any, file_type: Any, expected: str
) -> None:
    play(kind, fake, lambda beeper: iter_of(beeper.messages.send(BOB, file=file, file_type=file_type)))
    assert attachment(fake)["type"] == expected


def iter_of(wanted: Any) -> Story:
    yield wanted


def test_a_gif_is_not_retracted(fake: FakeBeeper, group: models.Chat) -> None:
    with Beeper(fake.token, base_url=fake.url) as beeper:
        with fake.quirk("gif_as_image", optional=True) as quirk:
            beeper.messages.send(group, file=("a.gif", b"GIF89a"))
        assert quirk.hits == 0


def test_the_bytes_show_the_type_of_a_file_whose_name_does_not(kind: Kind, fake: FakeBeeper, tmp_path: Path) -> None:
    note = tmp_path / "note"
    note.write_bytes(OPUS)

    def story(beeper: Any) -> Story:
        yield beeper.messages.send(BOB, file=note, file_type="voice-note", duration=2.5)
        assert attachment(fake)["mimeType"] == "audio/ogg; codecs=opus"
        assert (attachment(fake)["type"], attachment(fake)["duration"]) == ("voice-note", 2.5)
        upload = yield beeper.assets.upload(file=note)
        assert (upload.file_name, upload.mime_type) == ("note", "audio/ogg; codecs=opus")
        upload = yield beeper.assets.upload(file=("note", OPUS, "application/octet-stream"))
        assert upload.mime_type == "application/octet-stream"

    play(kind, fake, story)


def test_what_the_app_found_out_about_the_file_is_sent(kind: Kind, fake: FakeBeeper) -> None:
    play(kind, fake, lambda beeper: iter_of(beeper.messages.send(BOB, file=PICTURE)))
    sent = attachment(fake)
    assert sent["size"] == {"width": 4, "height": 3}
    assert sent["uploadID"].startswith("upload_")


def test_an_upload_is_accepted_as_an_attachment(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        upload = yield beeper.assets.upload(file=("a.png", PICTURE))
        sent = yield beeper.messages.send(BOB, attachment=upload)
        assert arrived(fake) == ["assets.upload", "messages.send"]
        assert (yield beeper.messages.wait(sent)).message.attachments[0].file_name == "a.png"
        yield beeper.messages.send(BOB, attachment=upload, file_type="file")
        assert attachment(fake)["type"] == "file"

    play(kind, fake, story)


def test_an_older_app_gets_its_own_names_of_types(kind: Kind) -> None:
    with FakeBeeper(version="4.2.557") as older:
        target = older.world.chats()[0]["id"]

        def story(beeper: Any) -> Story:
            yield beeper.messages.send(target, file=("a.ogg", OPUS), file_type="voice-note", duration=1)

        play(kind, older, story)
        assert attachment(older)["type"] == "voiceNote"


def test_an_app_without_uploads_is_an_error_that_says_so(kind: Kind) -> None:
    from beeper_sdk import errors

    with FakeBeeper(version="4.2.401") as older:
        target = older.world.chats()[0]["id"]

        def story(beeper: Any) -> Story:
            with pytest.raises(errors.NotSupportedByServer):
                yield beeper.messages.send(target, file=b"x")

        play(kind, older, story)
        assert not older.requests.of("messages.send")


def test_the_result_names_the_member_of_a_merged_chat_that_received_the_message(kind: Kind, fake: FakeBeeper) -> None:
    merged = next(chat for chat in fake.world.chats() if "merge" in chat)["id"]

    def story(beeper: Any) -> Story:
        chat = yield beeper.chats.retrieve(merged)
        sent = yield beeper.messages.send(chat, file=("a.png", PICTURE))
        assert sent.chat_id in chat.merge.chat_ids
        ended = yield beeper.messages.wait(sent)
        assert (ended.status, ended.message.chat_id) == ("sent", sent.chat_id)
        fake.world.receive(sent.chat_id, "Thanks")
        reply = yield beeper.messages.wait_for_reply(sent, timeout=5)
        assert reply.text == "Thanks"

    play(kind, fake, story)


def test_an_uncertain_send_to_a_merged_chat_is_found_in_its_member(kind: Kind, fake: FakeBeeper) -> None:
    from beeper_sdk import errors

    merged = next(chat for chat in fake.world.chats() if "merge" in chat)

    def story(beeper: Any) -> Story:
        with fake.fail("messages.send", status=500, performed=True), pytest.raises(errors.DeliveryUncertain) as caught:
            yield beeper.messages.send(merged["id"], text="See", file=("a.png", PICTURE))
        delivery = yield beeper.messages.check(caught.value)
        assert delivery.status == "delivered"
        assert delivery.message.chat_id in merged["merge"]["chatIDs"]

    play(kind, fake, story)


def test_the_duration_that_the_app_found_is_sent_unless_it_is_given(kind: Kind, fake: FakeBeeper) -> None:
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(2 * 12_000))

    def story(beeper: Any) -> Story:
        for arguments, expected in (({}, 1.5), ({"duration": 3}, 3)):
            yield beeper.messages.send(BOB, file=("a.wav", stream.getvalue()), **arguments)
            assert (attachment(fake)["type"], attachment(fake)["duration"]) == ("audio", expected)

    play(kind, fake, story)


def test_what_is_no_size_or_duration_is_not_sent(kind: Kind) -> None:
    infinite = float("inf")
    odd: tuple[dict[str, Any], ...] = (
        {"width": infinite, "height": 3, "duration": infinite},
        {"width": -1, "height": "3", "duration": []},
    )
    for answered in odd:
        server = Script(answer({"uploadID": "u", **answered}), answer(SENT))
        call(kind, server, lambda b: b.messages.send("!a:beeper.com", file=("a.png", b"x")))
        assert json.loads(server.requests[1].content)["attachment"].keys() == {"uploadID", "type", "mimeType"}


def test_what_the_app_says_of_the_type_counts_unless_it_is_the_general_one(kind: Kind) -> None:
    """An app may know better than the name; one that says nothing must not undo what is known."""
    for answered, expected in (
        ("video/mp4", "video/mp4"),
        ("application/octet-stream", "video/quicktime"),
        (None, "video/quicktime"),
    ):
        server = Script(answer({"uploadID": "u", "mimeType": answered}), answer(SENT))
        call(kind, server, lambda b: b.messages.send("!a:beeper.com", file=("a.mov", b"x")))
        sent = json.loads(server.requests[1].content)["attachment"]
        assert (sent["type"], sent["mimeType"]) == ("video", expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.WAV", "audio/wav"),
        ("a.webp", "image/webp"),
        ("a.m4a", "audio/mp4"),
        ("a.opus", "audio/ogg; codecs=opus"),
        ("a.bin", "application/octet-stream"),
    ],
)
def test_the_type_of_a_name_is_the_same_on_every_machine(fake: FakeBeeper, name: str, expected: str) -> None:
    with Beeper(fake.token, base_url=fake.url) as beeper:
        assert beeper.assets.upload(file=(name, PICTURE)).mime_type == expected
        assert beeper.assets.upload(file=PICTURE, file_name=name).mime_type == expected
