"""The JSON reader: orjson where it is installed (the extra ``fast``), else the standard library's.

Imported at the first answer, so that a program that sends nothing pays for neither.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any


def _choose() -> Callable[[bytes], Any]:
    if find_spec("orjson") is None:
        return json.loads
    import orjson

    fast = orjson.loads

    def read(content: bytes) -> Any:
        try:
            return fast(content)
        except ValueError:  # half an emoji, as JavaScript cuts texts: only the standard library reads it
            return json.loads(content)

    return read


loads: Callable[[bytes], Any] = _choose()
