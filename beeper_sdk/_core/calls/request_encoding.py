"""From a call to what goes over the wire: address, headers and body, without any HTTP library."""

from __future__ import annotations

import json
from hashlib import sha256
from urllib.parse import quote, urlencode

from ..config.settings import Settings
from ..generated import AnyRequest, contract

_JSON = (("Content-Type", "application/json"),)
_FORM = (("Content-Type", "application/x-www-form-urlencoded"),)
_PLAIN = (("Accept", "application/json"), ("Accept-Encoding", "gzip, deflate"))
_FILE = (("Accept", "*/*"), ("Accept-Encoding", "identity"))
"""Files are sent as they are: packing pictures again only costs time, and lengths and ranges stay true."""


class HttpRequest:
    """What is sent, in full. It holds the token, and so shows nothing of itself."""

    __slots__ = ("content", "headers", "method", "multipart", "url")

    def __init__(
        self,
        method: str,
        url: str,
        headers: list[tuple[str, str]],
        content: bytes | None,
        multipart: contract.MultipartBody | None,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.content = content
        self.multipart = multipart


def encode_request(request: AnyRequest, settings: Settings, agent: str, token: str | None) -> HttpRequest:
    """What to send for a call."""
    operation = request.operation
    url = settings.base_url + request.path
    if request.query:
        url += "?" + urlencode(request.query, quote_via=quote)
    headers = [("User-Agent", agent), *(_FILE if operation.stream else _PLAIN)]
    body, content, multipart = request.body, None, None
    if isinstance(body, contract.JsonBody):
        content = json_bytes(body.value)
        headers += _JSON
    elif isinstance(body, contract.FormBody):
        content = urlencode(body.fields).encode()
        headers += _FORM
    elif body is not None:
        multipart = body
    if settings.headers or request.headers:
        headers = _merged(headers, settings.headers, request.headers)
    if token is not None:
        headers.append(("Authorization", f"Bearer {token}"))
    return HttpRequest(operation.method, url, headers, content, multipart)


def _merged(*layers: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Headers of all layers; a later one replaces an earlier of the same name."""
    merged = {name.lower(): (name, value) for layer in layers for name, value in layer}
    return list(merged.values())


def json_bytes(value: object) -> bytes:
    """JSON text of an argument, in ASCII. Raises ValueError for infinity and what is not a number."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()


def fingerprint(out: HttpRequest) -> str:
    """Tells calls apart without saying what is in them: 16 hex digits over method, path, query and body.

    And over the token: who does not have it cannot try texts until one fits."""
    token = dict(out.headers).get("Authorization", "")
    digest = sha256(f"{token}\n{out.method} {out.url}\n".encode())
    digest.update(out.content or b"")
    if out.multipart is not None:
        for name, file in sorted(out.multipart.files.items()):
            content = file[1] if isinstance(file, tuple) else file
            digest.update(name.encode() + (content if isinstance(content, bytes) else b""))
        digest.update(repr(sorted(out.multipart.fields)).encode())
    return digest.hexdigest()[:16]
