"""Errors about networks: one that is not known, and what the network of a chat does not allow."""

from __future__ import annotations

from collections.abc import Sequence

from ._base import BeeperError


class NetworkLimit(BeeperError, ValueError):
    """The network of the chat does not allow this, by ``Chat.capabilities``. Nothing was sent.

    ``capability`` is the name of the capability, such as ``max_size`` or ``edit``. ``limit`` and ``actual`` are its
    value and that of the call, in ``unit`` (such as ``bytes``); all three are None if the network does not support it
    at all. The chat that was passed may be outdated: with its ID instead of the chat, only the server checks.
    """

    def __init__(
        self,
        operation: str,
        reason: str,
        capability: str,
        *,
        limit: int | None = None,
        actual: float | None = None,
        unit: str | None = None,
    ) -> None:
        self.operation: str = operation
        """The name of the operation, such as ``chats.list``."""
        self.reason: str = reason
        """What the network does not allow."""
        self.capability: str = capability
        """The name of the capability, such as ``max_size`` or ``edit``."""
        self.limit: int | None = limit
        """The value of the capability; None if the network does not support it at all."""
        self.actual: float | None = actual
        """The value of the call."""
        self.unit: str | None = unit
        """The unit of both, such as ``bytes``."""
        super().__init__(f"{operation} was not sent: {reason}")


class UnknownNetwork(BeeperError, ValueError):
    """There is no such network: no account is on it, and no chat. ``known`` has the names of the others."""

    def __init__(self, known: Sequence[str]) -> None:
        self.known: tuple[str, ...] = tuple(known)
        """The names of the networks that you use."""
        names = ", ".join(known) or "none"
        super().__init__(f"network must be the name of a network that you use; known networks: {names}")
