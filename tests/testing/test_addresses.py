"""The fake server listens on both loopback addresses, with one port."""

from __future__ import annotations

import errno
import socket

import httpx
import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.server import listeners


def answers(fake: FakeBeeper) -> list[str]:
    """The addresses at which it answers."""
    port = fake.url.rpartition(":")[2]
    found: list[str] = []
    for host in ("127.0.0.1", "[::1]"):
        try:
            found += [host] * httpx.get(f"http://{host}:{port}/v1/info", trust_env=False).is_success
        except httpx.ConnectError:
            continue
    return found


def test_it_answers_on_both_and_a_quirk_leaves_one() -> None:
    with FakeBeeper() as fake:
        ipv4 = fake.url
        assert answers(fake) == ["127.0.0.1", "[::1]"]
        with fake.quirk("ipv4_only"):
            assert (answers(fake), fake.url) == (["127.0.0.1"], ipv4)
            with pytest.raises(ValueError, match="ipv4_only and ipv6_only must not be on at the same time"):
                fake.quirk("ipv6_only")
        with fake.quirk("ipv6_only"):
            assert (answers(fake), fake.url) == (["[::1]"], ipv4.replace("127.0.0.1", "[::1]"))
        fake.quirk("ipv4_only")
        fake.reset()
        assert (answers(fake), fake.url) == (["127.0.0.1", "[::1]"], ipv4)


def test_a_machine_without_ipv6_has_the_other_address(monkeypatch: pytest.MonkeyPatch) -> None:
    real = listeners._listener

    def listener(address: str, port: int) -> socket.socket:
        if address == "::1":
            raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
        return real(address, port)

    monkeypatch.setattr(listeners, "_listener", listener)
    with FakeBeeper() as fake:
        for _ in range(2):
            assert answers(fake) == ["127.0.0.1"]
            with fake.quirk("ipv4_only"):
                assert answers(fake) == ["127.0.0.1"]
        with pytest.raises(OSError, match="Cannot assign"):
            fake.quirk("ipv6_only")


def test_a_free_port_is_free_on_both_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other programs hold the first ports on ::1."""
    real, taken = listeners._listener, list[int]()

    def listener(address: str, port: int) -> socket.socket:
        if address == "::1" and len(taken) < 2:
            taken.append(port)
            raise OSError(errno.EADDRINUSE, "Address already in use")
        return real(address, port)

    monkeypatch.setattr(listeners, "_listener", listener)
    with FakeBeeper() as fake:
        assert answers(fake) == ["127.0.0.1", "[::1]"]
    taken.clear()
    with pytest.raises(OSError, match="in use"):
        FakeBeeper(port=free_port()).start()
    assert len(taken) == 1


def free_port() -> int:
    """A port that is free on 127.0.0.1."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def test_one_address_can_be_chosen() -> None:
    for host, url in (("127.0.0.1", "127.0.0.1"), ("::1", "[::1]"), ("0:0:0:0:0:0:0:1", "[::1]")):
        with FakeBeeper(world="empty", host=host) as fake:
            assert (answers(fake), fake.url.rpartition(":")[0]) == ([url], f"http://{url}")
    with FakeBeeper(world="empty", host="localhost") as fake:
        assert answers(fake) == ["127.0.0.1", "[::1]"]


def test_with_a_chosen_address_quirks_choose_no_other_one() -> None:
    fake = FakeBeeper(world="empty", host="127.0.0.1")
    _refuses_quirks(fake)
    with fake:
        _refuses_quirks(fake)
        before = fake.url
        with fake.quirk("port_moves", optional=True):
            assert fake.url != before
            assert answers(fake) == ["127.0.0.1"]


def _refuses_quirks(fake: FakeBeeper) -> None:
    for name in ("ipv4_only", "ipv6_only"):
        with pytest.raises(ValueError, match="ipv4_only and ipv6_only must not be used with a host"):
            fake.quirk(name)


@pytest.mark.usefixtures("loopback_only")
@pytest.mark.parametrize(("host", "url"), [("0.0.0.0", "http://127.0.0.1:"), ("::", "http://[::1]:")])
def test_the_url_of_all_addresses_is_one_of_this_machine(host: str, url: str) -> None:
    with FakeBeeper(world="empty", host=host) as fake:
        assert fake.url.startswith(url)
        assert httpx.get(f"{fake.url}/v1/info", trust_env=False).is_success
