# @generated from beeper_sdk/_async; do not edit


from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ..._core.calls.call import Call
    from ..._core.client_state import ClientState
    from ..._core.config.settings import Settings
    from ..._core.generated import contract
    from ..._core.http.outcome import HttpResponse

T = TypeVar("T")


class Engine(Protocol):
    """Sends the calls of one client."""

    @property
    def settings(self) -> Settings:
        """The settings of the client."""
        ...

    @property
    def state(self) -> ClientState:
        """The state that the client shares with its copies."""
        ...

    def send(self, request: contract.Request[T], /) -> T:
        """Send a request, and return the decoded result."""
        ...

    def execute(self, request: contract.Request[T], *, alternate: bool = True) -> tuple[Call[T], HttpResponse]:
        """Send a request, and return the call with its response."""
        ...
