"""``python -m beeper_sdk login | whoami | logout``: what they print, and how they end."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import auth
from beeper_sdk.__main__ import main
from beeper_sdk._cli.login import whoami_lines
from beeper_sdk._core.generated import models
from beeper_sdk.auth._token_info import clock_offset
from beeper_sdk.testing import FakeBeeper
from tests.auth.helpers import Visitor, person

Capture = pytest.CaptureFixture[str]


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    stdout: str
    stderr: str


def run(capsys: Capture, *arguments: str) -> Ended:
    status = main(arguments)
    captured = capsys.readouterr()
    return Ended(status, captured.out, captured.err)


@pytest.fixture
def browser(fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """The system's browser: somebody who allows what is asked."""
    visitor = person(fake_beeper)

    def opened(url: str) -> bool:
        visitor(url)
        return True

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", opened)
    return visitor


def log_in(fake: FakeBeeper, *scopes: str) -> auth.Token:
    visitor = person(fake)
    requested_scopes = scopes or ("read", "write")
    token = auth.login(fake.url, scopes=requested_scopes, store=auth.FileToken(), open_browser=False, on_url=visitor)
    visitor.done()
    return token


def test_log_in_look_and_log_out(fake_beeper: FakeBeeper, browser: Visitor, capsys: Capture) -> None:
    at = ("--base-url", fake_beeper.url)
    ended = run(capsys, "login", *at)
    browser.done()
    assert ended == (0, ended.stdout, "")
    assert f"Logged in to {fake_beeper.url}. The token (read, write) is saved in the token file." in ended.stdout
    assert browser.urls[0] in ended.stdout
    token = auth.FileToken(base_url=fake_beeper.url)() or ""
    assert token
    looked = run(capsys, "whoami", *at)
    assert looked.status == 0
    assert f"server:       {fake_beeper.url}, Beeper " in looked.stdout
    assert "token source: token file\nclient:       Beeper SDK for Python (client_1)\n" in looked.stdout
    assert "scopes:       read, write\n" in looked.stdout
    assert "(in 364 days)" in looked.stdout or "(in 365 days)" in looked.stdout
    assert "  Signal: Alice" in looked.stdout
    logged_out = run(capsys, "logout", *at)
    assert logged_out == (0, "Logged out.\n", "")
    assert run(capsys, "logout", *at) == (0, "Not logged in: there is no saved token for this server.\n", "")
    assert token not in ended.stdout + looked.stdout + logged_out.stdout


def test_only_the_scope_that_is_asked_for(fake_beeper: FakeBeeper, browser: Visitor, capsys: Capture) -> None:
    ended = run(capsys, "login", "--scope", "read", "--base-url", fake_beeper.url)
    browser.done()
    assert "The token (read) is saved" in ended.stdout


