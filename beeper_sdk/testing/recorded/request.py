"""One recorded request."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from ..._core.util.override import override
from ..wire.forms import read_form
from ..wire.requests import path_params

MAX_BODY = 1 << 20
"""Bytes of the largest body that is kept."""


class Headers(Mapping[str, str]):
    """The headers of a request, by name in any case; of a repeated header, the last one."""

    __slots__ = ("_values",)

    def __init__(self, _values: dict[str, str]) -> None:
        self._values = _values

    @override
    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    @override
    def __len__(self) -> int:
        return len(self._values)

    @override
    def __repr__(self) -> str:
        return f"<Headers {', '.join(self._values)}>"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RecordedRequest:
    """A request that the fake server received, without tokens.

    Tokens, cookies and authorization codes are replaced by ``***`` in headers, query and body; other contents are as
    received. The repr shows none of them.
    """

    method: str
    """The HTTP method."""
    operation: str
    """Name of the operation, e.g. ``chats.list``; empty if no operation matches."""
    template: str
    """Path template, e.g. ``/v1/chats/{chatID}``; empty if no operation matches."""
    path: str
    """Path as received, percent-encoded."""
    query: str
    """Query as received, percent-encoded."""
    headers: Headers
    """The headers, by name in any case."""
    host: str
    """The ``Host`` header; empty without one."""
    has_token: bool
    """Whether it had a token, valid or not."""
    effect: str = "read"
    """What repeating it does: ``read``, ``idempotent`` or ``once``."""
    fingerprint: str = ""
    """Equal for equal requests with equal bodies; empty until, and unless, the body is complete."""
    happened: bool = False
    """Whether the operation was performed, whatever response a quirk or a rule of `FakeBeeper.fail` sent."""
    status: int | None = None
    """Status of the response, after all quirks; None if none was sent."""
    body: bytes | None = None
    """The body. None if it is larger than 1 MiB, if it did not arrive whole, or if later bodies needed its memory."""

    @property
    def path_params(self) -> dict[str, str]:
        """The arguments in the path, decoded: ``{"chatID": "!bob:beeper.local"}``."""
        return path_params(self.template, self.path)

    @property
    def params(self) -> dict[str, list[str]]:
        """The parameters of the query, decoded: ``{"limit": ["20"]}``."""
        return parse_qs(self.query, keep_blank_values=True)

    @property
    def json(self) -> Any:
        """The body as JSON; None if it is empty.

        Raises:
            ValueError: The body is not JSON, or was not kept (see `body`).
        """
        body = self._kept()
        try:
            return json.loads(body) if body else None
        except ValueError:
            raise ValueError(f"the body of this {self._title} request is not JSON; see its form or body") from None

    @property
    def form(self) -> dict[str, list[str | bytes]]:
        """The fields of a form: strings, and the contents of files as bytes. Empty if the body is not a form.

        Raises:
            ValueError: The body was not kept (see `body`).
        """
        return read_form(self.headers.get("content-type", ""), self._kept())

    def _kept(self) -> bytes:
        if self.body is None:
            raise ValueError(f"the body of this {self._title} request is incomplete, or too large to be kept")
        return self.body

    @property
    def _title(self) -> str:
        return self.operation or self.method

    @override
    def __repr__(self) -> str:
        what = f"{self.operation}, {self.method} {self.template}" if self.operation else f"{self.method}, no operation"
        return f"<RecordedRequest {what}, {self.status}>"
