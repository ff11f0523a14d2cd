"""A program that follows what is new, and is killed at any moment: ``python -m tests.following.consumer``.

It appends one line for each change to a file before it asks for the next one, as a program would that processes it.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from beeper_sdk import Beeper, RetryPolicy
from beeper_sdk.changes import Gap, MessageAdded, Position, SqlitePosition


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("token")
    parser.add_argument("position")
    parser.add_argument("output")
    parser.add_argument("--polling", action="store_true")
    parser.add_argument("--sqlite", action="store_true")
    options = parser.parse_args(arguments)
    position = SqlitePosition(options.position) if options.sqlite else Position(options.position)
    output = os.open(Path(options.output), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with Beeper(options.token, base_url=options.url, retry=RetryPolicy(attempts=2, base=0.05)) as beeper:
        changes = beeper.changes(position, live=not options.polling, poll_every=0.2, sweep_every=5)
        with changes:
            os.write(output, b"begun\n")
            for change in changes:
                match change:
                    case MessageAdded(message):
                        os.write(output, f"{message.chat_id} {message.text}\n".encode())
                    case Gap(_, reason):
                        os.write(output, f"gap {reason}\n".encode())
                    case _:
                        os.write(output, f"unexpected {type(change).__name__}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1:])
