"""Which addresses are this machine, and what that decides: plain http, proxies, and whose token it is."""

from __future__ import annotations

import pytest

from beeper_sdk import Beeper
from beeper_sdk._core.util.urls import is_loopback, is_loopback_host

LOCAL = ("127.0.0.1", "127.8.9.255", "localhost", "LOCALHOST", "[::1]", "beeper.localhost", "a.B.LocalHost.")
REMOTE = (
    "0.0.0.0", "127.0.0.1.example", "127.0.0.300", "127.1", "[::2]", "beeper.example", "xlocalhost",
    "localhost.example", "192.168.1.5",
)  # fmt: skip


@pytest.mark.parametrize("host", LOCAL)
def test_a_loopback_address_is_this_machine(host: str) -> None:
    assert is_loopback(f"http://{host}:23373/x")
    assert is_loopback_host(host.strip("[]"))
    Beeper("token", base_url=f"http://{host}:23373").close()


@pytest.mark.parametrize("host", REMOTE)
def test_what_may_be_another_machine_gets_no_token_over_plain_http(host: str) -> None:
    assert not is_loopback(f"http://{host}:23373")
    with pytest.raises(ValueError, match="unencrypted http to another machine"):
        Beeper("token", base_url=f"http://{host}:23373")


@pytest.mark.parametrize("text", ["", "127.0.0.1", "http://[::1", "http://user@127.0.0.1@evil.example"])
def test_what_is_no_address_is_not_this_machine(text: str) -> None:
    assert not is_loopback(text)
