"""Running the programs of examples/ as in a shell, and what they did to a FakeBeeper."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples"


def run(monkeypatch: pytest.MonkeyPatch, name: str, *arguments: str) -> None:
    """Run a program in this process."""
    monkeypatch.setattr(sys, "argv", [f"{name}.py", *arguments])
    runpy.run_path(str(FOLDER / f"{name}.py"), run_name="__main__")


def command(name: str, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The command that runs it in a process of its own, and the environment."""
    paths = os.pathsep.join(str(ROOT / folder) for folder in (".", "generated"))
    return [sys.executable, str(FOLDER / f"{name}.py"), *arguments], {**os.environ, "PYTHONPATH": paths}


def use(fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the programs find this Beeper."""
    monkeypatch.setenv("BEEPER_BASE_URL", fake.url)
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)


def chat_named(fake: FakeBeeper, title: str) -> str:
    """The ID of the only chat with this title."""
    (chat_id,) = (chat["id"] for chat in fake.world.chats() if chat["title"] == title)
    return str(chat_id)


def writes(fake: FakeBeeper) -> list[str | None]:
    """The operations that were called and are no reads."""
    return [request.operation for request in fake.requests if request.method != "GET"]
