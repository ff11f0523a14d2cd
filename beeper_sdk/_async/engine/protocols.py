"""The interfaces of the sender that the other modules of the engine need, so that none of them imports it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall, Call
    from ..._core.client_state import ClientState
    from ..._core.config.settings import Settings
    from ..._core.generated import contract
    from ..._core.http.outcome import HttpResponse, TransportFailure
    from ..._transport._async.protocol import AsyncBody, AsyncTransport

T = TypeVar("T")


class AsyncEngine(Protocol):
    """Sends the calls of one client."""

    @property
    def settings(self) -> Settings: ...

    @property
    def state(self) -> ClientState: ...

    async def send(self, request: contract.Request[T], /) -> T:
        """Send a request, and return the decoded result."""
        ...

    def result(self, call: Call[T], answer: HttpResponse) -> T:
        """The decoded result of a call."""
        ...

    async def execute(
        self, request: contract.Request[T], *, alternate: bool = True, retry: bool = True
    ) -> tuple[Call[T], HttpResponse]:
        """Send a request, and return the call with its response."""
        ...


class AsyncCallSender(AsyncEngine, Protocol):
    """Makes the single attempts of a call, too."""

    @property
    def http(self) -> AsyncTransport: ...

    async def authorize(self, call: AnyCall, *, again: bool = False) -> None:
        """Check that the call may be sent, and set its token."""
        ...

    async def attempt(self, call: AnyCall, *, stream: bool) -> HttpResponse | AsyncBody | TransportFailure:
        """Send the call once."""
        ...
