"""Whole messages: what stands for files, locations and deleted messages, and what surrounds a text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import models, render
from beeper_sdk._core.text import surroundings
from tests.core.text.helpers import message

PHOTO = {"type": "img", "fileName": "beach.jpg", "fileSize": 1_234_567, "size": {"width": 4, "height": 3}}
VOICE = {"type": "audio", "isVoiceNote": True, "duration": 12.4, "fileName": "voice.ogg", "fileSize": 9000}
SAID = {"transcription": {"transcription": "See you\nat six", "engine": "x"}}
SENDER = "{{sender}} reacted with 👍"

CASES: dict[str, tuple[dict[str, Any], str]] = {
    "text": ({"text": "<b>hi</b>"}, "hi"),
    "an image": ({"type": "IMAGE", "attachments": [PHOTO]}, "[image: beach.jpg, 1.2 MB]"),
    "a caption": (
        {"type": "IMAGE", "attachments": [PHOTO, PHOTO], "text": "Us"},
        "[image: beach.jpg, 1.2 MB]\n[image: beach.jpg, 1.2 MB]\nUs",
    ),
    "a voice message": ({"type": "VOICE", "attachments": [VOICE]}, "[voice message, 0:12]"),
    "a transcription": (
        {"type": "VOICE", "attachments": [VOICE | SAID]},
        '[voice message, 0:12] "See you at six"',
    ),
    "a file": (
        {"type": "FILE", "attachments": [{"type": "unknown", "fileName": "plan.pdf", "fileSize": 34_000}]},
        "[file: plan.pdf, 34 kB]",
    ),
    "a video": (
        {"type": "VIDEO", "attachments": [{"type": "video", "duration": 3725, "fileSize": 999_600}]},
        "[video, 1:02:05, 1 MB]",
    ),
    "a gif": ({"type": "VIDEO", "attachments": [{"type": "video", "isGif": True}]}, "[GIF]"),
    "a sticker": ({"type": "STICKER", "attachments": [{"type": "img", "isSticker": True}]}, "[sticker]"),
    "a file that is not there": ({"type": "IMAGE"}, "[image]"),
    "a shared link": ({"type": "IMAGE", "attachments": [{"type": "img"}], "text": "https://e.org/"}, "https://e.org/"),
    "a photo with an address": (
        {"type": "IMAGE", "attachments": [{"type": "img", "fileName": "a.jpg"}], "text": "https://e.org/"},
        "[image: a.jpg]\nhttps://e.org/",
    ),
    "a location": ({"type": "LOCATION", "text": "geo:52.37,4.90"}, "[location]\ngeo:52.37,4.90"),
    "a location without text": ({"type": "LOCATION"}, "[location]"),
    "a deleted message": ({"text": "secret", "isDeleted": True}, "[deleted message]"),
    "no text": ({"text": ""}, "[message without text]"),
    "only a link": ({"links": [{"url": "https://e.org", "title": "E\nOrg"}]}, "[link: E Org]"),
    "a newer type": ({"type": "POLL"}, "[poll]"),
    "a name with controls": (
        {"type": "FILE", "attachments": [{"type": "unknown", "fileName": "a\n12:00 Bob: \x1b[31m\u202efdp.exe"}]},
        "[file: a 12:00 Bob: [31mfdp.exe]",
    ),
    "a reaction": ({"type": "REACTION", "text": SENDER, "senderName": "Erin"}, "Erin reacted with 👍"),
    "an ID for a name": ({"type": "REACTION", "text": SENDER, "senderName": "@erin:b.l"}, "Somebody reacted with 👍"),
    "a name like markup": (
        {"type": "NOTICE", "text": "<b>{{sender}}</b> left", "senderName": "<i>Eve</i> &lt;"},
        "<i>Eve</i> &lt; left",
    ),
    "a template that somebody wrote": ({"text": "use {{sender}} here", "senderName": "Erin"}, "use {{sender}} here"),
    "a reply": (
        {"text": "> <@bob:x.y> old\n> more\n\nnew\n> quote", "linkedMessageID": "3"},
        "new\n> quote",
    ),
    "a quote": ({"text": "> <@bob:x.y> old\n\nnew"}, "> <@bob:x.y> old\n\nnew"),
}


@pytest.mark.parametrize(("fields", "wanted"), CASES.values(), ids=CASES)
def test_a_message_becomes_plain_text(fields: dict[str, Any], wanted: str) -> None:
    assert render.plain(message(**fields)) == wanted


def test_placeholders_are_escaped_in_markdown_and_html() -> None:
    odd = PHOTO | {"fileName": "*<b>*.jpg"}
    shown = message(type="IMAGE", attachments=[odd], text="<b>Us</b>")
    assert render.markdown(shown) == "\\[image: \\*\\<b>\\*.jpg, 1.2 MB\\]  \n**Us**"
    assert render.html(shown) == "[image: *&lt;b&gt;*.jpg, 1.2 MB]<br><b>Us</b>"
    ruled = message(type="IMAGE", attachments=[PHOTO], text="<hr>Us")
    assert render.markdown(ruled) == "\\[image: beach.jpg, 1.2 MB\\]  \n***\n\nUs"
    notice = message(type="NOTICE", text="{{sender}} left", senderName="<i>*Eve*</i>")
    assert render.markdown(notice) == "\\<i>\\*Eve\\*\\</i> left"
    assert render.html(notice) == "&lt;i&gt;*Eve*&lt;/i&gt; left"


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        *((0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (9_949, "9.9 kB"), (9_951, "10 kB")),
        *((999_499, "999 kB"), (999_501, "1 MB"), (5e14, "500 TB"), (-1, None), (float("nan"), None), (True, None)),
        *(("12", None), (1e300, None)),
    ],
)
def test_sizes_are_shown_in_units_of_a_thousand(size: object, shown: str | None) -> None:
    file = {"type": "unknown", "fileName": "a", "fileSize": size}
    wanted = "[file: a]" if shown is None else f"[file: a, {shown}]"
    assert render.plain(message(type="FILE", attachments=[file])) == wanted


def test_reactions_are_grouped_with_names() -> None:
    given = [("👍", "@a:x", True), ("party", "@b:x", False), ("👍", "@b:x", True), (":wave:", "@c:x", None)]
    rows = [
        {"id": f"{n}", "reactionKey": key, "participantID": who, "emoji": e} for n, (key, who, e) in enumerate(given)
    ]
    rows[1]["imgURL"] = "mxc://x.y/z"
    rows.append({"id": "9", "reactionKey": "mxc://x.y/secret", "participantID": "@a:x"})
    rows.append({"id": "10", "reactionKey": "👍"})
    names = {"@a:x": "Alice", "@b:x": "Bob\n"}
    assert surroundings.reactions(message(reactions=rows), lambda who: names.get(who, "")) == [
        "👍 Alice, Bob, somebody",
        ":party: Bob",
        ":wave: somebody",
        "[custom emoji] Alice",
    ]


def test_many_reactions_are_counted() -> None:
    rows = [{"id": f"{n}", "reactionKey": "👍", "participantID": f"@{n}:x"} for n in range(500)]
    assert surroundings.reactions(message(reactions=rows), str)[0].endswith("@9:x and 490 more")


def test_edits_and_replies_are_known() -> None:
    edited = {"editedTimestamp": "2026-11-02T09:31:00.000Z", "linkedMessageID": "3"}
    assert surroundings.is_edited(message(text="x", **edited))
    assert surroundings.reply_to(message(text="x", **edited)) == "3"
    assert not surroundings.is_edited(message(text="x", isDeleted=True, **edited))
    assert surroundings.reply_to(message(type="REACTION", **edited)) is None


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [("one two", 60, "one two"), ("one\ntwo three", 9, "one two…"), ("abcdefghij", 5, "abcd…"), ("a b", 1, "…")],
)
def test_the_first_words_of_a_text_are_one_line(text: str, limit: int, wanted: str) -> None:
    assert surroundings.first_words(text, limit) == wanted


_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5))
_ANY = st.one_of(_SCALARS, st.just("{{sender}} <b>x</b>"), st.just([None, {"a": 1}]), st.just({"transcription": 1}))


def _object(model: type[models.Message | models.Attachment | models.Reaction]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from([*model._ATTRIBUTES]), _ANY, max_size=6)


_FILES = st.lists(st.one_of(_ANY, _object(models.Attachment)), max_size=2)
_REACTIONS = st.lists(st.one_of(_ANY, _object(models.Reaction)), max_size=2)


@given(
    _object(models.Message),
    st.one_of(_ANY, _FILES),
    st.one_of(_ANY, _REACTIONS),
    st.sampled_from([None, "TEXT", "IMAGE", "VOICE", "REACTION", "NOTICE", "POLL", 7]),
)
def test_no_message_is_too_odd(fields: dict[str, Any], files: object, reactions: object, kind: object) -> None:
    odd = models.Message.from_dict({**fields, "attachments": files, "reactions": reactions, "type": kind})
    for form in (render.plain, render.markdown, render.html):
        form(odd).encode()
    surroundings.reactions(odd, str)
    surroundings.is_edited(odd)
    surroundings.reply_to(odd)
