# @generated


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
        except (
            ValueError
        ):  # a lone surrogate, from JavaScript truncating a string: only the standard library accepts it
            return json.loads(content)

    return read


loads: Callable[[bytes], Any] = _choose()
