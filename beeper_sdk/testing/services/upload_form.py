"""Reads the form of an upload. A file is stored while it is received: it is written once, and never in memory."""

from __future__ import annotations

import codecs
from collections.abc import AsyncIterable
from contextlib import ExitStack
from typing import Self

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from ..wire.errors import Refused
from ..world.contents import Contents
from ..world.folder import IN_MEMORY, Incoming
from ..world.seed.media import MediaStore

_MOST_PARTS = 1000
"""How many files, and how many other fields, a form can have."""


class Part:
    """A field or a file of a form."""

    def __init__(self, incoming: Incoming, charset: str) -> None:
        self._incoming, self._charset = incoming, charset
        self._headers: dict[bytes, bytes] = {}
        self._size = 0
        self.name: str = ""
        self.file_name: str | None = None
        """The name of the file; None for a field that is not a file."""

    def add_header(self, name: bytes, value: bytes) -> None:
        """Add a header; of a repeated one the first counts."""
        self._headers.setdefault(name.lower(), value)

    def begin(self) -> None:
        """Read the headers, which are complete. Raises Refused."""
        options = parse_options_header(self._headers.get(b"content-disposition"))[1]
        if b"name" not in options:
            raise Refused(400, 'The Content-Disposition header field "name" must be provided.')
        self.name = self._decoded(options[b"name"])
        if b"filename" in options:
            self.file_name = self._decoded(options[b"filename"])

    def add(self, data: memoryview) -> None:
        """Add bytes. Raises Refused, and OSError."""
        self._size += len(data)
        if self.file_name is None and self._size > IN_MEMORY:
            raise Refused(400, f"Part exceeded maximum size of {IN_MEMORY // 1024}KB.")
        self._incoming.write(data)

    @property
    def media_type(self) -> str | None:
        """The type that the sender gives for a file, as it is."""
        found = self._headers.get(b"content-type")
        return None if found is None or self.file_name is None else found.decode("latin-1")

    @property
    def size(self) -> int:
        """The number of bytes."""
        return self._size

    @property
    def text(self) -> str:
        """The value of a field."""
        return self._decoded(self._incoming.finish().read())

    def contents(self) -> Contents:
        """The bytes, to be kept after the form was read. Raises OSError."""
        return self._incoming.finish()

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode(self._charset)
        except UnicodeDecodeError:
            return data.decode("latin-1")


class UploadForm:
    """The parts of a form by name, the last of each name. What is not kept is removed when the block ends."""

    def __init__(self, content_type: str, media: MediaStore) -> None:
        self._kind, self._options = parse_options_header(content_type)
        self._media, self._open = media, ExitStack()
        self._charset = _charset(self._options.get(b"charset", b"utf-8"))
        self._parts: dict[str, Part] = {}
        self._counts = {True: 0, False: 0}
        self._header = [b"", b""]
        self._part: Part

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._open.close()

    async def read(self, stream: AsyncIterable[bytes]) -> dict[str, Part]:
        """The parts of the form that a body is. Raises Refused, and OSError."""
        if self._kind != b"multipart/form-data":
            return {}
        if b"boundary" not in self._options:
            raise Refused(400, "Missing boundary in multipart.")
        try:
            parser = MultipartParser(
                self._options[b"boundary"],
                {
                    "on_part_begin": self._begin,
                    "on_header_field": lambda data, start, end: self._add_header(0, data[start:end]),
                    "on_header_value": lambda data, start, end: self._add_header(1, data[start:end]),
                    "on_header_end": self._end_header,
                    "on_headers_finished": self._end_headers,
                    "on_part_data": lambda data, start, end: self._part.add(memoryview(data)[start:end]),
                    "on_part_end": self._end,
                },
            )
            async for data in stream:
                parser.write(data)
            parser.finalize()
        except FormParserError:
            raise Refused(400, "Invalid multipart data.") from None
        return self._parts

    def _begin(self) -> None:
        self._part = Part(self._open.enter_context(self._media.incoming()), self._charset)

    def _add_header(self, place: int, data: bytes) -> None:
        self._header[place] += data

    def _end_header(self) -> None:
        self._part.add_header(*self._header)
        self._header = [b"", b""]

    def _end_headers(self) -> None:
        self._part.begin()
        is_file = self._part.file_name is not None
        self._counts[is_file] += 1
        if self._counts[is_file] > _MOST_PARTS:
            kind = "files" if is_file else "fields"
            raise Refused(400, f"Too many {kind}. Maximum number of {kind} is {_MOST_PARTS}.")

    def _end(self) -> None:
        self._parts[self._part.name] = self._part


def _charset(name: bytes) -> str:
    try:
        return codecs.lookup(name.decode("latin-1")).name
    except LookupError:
        return "latin-1"
