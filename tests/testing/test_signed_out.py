"""An app that nobody is signed in to: it can be set up, and does nothing else."""

from __future__ import annotations

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.wire import Wire

READS = ("/v1/accounts", "/v1/chats", "/v1/messages/search", "/v1/search?query=a", "/v1/bridges", "/v1/labels")


def test_a_signed_out_app_has_no_accounts_and_sends_nothing() -> None:
    with FakeBeeper(signed_in=False) as fake, Wire(fake) as wire:
        for path in READS:
            assert "needs-login" in wire.rejected("GET", path, 409)["message"]
        wire.rejected("POST", "/v1/chats/100/messages", 409, json={"text": "hi"})
        wire.rejected("POST", "/v1/app/setup/verification/recovery-key", 409, json={"recoveryKey": "x"})
        wire.get("/v1/info")
        wire.get("/oauth/userinfo")
        assert wire.get("/v1/app/setup")["state"] == "needs-login"


@pytest.mark.parametrize("version", ["4.2.808", "4.3.0"])
def test_older_apps_say_so_with_the_statuses_that_they_have(version: str) -> None:
    with FakeBeeper(signed_in=False, version=version) as fake, Wire(fake) as wire:
        wire.rejected("GET", "/v1/chats", 409 if version == "4.3.0" else 400)


def test_a_device_that_is_not_trusted_is_refused_the_same() -> None:
    with FakeBeeper(signed_in=False) as fake, Wire(fake) as wire:
        request = wire.post("/v1/app/setup/start")["setupRequestID"]
        wire.post("/v1/app/setup/email", {"setupRequestID": request, "email": "alice@example.com"})
        wire.post("/v1/app/setup/response", {"setupRequestID": request, "response": "123456"})
        for path in READS:
            assert "needs-verification" in wire.rejected("GET", path, 409)["message"]
        key = "EsTF aKE1 aKE2 aKE3 aKE4 aKE5 aKE6 aKE7 aKE8 aKE9 aKEA aKEB"
        wire.post("/v1/app/setup/verification/recovery-key", {"recoveryKey": key})
        for path in READS:
            wire.ok("GET", path)
