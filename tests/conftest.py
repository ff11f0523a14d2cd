"""Fixtures of all tests: the fake server's own plugin, as a user of the SDK has it. And how properties are tried."""

import gc
import os
import re
import signal
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.scripted_server import KINDS, Kind
from tests.sweeps import LONG

_KIND = re.compile(rf"(?<=[\[-])({'|'.join(KINDS)})(?=[\]-])")  # in the brackets of a test's id

# By default every 700 new objects start a collection. Measured: 15 % of the CPU time of tests/core/compat, and 5 of the
# 22 s that it takes to collect all tests, in each process: so it stands here.
gc.set_threshold(20_000, 20, 100)

# Before any test imports them: what they assert should show the values compared.
pytest.register_assert_rewrite("tests.client.loopback.stories", "tests.client.loopback.helpers")
pytest_plugins = ["beeper_sdk.testing.plugin"]

# No test talks to a server by TLS. Each httpx client loads the authorities all the same: 50 ms for all that there are.
pytest.MonkeyPatch().setattr("certifi.where", lambda: str(Path(__file__).with_name("authority.crt")))

# A shell starts what runs in the background with SIGINT ignored, and programs that tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A developer's own login never reaches a test: where tokens would be kept, there is nothing.
os.environ["BEEPER_TOKEN_FILE"] = f"{tempfile.gettempdir()}/no-beeper-tokens-of-{os.getpid()}/tokens.json"

# No deadline: a busy machine is no fault of the code. In CI the same examples each time, so that red means changed.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")), max_examples=25)
settings.register_profile("long", deadline=None, max_examples=50 * LONG)
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-pins", action="store_true", help="rewrite surface.txt, requests.txt and the like")
    parser.addoption("--every-loop", action="store_true", help="run on asyncio and on trio what runs on one of them")


@pytest.hookimpl(trylast=True)  # after -k and -m: what they leave alone stays
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where a test runs on the blocking client and on both event loops, keep one loop: asyncio or trio in turn.

    The result hardly depends on the loop, and these runs were a third of the suite. Tests of the loops keep both.
    """
    if config.getoption("--every-loop"):
        return
    repeated = set(_on_a_second_loop(items))
    config.hook.pytest_deselected(items=[item for item in items if item in repeated])
    items[:] = [item for item in items if item not in repeated]


def _on_a_second_loop(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    tests: dict[str, dict[str, pytest.Item]] = {}
    for item in items:
        if kind := _KIND.search(item.nodeid):
            tests.setdefault(_KIND.sub("*", item.nodeid), {})[kind[0]] = item
    for name, kinds in tests.items():
        if len(kinds) == len(KINDS):
            yield kinds["asyncio" if zlib.crc32(name.encode()) % 2 else "trio"]


def pytest_collection_finish() -> None:
    # Modules and collected tests stay to the end. Looking through them takes half a second each time a test collects
    # garbage to find what was left unclosed, and a little at each collection that Python makes by itself.
    gc.collect()
    gc.freeze()


@pytest.fixture
def update_pins(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-pins"))


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """The blocking client, and the async one on both event loops."""
    selected: Kind = request.param
    return selected


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own settings never reach a test."""
    for name in ("ACCESS_TOKEN", "BASE_URL", "DESKTOP_BASE_URL", "CUSTOM_HEADERS", "LOG", "SANITIZE_KEY"):
        monkeypatch.delenv(f"BEEPER_{name}", raising=False)
