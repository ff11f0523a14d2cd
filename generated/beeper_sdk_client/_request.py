# @generated


from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike
from typing import IO, TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from ._decoding import Decoder, ResponseLike
    from ._files import SentFile
    from ._model import Report

T = TypeVar("T")

Effect: TypeAlias = Literal["read", "idempotent", "once"]
"""What repeating a call does: nothing (read), nothing further (idempotent), or the same thing again (once)."""
Auth: TypeAlias = Literal["required", "optional", "none"]
Pairs: TypeAlias = tuple[tuple[str, str], ...]
FileContent: TypeAlias = str | PathLike[str] | bytes | bytearray | memoryview | IO[bytes]
"""A path, bytes, or a file open for reading bytes."""
FileLike: TypeAlias = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A path, bytes, a file open for reading bytes, or ``(file name, one of these[, content type])``."""
Upload: TypeAlias = bytes | IO[bytes] | tuple[str, bytes | IO[bytes]] | tuple[str, bytes | IO[bytes], str]
"""A file as the HTTP library accepts it."""


class Operation(Generic[T]):
    """An operation of the API.

    Args:
        name: Its path of names, as in ``beeper.chats.list``: ``chats.list``.
        method: The HTTP method.
        template: The path with its parameters unfilled, safe to log: ``/v1/chats/{chatID}``.
        effect: What repeating a call does.
        auth: Whether a token is required, optional or never sent.
        decoder: Converts a response to the result of a call.
        final: Statuses that are never retried, as the result would be the same.
        stream: Whether the response can be streamed.
    """

    __slots__ = ("auth", "decoder", "effect", "final", "method", "name", "stream", "template")

    def __init__(
        self,
        name: str,
        method: str,
        template: str,
        effect: Effect,
        auth: Auth,
        decoder: Decoder[T],
        *,
        final: frozenset[int] = frozenset(),
        stream: bool = False,
    ) -> None:
        self.name: str = name
        self.method: str = method
        self.template: str = template
        self.effect: Effect = effect
        self.auth: Auth = auth
        self.decoder: Decoder[T] = decoder
        self.final: frozenset[int] = final
        self.stream: bool = stream

    def __repr__(self) -> str:
        return f"<Operation {self.name} {self.method} {self.template}, {self.effect}>"


class JsonBody:
    """A JSON request body."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value: object = value


class FormBody:
    """A body of ``application/x-www-form-urlencoded``."""

    __slots__ = ("fields",)

    def __init__(self, fields: Pairs) -> None:
        self.fields: Pairs = fields


class FileProblem(OSError):
    """Why a file cannot be sent. The text does not contain its path."""


class MultipartBody:
    """A body of ``multipart/form-data``; the HTTP library chooses the boundary."""

    __slots__ = ("fields", "files", "report")

    def __init__(self, files: Mapping[str, Upload], fields: Pairs = ()) -> None:
        self.files: Mapping[str, Upload] = files
        self.fields: Pairs = fields
        self.report: Callable[[], None] | None = None
        """Called whenever a piece of the body was sent, in the thread that sends it."""

    def rewind(self) -> None:
        """Open and rewind the files, before they are sent. Raises OSError, FileProblem if they cannot be."""
        for file in self._files():
            file.seek(0)

    def release(self) -> None:
        """Close the files of paths, even if an error is kept that refers to them. They can be sent again."""
        for file in self._files():
            file.release()

    @property
    def can_repeat(self) -> bool:
        """Whether the files can be sent, from their start."""
        return all(file.can_repeat for file in self._files())

    @property
    def may_block(self) -> bool:
        """Whether reading a file may take long."""
        return any(file.may_block for file in self._files())

    def _files(self) -> list[SentFile]:
        from ._files import SentFile

        contents = [file[1] if isinstance(file, tuple) else file for file in self.files.values()]
        return [content for content in contents if isinstance(content, SentFile)]


Body: TypeAlias = JsonBody | FormBody | MultipartBody


class Request(Generic[T]):
    """One call of an operation. `path` is percent-encoded.

    If `matches_nothing` is true, an argument that selects what is returned is an empty list. Then the request must not
    be sent, as the server would return everything: the result is `nothing`.
    """

    __slots__ = ("body", "headers", "matches_nothing", "operation", "path", "query")

    def __init__(
        self,
        operation: Operation[T],
        path: str,
        *,
        query: Pairs = (),
        headers: Pairs = (),
        body: Body | None = None,
        matches_nothing: bool = False,
    ) -> None:
        self.operation: Operation[T] = operation
        """What is the same for every call: its name, method and effect."""
        self.path: str = path
        """The path, percent-encoded: ``/v1/chats/%21bob%3Abeeper.local``."""
        self.query: Pairs = query
        """The pairs of the query, not encoded yet."""
        self.headers: Pairs = headers
        """The headers that belong to the arguments. The token is not among them."""
        self.body: Body | None = body
        """The body; None without one."""
        self.matches_nothing: bool = matches_nothing
        """Whether the request must not be sent, because its result is `nothing`."""

    def nothing(self) -> T:
        """The result if nothing matches: a page without items."""
        from ._decoding import NOTHING

        return self.decode(NOTHING)

    def decode(self, response: ResponseLike, *, strict: bool = False, report: Report | None = None) -> T:
        """The result of the call. Raises DecodeError if the response has another shape than documented.

        Args:
            response: The response.
            strict: Also raise for scalars of another type, and inside of the items of a list. By default these are read
                as far as possible (`Model.missing_fields`).
            report: Called with the JSON path of each part of an item that could not be read, and the problem.
        """
        if strict:
            self.operation.decoder.verify(response)
        return self.operation.decoder(response, report)

    def with_query(self, **pairs: str) -> Request[T]:
        """The same call with these query pairs, which replace those of the same names.

        Args:
            pairs: Names of the API and their values, not encoded.
        """
        kept = tuple(pair for pair in self.query if pair[0] not in pairs)
        query = kept + tuple(pairs.items())
        return Request(
            self.operation,
            self.path,
            query=query,
            headers=self.headers,
            body=self.body,
            matches_nothing=self.matches_nothing,
        )

    def __repr__(self) -> str:
        return f"<Request {self.operation.name} {self.operation.method} {self.operation.template}>"
