"""The commands that communicate with a Beeper, and the function that runs a table of commands.

A vendored copy has only these commands.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from .._core.util.command_line import Parser, run_command
from .._core.util.program import program
from .._version import __version__


class Command(NamedTuple):
    """One command. It parses its own options and has its own help text."""

    run: Callable[[list[str]], int]
    """Runs the command with its arguments, and returns its exit status."""
    about: str
    """One line for the list of commands, in lower case."""


def _session(name: str) -> Callable[[list[str]], int]:
    def run(arguments: list[str]) -> int:
        from .login import main

        return main(name, arguments)

    return run


def _doctor(arguments: list[str]) -> int:
    from .doctor import main

    return main(arguments, CLIENT_COMMANDS["doctor"].about)


CLIENT_COMMANDS: dict[str, Command] = {
    "login": Command(_session("login"), "log in to Beeper in the browser and save the token"),
    "logout": Command(_session("logout"), "log out: revoke the saved token and delete it"),
    "whoami": Command(_session("whoami"), "show the current token's server, scopes, expiry and accounts"),
    "doctor": Command(_doctor, "check that Beeper responds, accepts the token, and matches this SDK"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the commands of a vendored copy, and return its exit status."""
    return run(CLIENT_COMMANDS, arguments)


def run(commands: Mapping[str, Command], arguments: Sequence[str] | None) -> int:
    """Run the command named by the first argument, and return its exit status.

    Args:
        commands: The commands by name.
        arguments: The command and its arguments; None for those of the process.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    return run_command(lambda: _run(commands, given))


def _run(commands: Mapping[str, Command], given: list[str]) -> int:
    if given and given[0] in commands:
        return commands[given[0]].run(given[1:])
    parser = Parser(
        prog=program(),
        description="Command line of the Beeper SDK for Python.",
        epilog=f"Run `{program()} COMMAND --help` for the options and exit statuses of a command.",
    )
    python = sys.version.split()[0]
    parser.add_argument("--version", action="version", version=f"beeper-sdk {__version__} (Python {python})")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", required=True)
    for name, command in commands.items():
        subparsers.add_parser(name, help=command.about)
    parser.parse_args(given)
    return 0
