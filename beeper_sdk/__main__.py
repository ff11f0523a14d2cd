"""``python -m beeper_sdk``: a stand-in Beeper that runs until it is told to end, and the developer tools.

A thin front; the server is in ``testing``, the tools are in ``_tools``.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is what a shell sees."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == ["migrate"]:  # has options and a help of its own
        from ._tools.migrate import main as migrate

        return migrate(given[1:])
    parser = argparse.ArgumentParser(prog="python -m beeper_sdk", description="The Beeper SDK at the shell.")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve a made-up Beeper on this machine until Ctrl-C")
    serve.add_argument("--port", type=int, default=23373, help="port to listen on (default 23373); 0 takes a free one")
    serve.add_argument("--seed", type=int, default=0, help="number of the world (default 0)")
    serve.add_argument("--app-version", metavar="VERSION", help="app version to be, e.g. 4.2.808")
    serve.add_argument("--quirk", action="append", default=[], metavar="NAME", help="switch a quirk on; repeatable")
    commands.add_parser("quirks", help="list the quirks of the stand-in, one a line")
    commands.add_parser("migrate", help="rewrite code written for v0 or for the official SDK to today's names")
    chosen = parser.parse_args(given)
    return _quirks() if chosen.command == "quirks" else _serve(parser, chosen)


def _serve(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from .testing import FakeBeeper

    ended = threading.Event()

    def end(_: int, __: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    try:
        fake = FakeBeeper(seed=chosen.seed, version=chosen.app_version, port=chosen.port)
        for name in chosen.quirk:
            fake.quirk(name)
        fake.start()
    except (ValueError, OSError, ModuleNotFoundError) as error:
        parser.error(str(error))
    # The two lines are the interface of scripts: BEEPER_BASE_URL and BEEPER_ACCESS_TOKEN as a shell reads them.
    sys.stdout.write(f"BEEPER_BASE_URL={fake.url}\nBEEPER_ACCESS_TOKEN={fake.token}\n")
    sys.stdout.flush()
    try:
        while not ended.wait(0.2):
            pass
    finally:
        fake.stop()
    return 0


def _quirks() -> int:
    from .testing import QUIRKS

    sys.stdout.writelines(f"{quirk.name}: {quirk.about}\n" for quirk in QUIRKS.values())
    return 0


if __name__ == "__main__":
    sys.exit(main())
