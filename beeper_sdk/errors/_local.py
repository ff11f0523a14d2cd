"""Errors of calls that were refused here: nothing of them was sent."""

from __future__ import annotations

from ._base import BeeperError


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
