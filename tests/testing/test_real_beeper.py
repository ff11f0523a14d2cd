"""With the plugin, no test sends to a Beeper that may be real, unless it says so."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing._host import may_connect
from tests.testing.inner_pytest import run_inside

pytest_plugins = ["pytester"]

SEND = """
    import anyio
    import pytest
    from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors

    URL = "http://127.0.0.1:{port}"
    OPTIONS = {{"base_url": URL, "timeout": 1, "retry": RetryPolicy(attempts=1)}}

    def test_sync():
        with Beeper("t", **OPTIONS) as beeper:
            beeper.messages.send("a", text="x")

    @pytest.mark.parametrize("loop", ["asyncio", "trio"])
    def test_async(loop):
        async def main():
            async with AsyncBeeper("t", **OPTIONS) as beeper:
                await beeper.messages.send("a", text="x")

        anyio.run(main, backend=loop)
"""


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """What may be a real Beeper. It accepts no connection by itself."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def port_of(listener: socket.socket) -> int:
    port: int = listener.getsockname()[1]
    return port


def connections(listener: socket.socket) -> int:
    count = 0
    while True:
        try:
            listener.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def test_a_client_of_another_server_fails_before_it_connects(
    pytester: pytest.Pytester, listener: socket.socket
) -> None:
    pytester.makepyfile(SEND.format(port=port_of(listener)))
    result = run_inside(pytester)
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(["*RuntimeError: a test must not connect to port*--beeper-live*beeper_ports*"])
    assert connections(listener) == 0


def test_neither_does_a_client_connect_by_httpx(pytester: pytest.Pytester, listener: socket.socket) -> None:
    """A test that chose httpx may have forgotten its mock."""
    pytester.makepyfile(SEND.format(port=port_of(listener)).replace('"timeout"', '"transport": "httpx", "timeout"'))
    result = run_inside(pytester)
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(["*RuntimeError: a test must not connect to port*"])
    assert connections(listener) == 0


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]"])
def test_nor_does_an_http_client_of_the_user(pytester: pytest.Pytester, listener: socket.socket, name: str) -> None:
    pytester.makepyfile(
        f"""
        import httpx
        from beeper_sdk import Beeper

        def test_sync():
            with httpx.Client() as client:
                Beeper("t", base_url="http://{name}:{port_of(listener)}", http_client=client).accounts.list()
        """
    )
    result = run_inside(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*RuntimeError: a test must not connect to port*"])
    assert connections(listener) == 0


@pytest.mark.parametrize("transport", [None, "httpx"])
def test_a_fake_server_may_be_reached(pytester: pytest.Pytester, transport: str | None) -> None:
    pytester.makepyfile(
        f"""
        from beeper_sdk import Beeper

        def test_sync(fake_beeper):
            with Beeper(fake_beeper.token, base_url=fake_beeper.url, transport={transport!r}) as beeper:
                assert beeper.accounts.list()
        """
    )
    run_inside(pytester).assert_outcomes(passed=1)


@pytest.mark.parametrize("ports", ["any", "{port}"])
def test_a_port_can_be_allowed(pytester: pytest.Pytester, listener: socket.socket, ports: str) -> None:
    pytester.makeini(f"[pytest]\nbeeper_ports = {ports.format(port=port_of(listener))}")
    pytester.makepyfile(SEND.format(port=port_of(listener)).replace("test_async", "_"))
    result = run_inside(pytester)
    result.stdout.fnmatch_lines(["*DeliveryUncertain*"])  # the listener never responds
    assert connections(listener) == 1


def test_a_real_beeper_is_allowed_with_the_option(pytester: pytest.Pytester, listener: socket.socket) -> None:
    pytester.makepyfile(SEND.format(port=port_of(listener)).replace("test_async", "_"))
    run_inside(pytester, "--beeper-live").stdout.fnmatch_lines(["*DeliveryUncertain*"])
    assert connections(listener) == 1


def test_what_replaces_httpx_is_reached_by_choice(pytester: pytest.Pytester, listener: socket.socket) -> None:
    pytester.makepyfile(
        f"""
        import httpx
        from beeper_sdk import Beeper

        def test_mocked(monkeypatch):
            response = lambda *_: httpx.Response(200, json=[])
            monkeypatch.setattr(httpx.HTTPTransport, "handle_request", response)
            with Beeper("t", base_url="http://127.0.0.1:{port_of(listener)}", transport="httpx") as beeper:
                assert beeper.accounts.list() == []
        """
    )
    run_inside(pytester).assert_outcomes(passed=1)
    assert connections(listener) == 0


def test_without_a_mock_the_choice_of_httpx_reaches_no_other_server(
    pytester: pytest.Pytester, listener: socket.socket
) -> None:
    pytester.makepyfile(SEND.format(port=port_of(listener)).replace('"timeout"', '"transport": "httpx", "timeout"'))
    result = run_inside(pytester)
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(["*RuntimeError: a test must not connect to port*"])
    assert connections(listener) == 0


def test_a_stopped_fake_server_cannot_be_reached(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from beeper_sdk import errors

        def test_down(beeper, fake_beeper):
            beeper.accounts.list()
            fake_beeper.stop()
            with pytest.raises(errors.APIConnectionError):
                beeper.with_options(timeout=1).accounts.list()
        """
    )
    run_inside(pytester).assert_outcomes(passed=1)


def test_a_port_of_a_stopped_fake_server_is_not_reached_once_another_program_listens_on_it(
    pytester: pytest.Pytester,
) -> None:
    with FakeBeeper() as fake:
        port = int(fake.url.rpartition(":")[2])
    with socket.create_server(("127.0.0.1", port)) as listening:
        listening.setblocking(False)
        pytester.makepyfile(SEND.format(port=port))
        result = run_inside(pytester)
        result.assert_outcomes(failed=3)
        result.stdout.fnmatch_lines(["*RuntimeError: a test must not connect to port*"])
        assert connections(listening) == 0


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "0.0.0.0", "::"])
def test_a_port_is_in_use_whatever_address_a_program_listens_on(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with FakeBeeper() as fake:
        port = int(fake.url.rpartition(":")[2])
        assert may_connect(port)
    assert may_connect(port)
    with socket.create_server((address, port), family=family):
        assert not may_connect(port)
    assert may_connect(port)
