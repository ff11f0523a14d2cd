"""Errors that no answer of a server stands for: refused calls, logging in and keeping tokens, looking something up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ._base import BeeperError

if TYPE_CHECKING:
    from .._core.generated import models


class MissingToken(BeeperError):
    """The operation needs a token and the client has none. Nothing was sent."""

    def __init__(self, operation: str) -> None:
        self.operation = operation
        super().__init__(
            f"{operation} needs an access token: log in (python -m beeper_sdk login), give access_token=... to the "
            "client, or set BEEPER_ACCESS_TOKEN (made in Beeper: Settings, Integrations, Approved connections)"
        )


class WriteRefused(BeeperError):
    """The operation changes something and this client may not send it, as it was made. Nothing was sent."""

    def __init__(self, operation: str, reason: str = "this client was made with read_only=True") -> None:
        self.operation = operation
        self.reason = reason
        super().__init__(f"{operation} changes something, and {reason}")


class PolicyRefused(WriteRefused):
    """The client's `WritePolicy` does not allow it; ``reason`` says by which rule. Nothing was sent."""

    def __init__(self, operation: str, reason: str) -> None:
        super().__init__(operation, reason)


class WriteLimitReached(PolicyRefused):
    """The policy lets through no more than ``limit`` writes in any ``seconds``. Nothing was sent.

    In ``retry_after`` seconds there may be room again.
    """

    def __init__(self, operation: str, limit: int, seconds: int, retry_after: float) -> None:
        self.limit = limit
        self.seconds = seconds
        self.retry_after = retry_after
        super().__init__(operation, f"{limit} in {seconds} s are the policy's limit: wait {retry_after:.1f} s")


class DryRun(PolicyRefused):
    """The policy allows it and is a dry run: nothing was sent, and its ``held`` keeps what would have been."""

    def __init__(self, operation: str) -> None:
        super().__init__(operation, "the policy is a dry run, which sends nothing")


class ClientClosed(BeeperError):
    """The client was closed, before this call or while it was under way. What must not happen twice did not happen:
    where it may have, `DeliveryUncertain` is raised instead."""

    def __init__(self, operation: str) -> None:
        self.operation = operation
        super().__init__(f"{operation} was called on a closed client, or while it was closed; make a new one")


class NotSupportedByServer(BeeperError):
    """The app that answers does not have this operation."""

    def __init__(self, operation: str, needs: str, has: str) -> None:
        self.operation = operation
        self.needs = needs
        self.has = has
        super().__init__(f"{operation} needs Beeper {needs}; this is {has}")


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


class PaginationStalled(BeeperError):
    """The server serves the same page again and again."""


class IncompleteParticipants(BeeperError):
    """The server kept members back even when asked for all.

    ``participants`` holds those it gave; they are not in its text, and a pickle of it is without them.
    """

    _in_memory_only = frozenset({"participants"})
    participants: Sequence[models.Participant] = ()

    def __init__(self, participants: Sequence[models.Participant], total: int) -> None:
        self.participants = list(participants)
        self.total = total
        super().__init__(f"the server gave {len(self.participants)} of {total} participants, asked for all of them")


class SelfUserUnknown(BeeperError):
    """Nothing says which user "I" am. ``tried`` tells where was looked."""

    def __init__(self, tried: Sequence[str]) -> None:
        self.tried = tuple(tried)
        super().__init__(f"cannot tell which user you are; looked at {', '.join(self.tried)}")


class AmbiguousMatch(BeeperError):
    """More than one fits. ``searched`` tells where was looked.

    ``candidates`` holds them; they are not in its text, and a pickle of it is without them.
    """

    _in_memory_only = frozenset({"candidates"})
    candidates: Sequence[object] = ()

    def __init__(self, candidates: Sequence[object], searched: Sequence[str] = ()) -> None:
        self.candidates = list(candidates)
        self.searched = tuple(searched)
        where = f" among {', '.join(self.searched)}" if searched else ""
        super().__init__(f"{len(self.candidates)} fit{where}; say more to tell them apart")


class NoMatch(BeeperError):
    """None fits. ``searched`` tells where was looked."""

    def __init__(self, searched: Sequence[str]) -> None:
        self.searched = tuple(searched)
        super().__init__(f"none fits; looked at {', '.join(self.searched)}")
