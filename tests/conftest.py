"""Fixtures of all tests: the stand-in's own plugin, as a user of the SDK has it. And how properties are tried."""

import os
import tempfile

import pytest
from hypothesis import settings

# Before any test imports them: what they assert should tell what was found.
pytest.register_assert_rewrite("tests.loopback.stories", "tests.loopback.stage")
pytest_plugins = ["beeper_sdk.testing.plugin"]

# A developer's own log-in never reaches a test: where tokens would be kept, there is nothing.
os.environ["BEEPER_TOKEN_FILE"] = f"{tempfile.gettempdir()}/no-beeper-tokens-of-{os.getpid()}/tokens.json"

# No deadline: a busy machine is no fault of the code. In CI the same examples each time, so that red means changed.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-pins", action="store_true", help="rewrite surface.txt, requests.txt and the like")


@pytest.fixture
def update_pins(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-pins"))
