"""The journal of a position file: one line of JSON for each write, so that a write costs O(change), not O(chats).

    {"version":1,"generation":"6f3c…"}
    [["chats","!a:b",{…}],["meta","cursor","…"]]

It belongs to the snapshot with the same generation. A process can be killed after it has replaced the snapshot and
before it has removed the journal: its lines must not be applied to the newer snapshot.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..util.regular_file import read_regular
from .position_data import VERSION, Record, decode_records, is_object, parse

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Journal:
    """A journal file. It is created by the first `append`.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number: int | None = None
        self.size: int = 0
        """Bytes of complete lines of this generation. Whatever follows them is cut off before the next line."""

    def read(self, generation: str | None) -> list[Record]:
        """The records of its lines. None if it belongs to another snapshot. An incomplete last line is not used: the
        process was killed while writing it.

        Raises:
            ValueError: a line is damaged. The message has its number, but not its contents.
            OSError: it cannot be read.
        """
        try:
            content = read_regular(self._path)
        except FileNotFoundError:
            return []
        lines = content.split(b"\n")
        rest = lines.pop()
        records: list[Record] = []
        for number, line in enumerate(lines, 1):
            try:
                if number > 1:
                    records += decode_records(line)
                elif _generation(line) != generation:
                    return []
            except ValueError as error:
                raise ValueError(f"line {number} {error}") from None
        self.size = len(content) - len(rest)
        return records

    def append(self, generation: str, line: str) -> None:
        """Append a line, with one call of the system. Raises OSError; call `cut` then."""
        if self._number is None:
            self._number = os.open(self._path, _FLAGS, 0o600)
            os.ftruncate(self._number, self.size)
        head = "" if self.size else f'{{"version":{VERSION},"generation":"{generation}"}}\n'
        content = f"{head}{line}\n".encode("ascii")
        if (written := os.write(self._number, content)) < len(content):
            # On a full disk a part is written. The next call says what the problem is, or completes the line.
            rest = memoryview(content)[written:]
            while rest:
                rest = rest[os.write(self._number, rest) :]
        self.size += len(content)

    def cut(self, size: int) -> None:
        """Remove what a failed `append` may have written. If this fails, the next one does it first."""
        self.size = size
        if self._number is not None:
            with suppress(OSError):
                os.ftruncate(self._number, size)
            self._close()

    def remove(self) -> None:
        """Remove all lines, and the file if possible."""
        self.size = 0
        self._close()
        with suppress(OSError):  # it is obsolete: a new generation is not read with it
            self._path.unlink()

    def _close(self) -> None:
        number, self._number = self._number, None
        if number is not None:
            with suppress(OSError):
                os.close(number)

    def close(self) -> None:
        """Close the file, and keep it."""
        self._close()


def _generation(line: bytes) -> str:
    head = parse(line)
    if not is_object(head) or not isinstance(generation := head.get("generation"), str):
        raise ValueError("is damaged")
    if head.get("version") != VERSION:
        raise ValueError("was written by a newer version of this SDK")
    return generation
