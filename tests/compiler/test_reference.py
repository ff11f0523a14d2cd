"""How docs/reference is written: docstrings, signatures, types, links and commands as Markdown."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from textwrap import dedent

import griffe
import pytest
from markdown_it import MarkdownIt

from scripts.compiler.render.reference import commands
from scripts.compiler.render.reference.code import Code
from scripts.compiler.render.reference.docstring import split
from scripts.compiler.render.reference.names import Links, Page, Places, Section
from scripts.compiler.render.reference.objects import Named, sections
from scripts.compiler.render.reference.pages import kept, render_reference
from scripts.compiler.render.reference.schemas import subjects
from scripts.compiler.render.reference.signatures import own_parameters, shown
from scripts.compiler.render.reference.text import bullets, item, markdown, sentence, type_markdown
from scripts.compiler.spec.errors import SpecError
from scripts.dev.docs.links import slug

ROOT = Path(__file__).resolve().parents[2]
SOURCE = """
from __future__ import annotations
from attrs import field, frozen
from typing import Any, TYPE_CHECKING
from beeper_sdk.other import LIMIT, Other, as_text
if TYPE_CHECKING:
    from beeper_sdk import other
_Kind = str

class Base:
    def read(self, name: str, *, limit: int = LIMIT, other: other.Other | None = None, _hidden: int = 0) -> Other:
        '''Read it.

        Args:
            name: A name, or a `Kept`.
        '''

class Late(Base):
    '''A class.'''
    def read(self, **arguments: Any) -> Other: ...

@frozen
class Kept:
    '''What is kept. See `read`.'''
    name: str = field(converter=as_text)
    '''The name.'''
    size: int | None = None
    _state: int = field(init=False, default=0)
