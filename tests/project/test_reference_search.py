"""The search of the site finds fields, attributes, variables and quirks of the reference, which have no headings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.dev.docs.search_entries import INDEX, add_entries, entries, weight, with_anchors, without_tabs

MODELS = """# Models

## Chat

- **`title`** (`str`, optional): What `Chat` <is> [called](#chat).
"""
CLASSES = """# Client

## Beeper

**Arguments**

- **`timeout`** (`float`): In seconds.
- **`chats`** (`object`): An attribute too.

**Attributes**

- **`chats`** ([`Chats`](types.md#chats)): Chats.

### Beeper.me

- **`other`** (`str`): Not an entry.

## Environment variables

| variable | meaning |
| --- | --- |
| `BEEPER_LOG` | The level. |

## Extras

| `beeper` | Not an entry. |
"""


COMMANDS = """# Commands

## beeper serve

**Options**

- **`-p, --port PORT`**: The port.

**Exit status**

- `0`: success
"""
QUESTIONS = "- [How do I send `text`?](sending.md#send-text)\n- [How do I write?](sending.md#send-text)\n"


def test_fields_and_attributes_and_rows_are_entries() -> None:
    assert [(entry.title, entry.anchor, entry.text) for entry in entries(MODELS, "reference/models/chats.md")] == [
        ("Chat.title", "chat.title", "(str, optional): What Chat <is> called.")
    ]
    titles = [entry.title for entry in entries(CLASSES, "reference/client.md")]
    assert titles == ["Beeper.timeout", "Beeper.chats", "BEEPER_LOG"]


def test_options_and_the_exit_status_of_commands_are_entries() -> None:
    page = "reference/commands.md"
    found = [(entry.title, entry.anchor) for entry in entries(COMMANDS, page)]
    assert found == [
        ("beeper serve --port", "beeper-serve.port"),
        ("beeper serve: exit status", "beeper-serve.exit-status"),
    ]
    assert '\n<a id="beeper-serve.exit-status"></a>**Exit status**\n' in with_anchors(COMMANDS, page)


def test_a_section_that_answers_questions_has_them_as_its_title(tmp_path: Path) -> None:
    index = tmp_path / INDEX
    index.parent.mkdir()
    section = {"location": "how_do_i/sending.html#send-text", "title": "Send text", "text": ""}
    index.write_text(json.dumps({"config": {}, "docs": [section]}), encoding="utf-8")
    add_entries(tmp_path, {"how_do_i/index.md": QUESTIONS})
    (found,) = json.loads(index.read_text(encoding="utf-8"))["docs"]
    assert found["title"] == "How do I send text? How do I write?"
    assert found["boost"] == pytest.approx(1.75, abs=0.06)


@pytest.mark.parametrize(
    ("location", "title", "boost"),
    [
        ("reference/operations/chats.html#chatsfind", "chats.find", 1.25),
        ("reference/commands.html#beeper-serve", "beeper serve", 1.25),
        ("reference/errors.html#notfounderror", "NotFoundError", 1.5),
        ("reference/errors.html", "Errors", 1),
        ("reference/index.html#all-operations", "All operations", 1),
        ("guides/chats.html#chatsfind", "chats.find", 1.25),
    ],
)
def test_sections_about_a_name_precede_others(location: str, title: str, boost: float, tmp_path: Path) -> None:
    index = tmp_path / INDEX
    index.parent.mkdir()
    index.write_text(json.dumps({"config": {}, "docs": [{"location": location, "title": title, "text": ""}]}))
    add_entries(tmp_path, {})
    (found,) = json.loads(index.read_text(encoding="utf-8"))["docs"]
    assert found["boost"] == pytest.approx(boost, abs=0.06)


def test_each_entry_has_an_anchor_on_the_page_and_other_pages_stay_as_they_are() -> None:
    page = with_anchors(CLASSES, "reference/client.md")
    assert '- <a id="beeper.timeout"></a>**`timeout`**' in page
    assert '| <a id="variables.beeper_log"></a>`BEEPER_LOG` | The level. |' in page
    assert page.count("<a id=") == 3
    assert with_anchors(CLASSES, "guides/client.md") == CLASSES


def test_the_index_of_the_site_gets_the_entries(tmp_path: Path) -> None:
    index = tmp_path / INDEX
    index.parent.mkdir()
    index.write_text('{"config": {}, "docs": []}', encoding="utf-8")
    add_entries(tmp_path, {"reference/models/chats.md": MODELS, "guides/client.md": CLASSES})
    assert json.loads(index.read_text(encoding="utf-8"))["docs"] == [
        {
            "location": "reference/models/chats.html#chat.title",
            "title": "Chat.title",
            "text": "<p>(str, optional): What Chat &lt;is&gt; called.</p>",
            "boost": 1,
        }
    ]


def test_an_entry_has_each_piece_once() -> None:
    code = "<pre><code>{}\n</code></pre>"
    sync, output = code.format("beeper.me('1')"), code.format("Alice")
    page = f"<p>Me.</p> SyncAsync {sync} {code.format('await beeper.me(1)')} {output}"
    assert without_tabs(f"{page} {page}") == f"<p>Me.</p> {sync} {output} <p>Me.</p> {sync} {output}"


def test_guides_weigh_more_than_models_and_those_more_than_internals() -> None:
    pages = ("guides/files.html", "reference/models/chats.html", "contributing/compiler.html")
    weights = [weight(page) for page in pages]
    assert weights == sorted(set(weights), reverse=True)
    assert weight("reference/operations/v0.html") < weight("reference/operations/chats.html")
