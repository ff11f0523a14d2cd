"""What the network of a chat does not allow is refused before anything is sent, if the chat is passed."""

from __future__ import annotations

import pickle
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import errors, models
from beeper_sdk._core.files.limits import least_length
from beeper_sdk._core.files.limits_of_files import MSGTYPES, FileFacts, check_file, type_for
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.each import each_of

OPUS = "audio/ogg; codecs=opus"
ANY_IMAGE = {"mimeTypes": {"image/*": 1}}
IMAGES = {"image/png": 2, "image/jpeg": 1, "image/bmp": 0, "image/tiff": -2}


def chat_with(**capabilities: Any) -> models.Chat:
    known = {"id": "!a:x", "accountID": "a", "type": "group", "unreadCount": 0, "capabilities": capabilities}
    return models.Chat.from_dict({**known, "participants": {"items": [], "hasMore": False, "total": 0}})


LIMITED = chat_with(
    maxTextLength=10,
    attachments={
        "m.image": {
            "mimeTypes": IMAGES,
            "caption": 2,
            "maxCaptionLength": 5,
            "maxSize": 100,
            "maxWidth": 4,
            "maxHeight": 3,
            "maxDuration": 2,
        },
        "m.audio": {"mimeTypes": {"audio/*": 1}, "caption": 0},
        "m.file": {"mimeTypes": {"*/*": 2, "application/x-executable": -2}},
        "org.matrix.msc3245.voice": {"mimeTypes": {OPUS: 2}},
    },
)


@pytest.mark.parametrize(
    ("arguments", "capability", "numbers", "reason"),
    [
        ({"text": "x" * 11}, "max_text_length", (10, 11, "characters"), "text has 11 characters; this chat allows 10"),
        ({"file": ("a.png", bytes(101))}, "max_size", (100, 101, "bytes"), "101 bytes; this chat allows 100 for"),
        ({"file": ("a.png", b""), "text": "x" * 6}, "max_caption_length", (5, 6, "characters"), "the caption has 6"),
        ({"file": ("a.png", b""), "duration": 2.5}, "max_duration", (2, 2.5, "seconds"), "2.50 seconds; .* allows 2"),
        ({"file": ("a.tiff", b"")}, "attachments", (None, None, None), "image/tiff as 'image'; file_type='file' is"),
        ({"file": ("a.bmp", b"")}, "attachments", (None, None, None), "image/bmp as 'image'"),
        ({"file": ("a.webp", b"")}, "attachments", (None, None, None), "image/webp as 'image'"),
        ({"file": ("a.mp4", b"")}, "attachments", (None, None, None), "attachments of the type 'video'; file_type="),
        ({"file": ("a", b"", "application/x-executable")}, "attachments", (None, None, None), "as 'file'$"),
        ({"file": ("a.mp3", b""), "text": "x"}, "caption", (None, None, None), "a text with 'audio' .*by itself"),
        ({"file": ("a.png", b""), "file_type": "sticker"}, "attachments", (None, None, None), "the type 'sticker'"),
        ({"attachment": models.AssetUploadResult(upload_id="u", mime_type="image/png", width=5, height=1)},
         "max_width", (4, 5, "pixels of width"), "5 pixels of width"),
        ({"attachment": models.AssetUploadResult(upload_id="u", mime_type="image/png", width=1, height=4)},
         "max_height", (3, 4, "pixels of height"), "4 pixels of height"),
    ],
)  # fmt: skip
def test_what_the_network_does_not_allow_is_refused_with_its_limit(
    kind: Kind, fake: FakeBeeper, arguments: dict[str, Any], capability: str, numbers: Any, reason: str
) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(errors.NetworkLimit, match=rf"^messages.send was not sent: .*{reason}") as caught:
            yield beeper.messages.send(LIMITED, **arguments)
        error = caught.value
        assert isinstance(error, ValueError)
        assert (error.capability, (error.limit, error.actual, error.unit)) == (capability, numbers)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
        assert "a.png" not in str(error)
        assert arrived(fake) == []

    play(kind, fake, story)


