"""The commands that talk to a Beeper, and how a table of commands is run. A vendored copy has these and no others."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from .._core.util.program import program


class Command(NamedTuple):
    """One command, with options and a help of its own."""

    run: Callable[[list[str]], int]
    """Runs it with its arguments; the exit status is what a shell sees."""
    about: str


def _session(name: str) -> Callable[[list[str]], int]:
    def run(arguments: list[str]) -> int:
        from .login import main

        return main(name, arguments)

    return run


def _doctor(arguments: list[str]) -> int:
    from .doctor import main

    return main(arguments, CLIENT_COMMANDS["doctor"].about)


CLIENT_COMMANDS: dict[str, Command] = {
    "login": Command(_session("login"), "let this machine use your Beeper, in the browser"),
    "logout": Command(_session("logout"), "end that: revoke the token and forget it"),
    "whoami": Command(_session("whoami"), "tell what the token in use is good for, and as whom"),
    "doctor": Command(_doctor, "tell whether Beeper is there, takes the token, and is what this SDK knows"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the commands of a vendored copy; the exit status is what a shell sees."""
    return run(CLIENT_COMMANDS, arguments)


def run(commands: Mapping[str, Command], arguments: Sequence[str] | None) -> int:
    """Run the command that the arguments begin with, those of the process unless given; its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and given[0] in commands:
        return commands[given[0]].run(given[1:])
    parser = argparse.ArgumentParser(prog=program(), description="The Beeper SDK at the shell.")
    subparsers = parser.add_subparsers(dest="command", required=True)
    for name, command in commands.items():
        subparsers.add_parser(name, help=command.about)
    parser.parse_args(given)
    return 0
