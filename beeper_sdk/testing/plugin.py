"""The pytest plugin: fixtures with a running fake server and clients of it, and tests against a real Beeper.

Nothing else is imported until a test uses a fixture. pytest finds the plugin where this package is installed.
Otherwise, list it in ``pytest_plugins`` of a conftest.

``fake_beeper`` is a server of the test's own. ``session_fake_beeper`` is one server for all tests, with fresh data for
each of them; arrange its data in fixtures of function scope. ``pytest --beeper-live`` runs tests that use ``beeper``
or ``async_beeper`` against the Beeper of this machine, with clients that only read: tests that need the fake server
are skipped, and so are tests that write, when they do.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

import pytest

if TYPE_CHECKING:
    from beeper_sdk import AsyncBeeper, Beeper
    from beeper_sdk.testing import FakeBeeper

_SERVER = pytest.StashKey["FakeBeeper"]()
_CLIENTS = pytest.StashKey["list[Beeper | AsyncBeeper]"]()
_ITEM = pytest.StashKey[pytest.Item]()
_NOT_PASSED = pytest.StashKey[bool]()
C = TypeVar("C", "Beeper", "AsyncBeeper")
_MAY_BE_REAL = (
    "a test must not connect to port {port} of this machine: no FakeBeeper of this process uses it, so it may be a "
    "real Beeper. Use the fixtures beeper and fake_beeper; or pass transport='httpx' to the client if the test "
    "replaces httpx; or run pytest with --beeper-live; or list the port in the pytest option beeper_ports"
)
_NO_FAKE = "requires the fake server; --beeper-live uses a real one"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--beeper-live``."""
    parser.getgroup("beeper").addoption(
        "--beeper-live",
        action="store_true",
        help="run tests that use beeper or async_beeper against a real Beeper (BEEPER_ACCESS_TOKEN, BEEPER_BASE_URL), "
        "reading only; tests that need the fake server, and tests that write, are skipped",
    )
    parser.addini(
        "beeper_ports",
        "ports of this machine that Beeper clients may connect to, besides those of fake servers: numbers, or any",
        type="args",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, and let no client connect to a Beeper that may be real."""
    if not _is_live(config):
        _forbid_real(config)
    config.addinivalue_line(
        "markers",
        "beeper(quirks=[...], **options): quirks of the fake server of a test, and arguments of FakeBeeper such as "
        "world, version and now",
    )


def _forbid_real(config: pytest.Config) -> None:
    """Let clients of this process connect to its fake servers only. A test that replaces parts of httpx would otherwise
    send to a real Beeper: requests to this machine do not use httpx, and a mock may be forgotten."""
    from beeper_sdk._transport import permission

    ports = set(config.getini("beeper_ports"))

    def check(port: int) -> None:
        host = sys.modules.get("beeper_sdk.testing._host")
        if "any" in ports or str(port) in ports or (host is not None and host.may_connect(port)):
            return
        raise RuntimeError(_MAY_BE_REAL.format(port=port))

    permission.checks.append(check)
    config.add_cleanup(lambda: permission.checks.remove(check))


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: object, right: object) -> list[str] | None:
    """Show the JSON of models that are not equal: their reprs leave out most fields."""
    if op != "==" or "beeper_sdk._core.generated" not in sys.modules:
        return None
    from beeper_sdk.testing.comparison import explanation

    hook = config.hook.pytest_assertrepr_compare
    return explanation(left, right, lambda left, right: hook(config=config, op=op, left=left, right=right))


@pytest.fixture
def fake_beeper(request: pytest.FixtureRequest) -> Iterator[FakeBeeper]:
    """A running fake server of this test: .url, .token, .world, .clock, .requests, .quirk(name), .fail(operation)."""
    from beeper_sdk.testing import FakeBeeper

    _require_fake(request)
    options, quirks = _marked(request.node)
    fake = FakeBeeper(**options)
    try:
        _switch_on(fake.start(), quirks)
        yield fake
        if not _did_not_pass(request.node):
            fake.assert_rules_used()
    finally:
        fake.stop()


@pytest.fixture
def beeper(request: pytest.FixtureRequest) -> Iterator[Beeper]:
    """A Beeper client of ``fake_beeper``, or of a real Beeper with ``--beeper-live``. It is closed after the test."""
    from beeper_sdk import Beeper

    with Beeper(**_arguments(request, "fake_beeper")) as client:
        yield client


@pytest.fixture
def async_beeper(request: pytest.FixtureRequest) -> AsyncBeeper:
    """An AsyncBeeper client of ``fake_beeper``, or of a real Beeper with ``--beeper-live``, for ``async with``."""
    from beeper_sdk import AsyncBeeper

    return AsyncBeeper(**_arguments(request, "fake_beeper"))


@pytest.fixture(scope="session")
def session_fake_beeper(request: pytest.FixtureRequest) -> FakeBeeper:
    """A running fake server of all tests. Each test that uses it begins with fresh data."""
    _require_fake(request)
    return _session_server(request.config)


@pytest.fixture(scope="session")
def session_beeper(request: pytest.FixtureRequest) -> Iterator[Beeper]:
    """A Beeper client of ``session_fake_beeper``, or of a real Beeper with ``--beeper-live``."""
    from beeper_sdk import Beeper

    with Beeper(**_arguments(request, "session_fake_beeper")) as client:
        yield _of_session(request.config, client)


@pytest.fixture(scope="session")
def session_async_beeper(request: pytest.FixtureRequest) -> AsyncBeeper:
    """An AsyncBeeper client of ``session_fake_beeper``, for any number of event loops. Leave it open."""
    from beeper_sdk import AsyncBeeper

    return _of_session(request.config, AsyncBeeper(**_arguments(request, "session_fake_beeper")))


def _is_live(config: pytest.Config) -> bool:
    return bool(config.getoption("--beeper-live"))


def _require_fake(request: pytest.FixtureRequest) -> None:
    if _is_live(request.config):
        pytest.skip(_NO_FAKE)


def _arguments(request: pytest.FixtureRequest, fixture: str) -> dict[str, Any]:
    """The arguments of a client of this test."""
    if _is_live(request.config):
        return {"read_only": True}
    fake: FakeBeeper = request.getfixturevalue(fixture)
    return {"access_token": fake.token, "base_url": fake.url}


def _marked(node: pytest.Item | pytest.Collector) -> tuple[dict[str, Any], Iterable[str]]:
    """The arguments of FakeBeeper, and the quirks, of all markers of a test; the closest marker wins."""
    from beeper_sdk.testing._options import check_names

    options: dict[str, Any] = {}
    for marker in node.iter_markers("beeper"):
        if marker.args:
            raise TypeError("the marker beeper has keyword arguments only, e.g. beeper(version='4.2.808')")
        options = {**marker.kwargs, **options}
    quirks: Iterable[str] = options.pop("quirks", ())
    if isinstance(quirks, str):
        raise TypeError("quirks of the marker beeper must be a list of names, not str")
    check_names("the marker beeper", options.keys() - {"port"})
    return options, quirks


def _switch_on(fake: FakeBeeper, quirks: Iterable[str]) -> None:
    for name in quirks:
        # They are the environment of the test: one that never applied is no fault.
        fake.quirk(name, optional=True)


def _did_not_pass(item: pytest.Item) -> bool:
    return item.stash.get(_NOT_PASSED, False)


def _session_server(config: pytest.Config) -> FakeBeeper:
    """The server of the session. The first test that uses it starts it."""
    from beeper_sdk.testing import FakeBeeper

    if _SERVER not in config.stash:
        fake = config.stash[_SERVER] = FakeBeeper().start()
        config.add_cleanup(fake.stop)
        _prepare(fake, config.stash[_ITEM])
    return config.stash[_SERVER]


def _of_session(config: pytest.Config, client: C) -> C:
    config.stash.setdefault(_CLIENTS, []).append(client)
    return client


def _prepare(fake: FakeBeeper, item: pytest.Item) -> None:
    options, quirks = _marked(item)
    if "port" in options and "session_fake_beeper" in getattr(item, "fixturenames", ()):
        raise TypeError("port of the marker beeper is for fake_beeper; the server of the session keeps its port")
    options.pop("port", None)
    fake.reset(**options)
    _switch_on(fake, quirks)
    for client in item.config.stash.get(_CLIENTS, ()):
        _clear(client)


def _clear(client: Beeper | AsyncBeeper) -> None:
    """Let a client find out anew who its user is, and which app the server is."""
    from beeper_sdk._core.compat.server_info import Server

    state = client._engine.state  # noqa: SLF001 - it has no public method for the app
    state.clear()
    state.server = Server(state.settings.api)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """Give a test that uses the server of the session fresh data."""
    item.stash[_NOT_PASSED] = False
    if _is_live(item.config) and item.get_closest_marker("beeper") is not None:
        pytest.skip(_NO_FAKE)
    item.config.stash[_ITEM] = item
    if (fake := item.config.stash.get(_SERVER, None)) is not None:
        _prepare(fake, item)  # whether or not the test uses it, which only shows when it does
    return (yield from _skipping_writes(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Skip a test that writes to a real Beeper."""
    return (yield from _skipping_writes(item))


def _skipping_writes(item: pytest.Item) -> Generator[None, object, object]:
    try:
        return (yield)
    except Exception as error:
        operation = _refused_write(error) if _is_live(item.config) else None
        if operation is None:
            raise
        pytest.skip(f"writes ({operation}); --beeper-live only reads")


def _refused_write(error: BaseException) -> str | None:
    """The operation that a read-only client did not send."""
    from beeper_sdk.errors import WriteRefused

    if _is_group(error):
        return next(filter(None, map(_refused_write, error.exceptions)), None)
    return error.operation if isinstance(error, WriteRefused) else None


def _is_group(error: BaseException) -> TypeGuard[BaseExceptionGroup[BaseException]]:
    return isinstance(error, BaseExceptionGroup)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a test that failed or was skipped: what it did not come to use is no further error."""
    report = yield
    item.stash[_NOT_PASSED] = item.stash.get(_NOT_PASSED, False) or not report.passed
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test with rules of the session's server that were not used."""
    result = yield from _skipping_writes(item)
    fake = item.config.stash.get(_SERVER, None)
    if fake is not None and not _did_not_pass(item):
        fake.assert_rules_used()
    return result
