"""JSON bodies with long strings: uploads in base64, of up to 750 MB."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

_PART = 2**16
"""Characters that are encoded at once."""


class LongJson:
    """A JSON object that is encoded in pieces whenever it is iterated."""

    def __init__(self, value: Mapping[str, object]) -> None:
        """Raises ValueError for infinity and NaN."""
        self._value = value
        self._size = sum(map(len, self))

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[bytes]:
        before = b"{"
        for name, item in self._value.items():
            yield before + _encode(name) + b":"
            if isinstance(item, str) and len(item) > _PART:
                yield b'"'
                for start in range(0, len(item), _PART):
                    yield _encode(item[start : start + _PART])[1:-1]
                yield b'"'
            else:
                yield _encode(item)
            before = b","
        yield b"}"


def _encode(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()
