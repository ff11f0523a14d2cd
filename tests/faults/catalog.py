"""Every fault there is, made of its name and a number: the same two give the same fault."""

from __future__ import annotations

from random import Random

from tests.faults import corrupted, harmless, spoofed
from tests.faults.fault import Fault, Make

HARMLESS: dict[str, Make] = harmless.FAULTS
"""No caller may notice them."""
SPOOFED: dict[str, Make] = spoofed.FAULTS
"""The proxy answers, and the server never receives the request."""
CORRUPTED: dict[str, Make] = corrupted.FAULTS
"""The server processes the request, and its response is corrupted."""


def make(name: str, number: int) -> Fault:
    """The fault of this name and number."""
    return (HARMLESS | SPOOFED | CORRUPTED)[name](Random(number))
