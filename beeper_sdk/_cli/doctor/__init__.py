"""``python -m beeper_sdk doctor``: is the server there, does it take the token, and is it what this SDK thinks?

Nothing else uses this package. It prints no text, name, number or id of a conversation, and no token.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from ..._core.util.program import program
from ..exit_status import write

FINE, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str], about: str) -> int:
    """Examine, and print; the exit status is what a shell sees."""
    parser = argparse.ArgumentParser(
        prog=program("doctor"),
        description=f"{about.capitalize()}. Nothing is changed there.",
        epilog="exit status: 0 no problem; 1 problems; 2 wrong arguments",
    )
    parser.add_argument("--base-url", metavar="URL", help="where Beeper listens (default: as for every client)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--no-token", action="store_true", help="use no token: look only at what is open to all")
    parser.add_argument("--allow-remote", action="store_true", help="allow plain http to another machine")
    chosen = parser.parse_args(arguments)
    from .checks import examine
    from .report import lines

    try:
        report = examine(chosen.base_url, with_token=not chosen.no_token, allow_remote=chosen.allow_remote)
    except (ValueError, TypeError) as error:
        parser.error(str(error))
    if chosen.json:
        write(json.dumps(report.to_dict(), indent=2))
    else:
        for line in lines(report):
            write(line)
    return FINE if report.fine else PROBLEMS
