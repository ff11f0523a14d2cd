# @generated


from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Protocol

import httpx

from ..slots import Slots

if TYPE_CHECKING:
    from ..via_httpx.network import Sockets
    from .httpx_guard import Attempt

MAX_SUSPECTS = 20


class Action(Protocol):
    def __call__(self) -> None: ...


class Pool:
    def __init__(self, transport: httpx.HTTPTransport, sockets: Sockets, close: Action) -> None:
        self.sockets = sockets
        self.close = close
        self._transport = transport
        self._slots = Slots()
        self._suspects = 0
        self._draining = False

    @property
    def usable(self) -> bool:
        return not self._draining and not self.sockets.closed

    def send(self, request: httpx.Request, attempt: Attempt) -> httpx.Response | None:
        started_at = monotonic()
        try:
            if not self._slots.acquire(attempt.seconds):
                return None
        except TimeoutError:
            raise httpx.PoolTimeout("", request=request) from None
        attempt.budget.postpone(monotonic() - started_at)
        attempt.sockets = self.sockets
        try:
            if self.sockets.closed:
                raise httpx.ConnectError("", request=request)
            return self._transport.handle_request(request)
        except BaseException as error:
            self._suspects += attempt.lost or not isinstance(error, Exception)
            attempt.close()
            self.release()
            raise

    def release(self) -> None:
        self._slots.release()
        if self._suspects >= MAX_SUSPECTS:
            self._draining = True
        if self._suspects and self._slots.retire():
            self._draining = True
            self.close()


class MakePool(Protocol):
    def __call__(self) -> Pool: ...


class Pools:
    def __init__(self, make: MakePool) -> None:
        self._make = make
        self._pools: dict[int, Pool] = {}
        self.closed = False

    @property
    def sockets(self) -> list[Sockets]:
        return [pool.sockets for pool in [*self._pools.values()]]

    def send(self, request: httpx.Request, attempt: Attempt) -> tuple[httpx.Response, Action]:
        while not self.closed:
            pool = self._usable_pool()
            response = pool.send(request, attempt)
            if response is not None:
                return response, pool.release
        raise httpx.ConnectError("", request=request)

    def _usable_pool(self) -> Pool:
        number = max([*self._pools], default=0)
        pool = self._pools.get(number)
        if pool is None or not pool.usable:
            pool = self._pools.setdefault(number + 1, self._make())
            for old, other in [*self._pools.items()]:
                if other.sockets.closed:
                    self._pools.pop(old, None)
            if self.closed:  # by another thread, which may not have found this pool
                pool.close()
        return pool

    def close(self) -> None:
        self.closed = True
        for pool in [*self._pools.values()]:
            pool.close()
