"""The version that changes ask for, the entry that is written, and the entry that is missed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.compiler.compare import Change, Level, Verb, compare, report, version
from scripts.compiler.compare import changelog as entry
from tests.compiler.compare.edits import MINI, edited, put, remove


def change(name: str = "models.Chat.title", level: Level = Level.READERS, verb: Verb = "removed") -> Change:
    return Change(frozenset({level}), verb, "field", name, "removed", "#/components/schemas/Chat")


@pytest.mark.parametrize(
    ("levels", "before_one", "from_one"),
    [
        ([], "none", "none"),
        ([Level.EDITORIAL], "patch", "patch"),
        ([Level.ADDITIVE, Level.EDITORIAL], "patch", "minor"),
        ([Level.CALLERS, Level.ADDITIVE], "minor", "major"),
        ([Level.READERS], "minor", "major"),
    ],
)
def test_the_gravest_change_decides_on_the_version(levels: list[Level], before_one: str, from_one: str) -> None:
    changes = [change(level=level) for level in levels]

    assert (version.part(changes, "0.9.3"), version.part(changes, "1.2.3")) == (before_one, from_one)


@pytest.mark.parametrize(
    ("counted", "expected"), [("none", "1.2.3"), ("patch", "1.2.4"), ("minor", "1.3.0"), ("major", "2.0.0")]
)
def test_a_version_is_counted_up(counted: str, expected: str) -> None:
    assert version.following("1.2.3", counted) == expected


def test_a_version_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match=r"the version must be like 1\.2\.3, not 'new'"):
        version.following("new", "major")


CHANGELOG = """# Changelog

## [{heading}

### Removed

- {line}

## [0.9.0] - 2026-01-01

- `models.Old.field` went.
"""


@pytest.mark.parametrize("heading", ["Unreleased]", "unreleased]", "2.0.0] - unreleased", "2.0.0] - Unreleased"])
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("models.Chat.title", "`models.Chat.title` is gone."),
        ("models.Chat.title", "No models.Chat.title."),
        ("models.Chat", "`models.Chat` is `models.Room` now."),
        ("beeper.chats.list", "`beeper.chats.list()` is gone"),
        ("beeper.chats.list(limit=)", "`beeper.chats.list(limit=)`: removed"),
    ],
)
def test_what_is_named_is_told(heading: str, name: str, line: str) -> None:
    assert entry.unnamed([change(name)], CHANGELOG.format(heading=heading, line=line)) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("models.Chat.title", "`models.Chat` changed."),
        ("models.Chat", "`models.ChatPage` changed."),
        ("models.Chat", "`models.Chat.title` changed."),
        ("beeper.chats.list", "`beeper.chats.list(limit=)` changed."),
        ("beeper.chats.list(limit=)", "`beeper.chats.list` changed."),
        ("chats.list", "`beeper.chats.list` changed."),
        ("models.Old.field", "Nothing of note."),
    ],
)
def test_what_is_named_in_part_or_elsewhere_is_missed(name: str, line: str) -> None:
    missed = change(name)

    assert entry.unnamed([missed], CHANGELOG.format(heading="Unreleased]", line=line)) == [missed]


@pytest.mark.parametrize("level", [Level.ADDITIVE, Level.EDITORIAL])
def test_only_what_breaks_has_to_be_told(level: Level) -> None:
    assert entry.unnamed([change(level=level)], "") == []


def test_on_the_day_of_a_release_the_dated_section_counts() -> None:
    """And what the section of an older release names does not."""
    reported, missed = change(), change("models.Old.field")
    changelog = CHANGELOG.format(heading="1.0.0] - 2026-02-02", line="`models.Chat.title` is gone.")

    assert entry.unnamed([reported, missed], changelog, "0.9.0") == [missed]


def test_without_an_unreleased_heading_nothing_is_told() -> None:
    missed = change()

    assert entry.unnamed([missed], "## [1.0.0] - 2026-01-01\n\n- `models.Chat.title`") == [missed]


@given(
    st.lists(st.builds(change, st.from_regex(r"models\.[A-Z][a-z]{0,30}\.[a-z_]{1,40}", fullmatch=True)), max_size=9)
)
def test_the_entry_that_is_written_tells_everything(changes: list[Change]) -> None:
    """However its lines are broken."""
    assert entry.unnamed(changes, f"## [Unreleased]\n\n{entry.write(changes)}") == []


def test_the_entry_of_real_edits_tells_everything() -> None:
    edits = (remove("chats.list", "?limit"), remove("#Chat"), put("chats.archive", "x-beeper-effect", to="once"))
    changes = compare(MINI, edited(MINI, *edits))

    assert any(item.breaking for item in changes)
    assert entry.unnamed(changes, f"## [Unreleased]\n\n{entry.write(changes)}") == []


def test_an_entry_has_the_sections_of_keep_a_changelog() -> None:
    new = edited(
        MINI,
        put("#Chat", "properties", "labels", to={"type": "string"}),
        put("#Chat", "properties", "draft", "deprecated", to=True),
        put("chats.list", "summary", to="All chats."),
        remove("chats.list", "?limit"),
        put("chats.list", "x-beeper-effect", to="idempotent"),
    )

    assert entry.write(compare(MINI, new)).splitlines() == [
        "### Added",
        "",
        "- `models.Chat.labels`: added.",
        "",
        "### Changed",
        "",
        "- **Breaking:** `beeper.chats.list`: has the effect idempotent, was read: read-only clients refuse it.",
        "",
        "### Deprecated",
        "",
        "- `models.Chat.draft`: deprecated.",
        "",
        "### Removed",
        "",
        "- **Breaking:** `beeper.chats.list(limit=)`: removed.",
    ]


def test_the_report_for_machines_says_the_same() -> None:
    changes = compare(MINI, edited(MINI, remove("#Reminder", "properties", "note")))

    assert json.loads(report.machine(changes, "1.2.3")) == {
        "base": "1.2.3",
        "bump": "major",
        "version": "2.0.0",
        "changes": [
            {
                "class": ["breaking for callers", "breaking for readers"],
                "verb": "removed",
                "kind": "field",
                "name": "models.Reminder.note",
                "text": "removed",
                "place": "#/components/schemas/Reminder/properties/note",
            }
        ],
    }
