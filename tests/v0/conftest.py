"""Fixtures of the tests of v0: those of the tests of older apps, and warnings as most programs have them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.core.compat.conftest import Fakes, fakes, kind

__all__ = ["fakes", "kind"]


@pytest.fixture(scope="module")
def shared_fakes() -> Iterator[Fakes]:
    """As `fakes`, but one server of each version for all tests of a module that ask for it: for calls whose outcome is
    the same whatever was called before. Starting a server takes ten times as long as such a call."""
    running: dict[str, FakeBeeper] = {}

    def start(version: str) -> FakeBeeper:
        if version not in running:
            running[version] = FakeBeeper(version=version).start()
        return running[version]

    yield start
    for fake in running.values():
        fake.stop()


@pytest.fixture(autouse=True)
def _warned() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield
