"""What may happen to one request on its way. The faults themselves are in `harmless`, `spoofed` and `corrupted`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias

from tests.faults.wire import Reply

Ending: TypeAlias = Literal["keep", "close", "reset", "hang"]
"""What happens to the connection; ``hang``: it stays open and silent until the client closes it."""


@dataclass(frozen=True)
class KnownResponse:
    """The content of a response that the client was certain to read."""

    status: int
    code: str | None = None
    body: Literal["error", "page", "failure", "nothing"] = "error"
    """An error body; a page or a text; ``success: false``; something that is not a result."""


@dataclass(frozen=True)
class Output:
    """What is written to the client."""

    parts: tuple[bytes, ...] = ()
    end: Ending = "close"
    interval: float = 0.0
    """Seconds between the parts."""
    known: KnownResponse | None = None
    """What the client is certain to read, if that determines the outcome."""


@dataclass(frozen=True)
class Fault:
    """What happens to one request."""

    name: str
    respond: Callable[[Reply], Output]
    """Makes the output from the server's response, or from an empty one if nothing was forwarded."""
    forward: int | None = None
    """Bytes of the request that are forwarded; None for all of them."""
    delay: float = 0.0
    """Seconds before the request is forwarded."""
    early: bool = False
    """Whether the body of the request is not read."""

    @property
    def arrives(self) -> bool:
        """Whether the whole request reaches the server."""
        return self.forward is None


MakeFault: TypeAlias = Callable[[Random], Fault]
"""Makes a fault whose details are random."""
