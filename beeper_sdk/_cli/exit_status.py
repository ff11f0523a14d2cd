"""Exit statuses of the commands, and their output: results on stdout, an error as one line on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from .. import errors
from .._core.util.command_line import FAILED, STOPPED, USAGE, with_options
from .._core.util.program import program

NO_RESPONSE, NO_TOKEN, REFUSED, PORT_IN_USE, BAD_STORE = 3, 4, 5, 6, 7
STATUSES = """exit status:
  0    success
  1    failure
  2    wrong arguments
  3    Beeper does not respond
  4    no token, or the token is not valid
  5    the login was denied in the browser
  6    the redirect port is in use
  7    the saved tokens on this machine cannot be used
  130  stopped with Ctrl-C
  141  the output was closed
"""
_PROGRAM = "python -m beeper_sdk"
"""As errors name it."""


def exit_status(name: str, command: Callable[[], None], token_source: Callable[[], str] = str) -> int:
    """Run a command, report its error on stderr, and return its exit status.

    Args:
        name: Its name.
        command: The command.
        token_source: The variable that its token comes from, if any. Called if the token is rejected.
    """
    try:
        command()
    except KeyboardInterrupt:
        return _report("stopped", STOPPED)
    except errors.MissingToken:
        return _report(f"there is no token; {login_hint()}", NO_TOKEN)
    except errors.AuthenticationError as error:
        note = token_source().partition(", which ")[2]
        return _report(f"{error}{note and f'. The variable {note}'}", NO_TOKEN)
    except errors.BeeperError as error:
        from ..auth._checks import is_foreign

        is_lost = isinstance(error, errors.APIConnectionError)
        return _report(f"{error}", _status(error), doctor=is_lost or is_foreign(error))
    except (ValueError, TypeError) as error:
        return _report(f"{program(name)}: error: {error}", USAGE)
    return 0


def _status(error: errors.BeeperError) -> int:
    match error:
        case errors.APIConnectionError():
            return NO_RESPONSE
        case errors.LoginRefused():
            return REFUSED
        case errors.RedirectPortTaken():
            return PORT_IN_USE
        case errors.TokenStoreError():
            return BAD_STORE
        case _:
            return FAILED


def token_variable(base_url: str) -> str:
    """``BEEPER_ACCESS_TOKEN`` if it is set, and whether it overrides a stored login. An empty string if not."""
    if not os.environ.get("BEEPER_ACCESS_TOKEN", "").strip():
        return ""
    from ..auth._token_info import has_login

    overrides = ", which overrides the saved login: unset it to use that" if has_login(base_url) else ""
    return f"BEEPER_ACCESS_TOKEN{overrides}"


def login_hint() -> str:
    """What to do without a token."""
    return f"run `{program('login')}`, or create a token in Beeper (Settings, Integrations, Approved connections)"


def _report(text: str, status: int, *, doctor: bool = False) -> int:
    """Report an error, with the name of the program as it was started."""
    command, check = program("login"), program("doctor")
    text = with_options(text.replace(_PROGRAM, program()))
    hint = f"\nTo log in, run: {command}" if status == NO_TOKEN and command not in text else ""
    if doctor and check not in text:
        hint = f"\nThe server may not be a Beeper. To check, run: {check}"
    sys.stderr.write(f"{text}{hint}\n")
    return status


def write(text: str) -> None:
    """Write a line to stdout.

    Names of people are written by other users. They may contain control sequences for the terminal, or characters that
    its encoding lacks; both are replaced.
    """
    shown = "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(shown.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()