ALLOWED: list[dict[str, Any]] = [
    {"text": "x" * 10},
    {"text": "**" + "x" * 10 + "**"},
    {"file": ("a.png", bytes(100)), "text": "x" * 5, "duration": 2},
    {"file": ("a.jpg", b"")},
    {"file": ("a.mp3", b"")},
    {"file": ("a.tiff", b""), "file_type": "file"},
    {"file": ("a.ogg", b"", "Audio/OGG"), "file_type": "voice-note"},
    {"file": ("a.pdf", bytes(1000)), "text": "x" * 100},
    {"attachment": {"upload_id": "u"}, "text": "x" * 100},  # its type is not known
    {"attachment": {"upload_id": "u", "type": "image"}, "text": "x" * 5},
]


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ({"type": "image", "mime_type": "image/png"}, "the caption has 6 characters; this chat allows 5"),
        ({"type": "image"}, "the caption has 6 characters; this chat allows 5"),
        ({"type": "image", "mime_type": "image/bmp"}, "image/bmp as 'image'"),
        ({"type": "video"}, "attachments of the type 'video'"),
        ({"type": "image", "size": {"width": 5, "height": 1}}, "5 pixels of width; this chat allows 4"),
        ({"type": "image", "duration": 3}, "3 seconds; this chat allows 2"),
    ],
)
def test_what_an_attachment_states_is_checked_too(
    kind: Kind, fake: FakeBeeper, stated: dict[str, Any], reason: str
) -> None:
    def story(beeper: Any) -> Story:
        for attachment in ({"upload_id": "u", **stated}, models.MessageAttachmentInput(upload_id="u", **stated)):
            with pytest.raises(errors.NetworkLimit, match=reason):
                yield beeper.messages.send(LIMITED, text="x" * 6, attachment=attachment)
        assert arrived(fake) == []

    play(kind, fake, story)


def test_what_the_network_allows_passes(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        for arguments in ALLOWED:
            with pytest.raises(errors.NotFoundError):  # the server does not have this chat
                yield beeper.messages.send(LIMITED, **arguments)
        assert "messages.send" in arrived(fake)

    play(kind, fake, story)


@pytest.mark.parametrize(
    "chat",
    [
        LIMITED.id,
        chat_with(),
        chat_with(attachments={}),
        chat_with(attachments={"m.image": {"maxSize": 1}, "m.video": {}}),
        chat_with(attachments=None, maxTextLength=None),
        models.Chat.from_dict({**LIMITED.to_dict(), "merge": {"chatIDs": ["!b:x"], "defaultChatID": "!b:x"}}),
        models.Chat.from_dict({**LIMITED.to_dict(), "capabilities": "odd"}),
    ],
)
def test_an_id_a_merged_chat_and_a_chat_without_capabilities_are_not_checked(
    kind: Kind, fake: FakeBeeper, chat: Any
) -> None:
    def story(beeper: Any) -> Story:
        for arguments in ({"text": "x" * 100}, {"file": ("a.mp4", bytes(101))}):
            with pytest.raises(errors.NotFoundError):
                yield beeper.messages.send(chat, **arguments)

    play(kind, fake, story)


@each_of(
    [
        ("image/gif", None, "gif"),
        ("image/gif; x=y", "!a:x", "gif"),
        ("IMAGE/PNG", None, "image"),
        ("image/gif", LIMITED, "gif"),
        ("image/gif", chat_with(attachments={"m.image": {"mimeTypes": {"image/gif": 1}}}), "image"),
        ("image/gif", chat_with(attachments={"m.image": ANY_IMAGE, "fi.mau.gif": {"mimeTypes": {}}}), "image"),
        ("image/gif", chat_with(attachments={"m.image": ANY_IMAGE, "fi.mau.gif": ANY_IMAGE}), "gif"),
        ("video/mp4", None, "video"),
        ("audio/ogg", None, "audio"),
        ("text/plain", None, "file"),
        ("", None, "file"),
        ("imagegif", None, "file"),
    ]
)  # fmt: skip
def test_the_default_type(media_type: str, chat: Any, expected: str) -> None:
    assert type_for(media_type, chat) == expected


NAMES = [*MSGTYPES.values(), "mimeTypes", "maxSize", "caption", "*/*"]
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=8,
)


@given(ODD, st.sampled_from(sorted(MSGTYPES)), st.text(max_size=12))
def test_odd_capabilities_never_raise_anything_else(odd: Any, type_: Any, media_type: str) -> None:
    for chat in (chat_with(attachments=odd), models.Chat.from_dict({"id": "!a:x", "capabilities": odd})):
        assert type_for(media_type, chat) in MSGTYPES
        with suppress(errors.NetworkLimit):
            check_file(chat, FileFacts(type_, media_type, 10, 10, 10, 10), "caption")


@given(st.text(max_size=60), st.integers(0, 60))
def test_a_text_is_never_counted_as_longer_than_it_is(text: str, limit: int) -> None:
    assert least_length(text, limit) <= len(text)


MARKUP = ["**{}**", "[{}](https://e.org/x)", "# {}", "`{}`", "\\_{}"]


@given(st.text("abc é", min_size=1, max_size=40), st.sampled_from(MARKUP))
def test_markup_does_not_count(text: str, markup: str) -> None:
    assert least_length(markup.format(text), 0) <= len(text.strip()) + 1
