"""Runs test files inside this process, as users of the plugin do in theirs."""

from __future__ import annotations

import pytest
from _pytest.pytester import SysModulesSnapshot

# xdist and hypothesis are not the subject, and start slowly.
PLUGINS = ("-p", "beeper_sdk.testing.plugin", "-p", "no:xdist", "-p", "no:hypothesispytest", "-p", "no:cacheprovider")


def run_inside(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    """Run the tests of the folder of `pytester`."""
    # Otherwise modules that are imported for the first time in the run are imported a second time after it: then there
    # are two classes of each name.
    keep = SysModulesSnapshot(preserve=lambda name: not name.startswith("test_"))
    with pytest.MonkeyPatch.context() as patch:
        pytester._sys_modules_snapshot = keep
        patch.setattr(pytester, "_Pytester__take_sys_modules_snapshot", lambda: keep)
        return pytester.runpytest_inprocess(*PLUGINS, *options)
