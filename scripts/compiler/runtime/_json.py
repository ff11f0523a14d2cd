"""The JSON reader: orjson where it is installed (the extra ``fast``), else the standard library's.

Imported at the first answer, so that a program that sends nothing pays for neither.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any


def _choose() -> Callable[[bytes], Any]:
    if find_spec("orjson") is not None:
        import orjson

        return orjson.loads
    import json

    return json.loads


loads: Callable[[bytes], Any] = _choose()
