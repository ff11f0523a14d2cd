"""Fixtures of all tests: the stand-in's own plugin, as a user of the SDK has it."""

pytest_plugins = ["beeper_sdk.testing.plugin"]
