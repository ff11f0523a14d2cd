"""The whole login with a real browser: its page, its buttons, its way back. Says why where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from beeper_sdk import Beeper, auth, errors
from beeper_sdk.testing import FakeBeeper
from scripts.dev.chromium import Chromium, why_not
from tests.auth.helpers import Visitor

REASON = why_not()
pytestmark = pytest.mark.skipif(REASON is not None, reason=REASON or "")


def test_a_click_in_a_real_browser_logs_in_and_another_refuses(fake_beeper: FakeBeeper, tmp_path: Path) -> None:
    said: list[str] = []

    def person(browser: Chromium, button: str) -> Visitor:
        def visit(url: str) -> None:
            browser.open(url)
            browser.wait_for(f"document.readyState == 'complete' && document.getElementById('{button}') !== null")
            browser.run(f"void setTimeout(() => document.getElementById('{button}').click())")
            said.append(
                browser.wait_for("location.pathname == '/callback' && document.body && document.body.innerText")
            )
            said.append(browser.run("document.referrer"))

        return Visitor(visit)

    with Chromium(tmp_path / "profile") as browser:
        visitor = person(browser, "allow")
        token = auth.login(fake_beeper.url, open_browser=False, on_url=visitor, store=auth.FileToken(), timeout=30)
        visitor.done()
        assert token.scopes == ("read", "write")
        with Beeper(base_url=fake_beeper.url) as beeper:
            assert beeper.accounts.list()
        visitor = person(browser, "deny")
        with pytest.raises(errors.LoginRefused):
            auth.login(fake_beeper.url, open_browser=False, on_url=visitor, timeout=30)
        visitor.done()
    assert "You can close this page and return to the program." in said[0]
    assert "The program did not get access. You can close this page." in said[2]
    assert token.access_token not in "".join(said)
    assert said[1] == said[3] == ""  # the consent page sends no referrer
