"""Media types by the first bytes, and their extensions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.files.media_types import extension, media_type, sniff, type_of_extension
from beeper_sdk.testing.world.seed import media
from tests.each import each_of


@each_of(
    [
        (media.png(2, 2, (1, 2, 3)), "image/png", ".png"),
        (media.gif(), "image/gif", ".gif"),
        (media.wav(0.1, 440), "audio/wav", ".wav"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg", ".jpg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp", ".webp"),
        (b"%PDF-1.7", "application/pdf", ".pdf"),
        (b"OggS\0\2", "audio/ogg", ".ogg"),
        (b"ID3\4\0", "audio/mpeg", ".mp3"),
        (b"\xff\xfb\x90\x64", "audio/mpeg", ".mp3"),
        (b"\xff\xf1\x50\x80", "audio/aac", ".aac"),
        (b"\0\0\0\x18ftypheic", "image/heic", ".heic"),
        (b"\0\0\0\x18ftypisom", "video/mp4", ".mp4"),
        (b"\0\0\0\x18ftypM4A ", "audio/mp4", ".m4a"),
        (b"\0\0\0\x18ftyp3gp4", "video/3gpp", ".3gp"),
        (b"\0\0\0\x14ftypqt  ", "video/quicktime", ".mov"),
        (b"PK\3\4", "application/zip", ".zip"),
        (b"\x1a\x45\xdf\xa3", "video/webm", ".webm"),
        (b"#!AMR\n", "audio/amr", ".amr"),
        (b"\nBegin:vCard\n", "text/vcard", ".vcf"),
        (b"\xff\xfeh\0i\0", None, ""),  # UTF-16
        (b"hello", None, ""),
        (b"RIFF", None, ""),
        (b"", None, ""),
    ]
)
def test_common_formats(head: bytes, kind: str | None, suffix: str) -> None:
    assert (sniff(head), extension(sniff(head))) == (kind, suffix)


@given(head=st.binary(max_size=64), sign=st.sampled_from([b"", b"\xff", b"RIFF", b"\0\0\0\0ftyp", b"\xff\xfb"]))
def test_any_bytes_have_a_type_with_an_extension_or_none(head: bytes, sign: bytes) -> None:
    kind = sniff(sign + head)
    assert kind is None or (media_type(kind) == kind and extension(kind).startswith("."))


def test_a_stated_type_counts_if_it_says_something() -> None:
    stated = ["Image/PNG; q=1", " text/plain ", "application/octet-stream", "image", "a/b/c", "a\n/b", "", None]
    assert list(map(media_type, stated)) == ["image/png", "text/plain", None, None, None, None, None, None]


def test_an_extension_has_the_most_common_type() -> None:
    suffixes = [".JPEG", ".docx", ".gz", ".webm", ".wav", ".vcf", ".opus", ".m4a", ".unknown", ""]
    assert list(map(type_of_extension, suffixes)) == [
        "image/jpeg",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/gzip",
        "video/webm",
        "audio/wav",
        "text/vcard",
        "audio/ogg; codecs=opus",
        "audio/mp4",
        None,
        None,
    ]
