"""``python -m beeper_sdk serve | quirks``."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType

from .._core.util.program import program


def serve(arguments: Sequence[str]) -> int:
    """Run a fake server until it is interrupted."""
    parser = argparse.ArgumentParser(
        prog=program("serve"), description="Run a fake Beeper server on this machine until Ctrl-C."
    )
    parser.add_argument(
        "--port", type=int, default=23373, help="port to listen on (default: 23373); 0 for any free port"
    )
    parser.add_argument("--seed", type=int, default=0, help="seed of the made-up data (default: 0)")
    parser.add_argument("--app-version", metavar="VERSION", help="app version to imitate, e.g. 4.2.808")
    parser.add_argument(
        "--quirk", action="append", default=[], metavar="NAME", help="quirk to switch on; can be repeated"
    )
    return _serve(parser, parser.parse_args(arguments))


def _serve(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    ended = threading.Event()

    def end(_: int, __: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    try:
        from . import FakeBeeper

        fake = FakeBeeper(seed=chosen.seed, version=chosen.app_version, port=chosen.port)
        for name in chosen.quirk:
            fake.quirk(name)
        fake.start()
    except OSError as error:
        parser.error(f"cannot listen on port {chosen.port} ({error.strerror}); choose another one with --port")
    except (ValueError, ModuleNotFoundError) as error:
        parser.error(str(error))
    # Scripts read these two lines as shell variables: their format must not change.
    sys.stdout.write(f"BEEPER_BASE_URL={fake.url}\nBEEPER_ACCESS_TOKEN={fake.token}\n")
    sys.stdout.flush()
    try:
        while not ended.wait(0.2):
            pass
    finally:
        fake.stop()
    return 0


def quirks(arguments: Sequence[str]) -> int:
    """List the quirks of the fake server."""
    parser = argparse.ArgumentParser(
        prog=program("quirks"), description="List the quirks of the fake server, one per line."
    )
    parser.parse_args(arguments)
    from . import QUIRKS

    sys.stdout.writelines(f"{quirk.name}: {quirk.about}\n" for quirk in QUIRKS.values())
    return 0
