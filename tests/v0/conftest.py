"""Fixtures of the tests of v0: those of the tests of older apps, and warnings as most programs have them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest

from tests.core.compat.conftest import fakes, kind

__all__ = ["fakes", "kind"]


@pytest.fixture(autouse=True)
def _warned() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield
