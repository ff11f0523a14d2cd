"""The commands that talk to a Beeper, without the developer tools: all that a vendored copy of the SDK has of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from .doctor_command import ABOUT as DOCTOR
from .login import COMMANDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is what a shell sees."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and given[0] in COMMANDS:
        from .login import main as session

        return session(given[0], given[1:])
    if given[:1] == ["doctor"]:
        from .doctor_command import main as doctor

        return doctor(given[1:])
    parser = argparse.ArgumentParser(prog="python -m beeper_sdk", description="The Beeper SDK at the shell.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, about in {**COMMANDS, "doctor": DOCTOR}.items():
        commands.add_parser(name, help=about)
    parser.parse_args(given)
    return 0
