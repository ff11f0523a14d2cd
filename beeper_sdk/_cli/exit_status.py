"""How commands end: exit statuses, and what went wrong as one line on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable

from .. import errors

FAILED, USAGE, NO_ANSWER, NO_TOKEN, REFUSED, PORT_TAKEN, BAD_STORE, STOPPED = 1, 2, 3, 4, 5, 6, 7, 130
STATUSES = """exit status:
  0 done; 1 failed; 2 wrong arguments; 3 Beeper does not answer; 4 no token, or not good any more;
  5 refused in the browser; 6 the redirect port is taken; 7 what is kept on this machine cannot be used
"""
_AGAIN = "log in: python -m beeper_sdk login"


def ended(command: Callable[[], None]) -> int:
    """Run a command; its exit status."""
    try:
        command()
    except KeyboardInterrupt:
        return _say("stopped", STOPPED)
    except errors.BeeperError as error:
        return _say(f"{error}", _status(error))
    except (ValueError, TypeError) as error:
        return _say(f"{error}", USAGE)
    return 0


def _status(error: errors.BeeperError) -> int:
    match error:
        case errors.APIConnectionError():
            return NO_ANSWER
        case errors.MissingToken() | errors.AuthenticationError():
            return NO_TOKEN
        case errors.LoginRefused():
            return REFUSED
        case errors.RedirectPortTaken():
            return PORT_TAKEN
        case errors.TokenStoreError():
            return BAD_STORE
        case _:
            return FAILED


def _say(text: str, status: int) -> int:
    hint = f"\n{_AGAIN}" if status == NO_TOKEN and _AGAIN.split(": ")[1] not in text else ""
    sys.stderr.write(f"{text}{hint}\n")
    return status


def write(text: str) -> None:
    """A line on stdout. Names may hold anything: what would steer a terminal, or it cannot show, is replaced."""
    shown = "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(shown.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()
