"""What all commands share: errors of one line that name options, and an output that can be closed at any time."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from .override import override

FAILED, USAGE, STOPPED, OUTPUT_CLOSED = 1, 2, 130, 141
ENDED = "130 stopped with Ctrl-C; 141 the output was closed"
"""The exit statuses of every command, for its help text."""
MAX_SECONDS = 604_800


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, without the usage."""

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: error: {message}\n")


def port(text: str) -> int:
    """The type of ``--port``."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > 65535:
        raise argparse.ArgumentTypeError("must be an integer from 0 to 65535; 0 selects a free port")
    return int(text)


def seconds(text: str) -> float:
    """The type of ``--timeout``."""
    with suppress(ValueError):
        if 0 < (found := float(text)) <= MAX_SECONDS:
            return found
    raise argparse.ArgumentTypeError(f"must be a number of seconds greater than 0, and at most {MAX_SECONDS}")


def count(number: int, noun: str) -> str:
    """``2 files``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def with_options(text: str) -> str:
    """The message of an error, with the names of options instead of those of arguments."""
    text = text.replace("allow_remote=True", "--allow-remote").replace("port=0", "--port 0")
    text = re.sub(r"\bredirect_url\b", "the URL given to --paste", text)
    return re.sub(r"\bbase_url\b", "--base-url", text)


def run_command(command: Callable[[], int]) -> int:
    """Run a command, and return its exit status, also if Ctrl-C or a closed output (``| head``) ends it."""
    try:
        if sys.stdout is None:  # closed by the shell
            sys.stdout = io.StringIO()
        try:
            return command()
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return STOPPED
    except BrokenPipeError:
        _discard_output()
        return OUTPUT_CLOSED
    except OSError as error:
        _discard_output()
        sys.stderr.write(f"{error.filename or 'the output cannot be written'}: {error.strerror or error}\n")
        return FAILED


def _discard_output() -> None:
    """Otherwise Python reports the same error again when it flushes the output on exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
