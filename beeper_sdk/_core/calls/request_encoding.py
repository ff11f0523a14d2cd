"""Encodes a request as method, URL, headers and body, independently of the HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from ..config.settings import Settings
from ..generated import AnyRequest, base, contract

if TYPE_CHECKING:
    from .long_json import LongJson

_JSON = (("Content-Type", "application/json"),)
_FORM = (("Content-Type", "application/x-www-form-urlencoded"),)
_ACCEPT_JSON = (("Accept", "application/json"), ("Accept-Encoding", "gzip, deflate"))
_ACCEPT_ANY_FILE = (("Accept", "*/*"), ("Accept-Encoding", "identity"))
"""No compression for files: media files are compressed already, and without it Content-Length and ranges refer to the
bytes of the file."""


_LONG = 2**20
"""Characters of a string above which its JSON is encoded in pieces."""
MAX_TARGET = 15_000
"""Maximum length of path and query. The app is a Node.js server, which accepts 16 KiB of request line and headers."""


class HttpRequest:
    """An encoded request. Not an attrs class: its repr would show the token."""

    __slots__ = ("content", "headers", "method", "multipart", "queued", "url")

    def __init__(
        self,
        method: str,
        url: str,
        headers: list[tuple[str, str]],
        content: bytes | LongJson | None,
        multipart: contract.MultipartBody | None,
    ) -> None:
        self.method: str = method
        self.url: str = url
        self.headers: list[tuple[str, str]] = headers
        self.content: bytes | LongJson | None = content
        self.multipart: contract.MultipartBody | None = multipart
        self.queued: float = 0.0
        """Seconds that its last attempt waited until the client sent fewer calls than `MAX_CALLS`."""


def encode_request(request: AnyRequest, settings: Settings, user_agent: str, token: str | None) -> HttpRequest:
    """Encode a request. The token is sent in the Authorization header; None sends no such header."""
    operation = request.operation
    target = request.path
    if request.query:
        target += "?" + urlencode(request.query, quote_via=quote)
    if len(target) > MAX_TARGET:
        raise _too_long(request, len(target))
    url = settings.base_url + target
    headers = [("User-Agent", user_agent), *(_ACCEPT_ANY_FILE if operation.stream else _ACCEPT_JSON)]
    body, multipart = request.body, None
    content: bytes | LongJson | None = None
    if isinstance(body, contract.JsonBody):
        content = json_content(body.value)
        headers += _JSON
    elif isinstance(body, contract.FormBody):
        content = urlencode(body.fields).encode()
        headers += _FORM
    elif body is not None:
        multipart = body
    if settings.headers or request.headers:
        headers = _merged(headers, settings.headers, request.headers)
    # Appended last, not merged: no header of the user can replace it, or be sent in its place.
    if token is not None:
        headers.append(("Authorization", f"Bearer {token}"))
    return HttpRequest(operation.method, url, headers, content, multipart)


def _too_long(request: AnyRequest, length: int) -> ValueError:
    sizes: dict[str, int] = {}
    for name, value in request.query:
        sizes[name] = sizes.get(name, 0) + len(quote(value)) + len(name) + 2
    longest = max(sizes, key=lambda name: sizes[name], default="")
    part = f"the query parameter {longest}" if sizes.get(longest, 0) > len(request.path) else "the path"
    return ValueError(
        f"{request.operation.name} needs a URL of {length} characters, most of them in {part}; an app accepts "
        f"{MAX_TARGET}. Pass fewer or shorter values, in several calls if necessary"
    )


def _merged(*layers: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """The headers of all layers. A header in a later layer replaces one of the same name in an earlier layer."""
    merged = {name.lower(): (name, value) for layer in layers for name, value in layer}
    return list(merged.values())


def json_content(value: object) -> bytes | LongJson:
    """A value as JSON, in ASCII. Raises ValueError for infinity and NaN, which JSON cannot represent.

    It is encoded in pieces while it is sent if it has a long string: as a whole, it would be copied three times."""
    if base.is_object(value) and any(isinstance(item, str) and len(item) > _LONG for item in value.values()):
        from .long_json import LongJson

        return LongJson(value)
    from json import dumps  # 2 ms, and a program may send no body

    return dumps(value, separators=(",", ":"), allow_nan=False).encode()


def fingerprint(request: HttpRequest) -> str:
    """16 hex digits that identify a request without revealing it: a hash of token, method, URL and body.

    The token is included so that a short message text cannot be found by hashing candidates."""
    token = dict(request.headers).get("Authorization", "")
    from hashlib import sha256  # 2 ms, and only a few calls need it

    digest = sha256(f"{token}\n{request.method} {request.url}\n".encode())
    for piece in (request.content,) if isinstance(request.content, bytes) else request.content or ():
        digest.update(piece)
    if request.multipart is not None:
        for name, file in sorted(request.multipart.files.items()):
            content = file[1] if isinstance(file, tuple) else file
            digest.update(name.encode() + (content if isinstance(content, bytes) else b""))
        digest.update(repr(sorted(request.multipart.fields)).encode())
    return digest.hexdigest()[:16]
