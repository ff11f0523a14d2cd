"""Errors that do not come from an HTTP response: refused calls, logins and token stores, lookups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from ._base import BeeperError

if TYPE_CHECKING:
    from .._core.generated import models
    from .._core.people.names import Person
    from ._api import APIError


class MissingToken(BeeperError):
    """The operation requires a token and the client has none. Nothing was sent."""

    def __init__(self, operation: str, *, is_blank: bool = False) -> None:
        self.operation: str = operation
        """The name of the operation, such as ``chats.list``."""
        todo = (
            ", and access_token= is blank: omit it to use BEEPER_ACCESS_TOKEN or the stored login, or pass a token"
            if is_blank
            else ": log in (python -m beeper_sdk login), pass access_token= to the client, or set BEEPER_ACCESS_TOKEN "
            "to a token"
        )
        super().__init__(
            f"{operation} requires an access token{todo} created in Beeper (Settings, Integrations, "
            "Approved connections)"
        )


class TokenFunctionError(BeeperError):
    """The function that was passed as ``access_token`` needs a token itself: it called its own client. Nothing was
    sent."""

    def __init__(self, operation: str) -> None:
        self.operation: str = operation
        """The name of the operation, such as ``chats.list``."""
        super().__init__(
            f"{operation} was called by the access_token function of its own client, so each would wait for the "
            "other; the function must use another client, with a token of its own or without one"
        )


class WriteRefused(BeeperError):
    """The operation writes, and the settings of this client do not allow that. Nothing was sent."""

    def __init__(self, operation: str, reason: str = "the client is read-only (read_only=True)") -> None:
        self.operation: str = operation
        """The name of the operation, such as ``chats.list``."""
        self.reason: str = reason
        """Why it was refused."""
        super().__init__(f"{operation} was not sent: {reason}")


class PolicyRefused(WriteRefused):
    """The client's `WritePolicy` does not allow the write. ``reason`` names the rule. Nothing was sent."""

    def __init__(self, operation: str, reason: str) -> None:
        super().__init__(operation, reason)


class WriteLimitReached(PolicyRefused):
    """The policy allows at most ``limit`` writes in any period of ``seconds``. Nothing was sent.

    Try again after ``retry_after`` seconds.
    """

    def __init__(self, operation: str, limit: int, seconds: int, retry_after: float) -> None:
        self.limit: int = limit
        """Maximum number of writes in the period."""
        self.seconds: int = seconds
        """Length of the period: 60 or 3600."""
        self.retry_after: float = retry_after
        """Seconds until the next write is allowed."""
        super().__init__(
            operation, f"the WritePolicy's limit of {limit} per {seconds} s is reached; retry in {retry_after:.1f} s"
        )


class DryRun(PolicyRefused):
    """The policy allows the write, and is a dry run. Nothing was sent; the request is in the policy's ``held``."""

    def __init__(self, operation: str) -> None:
        super().__init__(operation, "the WritePolicy is a dry run; see policy.held")


class ClientClosed(BeeperError):
    """The client was closed before or during this call.

    A request that must not be repeated had no effect then: if it may have, `DeliveryUncertain` is raised instead.
    """

    def __init__(self, operation: str) -> None:
        self.operation: str = operation
        """The name of the operation, such as ``chats.list``."""
        super().__init__(f"{operation} failed because the client is closed; create a new client")


class StreamConsumed(BeeperError):
    """The body of a stream was already read, in part or completely, or the stream is closed. Nothing was written."""

    def __init__(self, operation: str) -> None:
        self.operation: str = operation
        """The name of the operation, such as ``chats.list``."""
        super().__init__(
            f"{operation}: the body of this stream was already read, or the stream is closed. A body can be read once: "
            "open it again with beeper.stream(...)"
        )


class LoginFailed(BeeperError):
    """The login did not produce a token. The message says which step failed. Nothing was stored."""


class LoginRefused(LoginFailed):
    """The user denied access in the browser."""


class RedirectPortTaken(LoginFailed):
    """The port for the browser's redirect is not available. Nothing was sent."""

    def __init__(self, port: int, reason: str) -> None:
        self.port: int = port
        """The port."""
        super().__init__(
            f"cannot listen on port {port} of 127.0.0.1 ({reason}); pass another port, or port=0 for any free port"
        )


class TokenStoreError(BeeperError):
    """A stored token cannot be read or written, or is not safe to use. The message says what to do."""


