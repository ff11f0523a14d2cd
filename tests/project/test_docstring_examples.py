"""The examples in the docstrings of the clients run, in both forms."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from textwrap import indent
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from beeper_sdk.testing import FakeBeeper
from tests.project.test_dir import groups, public_names

FENCED = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def examples(client: str) -> Iterator[tuple[str, str]]:
    """The Python code in fences in a docstring, by the name of what it documents."""
    for path, value in groups(client):
        kind: Any = type(value)
        documented = {path: kind}
        documented |= {f"{path}.{name}": getattr(kind, name, None) for name in public_names(value)}
        for name, item in documented.items():
            for number, code in enumerate(FENCED.findall(inspect.getdoc(item) or "")):
                yield f"{name}, {number}", code


SYNC, ASYNC = dict(examples("Beeper")), dict(examples("AsyncBeeper"))


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeBeeper]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "garden.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "downloads").mkdir()
    with FakeBeeper(world="empty") as fake:
        fake.world.add_account("whatsapp")
        alice = fake.world.add_chat(people=["Alice"])
        fake.world.person("Alice").send(alice, "A picture", file="image")
        monkeypatch.setenv("BEEPER_BASE_URL", fake.url)
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)
        yield fake


def names(chat: object, message: object, beeper: object) -> dict[str, Any]:
    return {
        "AsyncBeeper": AsyncBeeper,
        "Beeper": Beeper,
        "beeper": beeper,
        "chat": chat,
        "errors": errors,
        "message": message,
        "timedelta": timedelta,
    }


def test_there_are_the_same_examples_in_both_forms() -> None:
    assert len(SYNC) > 5
    assert {f"Async{name}" for name in SYNC} == set(ASYNC)


@pytest.mark.parametrize("name", SYNC)
def test_an_example_runs(name: str, fake: FakeBeeper) -> None:
    with Beeper() as beeper:
        chat = beeper.chats.find("Alice")
        exec(SYNC[name], names(chat, beeper.messages.last(chat)[-1], beeper))
    assert len(fake.requests) > 2


@pytest.mark.parametrize("name", ASYNC)
def test_an_async_example_runs(name: str, fake: FakeBeeper) -> None:
    async def run() -> None:
        async with AsyncBeeper() as beeper:
            chat = await beeper.chats.find("Alice")
            namespace = names(chat, (await beeper.messages.last(chat))[-1], beeper)
            exec(f"async def example(beeper, chat):\n{indent(ASYNC[name], '    ')}", namespace)
            example: Callable[..., Any] = namespace["example"]
            await example(beeper, chat)

    anyio.run(run)
    assert len(fake.requests) > 2
