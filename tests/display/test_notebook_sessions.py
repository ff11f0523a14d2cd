"""The sessions on the page about notebooks show what a REPL shows, but for the time of a message."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper

PAGE = Path(__file__).parents[2] / "docs/guides/notebooks.md"
SESSIONS = re.findall(r"^```pycon\n(.*?)^```\n", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
ENTRY = re.compile(r"^>>> (.*)\n((?:(?!>>> ).*\n)*)", re.MULTILINE)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    with FakeBeeper(world="small") as fake, Beeper(fake.token, base_url=fake.url) as beeper:
        monkeypatch.setenv("BEEPER_BASE_URL", fake.url)
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)
        monkeypatch.setattr(sys, "last_value", None, raising=False)
        message = beeper.messages.retrieve("1040", chat_id="!bob:small.local")
        yield {"beeper": beeper, "message": message}


async def shown(statement: str, names: dict[str, object]) -> str:
    """What a REPL shows of a statement; of a traceback, its last line."""
    expression = isinstance(ast.parse(statement).body[0], ast.Expr)
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        value = eval(compile(statement, "session", "eval" if expression else "exec", flags=flags), names)
        if inspect.iscoroutine(value):
            value = await value
    except Exception as error:  # noqa: BLE001 - whatever the page shows
        sys.last_value = error
        return f"{type(error).__module__}.{type(error).__qualname__}: {error}\n"
    return "" if value is None else f"{value!r}\n"


def without_times(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "TIME", text)


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("session", SESSIONS)
async def test_a_session_shows_what_the_page_shows(session: str, names: dict[str, object]) -> None:
    entries: list[tuple[str, str]] = ENTRY.findall(session)
    assert len(entries) == session.count(">>> ") > 0
    for statement, expected in entries:
        assert without_times(await shown(statement, names)) == without_times(expected), statement