class TokenFileError(TokenStoreError):
    """The token file cannot be used: it must be a regular JSON file that only its owner can read."""

    def __init__(self, path: str, problem: str) -> None:
        self.path: str = path
        """The path of the file, with ``~`` for the home folder."""
        self.problem: str = problem
        """What is wrong with it."""
        super().__init__(f"{path} {problem}")


class PositionInUse(BeeperError):
    """Another process or another iteration uses this position. Nothing was read or written.

    ``position`` is its path, as it was passed. The lock ends with the iteration or the process that holds it, also if
    that is killed.
    """

    def __init__(self, position: str) -> None:
        self.position: str = position
        """Its path, as it was passed."""
        super().__init__(
            f"the position {position} is in use by another process or iteration; end that one first, or use another "
            "position for this one"
        )


class PaginationStalled(BeeperError):
    """The server repeats pages or cursors, although it reports that there are more items. See `Pager.strict`."""


class IncompleteParticipants(BeeperError):
    """The server returned only some of the participants, although all were requested.

    ``participants`` holds those that it returned (in memory only: not in the text or pickle of the error).
    """

    _in_memory_only = frozenset({"participants"})
    participants: Sequence[models.Participant] = ()
    """Those that the server returned. In memory only."""

    def __init__(self, participants: Sequence[models.Participant], total: int) -> None:
        self.participants = list(participants)
        self.total: int = total
        """Number of participants by the server."""
        super().__init__(
            f"the server returned {len(self.participants)} of {total} participants although all were requested; "
            "see error.participants"
        )


class SelfUserUnknown(BeeperError):
    """The current user cannot be determined. ``tried`` lists the sources that were checked."""

    def __init__(self, tried: Sequence[str], problem: str = "cannot determine which user you are") -> None:
        self.tried: tuple[str, ...] = tuple(tried)
        """The sources that were checked."""
        super().__init__(f"{problem}; checked {', '.join(self.tried)}")


class MatchError(BeeperError):
    """A name does not match exactly one person or chat. ``searched`` lists what was searched.

    ``candidates`` holds the matches (in memory only: not in the text or pickle of the error).
    """

    _in_memory_only = frozenset({"candidates"})
    candidates: Sequence[Person | models.Chat] = ()
    """The matches. In memory only."""

    def __init__(self, text: str, searched: Sequence[str]) -> None:
        self.searched: tuple[str, ...] = tuple(searched)
        """What was searched."""
        super().__init__(text)


class AmbiguousMatch(MatchError):
    """Several people or chats match equally well: see ``candidates``."""

    def __init__(
        self,
        candidates: Sequence[Person | models.Chat],
        searched: Sequence[str] = (),
        remedy: str = "a fuller name, network= or account=",
    ) -> None:
        self.candidates: Sequence[Person | models.Chat] = list(candidates)
        where = f" in {', '.join(searched)}" if searched else ""
        super().__init__(
            f"{len(self.candidates)} candidates match{where}; use {remedy}. See error.candidates",
            searched,
        )


class IncompleteSearch(MatchError):
    """The contacts of some accounts could not be read, and the right person may be among them.

    ``failed`` has the error of each such account, by account ID, and ``candidates`` the match in what was searched, if
    there is one (both in memory only). ``searched`` lists what was searched.
    """

    _in_memory_only = frozenset({"candidates", "failed"})
    failed: Mapping[str, APIError] = MappingProxyType({})
    """The error of each account that could not be searched, by account ID. In memory only."""

    def __init__(
        self, failed: Mapping[str, APIError], candidates: Sequence[Person | models.Chat], searched: Sequence[str]
    ) -> None:
        self.failed = dict(failed)
        self.candidates: Sequence[Person | models.Chat] = list(candidates)
        accounts = "1 account" if len(self.failed) == 1 else f"{len(self.failed)} accounts"
        match = "one person matches, see error.candidates" if self.candidates else "nobody matches"
        super().__init__(
            f"the contacts of {accounts} could not be searched, see error.failed; in {' and '.join(searched)}, {match}"
            ". Use the full name, or account= to search other accounts only",
            searched,
        )


class NoMatch(MatchError):
    """No person or chat matches."""

    def __init__(self, searched: Sequence[str], problem: str | None = None) -> None:
        where = ", ".join(searched)
        advice = (
            "network= and account=; accounts.list() has both" if problem else "the name or ID, network= and account="
        )
        super().__init__(f"{problem or 'nothing matches'}; searched {where}. Check {advice}", searched)
