"""The command line ``beeper``, or ``python -m beeper_sdk``: login, diagnostics, a fake server and developer tools.

This module is a table of commands; they are implemented in ``_cli``, ``testing`` and ``_tools``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ._cli.commands import CLIENT_COMMANDS, Command, run


def _serve(arguments: list[str]) -> int:
    from .testing.cli import serve

    return serve(arguments)


def _quirks(arguments: list[str]) -> int:
    from .testing.cli import quirks

    return quirks(arguments)


def _migrate(arguments: list[str]) -> int:
    from ._tools.migrate.cli import main

    return main(arguments)


def _vendor(arguments: list[str]) -> int:
    from ._tools.vendor.cli import main

    return main(arguments)


COMMANDS: dict[str, Command] = {
    **CLIENT_COMMANDS,
    "serve": Command(_serve, "run a fake Beeper server on this machine until Ctrl-C"),
    "quirks": Command(_quirks, "list the quirks of the fake server"),
    "migrate": Command(_migrate, "rewrite code written for v0 or for the official SDK to the current API"),
    "vendor": Command(_vendor, "copy the SDK into another project, under a package name of that project"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and return its exit status."""
    return run(COMMANDS, arguments)


if __name__ == "__main__":
    sys.exit(main())
