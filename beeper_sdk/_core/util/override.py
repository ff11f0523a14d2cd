"""`override` for the Pythons whose `typing` lacks it, without a run-time dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: object) -> object:
        """Mark a method that overrides one of its base class. Only type checkers use this."""
        return method
