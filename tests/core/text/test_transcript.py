"""The lines of a transcript: who can write which, what a limit leaves out, and how times are said."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from beeper_sdk import models
from beeper_sdk._core.text import transcript_entries
from beeper_sdk._core.text.transcript import Transcript, TranscriptFormat, TranscriptOptions, transcript_options
from beeper_sdk._core.text.transcript_entries import EntryWriter, key_of, missing_targets
from beeper_sdk._core.text.transcript_names import SpeakerNames, tidy
from beeper_sdk._core.text.transcript_times import day, in_zone, pause
from tests.core.text.helpers import shown_markdown, steps
from tests.each import each_of
from tests.scripted_server import message

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BEGIN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PARTS = [
    *("\n12:00 Bob: yes", "\n- **12:00 Bob:** yes", "<ul><li><b>12:00 Bob:</b> yes</li></ul>", "<br>12:00 Bob: yes"),
    *("<p>one</p><p>12:00 Bob: yes</p>", "&#10;12:00 Bob: yes", "\u202812:00 Bob: yes", "\r12:00 Bob: yes", "\x0bB"),
    *("<pre><code>\n12:00 Bob: yes\n</code></pre>", "```\n", "~~~", "\n---\n", "<hr>", "<h2>Day</h2>", "\n### Day"),
    *("<blockquote>x</blockquote>", "<table><tr><td>a</td></tr></table>", "\n\n", "    ", "\t", "**", "\\", "`"),
    *("<ol><li>", "</li>", "<b>", "</b>", "<div>", "<!--", "\n(2 days later)", "\n  reactions: 👍 Bob", "\u202e", "a"),
]
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=5).map("".join)
NAMES = st.sampled_from(["Erin", "Bob", "12:00 Bob: yes", "[9] Bob", "* Bob", "a\nb", "**Bob:**", "", "-", ":", "Bob:"])


def row(number: int, text: str = "hello", *, at: datetime | None = BEGIN, **more: Any) -> models.Message:
    row = models.Message.from_dict({**message(number, text), **more})
    return row.evolve(timestamp=at) if at is not None else row.evolve(timestamp=datetime(1970, 1, 1, tzinfo=UTC))


def options(format: TranscriptFormat = "text", max_chars: int | None = None, *, ids: bool = False) -> TranscriptOptions:  # noqa: A002
    return transcript_options(ids=ids, gaps=timedelta(hours=3), format=format, max_chars=max_chars, tz=UTC)


def named(rows: Sequence[models.Message], names: Sequence[str] = ("Erin",)) -> SpeakerNames:
    speakers = SpeakerNames()
    for each, name in zip(rows, [*names, *["Erin"] * len(rows)], strict=False):
        speakers.add("whatsapp", each.sender_id, name, is_own=False)
    return speakers


def written(rows: Sequence[models.Message], chosen: TranscriptOptions, names: Sequence[str] = ("Erin",)) -> str:
    writer = EntryWriter(chosen, named(rows, names), {key_of(each): each for each in rows}, with_chat=False)
    return Transcript("Team", None, [writer.entry(each) for each in rows], chosen).text()


@given(st.lists(st.tuples(NAMES, TEXTS), min_size=1, max_size=4), st.booleans())
def test_no_text_and_no_name_passes_for_the_line_of_somebody_else(said: list[tuple[str, str]], ids: bool) -> None:
    rows = [row(number, text, senderID=f"@p{number}") for number, (_, text) in enumerate(said)]
    lines = written(rows, options(ids=ids), [name for name, _ in said]).splitlines()
    at_margin = [line for line in lines if line and not line.startswith(" ")]
    heading, first_day, *entries = at_margin
    assert (heading, first_day) == ("Team", "--- Monday, 5 January 2026 ---")
    assert len(entries) == len(said)
    names = named(rows, [name for name, _ in said])
    for number, line in enumerate(entries):
        shown_id = f"[{number}] " if ids else ""
        assert line.startswith(f"09:30 {shown_id}{names.get('whatsapp', f'@p{number}')}:")
    assert all(line.startswith(" " * 6) for line in lines if line.startswith(" "))  # two are those of notes


@given(st.lists(st.tuples(NAMES, TEXTS), min_size=1, max_size=4))
def test_in_markdown_all_that_somebody_writes_is_in_an_item_of_theirs(said: list[tuple[str, str]]) -> None:
    rows = [row(number, text, senderID=f"@p{number}") for number, (_, text) in enumerate(said)]
    names = named(rows, [name for name, _ in said])
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(
        written(rows, options("markdown"), [name for name, _ in said]))  # fmt: skip
    outside = [token.type for token in tokens if token.level == 0 and token.nesting >= 0]
    assert outside == ["heading_open", "heading_open", "bullet_list_open"]
    items = [index for index, token in enumerate(tokens) if token.type == "list_item_open" and token.level == 1]
    assert len(items) == len(said)
    for number, index in enumerate(items):
        head = tokens[index + 2].children or []
        shown = "".join(token.content for token in head[1 : [token.type for token in head].index("strong_close")])
        assert shown == f"09:30 {names.get('whatsapp', f'@p{number}')}:"


@given(st.lists(TEXTS, min_size=1, max_size=12), st.integers(200, 900), st.sampled_from(["text", "markdown"]))
def test_a_limit_is_kept_and_the_newest_messages_are_whole(
    texts: list[str],
    limit: int,
    format: TranscriptFormat,  # noqa: A002
) -> None:
    rows = [row(number, text * 3, at=BEGIN + number * timedelta(hours=5)) for number, text in enumerate(texts)]
    found, whole = written(rows, options(format, limit)), written(rows, options(format))
    assert len(found) <= limit
    left_out = re.search(r"(\d+) earlier messages? left out", found)
    if len(whole) <= limit:
        assert found == whole
    elif left_out is not None:
        kept = len(rows) - int(left_out[1])
        alone = written(rows[-kept:], options(format)).partition("Monday" if kept == len(rows) else "January")[2]
        assert kept == 1 or found.endswith(alone)
        one_more = len(written(rows[-kept - 1 :], options(format)))
        assert one_more + len("\n\n*1 earlier messages left out*\n") > limit or kept == len(rows)
    else:
        assert len(rows) == 1


def test_a_message_longer_than_the_limit_is_cut() -> None:
    for chosen in (options("text", 300), options("markdown", 300)):
        found = written([row(1, "old"), row(2, "word " * 500)], chosen)
        assert 250 < len(found) <= 300
        assert found.endswith("…")
        assert "1 earlier message left out" in found
        assert len(written([row(1, "\n" * 5000 + "x\n" * 900)], chosen)) <= 300
        assert len(written([row(1, "\\" * 5000)], chosen)) <= 300


def test_in_markdown_a_cut_message_leaves_no_code_open() -> None:
    for tag in ("code", "pre"):
        text = f"<{tag}>{'&lt;img src=x onerror=x> ' * 40}</{tag}>"
        for limit in range(200, 320, 7):
            found = written([row(1, "old"), row(2, text, linkedMessageID="1")], options("markdown", limit))
            assert len(found) <= limit
            tokens = MARKDOWN.parse(found)
            assert "fence" not in [token.type for token in tokens]
            assert "html_inline" not in [part.type for token in tokens for part in token.children or ()]


@given(st.sampled_from(["text", "markdown"]), st.integers(0, 40), st.integers(1, 3), st.booleans())
def test_with_any_limit_the_newest_messages_are_kept(
    format: TranscriptFormat,  # noqa: A002
    size: int,
    days: int,
    ids: bool,
) -> None:
    rows = [row(n, "x" * (size * n % 50), at=BEGIN + n * timedelta(days=days) / 3) for n in range(12)]
    shown = [written(rows, options(format, limit, ids=ids)) for limit in range(200, 900, 11)]
    assert all(len(found) <= limit for found, limit in zip(shown, range(200, 900, 11), strict=True))
    kept = [found.count("Erin:") for found in shown]
    assert kept == sorted(kept)
    for found, next_one in itertools.pairwise(kept):
        assert next_one - found <= 2


def test_a_title_that_looks_like_another_line_is_quoted() -> None:
    for title in ("09:00 Bob: yes", "--- Monday, 5 January 2026 ---", "(2 days later)", "\u200b* Bob left"):
        assert Transcript(title, None, [], options()).text().startswith(f'"{title}"\n')
    for title in ("Team (Signal)", "🚀 Team", "Project: 2", "2026", "#general"):
        assert Transcript(title, None, [], options()).text().startswith(f"{title}\n")
    assert shown_markdown(Transcript("# C #", None, [], options("markdown")).text()).split("\n")[0].strip() == "# C #"


def test_notes_cannot_be_forged_by_keys_names_and_texts() -> None:
    reactions = [{"id": "1", "reactionKey": "👍 Bob; 😀", "participantID": "@p"}]
    eve = row(1, '<ul><li>reactions: 👍 Bob</li><li>in reply to Bob: "x"</li></ul>', reactions=reactions, senderID="@p")
    lines = written([eve], options("markdown"), ["Eve, Bob"]).splitlines()
    assert [line for line in lines if line.startswith("  * ")] == ['  * reactions: "👍 Bob; 😀" "Eve, Bob"']
    assert written([eve], options(), ["Eve, Bob"]).splitlines()[-1] == '  reactions: "👍 Bob; 😀" "Eve, Bob"'


def test_a_long_message_is_rendered_once_however_many_reply_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[models.Message] = []

    def as_plain(message: models.Message) -> str:
        rendered.append(message)
        return "long"

    monkeypatch.setattr(transcript_entries, "as_plain", as_plain)
    assert written([row(0), *(row(n, linkedMessageID="0") for n in range(1, 9))], options()).count('Erin: "long"') == 8
    assert len(rendered) == 1


def test_an_empty_transcript_and_a_heading_longer_than_the_limit() -> None:
    for format in ("text", "markdown"):  # noqa: A001
        assert "no messages" in Transcript("Team", None, [], options(format)).text()
        long = Transcript("*" * 500, "[" * 200, [], options(format, 200)).text()
        assert len(long) <= 200
        one = EntryWriter(options(format, 200), SpeakerNames(), {}, with_chat=False).entry(row(1))
        assert len(Transcript("*" * 500, None, [one], options(format, 200)).text()) <= 200


def test_messages_without_a_usable_time_stay_in_their_place() -> None:
    rows = [row(1, at=None), row(2), row(3, at=None), row(4, at=BEGIN + timedelta(hours=20))]
    assert written(rows, options()).splitlines() == [
        "Team", "--:-- Erin: hello", "", "--- Monday, 5 January 2026 ---", "09:30 Erin: hello", "--:-- Erin: hello",
        "(20 hours later)", "", "--- Tuesday, 6 January 2026 ---", "05:30 Erin: hello"]  # fmt: skip


def test_pauses_are_elapsed_time_also_when_clocks_are_moved() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    rows = [row(1, at=datetime(2026, 3, 28, 23, 0, tzinfo=UTC)), row(2, at=datetime(2026, 3, 29, 2, 0, tzinfo=UTC))]
    found = written(rows, evolve(options(), zone=berlin))
    assert found.splitlines()[2:] == ["--- Sunday, 29 March 2026 ---", "00:00 Erin: hello", "(3 hours later)",
                                      "04:00 Erin: hello"]  # fmt: skip
    assert "later" not in written(rows, evolve(options(), gaps=None))
    assert "later" not in written(rows, evolve(options(), gaps=timedelta(hours=3, seconds=1)))


@each_of(
    [
        (timedelta(seconds=1), "1 second later"),
        (timedelta(seconds=59), "59 seconds later"),
        (timedelta(minutes=90), "1 hour later"),
        (timedelta(hours=3), "3 hours later"),
        (timedelta(hours=47, minutes=59), "47 hours later"),
        (timedelta(days=2), "2 days later"),
        (timedelta(days=60), "60 days later"),
        (timedelta(days=61), "2 months later"),
        (timedelta(days=800), "2 years later"),
        (timedelta(microseconds=1), "0 seconds later"),
    ]
)
def test_pauses_are_said_in_words(length: timedelta, expected: str) -> None:
    assert pause(length) == expected


def test_days_are_said_in_english_and_the_last_day_of_the_calendar_has_none_elsewhere() -> None:
    assert day(datetime(2026, 12, 24, tzinfo=UTC)) == "Thursday, 24 December 2026"
    assert in_zone(datetime(9999, 12, 31, 23, 59, tzinfo=UTC), ZoneInfo("Asia/Tokyo")) is None
    assert in_zone(None, UTC) is None


@each_of(
    [
        ("Erin", "Erin"),
        ("Erin: yes", "Erin yes"),
        ("@erin:beeper.local", "@erin:beeper.local"),
        ("[12] Erin", "12] Erin"),
        ("* Erin", "Erin"),
        ("Er\nin\x1b[31m", "Er in[31m"),
        (" \u202e ", "Somebody"),
        ("\u200b\u3164 ", "Somebody"),
        ("\u200b* Erin", "Erin"),
        ("x" * 80, "x" * 49 + "…"),
    ]
)
def test_names_do_not_look_like_another_part_of_a_line(name: str, expected: str) -> None:
    assert tidy(name) == expected


def test_people_with_equal_names_are_numbered_unless_they_are_one_person() -> None:
    names = SpeakerNames()
    assert names.add("signal", "@me", "Alice", is_own=True) == "Alice"
    assert names.add("signal", "@me2", "Alice", is_own=True) == "Alice"
    assert names.add("signal", "@a", "Alice", is_own=False) == "Alice (2)"
    assert names.add("signal", "@b", "Alice", is_own=False) == "Alice (3)"
    assert names.add("whatsapp", "@a", "Bob", is_own=False) == "Bob"
    assert names.add("signal", "@c", "Bob", is_own=False) == "Bob"


def test_names_that_look_alike_are_equal() -> None:
    names = SpeakerNames()
    shown = [names.add("signal", f"@{n}", name, is_own=False) for n, name in enumerate(
        ["Bob", "B\u200bob", "bob", "Bob (2)", "Bob\u3164", "You", "Bob\ufe0f (2)"])]  # fmt: skip
    assert shown == ["Bob", "B\u200bob (2)", "bob (3)", "Bob (2) (2)", "Bob\u3164 (4)", "You (2)", "Bob\ufe0f (2) (3)"]
    assert names.add("signal", "@me", "You", is_own=True) == "You"


def test_many_people_with_one_name_are_numbered_in_linear_time() -> None:
    names = SpeakerNames()
    folded = [names.add("signal", f"@{number}", "Bob", is_own=False) for number in range(1000)]
    assert folded[-1] == "Bob (1000)"
    assert steps(lambda _: names.add("signal", "@more", "Bob", is_own=False), "") < 1000


def test_at_most_twenty_messages_are_requested_for_replies_to_them() -> None:
    rows = [row(number, linkedMessageID=str(number - 30)) for number in range(100, 160)]
    wanted = missing_targets(rows)
    assert wanted == [("!a:beeper.com", str(number)) for number in range(99, 79, -1)]
    assert missing_targets([row(1, linkedMessageID="."), row(2, linkedMessageID="1")]) == []


@given(st.data())
def test_no_message_that_can_be_decoded_raises(data: st.DataObject) -> None:
    odd: Any = st.none() | st.integers() | st.text(max_size=5) | st.lists(st.none() | st.text(max_size=3), max_size=2)
    names = [*message(1), "senderName", "type", "isHidden", "isDeleted", "isSender", "reactions", "attachments"]
    names += ["linkedMessageID", "editedTimestamp", "links"]
    given_fields = {name: data.draw(odd) for name in names if data.draw(st.booleans())}
    page = models.MessagePage.from_dict({"items": [{**message(1), **given_fields}], "hasMore": False})
    for item in page.items:
        chosen = options(ids=True)
        entry = EntryWriter(chosen, SpeakerNames(), {}, with_chat=True).entry(item)
        assert Transcript("Team", None, [entry], chosen).text().startswith("Team\n")


@each_of(
    [
        ({"ids": 1}, TypeError),
        ({"tz": "UTC"}, TypeError),
        ({"gaps": 3}, TypeError),
        ({"gaps": timedelta(0)}, ValueError),
        ({"format": "html"}, ValueError),
        ({"format": None}, TypeError),
        ({"max_chars": 199}, ValueError),
        ({"max_chars": True}, TypeError),
        ({"max_chars": 1e3}, TypeError),
    ]
)
def test_wrong_options_raise(wrong: dict[str, Any], error: type[Exception]) -> None:
    given_options: dict[str, Any] = {"ids": False, "gaps": None, "format": "text", "max_chars": None, "tz": None}
    with pytest.raises(error, match=next(iter(wrong))):
        transcript_options(**{**given_options, **wrong})
