"""A client's settings: what its arguments and the environment say, checked before anything is sent.

Environment: ``BEEPER_ACCESS_TOKEN``, ``BEEPER_BASE_URL`` (``BEEPER_DESKTOP_BASE_URL`` is its deprecated name),
``BEEPER_CUSTOM_HEADERS`` (lines of ``Name: value``), ``BEEPER_LOG`` (see `_log`). Arguments win over it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias
from urllib.parse import SplitResult, urlsplit

from ..._version import __version__
from ..calls.retry import RetryPolicy
from ..util.validation import is_number
from .credentials import TokenSource, chosen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable
    from typing import Self

    from ...hooks import Hooks
    from ..diagnostics.findings import Diagnose
    from ..generated import AnyRequest
    from .rate_limit import RateLimit

DEFAULT_URL = "http://127.0.0.1:23373"
MOST_BYTES = 64 * 2**20
"""Of an answer: far above any page, far below what hurts."""
ApiGeneration: TypeAlias = Literal["auto", "v1", "v0"]
Headers: TypeAlias = Mapping[str, str]

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\x20-\x7e\t]*")
_LOOPBACK = re.compile(r"127(\.\d{1,3}){3}|::1|localhost|[a-z0-9-]+\.localhost")


class Guard(Protocol):
    """Looks at every call before it is sent."""

    def check(self, request: AnyRequest, /) -> Awaitable[None] | None:
        """Raise to refuse the call; nothing is sent then. With AsyncBeeper it may be async."""
        ...


class Settings:
    """All of a client's settings, checked. Never changed: `changed` gives others."""

    def __init__(
        self,
        access_token: str | TokenSource | None,
        base_url: str | None,
        timeout: float | None,
        retry: RetryPolicy,
        headers: Headers | None,
        read_only: bool,
        guard: Guard | None,
        allow_remote: bool,
        api: ApiGeneration,
        strict: bool,
        max_response_bytes: int | None = MOST_BYTES,
        rate_limit: RateLimit | None = None,
        hooks: Hooks | Iterable[Hooks] = (),
        diagnose: Diagnose = "off",
    ) -> None:
        """From a client's arguments and the environment.

        Raises:
            ValueError, TypeError: naming the argument or variable, and what it takes. Never with the token.
        """
        if api not in ("auto", "v1", "v0"):
            raise ValueError("api takes 'auto', 'v1' or 'v0'")
        if guard is not None and not callable(getattr(guard, "check", None)):
            raise TypeError("guard takes an object with a method check(request)")
        self.base_url = check_base_url(base_url)
        """Without a slash at its end."""
        self.access_token, self.token_source, self.token_kept = chosen(access_token, self.base_url)
        self.timeout = check_timeout(timeout)
        self.retry = check_retry(retry)
        self.headers = check_headers({**_environment_headers(), **(headers or {})})
        self.read_only = read_only
        self.guard = guard
        self.strict = strict
        self.max_response_bytes = _check_bytes(max_response_bytes)
        self.rate_limit = _check_rate_limit(rate_limit)
        self.hooks = _check_hooks(hooks)
        self.api: ApiGeneration = api
        if diagnose not in ("off", "first", "all"):
            raise ValueError("diagnose takes 'off', 'first' or 'all'")
        self.diagnose: Diagnose = diagnose
        if self.has_token and not allow_remote:
            self._check_privacy()

    @property
    def has_token(self) -> bool:
        """Is there a token, or somebody to ask for one?"""
        return self.access_token is not None or self.token_source is not None

    def _check_privacy(self) -> None:
        """A token goes in the clear to this machine only."""
        if self.base_url.startswith("http:") and not is_loopback(self.base_url):
            raise ValueError(
                f"base_url {origin(self.base_url)} is plain http on another machine: anyone on the way could read "
                "the token and the conversations. Use https, or give allow_remote=True"
            )

    def changed(self, timeout: float | None, retry: RetryPolicy, headers: Headers | None) -> Self:
        """The same settings with these in place of, and these headers on top of, the present ones."""
        other = copy(self)
        other.timeout = check_timeout(timeout)
        other.retry = check_retry(retry)
        merged = {name.lower(): (name, value) for name, value in self.headers + check_headers(headers or {})}
        other.headers = tuple(merged.values())
        return other


def check_timeout(timeout: float | None) -> float | None:
    """Seconds greater than 0, or None for no limit."""
    if timeout is None:
        return None
    if not is_number(timeout):
        raise TypeError(f"timeout takes seconds or None, not {type(timeout).__name__}")
    if not timeout > 0:
        raise ValueError("timeout takes seconds greater than 0, or None for no limit")
    return float(timeout)


