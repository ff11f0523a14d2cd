"""The error of a server whose dependencies are not installed."""

from __future__ import annotations

from importlib.util import find_spec

_IMPORTED_LATER = ("websockets", "pydantic", "python_multipart", "starlette")
"""What the first WebSocket, loading a world and the first upload import."""

FOUND: set[str] = set()
"""Which of them were found before: looking for them takes a fifth of the time in which a server starts."""


def startup_error(error: ModuleNotFoundError) -> ModuleNotFoundError:
    """The same error, with what to install if a dependency of the extra is missing."""
    if error.name in {"httptools", "pydantic_core", "uvicorn", *_IMPORTED_LATER}:
        return ModuleNotFoundError(f"FakeBeeper requires {error.name}; install beeper-sdk[testing]", name=error.name)
    return error


def check_later_imports() -> None:
    """Raise the error now for what a running server would miss."""
    for name in _IMPORTED_LATER:
        if name not in FOUND:
            if find_spec(name) is None:
                raise startup_error(ModuleNotFoundError(name=name))
            FOUND.add(name)
