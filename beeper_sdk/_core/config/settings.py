"""The settings of a client, validated before anything is sent. Reading the environment and stored tokens is done in
`environment` and `auth._selection`, when a client is created.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from ..._version import __version__
from ..util.urls import check_base_url, check_not_plain
from ..util.validation import check_count, check_flags, check_kind, check_text, check_timeout, has_method, wrong_type
from .retry_policy import RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable
    from typing import Self

    from ...hooks import Hooks
    from ..diagnostics.findings import Diagnose
    from ..generated import AnyRequest
    from .credentials import Credentials
    from .rate_limit import RateLimit

MAX_BYTES = 64 * 2**20
"""Default limit of a response in bytes (64 MiB): far above any real page, and small enough to fit into memory."""
ApiGeneration: TypeAlias = Literal["auto", "v1", "v0"]
"""Which generation of the API is used; ``auto`` decides by the version of the app."""
Headers: TypeAlias = Mapping[str, str]
"""Names and values of HTTP headers."""

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\x20-\x7e\t]*")
TOKEN_HEADERS = frozenset({"authorization", "x-beeper-access-token"})
"""Headers in which Beeper accepts a token."""
_OWN_HEADERS = frozenset({"connection", "content-length", "expect", "host", "te", "transfer-encoding", "upgrade"})


class Guard(Protocol):
    """Checks every call before it is sent."""

    def check(self, request: AnyRequest, /) -> Awaitable[None] | None:
        """Raise an exception to refuse the call; nothing is sent then. It may be async with AsyncBeeper.

        Args:
            request: The request that is about to be sent, with its operation, path and body.
        """
        ...


class Settings:
    """All settings of a client, validated. Immutable: `changed` returns a copy."""

    def __init__(
        self,
        credentials: Credentials,
        base_url: str,
        timeout: float | None,
        retry: RetryPolicy,
        headers: Headers | None,
        read_only: bool,
        guard: Guard | None,
        allow_remote: bool,
        api: ApiGeneration,
        strict: bool,
        max_response_bytes: int | None = MAX_BYTES,
        rate_limit: RateLimit | None = None,
        hooks: Hooks | Iterable[Hooks] = (),
        diagnose: Diagnose = "off",
        own_transport: bool = False,
        by_httpx: bool = False,
    ) -> None:
        """Validate the arguments of a client, completed from the environment and the stored tokens. `own_transport`:
        whether the client sends through a transport or httpx client of the user. `by_httpx`: whether it sends through
        httpx although the direct transport could.

        Raises:
            ValueError, TypeError: an argument is invalid. The message names it, and never contains a value.
        """
        if api not in ("auto", "v1", "v0"):
            raise ValueError("api must be 'auto', 'v1' or 'v0'")
        if guard is not None and not has_method(guard, "check"):
            raise wrong_type("guard", "an object with a check(request) method, such as WritePolicy(...)", guard)
        check_flags(read_only=read_only, allow_remote=allow_remote, strict=strict)
        self.base_url: str = check_base_url(base_url)
        """Without a trailing slash."""
        self.credentials: Credentials = credentials
        self.timeout: float | None = check_timeout(timeout)
        self.retry: RetryPolicy = check_retry(retry)
        self.headers: tuple[tuple[str, str], ...] = check_headers(headers or {})
        self.read_only: bool = read_only
        self.guard: Guard | None = guard
        self.strict: bool = strict
        self.max_response_bytes: int | None = _check_bytes(max_response_bytes)
        self.rate_limit: RateLimit | None = _check_rate_limit(rate_limit)
        self.hooks: tuple[Hooks, ...] = check_hooks(hooks)
        self.api: ApiGeneration = api
        if diagnose not in ("off", "first", "all"):
            raise ValueError("diagnose must be 'off', 'first' or 'all'")
        self.diagnose: Diagnose = diagnose
        self.by_httpx: bool = by_httpx
        if self.has_token and not allow_remote:
            check_not_plain(self.base_url, own_transport=own_transport or by_httpx)

    @property
    def has_token(self) -> bool:
        """Whether there is a token, or a source of tokens."""
        return self.credentials.token is not None or self.credentials.source is not None

    def changed(self, timeout: float | None, retry: RetryPolicy, headers: Headers | None) -> Self:
        """A copy with another timeout and retry policy, and with additional headers."""
        changed = copy(self)
        changed.timeout = check_timeout(timeout)
        changed.retry = check_retry(retry)
        # Header names are compared without case, as in HTTP.
        merged = {name.lower(): (name, value) for name, value in self.headers + check_headers(headers or {})}
        changed.headers = tuple(merged.values())
        return changed


def check_retry(retry: RetryPolicy) -> RetryPolicy:
    """Check the ``retry`` argument. Raises TypeError."""
    check_kind("retry", retry, RetryPolicy, "a RetryPolicy")
    return retry


def check_headers(headers: Headers, source: str = "headers") -> tuple[tuple[str, str], ...]:
    """Check that headers can be sent. Error messages do not contain their values, which may be secret."""
    check_kind(source, headers, Mapping, "a dict or None")
    for name, value in headers.items():
        if not _NAME.fullmatch(check_text(f"a name in {source}", name)):
            raise ValueError(f"{source} must have names of letters, digits and hyphens")
        if name.lower() in TOKEN_HEADERS:
            raise ValueError(f"{source} must not contain {name}; use access_token or BEEPER_ACCESS_TOKEN instead")
        if name.lower() in _OWN_HEADERS:
            raise ValueError(f"{source} must not contain {name}: it is set for each request")
        if not _VALUE.fullmatch(check_text(f"{source}[{name!r}]", value)):
            raise ValueError(f"{source}[{name!r}] must be one line of printable ASCII characters")
    return tuple(headers.items())


def _check_bytes(limit: int | None) -> int | None:
    if limit is not None:
        check_count("max_response_bytes", limit)
    return limit


def _check_rate_limit(limit: RateLimit | None) -> RateLimit | None:
    if limit is not None:
        from .rate_limit import RateLimit

        check_kind("rate_limit", limit, RateLimit, "a RateLimit or None")
    return limit


def check_hooks(hooks: Hooks | Iterable[Hooks]) -> tuple[Hooks, ...]:
    """Check the ``hooks`` argument: a Hooks, or several of them. Raises TypeError."""
    if hooks == ():
        return ()
    from ...hooks import Hooks

    try:
        given: tuple[object, ...] = (hooks,) if isinstance(hooks, Hooks) else tuple(hooks)
    except TypeError:
        given = (None,)
    checked = tuple(hook for hook in given if isinstance(hook, Hooks))
    if len(checked) != len(given):
        raise TypeError("hooks must be a Hooks or a list of Hooks")
    return checked


def user_agent(http_library: str) -> str:
    """The User-Agent header."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"beeper-sdk-python/{__version__} python/{python} {http_library}"
