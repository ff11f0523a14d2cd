"""What the environment says of a client: the one place where its variables are read. Arguments win over it.

``BEEPER_ACCESS_TOKEN``, ``BEEPER_BASE_URL`` (``BEEPER_DESKTOP_BASE_URL`` is its deprecated name),
``BEEPER_CUSTOM_HEADERS`` (lines of ``Name: value``). For ``BEEPER_LOG`` see ``util.log``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..util.urls import DEFAULT_URL, check_base_url
from .credentials import check_token

if TYPE_CHECKING:
    from .settings import Headers


def environment_token() -> str | None:
    """The token of ``BEEPER_ACCESS_TOKEN``; None where it is not set or blank. Raises ValueError, without the token."""
    return check_token("BEEPER_ACCESS_TOKEN", os.environ.get("BEEPER_ACCESS_TOKEN"))


def find_base_url(argument: str | None) -> str:
    """The base URL of the argument, of the environment, or the usual one, without a slash at its end.

    Raises:
        ValueError, TypeError: naming the argument or variable.
    """
    if argument is not None:
        return check_base_url(argument)
    for variable in ("BEEPER_BASE_URL", "BEEPER_DESKTOP_BASE_URL"):
        if os.environ.get(variable, "").strip():
            if variable == "BEEPER_DESKTOP_BASE_URL":
                from warnings import warn

                warn("BEEPER_DESKTOP_BASE_URL is deprecated: set BEEPER_BASE_URL", DeprecationWarning, stacklevel=3)
            return check_base_url(os.environ[variable], variable)
    return DEFAULT_URL


def with_environment_headers(headers: Headers | None) -> Headers:
    """The headers of ``BEEPER_CUSTOM_HEADERS``, and these on top. Raises ValueError naming the line."""
    found: dict[str, str] = {}
    for number, line in enumerate(os.environ.get("BEEPER_CUSTOM_HEADERS", "").splitlines(), 1):
        name, colon, value = line.partition(":")
        if line.strip() and not colon:
            raise ValueError(f"BEEPER_CUSTOM_HEADERS takes lines of 'Name: value'; line {number} has no colon")
        if line.strip():
            found[name.strip()] = value.strip()
    return {**found, **(headers or {})}
