"""All faults. A name and a number always make the same fault."""

from __future__ import annotations

from random import Random

from tests.faults import corrupted, harmless, spoofed
from tests.faults.fault import Fault, MakeFault

HARMLESS: dict[str, MakeFault] = harmless.FAULTS
"""They must not change the outcome."""
SPOOFED: dict[str, MakeFault] = spoofed.FAULTS
"""The proxy responds, and the server never receives the request."""
CORRUPTED: dict[str, MakeFault] = corrupted.FAULTS
"""The server processes the request, and its response is corrupted."""
HANGING = frozenset({"silent", "silent-after", "trickled", "late", "cut"})
"""They make a client wait for its timeout."""


def make(name: str, number: int) -> Fault:
    """The fault of this name and number."""
    return (HARMLESS | SPOOFED | CORRUPTED)[name](Random(number))
