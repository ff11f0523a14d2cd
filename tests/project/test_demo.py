"""The demo: what it promises is on the screen, and --live changes nothing."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO

import pytest

from beeper_sdk.testing import FakeBeeper
from examples import tour as _demo


@pytest.fixture(scope="module")
def shown() -> str:
    """What the demo prints."""
    with redirect_stdout(StringIO()) as out:
        assert _demo.main([]) == 0
    return out.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        "Accounts\n  WhatsApp           connected                local-whatsapp_ba_",
        "Who I am on each\n  Alice Glenleigh ",
        "The newest chats, of all accounts\n",
        "its first 50 members\n  50 of 1200\n  (1 request)\n",
        "all its members\n  1200, from ",
        "to Alice Glenleigh\n  (2 requests)\n",
        "messages, walked backwards\n",
        "Alice Glenleigh          Hello from the demo\n",
        "A call of v0\n  WhatsApp           Alice Glenleigh\n",
        "The same, async: accounts\n",
        "Alice Glenleigh          Hello from the async demo\n",
    ],
)
def test_the_demo_shows(shown: str, part: str) -> None:
    assert part in shown


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
    assert "Is Beeper running" in capsys.readouterr().err
