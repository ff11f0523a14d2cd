"""`override` for the Pythons whose `typing` lacks it, without a run-time dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: object) -> object:
        """Mark a method that replaces one of its base class; type checkers see to the rest."""
        return method
