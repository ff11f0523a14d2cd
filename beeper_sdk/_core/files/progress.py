"""The type of functions that receive the progress of a transfer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int | None], object]
"""Called with the bytes that were transferred, and with the total, or None if it is not known."""
