"""What may happen to one request on its way. The faults themselves are in `harmless`, `spoofed` and `corrupted`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias

from tests.faults.wire import Reply

Ending: TypeAlias = Literal["keep", "close", "reset", "hang"]
"""What becomes of the connection; ``hang``: nothing more comes, until the caller gives up."""


@dataclass(frozen=True)
class KnownResponse:
    """What a response says, where it is whole and can be read."""

    status: int
    code: str | None = None
    body: Literal["error", "page", "failure", "nothing"] = "error"
    """An error body; a page or a text; ``success: false``; nothing that could be a result."""


@dataclass(frozen=True)
class Output:
    """What the caller gets to see."""

    parts: tuple[bytes, ...] = ()
    end: Ending = "close"
    interval: float = 0.0
    """Seconds between the parts."""
    known: KnownResponse | None = None
    """What the caller is certain to read, where the outcome follows from it."""


@dataclass(frozen=True)
class Fault:
    """What happens to one request."""

    name: str
    respond: Callable[[Reply], Output]
    """Of the server's answer; of an empty one where the server was not asked."""
    forward: int | None = None
    """Bytes of the request that go on; None for all of it."""
    delay: float = 0.0
    """Seconds before it goes on."""
    early: bool = False
    """Does it strike before the body of the request was read?"""

    @property
    def arrives(self) -> bool:
        """Does the whole request reach the server?"""
        return self.forward is None


MakeFault: TypeAlias = Callable[[Random], Fault]
"""Makes a fault of chance."""
