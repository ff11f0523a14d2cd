# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall, Call
    from ..._core.client_state import ClientState
    from ..._core.config.settings import Settings
    from ..._core.generated import contract
    from ..._core.http.outcome import HttpResponse, TransportFailure
    from ..._transport._sync.protocol import Body, Transport

T = TypeVar("T")


class Engine(Protocol):
    @property
    def settings(self) -> Settings: ...

    @property
    def state(self) -> ClientState: ...

    def send(self, request: contract.Request[T], /) -> T: ...

    def result(self, call: Call[T], answer: HttpResponse) -> T: ...

    def execute(
        self, request: contract.Request[T], *, alternate: bool = True, retry: bool = True
    ) -> tuple[Call[T], HttpResponse]: ...


class CallSender(Engine, Protocol):
    @property
    def http(self) -> Transport: ...

    def authorize(self, call: AnyCall, *, again: bool = False) -> None: ...

    def attempt(self, call: AnyCall, *, stream: bool) -> HttpResponse | Body | TransportFailure: ...
