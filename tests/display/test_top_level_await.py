"""`python -m asyncio`, which awaits at its prompt, and the sync client where an event loop runs, as in Jupyter."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper

ROOT = Path(__file__).resolve().parents[2]
SESSION = """
from beeper_sdk import AsyncBeeper
beeper = AsyncBeeper()
chat = await beeper.chats.list().first()
print("title:", chat.title)
print("names:", [person.full_name async for person in beeper.chats.participants(chat)][:1])
chat
await beeper.close()
"""


def test_the_prompt_of_asyncio_awaits() -> None:
    with FakeBeeper(world="small") as fake:
        paths = os.pathsep.join([str(ROOT / "generated"), str(ROOT)])
        settings = {"PYTHONPATH": paths, "BEEPER_BASE_URL": fake.url, "BEEPER_ACCESS_TOKEN": fake.token}
        done = subprocess.run(
            [sys.executable, "-m", "asyncio"],
            input=SESSION,
            env={**os.environ, **settings, "PYTHON_HISTORY": os.devnull, "PYTHON_BASIC_REPL": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert "Traceback" not in done.stderr
    assert "title: " in done.stdout
    assert "names: ['" in done.stdout
    assert '<ChatWithPreview "' in done.stdout


def test_the_sync_client_can_be_used_where_an_event_loop_runs() -> None:
    async def cell(fake: FakeBeeper) -> int:
        with Beeper(fake.token, base_url=fake.url) as beeper:
            return len(beeper.chats.list().collect(2))

    with FakeBeeper(world="small") as fake:
        assert asyncio.run(cell(fake)) == 2