"""
OTHER = """
LIMIT = 3
class Other: ...
def as_text(value: str | bytes) -> str: ...
"""


@pytest.fixture
def code() -> Code:
    files = {"beeper_sdk/__init__.py": "", "beeper_sdk/made.py": SOURCE, "beeper_sdk/other.py": OTHER}
    return Code(Path("nowhere"), {path: text.encode() for path, text in files.items()})


@pytest.fixture
def links() -> Links:
    places = Places()
    found = [Section("Kept", lambda _: "", ("beeper_sdk.made.Kept",)), Section("Kept.read", lambda _: "", level=3)]
    places.add(
        [
            Page("made.md", "Made", "", lambda _: "", found),
            Page("operations/chats.md", "Chats", "", lambda _: "", [Section("chats.list", lambda _: "")]),
        ]
    )
    return Links(places, "made.md")


def test_a_docstring_is_split_into_its_sections() -> None:
    parts = split(
        dedent("""\
        Read it.

        Args:
            name: A name. A second sentence:
                goes on.
            one, two: Both.

        Returns:
            A value: the best.

        Raises:
            ValueError, TypeError: it is invalid.

        What follows.""")
    )
    assert (parts.text, parts.after, parts.returned) == ("Read it.", "What follows.", "A value: the best.")
    assert parts.arguments == {"name": "A name. A second sentence:\ngoes on.", "one, two": "Both."}
    assert parts.raised == [("ValueError, TypeError", "it is invalid.")]


def test_names_become_links_from_any_page(links: Links) -> None:
    assert markdown("See `Kept`, ``chats.list`` and `beeper.chats.list()`.", links) == (
        "See [`Kept`](#kept), `chats.list` and [`beeper.chats.list()`](operations/chats.md#chatslist)."
    )
    elsewhere = Links(links.places, "operations/chats.md")
    assert markdown("`Kept` is `unknown`", elsewhere) == "[`Kept`](../made.md#kept) is `unknown`"


def test_a_section_links_to_its_members_and_not_to_itself(links: Links) -> None:
    assert markdown("`read` of `Kept`", links.within("Kept")) == "[`read`](#keptread) of `Kept`"


def test_other_pages_of_the_documentation_become_links(links: Links) -> None:
    elsewhere = Links(links.places, "operations/chats.md")
    assert markdown("see docs/guides/files.md.", elsewhere) == "see [docs/guides/files.md](../../guides/files.md)."


def test_code_and_tables_and_lists_have_the_form_of_markdown(links: Links) -> None:
    code = "    first = 1\n\n    second = 2\n\n    ├─ a tree"
    table = "=====  ====\nname   what\n=====  ====\n``a``  b | c\n=====  ===="
    text = f"Text:\n- one\n- two\n\n{code}\n\n{table}"
    rendered = MarkdownIt("commonmark").enable("table").render(markdown(text, links))
    assert "<ul>\n<li>one</li>\n<li>two</li>" in rendered
    assert '<code class="language-text">first = 1\n\nsecond = 2\n\n├─ a tree' in rendered
    assert "<th>name</th>" in rendered
    assert "<td>b | c</td>" in rendered


def test_code_that_is_python_is_marked_as_such(links: Links) -> None:
    assert markdown("Text.\n\n    first = 1\n\n    second = 2", links) == (
        "Text.\n\n```python\nfirst = 1\n\nsecond = 2\n```"
    )


def test_items_of_several_paragraphs_stay_in_their_list() -> None:
    rendered = MarkdownIt("commonmark").render(bullets([item("one\n\nmore"), item("two")]))
    assert rendered.count("<ul>") == 1
    assert rendered.count("<li>") == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("str | None", "`str` or `None`"),
        ("models.Kept | Literal['a', 'b']", '[`Kept`](#kept) or `Literal["a", "b"]`'),
        ("dict[str, Kept] | None", "[`dict[str, Kept]`](#kept) or `None`"),
        ("Callable[[str | int], None]", "`Callable[[str | int], None]`"),
    ],
)
def test_types_are_members_with_links(links: Links, text: str, expected: str) -> None:
    assert type_markdown(text, links.to) == expected


def test_a_constant_is_shown_by_its_value_and_private_parameters_are_not(code: Code) -> None:
    base, late = code.find("beeper_sdk.made.Base.read"), code.find("beeper_sdk.made.Late.read")
    assert isinstance(base, griffe.Function)
    assert isinstance(late, griffe.Function)
    line = "read(name: str, *, limit: int = 3, other: Other | None = None) -> Other"
    assert shown("read", own_parameters(code, [base]), base.returns) == line
    assert shown("read", own_parameters(code, [late, base]), late.returns) == line


def test_a_long_signature_has_a_line_for_each_parameter(code: Code) -> None:
    base = code.find("beeper_sdk.made.Base.read")
    assert isinstance(base, griffe.Function)
    name = "a_long_name" * 5
    assert shown(name, own_parameters(code, [base]), base.returns).splitlines() == [
        f"{name}(",
        "    name: str,",
        "    *,",
        "    limit: int = 3,",
        "    other: Other | None = None,",
        ") -> Other",
    ]


def test_a_class_of_fields_has_them_as_arguments_of_the_type_that_they_accept(code: Code, links: Links) -> None:
    kept = code.find("beeper_sdk.made.Kept")
    assert isinstance(kept, griffe.Class)
    (section,) = sections(code, Named("Kept", "beeper_sdk.made.Kept", kept))
    text = section.body(links)
    assert "Kept(name: str | bytes, size: int | None = None)" in text
    assert "- **`name`** (`str` or `bytes`): The name." in text
    assert "state" not in text


def test_an_inherited_docstring_documents_a_method_without_one(code: Code, links: Links) -> None:
    late = code.find("beeper_sdk.made.Late")
    assert isinstance(late, griffe.Class)
    _, read = sections(code, Named("Late", "beeper_sdk.made.Late", late))
    assert read.title == "Late.read"
    assert "Read it." in read.body(links)
    assert "- **`name`** (`str`): A name, or a [`Kept`](#kept)." in read.body(links)


def test_two_headings_with_the_same_anchor_are_refused() -> None:
    same = [Section("chats.list", lambda _: ""), Section("chatslist", lambda _: "")]
    with pytest.raises(SpecError, match=r"docs/reference/a\.md: two headings have the anchor #chatslist"):
        Places().add([Page("a.md", "A", "", lambda _: "", same)])


def test_schemas_belong_to_the_heading_above_them() -> None:
    chats, messages = "    # ---- Chats.\n    Chat:\n      type: object\n", "    # ---- Messages.\n    Message:\n"
    assert subjects(f"components:\n  schemas:\n{chats}{messages}") == {"Chat": "chats", "Message": "messages"}
    with pytest.raises(SpecError, match="has no page for 'News'"):
        subjects("components:\n  schemas:\n    # ---- News.\n    Story:\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", "One."),
        ("e.g. this: that", "e.g. this: that"),
        ("A\nline", "A line"),
        ("One.\n\n    code()\n\nTwo.", "One."),
    ],
)
def test_the_first_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected


def test_anchors_are_those_of_code_hosts() -> None:
    assert [slug(title) for title in ("chats.mark_read", "beeper login", "Events (beeper_sdk.events)")] == [
        "chatsmark_read",
        "beeper-login",
        "events-beeper_sdkevents",
    ]


def test_the_parser_of_a_command_parses_nothing() -> None:
    def run(arguments: list[str]) -> int:
        parser = argparse.ArgumentParser(description="About.")
        parser.add_argument("--port", help="a port")
        parser.parse_args(arguments)
        raise AssertionError("it parsed")

    assert [action.dest for action in commands.actions(commands.parser_of(run))] == ["port"]


def test_without_a_working_package_the_page_of_commands_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept(ROOT, commands.page()) is None
    monkeypatch.setitem(sys.modules, "beeper_sdk.__main__", None)
    assert kept(ROOT, commands.page()) == (ROOT / "docs/reference/commands.md").read_bytes()


def test_nothing_is_written_where_there_is_no_documentation(tmp_path: Path) -> None:
    assert render_reference(tmp_path, "", {}) == {}