def check_retry(retry: RetryPolicy) -> RetryPolicy:
    """A RetryPolicy."""
    if not isinstance(retry, RetryPolicy):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a checker
        raise TypeError(f"retry takes a RetryPolicy, not {type(retry).__name__}")
    return retry


def check_headers(headers: Headers) -> tuple[tuple[str, str], ...]:
    """Headers that HTTP can carry. Values are not shown in errors: they may be secrets."""
    for name, value in headers.items():
        if not _NAME.fullmatch(name):
            raise ValueError("headers takes names of letters, digits and dashes")
        if name.lower() == "authorization":
            raise ValueError("headers cannot hold Authorization: give access_token instead")
        if not _VALUE.fullmatch(_text(f"headers: {name}", value)):
            raise ValueError(f"headers: {name} takes one line of printable ASCII text")
    return tuple(headers.items())


def _text(source: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{source} takes text, not {type(value).__name__}")
    return value


def _check_bytes(most: int | None) -> int | None:
    if most is not None and not (is_number(most) and isinstance(most, int)):
        raise TypeError(f"max_response_bytes takes a number of bytes or None, not {type(most).__name__}")
    if most is not None and most < 1:
        raise ValueError("max_response_bytes takes a number of bytes of at least 1, or None for no limit")
    return most


def _check_rate_limit(limit: RateLimit | None) -> RateLimit | None:
    if limit is not None and not callable(getattr(limit, "reserve", None)):
        raise TypeError("rate_limit takes a RateLimit")
    return limit


def _check_hooks(hooks: Hooks | Iterable[Hooks]) -> tuple[Hooks, ...]:
    if hooks == ():
        return ()
    from ..calls.hook_dispatch import check_hooks

    return check_hooks(hooks)


def _environment_headers() -> dict[str, str]:
    headers: dict[str, str] = {}
    for number, line in enumerate(os.environ.get("BEEPER_CUSTOM_HEADERS", "").splitlines(), 1):
        name, colon, value = line.partition(":")
        if line.strip() and not colon:
            raise ValueError(f"BEEPER_CUSTOM_HEADERS takes lines of 'Name: value'; line {number} has no colon")
        if line.strip():
            headers[name.strip()] = value.strip()
    return headers


def check_base_url(argument: str | None) -> str:
    """The base URL without a slash at its end. Raises ValueError naming where it came from."""
    source, text = "base_url", argument
    for variable in ("BEEPER_BASE_URL", "BEEPER_DESKTOP_BASE_URL"):
        if text is None and os.environ.get(variable, "").strip():
            source, text = variable, os.environ[variable]
    if source == "BEEPER_DESKTOP_BASE_URL":
        from warnings import warn

        warn("BEEPER_DESKTOP_BASE_URL is deprecated: set BEEPER_BASE_URL", DeprecationWarning, stacklevel=4)
    text = _text(source, DEFAULT_URL if text is None else text).strip()
    wanted = f"{source} takes a URL such as {DEFAULT_URL}"
    parts = _split(text)
    if parts is None:
        raise ValueError(f"{wanted}; this one has a bad port or address")
    _check_parts(wanted, text, parts, parts.port)
    return text.rstrip("/")


def _split(text: str) -> SplitResult | None:
    """The parts of a URL; None where it has none: an error that holds the text must not be behind ours."""
    try:
        parts = urlsplit(text)
        known = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    return parts if known else None


def _check_parts(wanted: str, text: str, parts: SplitResult, port: int | None) -> None:
    if parts.scheme not in ("http", "https"):
        raise ValueError(f"{wanted}; it must begin with http:// or https://")
    if not parts.hostname or port == 0:
        raise ValueError(f"{wanted}; this one names no {'port' if parts.hostname else 'host'}")
    if parts.username is not None or parts.password is not None:
        raise ValueError(f"{wanted}; it cannot hold a user name or password")
    if "?" in text or "#" in text:
        raise ValueError(f"{wanted}; it cannot hold a query or a fragment")
    if not re.fullmatch(r"[\x21-\x7e]+", text) or "\\" in text:
        raise ValueError(f"{wanted}; it takes printable ASCII characters only")


def is_loopback(url: str) -> bool:
    """Does this URL stay on this machine?"""
    return _LOOPBACK.fullmatch((urlsplit(url).hostname or "").lower()) is not None


def origin(url: str) -> str:
    """Scheme, host and port of a URL, without its path."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def user_agent(http_library: str) -> str:
    """How the SDK introduces itself."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"beeper-sdk-python/{__version__} python/{python} {http_library}"
