"""``serve … -- COMMAND``: the command has the variables, the server ends with it, and its exit status is the result."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from beeper_sdk.__main__ import main
from beeper_sdk.testing._command import runnable

pty = pytest.importorskip("pty")  # not on Windows
READ = """
import json, os, urllib.request
url, token = os.environ["BEEPER_BASE_URL"], os.environ["BEEPER_ACCESS_TOKEN"]
request = urllib.request.Request(url + "/v1/accounts", headers={"authorization": "Bearer " + token})
print(url, json.load(urllib.request.urlopen(request)))
"""


def serve(*options: str, code: str = READ) -> int:
    """Serve the empty world while a Python program runs."""
    world = [] if "--contract" in options else ["--world", "empty"]
    return main(["serve", *world, *options, "--", sys.executable, "-I", "-c", code])


def test_a_command_uses_the_server_which_ends_with_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert serve() == 0
    printed = capfd.readouterr()
    url, _, accounts = printed.out.strip().partition(" ")
    assert (accounts, printed.err) == ("[]", "")
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, trust_env=False)


def test_a_command_gets_a_free_port_unless_one_is_chosen(capfd: pytest.CaptureFixture[str]) -> None:
    serve(code="import os; print(os.environ['BEEPER_BASE_URL'])")
    assert not capfd.readouterr().out.endswith(":23373\n")


@pytest.mark.parametrize(("code", "status"), [("raise SystemExit(7)", 7), ("import os; os.abort()", 134)])
def test_the_exit_status_is_that_of_the_command(code: str, status: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert serve(code=code) == status
    assert capfd.readouterr().out == ""


def test_a_command_that_cannot_be_run_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a program", encoding="utf-8")
    for command, status, said in (
        (str(tmp_path / "nothing"), 127, "not found"),
        (str(text), 126, "cannot be run (Permission denied)"),
    ):
        assert main(["serve", "--world", "empty", "--", command]) == status
        assert capfd.readouterr() == ("", f"{command}: {said}\n")


def test_sigterm_is_passed_on_and_the_command_decides() -> None:
    before = signal.getsignal(signal.SIGTERM)
    code = """
import os, signal, time
received = []
signal.signal(signal.SIGTERM, lambda *_: received.append(1))
os.kill(os.getppid(), signal.SIGTERM)
for _ in range(1000):
    if not received:
        time.sleep(0.01)
raise SystemExit(3 if received else 4)
"""
    assert serve(code=code) == 3
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_command_that_a_signal_ends_has_its_number() -> None:
    code = "import os, signal, time; os.kill(os.getppid(), signal.SIGTERM); time.sleep(30)"
    assert serve(code=code) == 128 + signal.SIGTERM


# In a session of its own, so that it does not matter where the tests run: first without a terminal, then with one.
_PROGRAM = """
import fcntl, sys, termios
from beeper_sdk.__main__ import main
from beeper_sdk.testing._command import runnable
for code in sys.argv[1:]:
    print(main(["serve", "--world", "empty", "--", sys.executable, "-I", "-c", code]), flush=True)
    if code == sys.argv[1]:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
"""
_COUNT = """
import os, signal, time
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
print("ready", flush=True)
received = signal.sigtimedwait([signal.SIGINT], 20) is not None
time.sleep(0.2)
print("received", received + (signal.SIGINT in signal.sigpending()), flush=True)
os._exit(0)
"""


def test_ctrl_c_reaches_the_command_once_and_sigint_without_a_terminal_too() -> None:
    interrupted = _COUNT.replace("received =", "os.kill(os.getppid(), signal.SIGINT)\nreceived =")
    ours, theirs = pty.openpty()
    try:
        command = [sys.executable, "-c", _PROGRAM, interrupted, _COUNT]
        with subprocess.Popen(
            command, stdin=theirs, stdout=subprocess.PIPE, text=True, start_new_session=True
        ) as running:
            assert running.stdout is not None
            lines = (line.strip() for line in running.stdout)
            assert [next(lines) for _ in range(3)] == ["ready", "received 1", "0"]
            assert next(lines) == "ready"
            os.write(ours, b"\x03")
            assert list(lines) == ["received 1", "0"]
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_command_can_control_the_server(capfd: pytest.CaptureFixture[str]) -> None:
    names = ("BASE_URL", "ACCESS_TOKEN", "FAKE_URL", "FAKE_TOKEN")
    assert serve("--control", code=f"import os; print(*(os.environ['BEEPER_' + name] for name in {names}))") == 0
    url, token, control_url, control_token = capfd.readouterr().out.split()
    assert control_url == f"{url}/_fake"
    assert control_token != token


@pytest.mark.usefixtures("loopback_only")
def test_a_server_for_all_addresses_is_announced_and_its_url_is_of_this_machine(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert serve("--host", "0.0.0.0") == 0
    printed = capfd.readouterr()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+ \[\]\n", printed.out)
    warning = r"warning: the server listens on the address 0\.0\.0\.0, so everybody in your network .+\n"
    assert re.fullmatch(warning, printed.err)


def test_the_contract_mode_serves_a_command_too(capfd: pytest.CaptureFixture[str]) -> None:
    assert serve("--contract", "--token", "any-token", code=READ.replace("token)", "'other')")) == 0
    assert "local-whatsapp_ba_alice" in capfd.readouterr().out


def test_a_command_does_not_get_the_control_of_a_server_around_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("BASE_URL", "ACCESS_TOKEN", "FAKE_URL", "FAKE_TOKEN"):
        monkeypatch.setenv(f"BEEPER_{name}", "http://outer")
    code = "import os; print(*(name for name in sorted(os.environ) if os.environ[name] == 'http://outer'))"
    assert (serve(code=code), capfd.readouterr().out) == (0, "\n")
    assert (serve("--control", code=code), capfd.readouterr().out) == (0, "\n")


def test_windows_runs_scripts_as_shells_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "npm"
    script.write_text("", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert runnable(["npm", "test"], windows=True) == [str(script), "test"]
    assert runnable(["nothing"], windows=True) == ["nothing"]
    assert runnable(["npm", "test"], windows=False) == ["npm", "test"]


def test_a_script_that_starts_the_server_in_the_background_has_its_variables(tmp_path: Path) -> None:
    described = Path(__file__).parents[3].joinpath("docs", "guides", "control.md").read_text(encoding="utf-8")
    found = re.search(r"```sh\n(beeper serve > .*?)```", described, re.DOTALL)
    assert found is not None
    server = f"{shlex.quote(sys.executable)} -m beeper_sdk serve --world empty --port 0 >"
    script = found[1].replace("beeper serve >", server)
    script += f"{shlex.quote(sys.executable)} -I -c {shlex.quote(READ)}; kill $!; wait $!"
    done = subprocess.run(
        ["/bin/sh", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+ \[\]\n", done.stdout)
    assert done.stderr == ""


def test_the_variables_are_written_at_once_also_without_a_buffer() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)  # receives each write apart from others
    ours.settimeout(60)
    command = [sys.executable, "-u", "-m", "beeper_sdk", "serve", "--world", "empty", "--port", "0", "--control"]
    with ours, theirs, subprocess.Popen(command, stdout=theirs.fileno()) as server:
        try:
            lines = ours.recv(10_000).decode().splitlines()
        finally:
            server.terminate()
    assert [line.partition("=")[0] for line in lines[:4]] == [
        f"export BEEPER_{name}" for name in ("BASE_URL", "ACCESS_TOKEN", "FAKE_URL", "FAKE_TOKEN")
    ]
    assert lines[4].startswith("# open http://127.0.0.1:")
    assert server.returncode == 0
