"""Every operation of the spec answers, and every answer is one the spec and the pydantic models describe.

``Wire`` reads each answer by both; here they all are called once.
"""

from __future__ import annotations

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.wire.spec import operations, version_number
from tests.testing.every_operation import PARTS
from tests.testing.wire import Json, Wire, enc


def test_every_operation_answers_as_the_spec_says(wire: Wire) -> None:
    for part in PARTS:
        part(wire)
    assert {operation.id for operation in operations()} - wire.seen == set()
    called = {request.operation.replace(".", "_") for request in wire.fake.requests}
    assert called >= wire.seen


def test_every_page_of_everything_reads_by_the_spec(shared: Wire) -> None:
    total = 0
    for room in shared.fake.world.chats():
        messages = shared.walk(f"/v1/chats/{enc(room['id'])}/messages")
        assert [item["id"] for item in reversed(messages)] == [
            item["id"] for item in shared.fake.world.messages(room["id"])
        ]
        total += len(messages)
    assert total == 5009


@pytest.mark.parametrize("version", ["4.1.92", "4.1.294", "4.2.557", "4.2.808", "4.3.0"])
def test_an_older_app_has_what_it_had(version: str) -> None:
    with FakeBeeper(version=version) as fake, Wire(fake) as wire:
        number = version_number(version)
        old, new = number < (4, 1, 294), number >= (4, 2, 808)
        for path, there in (
            ("/v0/get-accounts", number < (4, 3, 0)),
            ("/v1/accounts", not old),
            ("/v1/bridges", number >= (4, 3, 0)),
            ("/v1/info", number >= (4, 2, 557)),
            ("/oauth/userinfo", True),
        ):
            answer = wire.http.get(path)
            assert answer.status_code == (200 if there else 404), path
            assert answer.headers.get("x-beeper-desktop-version") == (None if version == "4.1.92" else version)
        if old:
            big = wire.get("/v0/get-chat", chatID="124")
            assert len(big["participants"]["items"]) == 20
        else:
            big = wire.get("/v1/chats/124")
            assert len(big["participants"]["items"]) == (100 if new else 1200)
            assert len(wire.get("/v1/chats", limit=100)["items"]) == 25
            page: Json = wire.get("/v1/chats/100/messages")
            assert ("oldestCursor" in page) is new
