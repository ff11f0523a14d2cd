# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..._core.calls.request_encoding import HttpRequest
    from ..._core.http.outcome import HttpResponse, ReadLimits, TransportFailure


class Body(Protocol):
    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    def read(self, limits: ReadLimits) -> HttpResponse | TransportFailure: ...

    def next(self) -> bytes | TransportFailure: ...

    def close(self) -> None: ...


class Transport(Protocol):
    closed: bool

    @property
    def user_agent(self) -> str: ...

    @property
    def user_supplied(self) -> bool: ...

    @property
    def may_be_mocked(self) -> bool: ...

    def send(self, request: HttpRequest, limits: ReadLimits) -> HttpResponse | TransportFailure: ...

    def open(self, request: HttpRequest, limits: ReadLimits) -> Body | TransportFailure: ...

    def close(self) -> None: ...
