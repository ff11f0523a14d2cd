"""What browsers need of a server and servers demand of browsers: CORS headers for local origins, and the same origin.

Choices where nothing is known of the app: a local origin is any of this machine, whatever its port; the headers that
may be sent are those of the API; a preflight is answered with 204 and is valid for ten minutes.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from ..._core.util.urls import is_loopback_address
from ..wire.errors import Refused
from ..wire.requests import Call, ServerResponse
from ..wire.spec import Version

SAME_ORIGIN_SINCE: Version = (4, 3, 57)
_SAME_ORIGIN = {"oauth.register", "oauth.token", "oauth.introspect", "oauth.revoke"}
"""Operations that refuse pages of other origins in newer apps. Programs that are no browsers send no Origin."""
_HEADERS = "authorization, content-type, range, if-none-match"
_EXPOSED = "x-beeper-desktop-version, content-range, retry-after"


def _local_origin(call: Call) -> str | None:
    """The origin of a page of this machine that sent a request."""
    origin = call.headers.get("origin", "")
    try:
        parts = urlsplit(origin)
        host = parts.hostname or ""
    except ValueError:
        return None
    local = host == "localhost" or is_loopback_address(host)
    return origin if local and parts.scheme in ("http", "https") else None


def headers(call: Call) -> tuple[tuple[str, str], ...]:
    """The CORS headers of a response; none for requests that no page of this machine sent."""
    origin = _local_origin(call)
    if origin is None:
        return ()
    return (
        ("access-control-allow-origin", origin),
        ("access-control-expose-headers", _EXPOSED),
        ("vary", "Origin"),
    )


def preflight(call: Call, methods: tuple[str, ...]) -> ServerResponse | None:
    """The response to a preflight of a page of this machine; None for any other request."""
    if call.method != "OPTIONS" or "access-control-request-method" not in call.headers or not methods:
        return None
    origin = _local_origin(call)
    if origin is None:
        return None
    allowed = ("access-control-allow-methods", ", ".join(methods))
    return ServerResponse(
        204, (allowed, ("access-control-allow-headers", _HEADERS), ("access-control-max-age", "600")), b""
    )


def check_origin(call: Call, version: Version) -> None:
    """Raise Refused, 403, if a page of another origin requests what only the consent page may."""
    origin, own = call.headers.get("origin"), f"http://{call.headers.get('host', '')}"
    if origin is not None and origin != own and version >= SAME_ORIGIN_SINCE and call.name in _SAME_ORIGIN:
        raise Refused(403, "Requests from other origins are not allowed", code="access_denied")
