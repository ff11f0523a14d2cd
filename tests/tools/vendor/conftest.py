"""One service with a copy for the tests that only use it, and a Beeper it talks to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.tools.vendor import hosts


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source root of a service. Not to be changed."""
    root = tmp_path_factory.mktemp("a service") / "src"
    hosts.host(root)
    return root


@pytest.fixture(scope="session")
def without_v0(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a copy that has no v0."""
    root = tmp_path_factory.mktemp("another service") / "src"
    hosts.host(root, without=("v0",))
    return root


@pytest.fixture(scope="session")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hosts.bare_python(tmp_path_factory.mktemp("bare") / "env")


@pytest.fixture
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper() as beeper:
        yield beeper
