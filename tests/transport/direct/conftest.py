"""Nothing is left behind by any test of the direct transport."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.left_behind import nothing_left_behind


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.node.path.name == "test_uploads.py":  # trio keeps the threads that read files for ten seconds
        yield
        return
    gc.collect()
    gc.freeze()
    with nothing_left_behind():
        yield
