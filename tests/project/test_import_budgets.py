"""What is imported, and when: counted in modules, which is the same on every machine, rather than in seconds.

How long it takes is measured by scripts/bench. Counted are our own modules; of others it is told which must not come.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper

ROOT = Path(__file__).resolve().parents[2]
NEVER = {"asyncio", "beeper_sdk_server", "dateutil", "email.message", "keyring", "opentelemetry", "pydantic", "yaml"}
"""What no sync call needs. (httpcore imports anyio, and trio where it is installed, whatever the call.)"""
HTTP = {"anyio", "certifi", "httpcore", "httpx", "ssl", "trio"}
LEAN = {"attr", "email", "json", "typing_extensions", *HTTP, *NEVER} - {"email.message"}
CALL = "with Beeper({token!r}, base_url={url!r}) as beeper: beeper.{call}"
FORBIDDEN_FOR_CALLS = {"logging", *NEVER} - {"email.message"}  # httpx reads headers with it


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper() as fake:
        yield fake


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run some code in a fresh Python; it prints what that imports beyond what Python has at its start."""
    program = f"import sys; start = set(sys.modules); sys.path[:0] = {[str(ROOT / 'generated'), str(ROOT)]!r}\n"
    program += f"{code}\nprint(*(set(sys.modules) - start))"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


@cache
def loaded(code: str) -> frozenset[str]:
    """What it imports."""
    return frozenset(run(code).stdout.split())


def ours(modules: frozenset[str]) -> int:
    return sum(name.startswith("beeper_") for name in modules)


def test_importing_the_package_imports_next_to_nothing() -> None:
    modules = loaded("import beeper_sdk")
    assert ours(modules) <= 5  # the package, its version, and the helper for lazy names
    assert modules & LEAN == set()
    assert len(modules) <= 40  # typing, and what it needs


def test_naming_all_that_is_public_imports_no_http() -> None:
    names = "AsyncBeeper, Beeper, Delivery, Hooks, RateLimit, Response, RetryPolicy, WritePolicy, api, errors, models"
    modules = loaded(f"from beeper_sdk import {names}")
    assert modules & (HTTP | NEVER) == set()
    assert ours(modules) <= 71


def test_the_client_class_imports_nothing_that_only_some_calls_need() -> None:
    assert loaded("from beeper_sdk import Beeper") & {"hashlib", "json", "logging", "random"} == set()


def test_a_client_imports_neither_httpx_nor_models() -> None:
    modules = loaded("from beeper_sdk import Beeper; Beeper('t', base_url='http://127.0.0.1:9')")
    assert modules & {"anyio", "h11", "httpcore", "httpx", "ssl", "trio", *FORBIDDEN_FOR_CALLS} == set()
    assert [name for name in modules if name.startswith("beeper_sdk_client.models.")] == []
    assert ours(modules) <= 75


@pytest.mark.parametrize(
    ("call", "maximum"),
    [
        ("accounts.list()", 93),
        ("labels.list()", 81),
        ("chats.reminders.delete('{chat}')", 89),
        ("chats.list().first()", 111),
    ],
)
def test_a_first_call_imports_what_it_needs(fake: FakeBeeper, call: str, maximum: int) -> None:
    chat = str(fake.world.chats()[0]["id"])
    code = CALL.format(token=fake.token, url=fake.url, call=call.format(chat=chat))
    modules = loaded(f"from beeper_sdk import Beeper\n{code}")
    assert modules & FORBIDDEN_FOR_CALLS == set()
    assert ours(modules) <= maximum


def test_a_request_brings_the_models_it_speaks_of_and_no_others(fake: FakeBeeper) -> None:
    code = CALL.format(token=fake.token, url=fake.url, call="labels.list()")
    modules = loaded(f"from beeper_sdk import Beeper\n{code}")
    models = {name for name in modules if name.startswith("beeper_sdk_client.models.")}
    assert models <= {"beeper_sdk_client.models.label", "beeper_sdk_client.models._enums"}


LOGGING = """
from beeper_sdk import Beeper, Hooks
def fail(attempt): raise KeyError
with Beeper({token!r}, base_url={url!r}) as beeper:
    beeper.labels.list()
    assert "logging" not in sys.modules
    with Beeper({token!r}, base_url={url!r}, hooks=Hooks(on_request=fail)) as failing:
        failing.labels.list()
    import logging
    logging.basicConfig(level="DEBUG", format="%(name)s %(levelname)s %(message)s")
    beeper.labels.list()
"""


def test_lines_are_logged_whether_logging_was_imported_before_the_client_or_later(fake: FakeBeeper) -> None:
    warning, debug = run(LOGGING.format(token=fake.token, url=fake.url)).stderr.splitlines()
    assert warning == "the on_request hook raised KeyError; the exception is ignored"
    assert debug.startswith("beeper_sdk DEBUG labels.list GET /v1/labels 200 in ")


USE = """
from beeper_sdk.testing import FakeBeeper
import http.client
with FakeBeeper() as fake:
    chat = next(chat["id"] for chat in fake.world.chats() if chat["id"].startswith("!") and "merge" not in chat)
    connection = http.client.HTTPConnection("127.0.0.1", int(fake.url.rpartition(":")[2]))
    headers = {"authorization": f"Bearer {fake.token}", "content-type": "application/json"}
    for method, body in (("GET", None), ("POST", '{"text": "hi"}')):
        connection.request(method, f"/v1/chats/{chat}/messages", body, headers)
        answer = connection.getresponse()
        assert answer.read() and answer.status == 200, answer.status
    connection.close()
"""


def test_a_fake_server_that_lists_and_sends_messages_imports_no_framework() -> None:
    modules = loaded(USE)
    assert modules & {"fastapi", "pydantic", "starlette", "websockets", "beeper_sdk_server.models"} == set()
    assert {name for name in modules if name.startswith("beeper_sdk_server")} == {
        "beeper_sdk_server",
        "beeper_sdk_server.spec",
    }
