"""What Jupyter shows of models and pages: tables, in which every value is escaped. And what IPython prints."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from beeper_sdk import models
from beeper_sdk._core.generated import base
from beeper_sdk.types import Person
from tests.display.samples import ACCOUNT, CHAT, HOSTILE, MESSAGE, MODELS, chat, is_control, message

TAGS = {"table", "thead", "tbody", "tr", "th", "td", "p"}


class Table(HTMLParser):
    """Reads a table, and refuses whatever could request or run something."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.rest = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert attrs == ([("class", "tex2jax_ignore mathjax_ignore")] if tag == "table" else [])  # no formulas
        self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        assert not any(map(is_control, data))
        assert self._open
        if self._open[-1] == "p":
            self.rest += data
        else:
            self.rows[-1][-1] += data

    @override
    def handle_comment(self, data: str) -> None:
        raise AssertionError

    @override
    def handle_decl(self, decl: str) -> None:
        raise AssertionError


def table(shown: Any) -> Table:
    html = shown._repr_html_()
    assert html is not None
    return Table(html)


def test_a_chat_is_a_table_of_one_row() -> None:
    assert table(chat()).rows == [
        ["Title", "Network", "Type", "Members", "Unread", "Last activity", "ID"],
        ["Family", "WhatsApp", "group, pinned, muted", "5", "3", "2026-11-30 14:05 UTC", "!family:beeper.local"],
    ]


def test_a_message_is_shown_with_more_of_its_text_than_in_its_repr() -> None:
    assert table(message(text="a<br>" * 120)).rows == [
        ["Time", "Sender", "Text", "ID", "Chat ID"],
        ["2026-11-30 14:05 UTC", "Bob", "a " * 99 + "a…", "1343993", "!family:beeper.local"],
    ]


def test_people_and_accounts_are_tables_without_empty_columns() -> None:
    people = models.ChatParticipants.from_dict(CHAT["participants"])
    assert table(people).rows == [
        ["Name", "Role", "ID"],
        ["Bob", "", "@bob:beeper.local"],
        ["Alice", "you, admin", "@alice:beeper.local"],
    ]
    assert table(models.Account.from_dict(ACCOUNT)).rows[1] == ["WhatsApp", "Alice", "connected", "whatsapp"]
    person = Person(people.items[0], "whatsapp", "WhatsApp")
    assert table(person).rows == [
        ["Name", "Network", "Account ID", "ID"],
        ["Bob", "WhatsApp", "whatsapp", "@bob:beeper.local"],
    ]


def test_a_page_has_a_row_for_each_item_up_to_a_hundred() -> None:
    page = models.MessagePage.from_dict({"items": [MESSAGE] * 250, "hasMore": True})
    shown = table(page)
    assert len(shown.rows) == 101
    assert shown.rest == "150 more"


def test_models_without_a_table_are_shown_as_text() -> None:
    for model in (models.Label(id="1", name="a"), models.MessagePage(items=[], has_more=False), chat().capabilities):
        assert getattr(model, "_repr_html_", lambda: None)() is None


def test_an_item_that_could_not_be_read_has_a_row() -> None:
    page = models.MessagePage.from_dict({"items": [MESSAGE, 5], "hasMore": False})
    assert [row[1:3] for row in table(page).rows[1:]] == [
        ["Bob", "See you at the station"],
        ["somebody", "[message without text]"],
    ]


def test_hostile_values_stay_text() -> None:
    for known, model in MODELS:
        for key in known:
            for value in HOSTILE:
                html = model.from_dict({**known, key: value})._repr_html_()
                assert html is None or len(Table(html).rows) == 2


@given(st.text(st.sampled_from("<>&\"'/=! \n\x00scriptbon-")), st.sampled_from(["title", "text", "senderName", "id"]))
def test_no_value_ends_its_cell(value: str, key: str) -> None:
    for model in (chat(**{key: value}), message(**{key: value})):
        head, row = table(model).rows
        assert len(head) == len(row)


class Printer:
    """Prints like the pretty printer of IPython, with each group in one line."""

    def __init__(self) -> None:
        self.printed = ""
        self.groups = 0

    def text(self, text: str) -> None:
        assert "\n" not in text
        self.printed += text

    def break_(self) -> None:
        self.printed += "\n"

    def breakable(self) -> None:
        self.printed += " "

    def begin_group(self, indent: int, open: str) -> None:  # noqa: A002 - as IPython calls it
        assert indent == len(open)
        self.groups += 1
        self.printed += open

    def end_group(self, dedent: int, close: str) -> None:
        assert dedent > 0
        self.groups -= 1
        self.printed += close


def printed(model: Any, *, cycle: bool = False) -> str:
    printer = Printer()
    model._repr_pretty_(printer, cycle)
    assert printer.groups == 0
    return printer.printed


def test_ipython_prints_the_repr() -> None:
    page = models.MessagePage.from_dict({"items": [MESSAGE] * 250, "hasMore": True})
    for model in (chat(), message(), page, models.Label(id="1", name="x" * 999)):
        assert printed(model) == repr(model)
    assert printed(page, cycle=True) == "MessagePage(...)"


def test_rich_shows_the_fields_that_there_are_but_no_secrets() -> None:
    token = models.TokenResponse.from_dict({"access_token": "t0ken", "token_type": "Bearer"})
    assert dict(token.__rich_repr__()) == {"access_token": "...", "token_type": "Bearer"}
    assert dict(message().__rich_repr__())["sender_name"] == "Bob"
    assert list(base.UnknownVariant({"a": 1}).__rich_repr__()) == [("data", {"a": 1})]


def test_prices_are_no_formulas() -> None:
    html = message(text="$5 or $10")._repr_html_()
    assert html is not None
    assert html.startswith('<table class="tex2jax_ignore mathjax_ignore">')
