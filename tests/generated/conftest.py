"""The option that rewrites the pins, and how long the property tests may take."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "generated",
    deadline=None,  # the first example of a model imports it
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-pins", action="store_true", help="rewrite surface.txt and requests.txt")


@pytest.fixture
def update_pins(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-pins", default=False))
