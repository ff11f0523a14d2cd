"""The search of the site finds fields, attributes, variables and quirks of the reference, which have no headings."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.dev.docs.search_entries import INDEX, add_entries, entries, weight, with_anchors, without_tabs

MODELS = """# Models

## Chat

- **`title`** (`str`, optional): What `Chat` <is> [called](#chat).
"""
CLASSES = """# Client

## Beeper

**Arguments**

- **`timeout`** (`float`): Not an entry.

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


def test_fields_and_attributes_and_rows_are_entries() -> None:
    assert [(entry.title, entry.anchor, entry.text) for entry in entries(MODELS, "reference/models/chats.md")] == [
        ("Chat.title", "chat.title", "(str, optional): What Chat <is> called.")
    ]
    assert [entry.title for entry in entries(CLASSES, "reference/client.md")] == ["Beeper.chats", "BEEPER_LOG"]


def test_each_entry_has_an_anchor_on_the_page_and_other_pages_stay_as_they_are() -> None:
    page = with_anchors(CLASSES, "reference/client.md")
    assert '- <a id="beeper.chats"></a>**`chats`**' in page
    assert '| <a id="variables.beeper_log"></a>`BEEPER_LOG` | The level. |' in page
    assert page.count("<a id=") == 2
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
            "boost": 1.05,
        }
    ]


def test_an_entry_has_each_piece_once() -> None:
    code = "<pre><code>{}\n</code></pre>"
    sync, output = code.format("beeper.me('1')"), code.format("Alice")
    page = f"<p>Me.</p> SyncAsync {sync} {code.format('await beeper.me(1)')} {output}"
    assert without_tabs(f"{page} {page}") == f"<p>Me.</p> {sync} {output} <p>Me.</p> {sync} {output}"


def test_answers_weigh_more_than_fields_and_those_more_than_internals() -> None:
    pages = ("how_do_i/files.html", "guides/files.html", "reference/models/chats.html", "contributing/compiler.html")
    weights = [weight(page) for page in pages]
    assert weights == sorted(set(weights), reverse=True)
    assert weight("reference/operations/v0.html") < weight("reference/operations/chats.html")
