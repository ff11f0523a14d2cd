"""Compiles a mini-spec for a test, and forgets it afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from scripts.compiler.plan.plan import Plan
from tests.compiler.mini import Mini

Compile: TypeAlias = Callable[[dict[str, Any]], Mini]


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Compile]:
    """Compiles a spec. All its models have generated methods, not only those of the groups that programs use most."""
    monkeypatch.setattr(Plan, "common_operations", lambda plan: list(plan.operations))
    yield lambda document: Mini(tmp_path, document)
    if str(tmp_path) in sys.path:
        sys.path.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.startswith("mini_")]:
        del sys.modules[name]
