"""``python -m beeper_sdk``: logging in, the doctor, a stand-in Beeper that runs until it is told to end, and the
developer tools. A table of fronts; what they do is in ``_commands``, ``testing`` and ``_tools``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

Arguments = list[str]


def _session(name: str) -> Callable[[Arguments], int]:
    def run(arguments: Arguments) -> int:
        from ._cli.login import main

        return main(name, arguments)

    return run


def _doctor(arguments: Arguments) -> int:
    from ._cli.doctor_command import main

    return main(arguments)


def _serve(arguments: Arguments) -> int:
    from .testing.cli import serve

    return serve(arguments)


def _quirks(arguments: Arguments) -> int:
    from .testing.cli import quirks

    return quirks(arguments)


def _migrate(arguments: Arguments) -> int:
    from ._tools.migrate import main

    return main(arguments)


def _vendor(arguments: Arguments) -> int:
    from ._tools.vendor import main

    return main(arguments)


COMMANDS: dict[str, tuple[Callable[[Arguments], int], str]] = {
    "login": (_session("login"), "let this machine use your Beeper, in the browser"),
    "logout": (_session("logout"), "end that: revoke the token and forget it"),
    "whoami": (_session("whoami"), "tell what the token in use is good for, and as whom"),
    "doctor": (_doctor, "tell whether Beeper is there, takes the token, and is what this SDK knows"),
    "serve": (_serve, "serve a made-up Beeper on this machine until Ctrl-C"),
    "quirks": (_quirks, "list the quirks of the stand-in, one a line"),
    "migrate": (_migrate, "rewrite code written for v0 or for the official SDK to today's names"),
    "vendor": (_vendor, "copy the SDK into another project, under a name of that project"),
}
"""What runs each command, with options and a help of its own, and what it is for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is what a shell sees."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and given[0] in COMMANDS:
        return COMMANDS[given[0]][0](given[1:])
    parser = argparse.ArgumentParser(prog="python -m beeper_sdk", description="The Beeper SDK at the shell.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (_, about) in COMMANDS.items():
        commands.add_parser(name, help=about)
    parser.parse_args(given)
    return 0


if __name__ == "__main__":
    sys.exit(main())
