"""The demo: what it promises is on the screen, and --live changes nothing."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO

import attrs
import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from examples import _screen
from examples import tour as _demo


@pytest.fixture(scope="module")
def shown() -> str:
    """What the demo prints."""
    with redirect_stdout(StringIO()) as output:
        assert _demo.main([]) == 0
    return output.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        "1. The accounts, and who you are on each\n\n  | for account in beeper.accounts.list():\n",
        "\nWhatsApp   connected  Alice Glenleigh\n",
        "20 members in the list of chats, 1200 in all\nAlice Glenleigh is you\n(1 request)\n",
        "  | for message in islice(beeper.messages.list(chat.id), 5):\n",
        "30 messages, then 30 others; 0 in both\n",
        '  | sent = beeper.messages.send(chat.id, text="Hello from the demo")\n',
        "Book Club: #1 / 100%: sent\n",
        "\nDeliveryUncertain: delivered\n",
        "\n5 accounts\n",
        "  | chats = await beeper.chats.list().collect(limit=50)\n",
        "100 messages read\n",
        "Alice Glenleigh: Hello from the async demo\n",
        "What next\n",
        "-m beeper_sdk serve\n",
    ],
)
def test_the_demo_shows(shown: str, part: str) -> None:
    assert part in shown


def test_steps_have_numbers_in_a_row(shown: str) -> None:
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", shown, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_what_the_demo_prints_of_messages_has_no_html(shown: str) -> None:
    output = [line for line in shown.splitlines() if not line.startswith("  |")]
    assert [line for line in output if re.search(r"</?[a-z]+|&\w+;", line)] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            'Read <a href="https://example.com/?id=7&amp;x=1">the plan</a><br>and answer',
            "Read the plan (https://example.com/?id=7&x=1) and answer",
        ),
        ("<mx-reply><blockquote>In reply to Bob</blockquote></mx-reply>I forgot lunch.", "I forgot lunch."),
        ("<pre><code>print(&quot;hi&quot;)</code></pre>", 'print("hi")'),
        ("1 < 2 and 3 > 2\n<3", "1 < 2 and 3 > 2 <3"),
        ("a" * 80, "a" * 59 + "…"),
        ("", "[message without text]"),
        (None, "[message without text]"),
    ],
)
def test_texts_are_shown_in_one_line_without_markup(text: str | None, line: str) -> None:
    with FakeBeeper() as fake, Beeper(fake.token, base_url=fake.url) as beeper:
        message = next(message for message in beeper.messages.search() if message.type in {None, "TEXT"})
    assert _screen.one_line(attrs.evolve(message, text=text, type=None)) == line


def test_live_only_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeBeeper() as fake:
        monkeypatch.setenv("BEEPER_BASE_URL", fake.url)
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)
        assert _demo.main(["--live"]) == 0
        assert {request.method for request in fake.requests} == {"GET"}


def test_without_a_beeper_it_says_where_to_look(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BEEPER_BASE_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", "t")
    assert _demo.main(["--live"]) == 1
    assert "Check that Beeper is running" in capsys.readouterr().err
