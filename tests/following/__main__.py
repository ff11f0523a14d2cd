"""Follows many changes through random faults, and compares with what happened. `python -m tests.following --help`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.following.run import Scenario


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.following", description=__doc__)
    parser.add_argument("--changes", type=int, default=200_000)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=0.02, help="share of requests that fail")
    parser.add_argument("--polling", action="store_true", help="without events")
    parser.add_argument("--sqlite", action="store_true", help="keep the position in SQLite")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        result = Scenario(Path(folder), **vars(options)).run()
    print(f"changes   {result.changes} in {options.chats} chats, seed {options.seed}, {result.seconds:.0f} s")
    print(f"restarts  {result.restarts} of the server")
    print(f"kills     {result.kills}, after which {result.repeated} changes were repeated")
    print(f"requests  {', '.join(f'{name} {count}' for name, count in result.requests.most_common())}")
    print(f"problems  {len(result.problems)}")
    for problem in result.problems[:20]:
        print(f"  {problem}")
    return bool(result.problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
