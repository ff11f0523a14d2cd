"""The command ``doctor``: checks that the server responds, accepts the token, and matches what this SDK knows.

Nothing else uses this package. It prints no text, name, number or ID from a conversation, and no token.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..._core.util.command_line import ENDED, Parser, with_options
from ..._core.util.program import program
from ..exit_status import write

OK, PROBLEMS = 0, 1


def main(arguments: Sequence[str], about: str) -> int:
    """Run the checks, print the report, and return the exit status."""
    parser = Parser(
        prog=program("doctor"),
        description=f"{about[0].upper()}{about[1:]}. The command changes nothing on the server.",
        epilog=f"exit status: 0 no problems; 1 problems; 2 wrong arguments; {ENDED}",
    )
    parser.add_argument(
        "--base-url", metavar="URL", help="URL of the Beeper server (default: BEEPER_BASE_URL, or this machine)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--no-token", action="store_true", help="use no token, and check only what needs none")
    parser.add_argument("--allow-remote", action="store_true", help="allow plain HTTP to another machine")
    options = parser.parse_args(arguments)
    from .checks import examine
    from .report import lines

    try:
        report = examine(options.base_url, with_token=not options.no_token, allow_remote=options.allow_remote)
    except (ValueError, TypeError) as error:
        parser.error(with_options(str(error)))
    if options.json:
        write(json.dumps(report.to_dict(), indent=2))
    else:
        for line in lines(report):
            write(line)
    return OK if report.ok else PROBLEMS
