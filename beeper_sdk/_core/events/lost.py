"""What ends a connection, and what ends the stream of events."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ...errors import (
    APIError,
    AuthenticationError,
    NotSupportedByServer,
    PermissionDeniedError,
    SubscriptionRejected,
)

LostReason: TypeAlias = Literal["connection", "silence"]


class ConnectionLost(Exception):
    """The connection was lost, or the server is silent. It becomes an `Interrupted` after reconnecting."""

    def __init__(self, reason: LostReason) -> None:
        super().__init__(reason)
        self.reason: LostReason = reason


def is_final(error: APIError) -> bool:
    """Whether an error while reconnecting ends the stream. Others can mean that the app is closed, or just starting."""
    if isinstance(error, SubscriptionRejected):
        return not error.has_code("INTERNAL_ERROR")
    return isinstance(error, AuthenticationError | PermissionDeniedError | NotSupportedByServer)
