"""The request that opens a connection. It is no operation of the spec."""

from __future__ import annotations

from ..generated import answers, contract

PATH = "/v1/ws"


class _NoResult:
    """The response has no body."""

    __slots__ = ()

    def __call__(self, response: answers.ResponseLike, /, report: object = None) -> None:
        """Returns None."""

    def verify(self, response: answers.ResponseLike, /) -> None:
        """Accepts every response."""


DEFINITION: contract.Operation[None] = contract.Operation(
    "events", "GET", PATH, "read", "required", _NoResult(), stream=True
)


def upgrade_request(headers: contract.Pairs) -> contract.Request[None]:
    """The request, with the headers of the WebSocket handshake."""
    return contract.Request(DEFINITION, PATH, headers=headers)
