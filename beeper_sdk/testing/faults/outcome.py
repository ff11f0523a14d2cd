"""What a rule of ``fail`` does to a request: its arguments, checked, and the response that they make."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from ..._core.util.override import override
from ..._core.util.validation import (
    check_count,
    check_flags,
    check_kind,
    check_seconds,
    check_text,
    is_number,
    wrong_type,
)
from ..wire.errors import Refused, envelope, family_of
from ..wire.json_values import dumps
from ..wire.requests import Call, ServerResponse
from ..wire.spec import V1, Version

_OWN_HEADERS = {"content-length", "transfer-encoding", "connection"}
"""Headers that follow from the body, or from what happens to the connection."""


_NAME = re.compile(r"[!#$%&'*+.^_`|~\w-]+", re.ASCII)
"""The name of a header (RFC 9110)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happens to a request. Without a status, the server's own response is sent, or none."""

    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    """None for the error body of the API version of the request, if the status is one of an error."""
    performed: bool = False
    hang: bool = False
    disconnect: bool = False
    cut_after: int | None = None
    delay: float | None = None

    @override
    def __str__(self) -> str:
        chosen = {name: getattr(self, name) for name in ("status", "hang", "disconnect", "cut_after", "delay")}
        return ", ".join(
            f"{name}={value}" for name, value in chosen.items() if value is not None and value is not False
        )

    @property
    def replaces(self) -> bool:
        """Whether the server's own response is not sent."""
        return self.status is not None or self.hang or self.disconnect

    def response(self, call: Call, version: Version | None) -> ServerResponse:
        """The response in place of the server's own one."""
        status = self.status or 503
        body, headers = self.body, self.headers
        if body is None and status >= 400:
            family = family_of(call.path)
            if family == "v1" and version is not None and version < V1:
                family = "v0"
            body = dumps(envelope(Refused(status, _phrase(status)), family))
            headers = _with_type(headers, "application/json; charset=utf-8")
        return ServerResponse(status, headers, body or b"", silent=self.hang, closes=self.disconnect)

    def cut(self, answer: ServerResponse) -> ServerResponse:
        """A response that ends early; the same one if its body is not longer."""
        if self.cut_after is None or answer.size <= self.cut_after:
            return answer
        return replace(answer, cut_after=self.cut_after)


def outcome(
    *,
    status: int | None,
    headers: Mapping[str, str] | None,
    body: object,
    performed: bool,
    hang: bool,
    disconnect: bool,
    cut_after: int | None,
    delay: float,
) -> Outcome:
    """The outcome of these arguments of ``fail``.

    Raises:
        ValueError, TypeError: An argument is invalid, or excludes another one.
    """
    check_flags(performed=performed, hang=hang, disconnect=disconnect)
    check_seconds("delay", delay, zero=True)
    if cut_after is not None:
        check_count("cut_after", cut_after, 0)
    if status is not None:
        check_count("status", status, 200, 599)
    responds = status is not None or body is not None or headers is not None
    if hang + disconnect + (responds or cut_after is not None) > 1:
        raise ValueError("hang, disconnect and a response (status, headers, body, cut_after) exclude each other")
    if body is not None and status is None:
        status = 200
    if not (status or headers or hang or disconnect or delay or cut_after is not None):
        status = 500
    if headers is not None and status is None:
        raise ValueError("headers requires status or body")
    if body is not None and status in (204, 304):
        raise ValueError(f"body must be omitted with status {status}")
    if performed and not (status or hang or disconnect):
        raise ValueError("performed requires status, body, hang or disconnect; otherwise every request is performed")
    pairs, content = _checked(headers or {}), None if body is None else _content(body)
    if content is not None:
        pairs = _with_type(pairs, content[1])
    return Outcome(
        status=status,
        headers=pairs,
        body=None if content is None else content[0],
        performed=performed,
        hang=hang,
        disconnect=disconnect,
        cut_after=cut_after,
        delay=float(delay) or None,
    )


def _checked(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    check_kind("headers", headers, Mapping, "a dict of strings")
    for name, value in headers.items():
        check_text("each name of headers", name)
        check_text("each value of headers", value)
        if name.lower() in _OWN_HEADERS:
            raise ValueError(f"headers must not contain {name}, which the server sends itself")
        if not (name + value).isprintable() or not (name + value).isascii():
            raise ValueError("headers must contain printable ASCII characters only")
        if not _NAME.fullmatch(name):
            raise ValueError("each name of headers must be letters, digits and dashes, such as Retry-After")
        if value != value.strip():
            raise ValueError(f"the value of the header {name} must not begin or end with a space")
    return tuple((name.lower(), value) for name, value in headers.items())


def _content(body: object) -> tuple[bytes, str]:
    """A body and its content type."""
    if isinstance(body, bytes):
        return body, "application/octet-stream"
    if isinstance(body, str):
        return body.encode(), "text/plain; charset=utf-8"
    check_kind("body", body, dict | list, "a dict, list, str or bytes")
    try:
        json.dumps(body, allow_nan=False)
        return dumps(body), "application/json; charset=utf-8"
    except (TypeError, ValueError, RecursionError):
        raise TypeError("body must contain JSON values only, not nested too deeply") from None


def _with_type(headers: tuple[tuple[str, str], ...], content_type: str) -> tuple[tuple[str, str], ...]:
    given = any(name == "content-type" for name, _ in headers)
    return headers if given else (("content-type", content_type), *headers)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown error"


def check_probability(source: str, value: object) -> None:
    """Check a probability: greater than 0 and at most 1. Raises ValueError, TypeError."""
    if not is_number(value):
        raise wrong_type(source, "a number", value)
    if not 0 < value <= 1:
        raise ValueError(f"{source} must be greater than 0 and at most 1")
