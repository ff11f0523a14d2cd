"""Fixtures of all tests: the stand-in's own plugin, as a user of the SDK has it. And how properties are tried."""

import os

from hypothesis import settings

pytest_plugins = ["beeper_sdk.testing.plugin"]

# No deadline: a busy machine is no fault of the code. In CI the same examples each time, so that red means changed.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")
