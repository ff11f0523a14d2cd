"""The error of a server whose dependencies are not installed."""

from __future__ import annotations


def startup_error(error: ModuleNotFoundError) -> ModuleNotFoundError:
    """The same error, with what to install if a dependency of the extra is missing."""
    if error.name in {"fastapi", "uvicorn", "pydantic", "starlette", "typing_extensions", "websockets"}:
        return ModuleNotFoundError(f"FakeBeeper requires {error.name}; install beeper-sdk[testing]", name=error.name)
    return error
