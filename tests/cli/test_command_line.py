"""What holds for every command: usage errors are one line that names the option, and the output can be closed."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from beeper_sdk.__main__ import COMMANDS, main
from beeper_sdk._cli.commands import Command, run
from beeper_sdk._core.util import command_line

ROOT = Path(__file__).resolve().parents[2]
URL = "http://127.0.0.1:9"
PORT = "argument --port: must be an integer from 0 to 65535; 0 selects a free port"
SECONDS = "argument --timeout: must be a number of seconds greater than 0, and at most 604800"
BASE_URL = "--base-url must be a URL such as http://localhost:23373; it must start with http:// or https://"


@pytest.fixture(autouse=True)
def _no_tokens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BEEPER_TOKEN_FILE", str(tmp_path / "tokens.json"))
    for name in ("BEEPER_ACCESS_TOKEN", "BEEPER_BASE_URL", "BEEPER_DESKTOP_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def status_of(arguments: list[str]) -> object:
    """The exit status, however the command ends."""
    try:
        return main(arguments)
    except SystemExit as ended:
        return ended.code


def wrong() -> Iterator[tuple[list[str], str]]:
    for command in ("login", "serve"):
        for value in ("99999", "-1", "1.5", "x", "", "8_0", "٣"):
            yield [command, f"--port={value}"], PORT
    for value in ("0", "-1", "nan", "inf", "1e30", "soon", ""):
        yield ["login", f"--timeout={value}"], SECONDS
    yield ["login", "--scope", "admin"], "argument --scope: invalid choice: 'admin'"
    for command in ("login", "logout", "whoami", "doctor"):
        for value in ("nowhere", "", "ftp://127.0.0.1"):
            yield [command, "--base-url", value], BASE_URL
        yield [command, "--base-url", "http://127.0.0.1:99999"], "--base-url must be a URL such as"
    for command in ("login", "logout", "whoami"):
        yield [command, "--base-url", "http://beeper.example"], "Use https, or pass --allow-remote"
    for value in ("new", "", "4"):
        for option in ("--version", "--app-version"):
            yield ["serve", option, value], "argument --version: must be an app version such as 4.2.808"
    yield ["serve", "--version", "3.0"], "argument --version: must be 4.1.92 or later, such as 4.2.808"
    yield ["serve", "--world", "nowhere"], "argument --world: must be"
    yield ["serve", "--world", "no/world.json"], "/no/world.json: No such file or directory"
    yield ["serve", "--host", "example.com"], "argument --host: must be localhost, or an IP address of this machine"
    yield ["serve", "--token", "short"], "argument --token: must have at least 8 characters"
    for value in ("noon", "2026-09-01", "2026-09-01T12:00:00", ""):
        yield ["serve", "--now", value], "argument --now: must be an ISO 8601 date with a time zone"
    yield ["serve", "--now", "0001-01-01T00:00:00Z"], "argument --now: must be from 1971 to 8999"
    yield ["serve", "--host", "127.0.0.1", "--quirk", "ipv6_only"], "argument --quirk: ipv4_only and ipv6_only must not"
    for option in ("--world=demo", "--seed=0", "--version=4.3.0", "--now=2026-09-01T12:00Z", "--quirk=no_v0"):
        named = option.partition("=")[0]
        yield ["serve", "--contract", option], f"argument {named}: not allowed with argument --contract"
    for option in ("--signed-out", "--control"):
        yield ["serve", "--contract", option], f"argument {option}: not allowed with argument --contract"
    yield ["serve", "--"], "a command must follow --"
    yield ["serve", "--seed", "-1"], "argument --seed: must be an int of at least 0"
    yield ["serve", "--seed", "x"], "argument --seed: invalid int value: 'x'"
    yield ["serve", "--quirk", "nonsense"], "argument --quirk: there is no quirk 'nonsense'"
    yield ["migrate"], "the following arguments are required: PATH"
    yield ["migrate", "--diff", "--write", "."], "argument --write: not allowed with argument --diff"
    yield ["vendor"], "the following arguments are required: DEST"
    yield ["vendor", "", "--namespace", "acme"], "argument DEST: must not be empty"
    yield ["vendor", "x", "--namespace", "1x"], "--namespace must be a dotted package name"
    yield ["vendor", "x", "--namespace", "x", "--without", "y"], "--without must be v0, not y"
    yield ["nonsense"], "argument COMMAND: invalid choice: 'nonsense'"
    for command in COMMANDS:
        dest = ["x"] if command in ("migrate", "vendor") else []
        yield [command, *dest, "--nonsense"], "unrecognized arguments: --nonsense"


WRONG = list(wrong())


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_a_usage_error_is_one_line_that_names_the_option(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert printed.err.count("\n") == 1
    command = "" if arguments[0] == "nonsense" else f" {arguments[0]}"
    assert printed.err.startswith(f"python -m beeper_sdk{command}: error: ")
    assert not re.search(r"base_url|allow_remote|version must|port=|None", printed.err)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_help_keeps_the_case_of_names(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of([command, "--help"]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert text.startswith(f"usage: python -m beeper_sdk {command} [-h]")
    assert "141 the output was closed" in text
    assert ("130 stopped with Ctrl-C" in text) == (command not in ("serve", "quirks"))
    assert not re.search(r"(?<![./-])\b(beeper|sdk|url|json|http|ctrl-c|libcst)\b|Sdk|Url|Http", text)


def test_a_file_that_holds_no_world_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "other.json"
    file.write_text("{}", encoding="utf-8")
    assert status_of(["serve", "--world", str(file)]) == 2
    assert "error: argument --world: other.json is not a saved world" in capsys.readouterr().err


def test_a_port_in_use_is_one_line_that_names_the_option(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert status_of(["serve", "--port", str(port)]) == 1
    assert capsys.readouterr().err == (
        f"cannot listen on port {port} (Address already in use); choose another one with --port\n"
    )


def test_errors_that_name_arguments_name_the_options_of_the_command() -> None:
    text = "check base_url, allow_remote=True or port=0; a port or my_base_url stays"
    assert command_line.with_options(text) == (
        "check --base-url, --allow-remote or --port 0; a port or my_base_url stays"
    )


@contextmanager
def closed_output(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An output whose reader ended, like that of ``| head -1``."""
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as output, monkeypatch.context() as patch:  # noqa: PTH123 - a descriptor
        patch.setattr(sys, "stdout", output)
        yield  # on leaving, the output is flushed, as Python does on exit


@pytest.mark.parametrize(
    "arguments",
    [["quirks"], ["--help"], ["doctor", "--base-url", URL], ["serve", "--port", "0"], ["migrate", "{tmp}"]],
    ids=lambda arguments: arguments[0],
)
def test_a_closed_output_ends_a_command_without_a_traceback(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closed_output(monkeypatch):
        assert status_of([argument.format(tmp=tmp_path) for argument in arguments]) == 141
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_cannot_be_written_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(["quirks"]) == 1
        full.flush()
    assert capsys.readouterr().err == "the output cannot be written: No space left on device\n"


def test_without_an_output_a_command_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["quirks"]) == 0


def test_ctrl_c_ends_a_command_with_130(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    assert run({"wait": Command(interrupted, "wait")}, ["wait"]) == 130
    assert capsys.readouterr().err == "stopped\n"


def test_a_maintainers_command_ends_in_the_same_way() -> None:
    spec = "tests/compiler/compare/mini.yaml"
    command = [sys.executable, "-m", "scripts.compiler.compare", spec, spec]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")
