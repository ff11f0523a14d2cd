"""docs/guides/diagnostics.md: the command really prints what it shows, but for milliseconds and the address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.cli.doctor.helpers import run

PAGE = (Path(__file__).parents[3] / "docs/guides/diagnostics.md").read_text(encoding="utf-8")


def plain(text: str) -> str:
    """A report without what differs from run to run."""
    return re.sub(r"http://127\.0\.0\.1:\d+", "URL", re.sub(r"\d+ ms", "N ms", text))


def test_the_command_prints_what_the_page_shows(
    fake_beeper: FakeBeeper, token: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEEPER_BASE_URL", fake_beeper.url)
    (shown,) = re.findall(r"^```console\n\$ beeper doctor\n(.*?)^```\n", PAGE, re.DOTALL | re.MULTILINE)
    assert token
    assert plain(run(capsys).stdout) == plain(shown)
