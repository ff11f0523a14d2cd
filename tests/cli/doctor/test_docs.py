"""The pages that show `beeper doctor`: it really prints what they show, but for milliseconds and the address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.cli.doctor.helpers import run

DOCS = Path(__file__).parents[3] / "docs"


def plain(text: str) -> str:
    """A report without what differs from run to run."""
    return re.sub(r"http://127\.0\.0\.1:\d+", "URL", re.sub(r"\d+ ms", "N ms", text))


@pytest.mark.parametrize("page", ["guides/diagnostics.md", "start.md"])
def test_the_command_prints_what_the_page_shows(
    page: str, fake_beeper: FakeBeeper, token: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEEPER_BASE_URL", fake_beeper.url)
    text = (DOCS / page).read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```console\n\$ beeper doctor\n(.*?)^```\n", text, re.DOTALL | re.MULTILINE)
    assert token
    assert plain(run(capsys).stdout) == plain(shown)
