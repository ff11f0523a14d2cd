"""The programs in examples/: each does what its docstring says, against a FakeBeeper, and fails in one line.

Those that follow what is new are in `test_following_examples.py`.

pytest collects `examples/test_a_bot.py` itself: `testpaths` names the folder.
"""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.project.programs import FOLDER, chat_named, run, use, writes

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = (
    "unread_digest",
    "archive_to_jsonl",
    "guarded_assistant",
    "notifier",
    "auto_reply_bot",
    "webhook_outbox",
    "save_attachments",
    "send_files",
    "voice_notes",
    "transcript_for_llm",
    "mcp_server",
)
MAX_LINES = 160


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeBeeper]:
    """A Beeper where the programs look for one."""
    with FakeBeeper() as fake:
        use(fake, monkeypatch)
        yield fake


def test_the_digest_shows_unread_messages_without_html_and_only_reads(
    fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chat = chat_named(fake, "Erin Hazelstone")
    fake.world.receive(chat, "Read <a href='https://example.com'>the plan</a><br>&amp; answer")
    run(monkeypatch, "unread_digest", "--messages", "2")
    shown = capsys.readouterr().out
    assert re.search(
        r"^Erin Hazelstone \(WhatsApp\): 4 unread\n  .*\n  .* Read the plan \(https://example\.com\) & answer\n",
        shown,
        re.MULTILINE,
    )
    assert shown.count("Bob Irisfield") < 4
    assert not re.search(r"^  [^:]+:\d\d  Alice Glenleigh: ", shown, re.MULTILINE)  # the user's own are not unread
    assert not re.search(r"</?[a-z]+", shown)
    assert writes(fake) == []


def archived(path: Path) -> list[str]:
    return [json.loads(line)["message"]["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_archive_has_every_message_once_however_often_it_is_interrupted(
    fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, chat = tmp_path / "archive.jsonl", chat_named(fake, "Board Games")
    run(monkeypatch, "archive_to_jsonl", "board games", str(path))
    whole = path.read_bytes()
    assert archived(path) == [row["id"] for row in fake.world.messages(chat)]
    lines = whole.splitlines(keepends=True)
    for partial in (b"", b'{"message"', b"".join(lines[:1]), b"".join(lines[:30]) + lines[30][:20]):
        path.write_bytes(partial)
        run(monkeypatch, "archive_to_jsonl", "board games", str(path))
        assert archived(path) == [row["id"] for row in fake.world.messages(chat)]
    fake.world.receive(chat, "One more")
    run(monkeypatch, "archive_to_jsonl", "board games", str(path))
    assert archived(path) == [row["id"] for row in fake.world.messages(chat)]
    assert writes(fake) == []


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("buy milk\n", 1),
        ("buy milk", 1),
        ('{"a": 1}\n[1]\n', 2),
        ('{"a": 1}\n', 1),
        ("\n", 1),
        ('{"message": {}, "checkpoint": "c"}\nbuy milk', 2),
    ],
)
@pytest.mark.usefixtures("fake")
def test_a_file_that_is_no_archive_is_named_and_not_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str, line: int
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, "archive_to_jsonl", "board games", str(path))
    assert f"{path} is not an archive of this program: see its line {line}. " in str(ended.value)
    assert path.read_text(encoding="utf-8") == content


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.usefixtures("fake")
def test_only_its_owner_can_read_an_archive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    run(monkeypatch, "archive_to_jsonl", "board games", str(tmp_path / "new"))
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("chat", "reason"),
    [("irisfield", "^2 chats match 'irisfield'; "), ("Bob Irisfield", "merged chat"), ("nobody at all", "^NoMatch: ")],
)
@pytest.mark.usefixtures("fake")
def test_the_archive_needs_one_chat(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chat: str, reason: str) -> None:
    with pytest.raises(SystemExit, match=reason):
        run(monkeypatch, "archive_to_jsonl", chat, str(tmp_path / "new"))


def test_the_assistant_sends_nothing_in_a_dry_run(
    fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake.world.receive(chat_named(fake, "Board Games"), "Shall we play?")
    run(monkeypatch, "guarded_assistant", "board games")
    assert capsys.readouterr().out.startswith("Board Games: would send: Thank you")
    assert writes(fake) == []


def test_the_assistant_replies_once_and_within_its_limit(
    fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chats = [chat_named(fake, title) for title in ("Board Games", "Choir")]
    for chat in chats:
        fake.world.receive(chat, "Shall we play?")
    run(monkeypatch, "guarded_assistant", "board games", "choir", "--per-minute", "1", "--send")
    run(monkeypatch, "guarded_assistant", "board games", "--send")
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.startswith("Board Games: sent: Thank you")
    assert re.fullmatch(r"Choir: limit reached; possible again in \d+ s", second)
    assert third == "Board Games: nothing to answer"
    assert len(writes(fake)) == 1


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_missing_token_is_reported_in_one_line(
    name: str, monkeypatch: pytest.MonkeyPatch, fake: FakeBeeper, tmp_path: Path
) -> None:
    monkeypatch.delenv("BEEPER_ACCESS_TOKEN")
    monkeypatch.setenv("BEEPER_TOKEN_FILE", str(tmp_path / "none"))
    arguments: dict[str, list[str]] = {
        "unread_digest": [],
        "archive_to_jsonl": ["choir", str(tmp_path / "new")],
        "guarded_assistant": ["choir"],
        "notifier": ["--position", str(tmp_path / "position.json")],
        "auto_reply_bot": ["choir"],
        "webhook_outbox": ["http://127.0.0.1:9", "--database", str(tmp_path / "outbox.db"), "--once"],
        "save_attachments": ["choir"],
        "send_files": ["choir", "plan.pdf"],
        "voice_notes": ["choir"],
        "transcript_for_llm": ["choir"],
        "mcp_server": ["--write-to", "choir"],
    }
    with pytest.raises(SystemExit, match=r"^MissingToken: [^\n]+$"):
        run(monkeypatch, name, *arguments[name])
    assert list(fake.requests) == []


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_are_short_and_say_how_to_run_them(name: str) -> None:
    text = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_LINES
    assert f"\n    python {name}.py" in text.split('"""')[1]
