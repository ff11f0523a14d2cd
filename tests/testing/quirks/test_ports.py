"""The server moves to another port, and back."""

from __future__ import annotations

import socket
from typing import Any

import httpx
import pytest

from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, play
from tests.testing.test_addresses import answers


def port_of(fake: FakeBeeper) -> int:
    """The port of the server."""
    return int(fake.url.rpartition(":")[2])


def test_port_moves_to_a_neighbour_and_back() -> None:
    with FakeBeeper() as fake:
        url, port = fake.url, port_of(fake)
        with fake.quirk("port_moves"), httpx.Client(trust_env=False) as client:
            assert port < port_of(fake) < port + 20
            info = client.get(f"{fake.url}/v1/info").json()
            assert (info["server"]["port"], info["server"]["base_url"]) == (port_of(fake), fake.url)
            assert answers(fake) == ["127.0.0.1", "[::1]"]
            with pytest.raises(httpx.ConnectError):
                client.get(f"{url}/v1/info")
        assert (fake.url, answers(fake)) == (url, ["127.0.0.1", "[::1]"])


def test_a_port_that_is_in_use_is_left_out() -> None:
    with FakeBeeper() as fake:
        with fake.quirk("port_moves", optional=True):
            taken = port_of(fake)
        with socket.create_server(("127.0.0.1", taken)), fake.quirk("port_moves", optional=True):
            assert port_of(fake) > taken


def test_port_and_address_can_both_change() -> None:
    with FakeBeeper() as fake:
        port = port_of(fake)
        moved = fake.quirk("port_moves")
        other = port_of(fake)
        with fake.quirk("ipv6_only"):
            assert (answers(fake), port_of(fake)) == (["[::1]"], other)
            moved.off()
            assert (answers(fake), port_of(fake)) == (["[::1]"], port)
        fake.quirk("port_moves", optional=True)
        fake.reset()
        assert (answers(fake), port_of(fake)) == (["127.0.0.1", "[::1]"], port)


def test_a_server_can_start_moved() -> None:
    fake = FakeBeeper()
    handle = fake.quirk("port_moves")
    with fake:
        moved = port_of(fake)
        assert answers(fake) == ["127.0.0.1", "[::1]"]
        handle.off()
        assert moved - 20 < port_of(fake) < moved


def test_the_client_reaches_it_at_its_new_address(kind: Kind) -> None:
    def story(beeper: Any) -> Story:
        assert (yield beeper.info.retrieve()).server.port == port_of(fake)

    with FakeBeeper() as fake, fake.quirk("port_moves"):
        play(kind, fake, story)
