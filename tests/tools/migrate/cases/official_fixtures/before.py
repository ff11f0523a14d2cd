from collections.abc import Iterator

import pytest
from beeper_desktop_api import BeeperDesktop


@pytest.fixture
def client() -> Iterator[BeeperDesktop]:
    with BeeperDesktop(max_retries=0) as made:
        yield made


def test_status(client):
    assert client.with_raw_response.info.retrieve().status_code == 200


class TestChats:
    def test_start(self, client: "BeeperDesktop") -> None:
        client.chats.create(account_id="a", mode="start", user={"id": "b"})