def test_a_browser_elsewhere_is_asked_for_its_address(
    fake_beeper: FakeBeeper, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def readline(self) -> str:
            page = next(word for word in capsys.readouterr().out.split() if word.startswith("http"))
            return f"{fake_beeper.consent(page)}\n"

    monkeypatch.setattr("sys.stdin", Terminal())
    ended = run(capsys, "login", "--paste", "--base-url", fake_beeper.url)
    assert ended.status == 0
    assert "is saved in the token file" in ended.stdout


def test_a_wrong_url_or_none_is_an_error_that_names_the_option(
    fake_beeper: FakeBeeper, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for pasted, said in (
        ("", "--paste requires the URL from the address bar of the browser, and nothing was entered"),
        ("\n", "nothing was entered"),
        ("http://127.0.0.1:8400/callback?state=x\n", "the URL given to --paste does not belong to this login"),
    ):
        monkeypatch.setattr("sys.stdin", io.StringIO(pasted))
        ended = run(capsys, "login", "--paste", "--base-url", fake_beeper.url)
        assert ended.status == 1
        assert said in ended.stderr
        assert "redirect_url" not in ended.stderr


def test_without_the_package_keyring_no_class_is_named(
    fake_beeper: FakeBeeper, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    ended = run(capsys, "login", "--keyring", "--base-url", fake_beeper.url)
    assert (ended.status, "KeyringToken" in ended.stderr) == (7, False)
    assert "a token in the keyring requires the package keyring" in ended.stderr


def test_a_refusal_ends_with_5(fake_beeper: FakeBeeper, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = person(fake_beeper, allow=False)
    monkeypatch.setattr("beeper_sdk._cli.login._announce", visitor)
    ended = run(capsys, "login", "--no-browser", "--base-url", fake_beeper.url)
    visitor.done()
    assert ended == (5, "", "the login was denied in the browser\n")


def test_a_closed_beeper_ends_with_3(capsys: Capture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    for command in (("login", "--no-browser"), ("whoami",)):
        auth.FileToken().save(auth.Token("t", url))
        ended = run(capsys, *command, "--base-url", url)
        assert (ended.status, ended.stdout) == (3, "")
        assert "Check that Beeper is running" in ended.stderr


def test_no_token_or_one_that_ended_ends_with_4(fake_beeper: FakeBeeper, capsys: Capture) -> None:
    at = ("--base-url", fake_beeper.url)
    missing = run(capsys, "whoami", *at)
    auth.FileToken().save(auth.Token("ended", fake_beeper.url))
    ended = run(capsys, "whoami", *at)
    for result in (missing, ended):
        assert (result.status, result.stdout) == (4, "")
        assert "python -m beeper_sdk login" in result.stderr


def test_a_taken_port_ends_with_6(fake_beeper: FakeBeeper, capsys: Capture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run(capsys, "login", "--no-browser", "--port", str(port), "--base-url", fake_beeper.url)
    assert ended.status == 6
    assert f"port {port} " in ended.stderr
    assert ended.stderr.endswith("pass another port, or --port 0 for any free port\n")


@pytest.mark.parametrize("command", [("login", "--no-browser"), ("whoami",), ("logout",)])
def test_a_bad_file_ends_with_7(
    fake_beeper: FakeBeeper, capsys: Capture, token_file: Path, command: tuple[str, ...]
) -> None:
    token_file.parent.mkdir()
    token_file.write_text("no tokens")
    token_file.chmod(0o600)
    ended = run(capsys, *command, "--base-url", fake_beeper.url)
    assert ended.status == 7
    assert "tokens.json is not a valid token file; delete it" in ended.stderr
    assert not fake_beeper.requests


def test_wrong_arguments_end_with_2(capsys: Capture) -> None:
    ended = run(capsys, "whoami", "--base-url", "nowhere")
    assert ended.status == 2
    assert "--base-url must be a URL" in ended.stderr
    with pytest.raises(SystemExit) as caught:
        main(["login", "--scope", "everything"])
    assert caught.value.code == 2


def test_ctrl_c_while_waiting_ends_with_130(
    fake_beeper: FakeBeeper, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    before = threading.active_count()
    monkeypatch.setattr("beeper_sdk._cli.login._announce", interrupted)
    ended = run(capsys, "login", "--no-browser", "--base-url", fake_beeper.url)
    assert ended == (130, "", "stopped\n")
    assert threading.active_count() == before


def test_a_token_of_the_environment_is_told_and_left_alone(
    fake_beeper: FakeBeeper, browser: Visitor, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    at = ("--base-url", fake_beeper.url)
    assert "token source: BEEPER_ACCESS_TOKEN\n" in run(capsys, "whoami", *at).stdout
    assert "BEEPER_ACCESS_TOKEN is set and has precedence" in run(capsys, "login", *at).stdout
    browser.done()
    assert "BEEPER_ACCESS_TOKEN is still set; its token was not revoked" in run(capsys, "logout", *at).stdout
    assert run(capsys, "whoami", *at).status == 0


def test_without_a_browser_a_program_is_told_the_address(
    fake_beeper: FakeBeeper, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the function, not of the command: nothing was given as `on_url`, and there is no display."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    def opened(_: str) -> bool:
        pytest.fail("a browser was opened")

    monkeypatch.setattr("webbrowser.open", opened)
    with pytest.raises(Exception, match="not completed in the browser"):
        auth.login(fake_beeper.url, timeout=0.05)
    assert f"{fake_beeper.url}/oauth/authorize?" in capsys.readouterr().err


NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def signed_in(**more: Any) -> auth.SignedIn:
    fields: dict[str, Any] = {
        "server": "http://127.0.0.1:23373", "app_version": None, "source": "file", "scopes": (), "client_id": None,
        "client_name": None, "issued_at": NOW, "expires_at": None, "clock_offset": None, "accounts": None, **more,
    }  # fmt: skip
    return auth.SignedIn(**fields)


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (signed_in(), "expires:      unknown"),
        (signed_in(expires_at=NOW + timedelta(hours=5)), "(in 5 hours)"),
        (
            signed_in(expires_at=NOW - timedelta(days=1)),
            "in the past by this machine's clock, but Beeper accepts the token",
        ),
        (signed_in(expires_at=NOW, clock_offset=timedelta(seconds=-9)), "(in 9 s)"),
        (
            signed_in(clock_offset=timedelta(hours=3)),
            "clock:        this machine's clock is 3 hours behind the server's",
        ),
        (
            signed_in(clock_offset=timedelta(minutes=-9)),
            "clock:        this machine's clock is 9 minutes ahead of the server's",
        ),
        (
            signed_in(issued_at=NOW + timedelta(days=2)),
            "clock:        this machine's clock is wrong: by it, the token will be issued in 2 days",
        ),
        (signed_in(issued_at=None), "issued:       unknown"),
        (signed_in(), "scopes:       none"),
        (signed_in(), "accounts:     not available with this token"),
        (
            signed_in(accounts=(models.Account(account_id="a", user=models.User(id="@alice:x")),)),
            "  a: @alice:x",
        ),
    ],
)
def test_what_whoami_says(facts: auth.SignedIn, line: str) -> None:
    text = "\n".join(whoami_lines(facts, NOW))
    assert line in text
    assert ("clock:" in text) == ("clock:" in line)


def test_the_date_of_an_answer_tells_how_far_off_the_clock_is() -> None:
    date = format_datetime(NOW + timedelta(hours=3), usegmt=True)
    offset = clock_offset(date, NOW - timedelta(seconds=1), NOW + timedelta(seconds=1))
    assert offset is not None
    assert abs(offset - timedelta(hours=3)) <= timedelta(seconds=1)


@given(st.none() | st.text() | st.from_regex(r"[A-Z][a-z]{2}, \d+ [A-Z][a-z]{2} \d+ \d+:\d+:\d+ ([A-Z]+|[+-]\d+)"))
def test_no_date_is_too_odd(date: str | None) -> None:
    assert clock_offset(date, NOW, NOW) is None or isinstance(clock_offset(date, NOW, NOW), timedelta)


def test_the_commands_are_known_to_the_front() -> None:
    done = subprocess.run([sys.executable, "-m", "beeper_sdk", "--help"], capture_output=True, text=True, check=True)
    assert all(f"\n    {name} " in done.stdout for name in ("login", "logout", "whoami"))
    done = subprocess.run(
        [sys.executable, "-m", "beeper_sdk", "login", "-h"], capture_output=True, text=True, check=True
    )
    assert "exit status:" in done.stdout
