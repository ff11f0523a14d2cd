"""Encodes a request as the bytes that are sent first, and the pieces that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ..._core.calls.request_encoding import HttpRequest
from ..._core.generated import contract
from ..._core.util.override import override
from ..request_body import PIECE, FormBody, RequestBody, file_error, in_thread
from .server import Server

_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


class EncodedRequest(NamedTuple):
    """A request that is ready to be sent."""

    first: bytes
    """The head, and a small body."""
    rest: RequestBody | None
    """A larger body, in pieces."""


class ChunkedBody(RequestBody):
    """A body of unknown length. Its last chunk is sent only after the whole body."""

    def __init__(self, body: RequestBody) -> None:
        super().__init__(body)
        self.may_block = body.may_block
        self.report, body.report = body.report, None  # this body is iterated where the pieces are sent

    @override
    def read(self) -> Iterator[bytes]:
        for piece in super().read():
            if piece:  # an empty chunk would be the last
                yield b"%x\r\n%b\r\n" % (len(piece), piece)
        yield b"0\r\n\r\n"


def encode(request: HttpRequest, server: Server, start_step: Callable[[], None]) -> EncodedRequest:
    """Encode a request. Raises InvalidRequest, FileError."""
    content, form = request.content, request.multipart
    if form is not None:
        headers, body = _encode_form(form, start_step)
        return EncodedRequest(server.encode_head(request, headers), body)
    if content is None:
        empty = (("Content-Length", "0"),) if request.method in _WITH_BODY else ()
        return EncodedRequest(server.encode_head(request, empty), None)
    head = server.encode_head(request, (("Content-Length", str(len(content))),))
    if isinstance(content, bytes) and len(content) <= PIECE:
        return EncodedRequest(head + content, None)  # one packet, which the server reads at once
    return EncodedRequest(head, RequestBody(content))


async def async_encode(request: HttpRequest, server: Server, start_step: Callable[[], None]) -> EncodedRequest:
    """The same. Files are opened in a thread."""
    if request.multipart is not None and request.multipart.may_block:
        return await in_thread(encode, request, server, start_step)
    return encode(request, server, start_step)


def _encode_form(
    form: contract.MultipartBody, start_step: Callable[[], None]
) -> tuple[Iterable[tuple[str, str]], RequestBody]:
    """The headers and the body of a form, as httpx encodes it. Raises FileError."""
    from ..forms import encode as encode_form  # imports httpx

    try:
        encoded = encode_form(form)
    except Exception as error:  # noqa: BLE001 - a file object of the user may raise anything
        raise file_error(error, sent=False) from None
    body = FormBody(form, encoded.pieces, encoded.size, start_step)
    return encoded.headers, body if encoded.size is not None else ChunkedBody(body)
