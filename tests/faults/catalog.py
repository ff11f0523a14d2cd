"""Every fault there is, made of its name and a number: the same two give the same fault."""

from __future__ import annotations

from random import Random

from tests.faults import corrupted as spoiled
from tests.faults import harmless
from tests.faults import spoofed as forged
from tests.faults.fault import Fault, Make

HARMLESS: dict[str, Make] = harmless.FAULTS
"""No caller may notice them."""
FORGED: dict[str, Make] = forged.FAULTS
"""They answer for a server that never heard of it."""
SPOILED: dict[str, Make] = spoiled.FAULTS
"""The server did what it was asked, and the answer suffers."""


def make(name: str, number: int) -> Fault:
    """The fault of this name and number."""
    return (HARMLESS | FORGED | SPOILED)[name](Random(number))
