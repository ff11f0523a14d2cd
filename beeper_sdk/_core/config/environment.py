"""Reads the environment variables of a client; no other module reads them. Arguments take precedence over them.

``BEEPER_ACCESS_TOKEN``, ``BEEPER_BASE_URL`` (``BEEPER_DESKTOP_BASE_URL`` is its deprecated name),
``BEEPER_CUSTOM_HEADERS`` (lines of the form ``Name: value``). For ``BEEPER_LOG`` see ``util.log``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..util.urls import DEFAULT_URL, check_base_url
from ..util.validation import check_kind
from .credentials import check_token

if TYPE_CHECKING:
    from .settings import Headers


def environment_token() -> str | None:
    """The token of ``BEEPER_ACCESS_TOKEN``; None if it is unset or blank. Raises ValueError."""
    return check_token("BEEPER_ACCESS_TOKEN", os.environ.get("BEEPER_ACCESS_TOKEN"))


def find_base_url(argument: str | None) -> str:
    """The base URL of the argument, else of the environment, else the default, without a trailing slash.

    Raises:
        ValueError, TypeError: the URL is invalid. The message names the argument or variable.
    """
    if argument is not None:
        return check_base_url(argument)
    for variable in ("BEEPER_BASE_URL", "BEEPER_DESKTOP_BASE_URL"):
        if os.environ.get(variable, "").strip():
            if variable == "BEEPER_DESKTOP_BASE_URL":
                from warnings import warn

                warn(
                    "BEEPER_DESKTOP_BASE_URL is deprecated; set BEEPER_BASE_URL instead",
                    DeprecationWarning,
                    stacklevel=3,
                )
            return check_base_url(os.environ[variable], variable)
    return DEFAULT_URL


def with_environment_headers(headers: Headers | None) -> Headers:
    """The headers of ``BEEPER_CUSTOM_HEADERS``, overridden by the given ones. Raises ValueError for an invalid line."""
    found: dict[str, str] = {}
    for number, line in enumerate(os.environ.get("BEEPER_CUSTOM_HEADERS", "").splitlines(), 1):
        name, colon, value = line.partition(":")
        if line.strip() and not colon:
            raise ValueError(
                f"BEEPER_CUSTOM_HEADERS must contain lines of the form 'Name: value'; line {number} has no colon"
            )
        if line.strip():
            found[name.strip()] = value.strip()
    check_kind("headers", headers, Mapping | None, "a dict or None")
    if found:
        from .settings import check_headers

        check_headers(found, "BEEPER_CUSTOM_HEADERS")
    return {**found, **(headers or {})}
