"""Errors of logging in, and of keeping what came of it."""

from __future__ import annotations

from ._base import BeeperError


class LoginFailed(BeeperError):
    """No token came of a log-in; the text says where it ended. Nothing is kept of it."""


class LoginRefused(LoginFailed):
    """The person at the browser refused to let this program in."""


class RedirectPortTaken(LoginFailed):
    """The browser cannot come back to this port. Nothing was sent."""

    def __init__(self, port: int, reason: str) -> None:
        self.port = port
        super().__init__(
            f"cannot listen on port {port} of 127.0.0.1 ({reason}): give another port, or 0 for a free one"
        )


class TokenStoreError(BeeperError):
    """A kept token cannot be read or written, or is not safe to use; the text says what to do."""


class TokenFileError(TokenStoreError):
    """The file of tokens is not what it must be: a regular file of JSON that only its owner can read."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path} {problem}")
