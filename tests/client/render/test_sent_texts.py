"""What is sent with Markdown comes back readable: texts go through the fake server, which stores HTML of them."""

from __future__ import annotations

import html
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import AsyncBeeper, Beeper, models, render
from beeper_sdk.testing import FakeBeeper
from tests.core.text.helpers import shown_markdown, without_space
from tests.testing.known_chats import BOB, group

WORDS = st.lists(
    st.one_of(
        st.text("abcé€😀 \n<>&;#'\"=/-.,:!?()", max_size=8),
        st.sampled_from(("&lt;", "&amp;lt;", "&amp;", "<b>", "</b>", "<p>x</p>", "<br>", "1 < 2 & 3 > 2", "<name>")),
    ),
    max_size=6,
).map("".join)
"""Texts without Markdown."""


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper() as server:
        yield server


@pytest.fixture(scope="module")
def beeper(fake: FakeBeeper) -> Iterator[Beeper]:
    with Beeper(fake.token, base_url=fake.url) as client:
        yield client


def sent(beeper: Beeper, text: str) -> models.Message:
    """A message as it is read after it was sent."""
    chat_id = BOB
    pending = beeper.messages.send(chat_id, text=text).pending_message_id
    return beeper.messages.retrieve(pending, chat_id=chat_id)


@given(WORDS)
def test_a_text_with_markdown_comes_back_readable(beeper: Beeper, text: str) -> None:
    found = sent(beeper, f"**So:** {text} _end_")
    assert found.text is not None
    assert found.text.startswith("<strong>")
    assert without_space(render.plain(found)) == without_space(f"So: {text} end")
    assert without_space(shown_markdown(render.markdown(found))) == without_space(f"So: {text} end")
    assert without_space(html.unescape(render.html(found)).replace("<br>", "")).startswith("<strong>So:</strong>")


@given(
    st.lists(st.sampled_from(("1 < 2", "<b>", "<name>", "<3", "a > b", "é 😀", "\n", " ", "'", '"', "a/b", "&", "R&B")))
)
def test_a_text_that_is_neither_html_nor_escaped_comes_back_as_it_was_sent(beeper: Beeper, words: list[str]) -> None:
    text = "".join(("so ", *words, "."))
    assert render.plain(sent(beeper, text)) == text


def test_the_texts_of_the_demo_world_are_the_same_in_any_form(fake: FakeBeeper, beeper: Beeper) -> None:
    """With the quirk, a third of them is HTML, a third has references, and replies begin with a quote."""
    chat_id = group(fake)["id"]
    before = [render.plain(message) for message in beeper.messages.list(chat_id)]
    with fake.quirk("html_text"):
        found = list(beeper.messages.list(chat_id))
    assert any("<p>" in (message.text or "") for message in found)
    assert any("<mx-reply>" in (message.text or "") for message in found)
    assert [render.plain(message) for message in found] == before


@pytest.mark.anyio
async def test_messages_of_the_async_client_are_rendered_too(fake: FakeBeeper, beeper: Beeper) -> None:
    chat_id = group(fake)["id"]
    async with AsyncBeeper(fake.token, base_url=fake.url) as client:
        found = [message async for message in client.messages.list(chat_id)]
    for form in (render.plain, render.markdown, render.html):
        assert list(map(form, found)) == list(map(form, beeper.messages.list(chat_id)))
