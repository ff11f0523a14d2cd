"""The public names, exactly, and what importing them costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import beeper_sdk

ROOT = Path(__file__).parents[2]


def test_the_public_names_are_exactly_these_and_all_there() -> None:
    assert beeper_sdk.__all__ == sorted(beeper_sdk.__all__) == [
        "AsyncBeeper", "Beeper", "BeeperError", "Delivery", "Diagnostics", "Hooks", "RateLimit", "Response",
        "RetryPolicy", "Sent", "WritePolicy", "__version__", "api", "auth", "errors", "events", "models",
        "sanitize", "v0",
    ]  # fmt: skip
    assert dir(beeper_sdk) == beeper_sdk.__all__
    assert all(getattr(beeper_sdk, name) is not None for name in beeper_sdk.__all__)
    with pytest.raises(AttributeError, match="'beeper_sdk' has no attribute 'Bepper'"):
        getattr(beeper_sdk, "Bepper")  # noqa: B009


def test_a_star_import_gives_them_all() -> None:
    names: dict[str, object] = {}
    exec("from beeper_sdk import *", names)
    assert set(beeper_sdk.__all__) <= set(names)


def run(code: str) -> str:
    path = f"import sys; sys.path[:0] = {[str(ROOT / 'generated'), str(ROOT)]!r}\n"
    done = subprocess.run([sys.executable, "-c", path + code], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import beeper_sdk",
        "from beeper_sdk import api, errors, models, RetryPolicy, Response; api.chats.list(); models.Chat",
        "from beeper_sdk import Beeper, AsyncBeeper",
    ],
)
def test_nothing_of_http_is_imported_before_a_client_is_made(code: str) -> None:
    heavy = "('httpx', 'httpcore', 'anyio', 'asyncio', 'ssl', 'dateutil', 'beeper_sdk_server', 'pydantic')"
    assert run(f"{code}\nprint([name for name in {heavy} if name in sys.modules])") == "[]\n"


def test_a_client_on_http_loads_no_certificates() -> None:
    code = """
import ssl
def refuse(*_, **__): raise SystemExit("certificates loaded")
ssl.SSLContext.load_verify_locations = ssl.SSLContext.load_default_certs = ssl.create_default_context = refuse
import anyio
from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
options = {"access_token": "t", "base_url": "http://127.0.0.1:9", "retry": RetryPolicy(attempts=1)}
async def main():
    async with AsyncBeeper(**options) as beeper:
        await beeper.accounts.list()
for act in (lambda: Beeper(**options).accounts.list(), lambda: anyio.run(main)):
    try: act()
    except errors.APIConnectionError: print("none")
"""
    assert run(code) == "none\nnone\n"


def test_one_module_imports_the_generated_client_and_one_adapter_speaks_httpx() -> None:
    sources = {
        path.relative_to(ROOT / "beeper_sdk").as_posix(): path.read_text()
        for path in (ROOT / "beeper_sdk").rglob("*.py")
        if "testing" not in path.parts
    }

    def users(*words: str) -> list[str]:
        return sorted(
            name for name, text in sources.items() if any(f"\n{word}" in text.replace("    ", "") for word in words)
        )

    assert users("from beeper_sdk_client", "import beeper_sdk_client") == ["_core/generated.py"]
    assert {name for name in users("from httpx", "import httpx") if not name.startswith("_transport/")} == set()
    assert users("import asyncio", "from asyncio") == []
