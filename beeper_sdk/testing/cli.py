"""``python -m beeper_sdk serve | quirks``."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING

from .._core.util.command_line import FAILED, Parser, port
from .._core.util.program import program

if TYPE_CHECKING:
    from . import FakeBeeper


def serve(arguments: Sequence[str]) -> int:
    """Run a fake server until it is interrupted."""
    parser = Parser(
        prog=program("serve"),
        description="Run a fake Beeper server on this machine until Ctrl-C.",
        epilog="exit status: 0 stopped; 1 the port cannot be used; 2 wrong arguments; 141 the output was closed",
    )
    parser.add_argument(
        "--port", type=port, default=23373, help="port to listen on (default: 23373); 0 for any free port"
    )
    parser.add_argument(
        "--world", default="demo", metavar="NAME|FILE", help="demo (default), small, empty, or a saved world (.json)"
    )
    parser.add_argument("--seed", type=int, default=0, help="seed of the made-up data (default: 0)")
    parser.add_argument("--app-version", metavar="VERSION", help="app version to imitate, e.g. 4.2.808")
    parser.add_argument(
        "--quirk", action="append", default=[], metavar="NAME", help="quirk to switch on; can be repeated"
    )
    return _serve(parser, parser.parse_args(arguments))


def _serve(parser: Parser, chosen: argparse.Namespace) -> int:
    ended = threading.Event()

    def end(_: int, __: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    fake = _fake(parser, chosen)
    try:
        fake.start()
    except ModuleNotFoundError as error:
        parser.exit(FAILED, f"{error}\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        parser.exit(FAILED, f"cannot listen on port {chosen.port} ({reason}); choose another one with --port\n")
    try:
        # Scripts read these two lines as shell variables: their format must not change.
        sys.stdout.write(f"BEEPER_BASE_URL={fake.url}\nBEEPER_ACCESS_TOKEN={fake.token}\n")
        sys.stdout.flush()
        while not ended.wait(0.2):
            pass
    finally:
        fake.stop()
    return 0


def _fake(parser: Parser, chosen: argparse.Namespace) -> FakeBeeper:
    from . import FakeBeeper

    try:
        fake = FakeBeeper(world=chosen.world, seed=chosen.seed, version=chosen.app_version, port=chosen.port)
    except ValueError as error:  # "version must be …"
        option, _, problem = str(error).partition(" ")
        parser.error(f"argument --{option.replace('version', 'app-version')}: {problem}")
    for name in chosen.quirk:
        try:
            fake.quirk(name)
        except ValueError as error:
            parser.error(f"argument --quirk: {error}")
    return fake


def quirks(arguments: Sequence[str]) -> int:
    """List the quirks of the fake server."""
    parser = Parser(
        prog=program("quirks"),
        description="List the quirks of the fake server, one per line.",
        epilog="exit status: 0; 2 wrong arguments; 141 the output was closed",
    )
    parser.parse_args(arguments)
    from . import QUIRKS

    sys.stdout.writelines(f"{quirk.name}: {quirk.about}\n" for quirk in QUIRKS.values())
    return 0
