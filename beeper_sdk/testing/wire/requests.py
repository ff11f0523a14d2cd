"""A request and its response inside the fake server."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from ..._core.util.validation import check_text
from .file_part import FilePart
from .spec import Operation, operation_names


@dataclass(frozen=True, slots=True)
class Call:
    """A request as the middleware sees it."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    operation: Operation | None
    applied: set[object] = field(default_factory=set[object], compare=False, repr=False)
    """The quirks that applied to this request: one that applies in two places counts once."""
    token: str | None = field(init=False, compare=False, repr=False)
    """The bearer token, if there is one."""

    def __post_init__(self) -> None:
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        object.__setattr__(self, "token", token.strip() or None if scheme.lower() == "bearer" else None)

    @property
    def name(self) -> str:
        """The name of the operation, e.g. ``messages.send``; empty if no operation matches."""
        return "" if self.operation is None else self.operation.name

    @property
    def operation_id(self) -> str:
        """The operationId, e.g. ``messages_send``; empty if no operation matches."""
        return "" if self.operation is None else self.operation.id

    @property
    def path_params(self) -> dict[str, str]:
        """The arguments in the path, decoded."""
        return {} if self.operation is None else path_params(self.operation.template, self.path)


def path_params(template: str, path: str) -> dict[str, str]:
    """The arguments in a percent-encoded path, decoded."""
    parts = zip(template.split("/"), path.split("/"), strict=False)
    return {name[1:-1]: unquote(part) for name, part in parts if name.startswith("{")}


def check_operation(name: str) -> str:
    """The name of an operation (``chats.list``), which may be given as its operationId (``chats_list``).

    Raises:
        ValueError, TypeError: There is no such operation. The message suggests similar names.
    """
    known = operation_names()
    found = known.get(check_text("operation", name), name)
    if found not in known.values():
        from ..._core.compat import version_table

        version_table.check_operation(name)
    return found


@dataclass(frozen=True, slots=True)
class ServerResponse:
    """A complete response, before it is sent."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    cut_after: int | None = None
    """Close the connection after this many bytes of the body."""
    silent: bool = False
    """Never send it; keep the connection open until one side gives up."""
    closes: bool = False
    """Close the connection instead of sending it."""
    delay: float = 0.0
    """Seconds before it is sent."""
    file: FilePart | None = None
    """What is sent as the body in place of `body`, which is empty then."""

    @property
    def says_done(self) -> bool:
        """Whether the response reports success."""
        return self.status < 300 and self.body.find(b'"success":false', 0, 1000) < 0

    @property
    def size(self) -> int:
        """Bytes of the body."""
        return len(self.body) if self.file is None else self.file.size

    def first(self, count: int) -> ServerResponse:
        """The response with the first bytes of its body only."""
        if self.file is None:
            return replace(self, body=self.body[:count])
        return replace(self, file=replace(self.file, high=min(self.file.high, self.file.low + count)))

    def header(self, name: str) -> str:
        """The value of a header, or an empty string."""
        return next((value for key, value in self.headers if key.lower() == name), "")


CURRENT: ContextVar[Call] = ContextVar("beeper_fake_call")
"""The current request, for handlers that need more than their arguments."""
