"""The version, alone in a module so that nothing has to be imported for it."""

from __future__ import annotations

__version__ = "1.0.0"
"""The version of this package."""
