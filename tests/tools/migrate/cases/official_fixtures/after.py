from collections.abc import Iterator

import pytest
from beeper_sdk import Beeper, RetryPolicy, api


@pytest.fixture
def client() -> Iterator[Beeper]:
    with Beeper(retry=RetryPolicy(attempts=1)) as made:
        yield made


def test_status(client):
    assert client.raw(api.info.retrieve()).status == 200


class TestChats:
    def test_start(self, client: "Beeper") -> None:
        client.chats.start(account_id="a", user={"id": "b"})
