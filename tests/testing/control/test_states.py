"""States are kept under names, and a reset goes back to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper, World
from tests.testing.control.examples import BOB
from tests.testing.control.remote import Remote


@pytest.fixture
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="small", now=datetime(2026, 1, 2, tzinfo=UTC)) as fake:
        yield fake


def everything(fake: FakeBeeper) -> object:
    def look(world: World) -> object:
        contacts = {account_id: world.contacts[account_id] for account_id in world.accounts}
        return contacts, list(world.labels), [room.messages for room in world.rooms.values()]

    return fake.world.accounts(), fake.world.chats(), fake.world.read(look)


def test_a_reset_goes_back_to_a_state(fake: FakeBeeper) -> None:
    fake.world.add_chat("Plans", ["Bob", "Carol Cedarstone"])
    kept = fake.world.person("Bob").send(BOB, "kept")
    fake.keep("plans")
    at_that_time = everything(fake)
    fake.world.person("Bob").edit(kept, "changed")
    fake.world.person("Bob").leave("Plans")
    fake.world.add_members("Plans", 3)
    fake.world.add_account("telegram")
    fake.world.add_chat(people=["Somebody New"])
    for _ in range(2):  # what the first reset returned is changed before the second
        fake.reset(state="plans")
        assert everything(fake) == at_that_time
        fake.world.add_members("Plans", 3)
        fake.world.add_chat(people=["Somebody New"])
        fake.world.person("Bob").delete(kept["id"])
        fake.world.disconnect("signal")
    fake.reset()
    assert "Plans" not in [chat["title"] for chat in fake.world.chats()]


def test_url_token_and_clients_stay_and_later_tokens_do_not(fake: FakeBeeper) -> None:
    fake.keep("start")
    url, token, later = fake.url, fake.token, fake.issue_token("read")
    fake.quirk("slow_delivery", optional=True)
    with Beeper(token, base_url=url) as beeper, Beeper(later, base_url=url) as other:
        assert other.accounts.list()
        fake.reset(state="start")
        assert (fake.url, fake.token) == (url, token)
        assert beeper.accounts.list()
        with pytest.raises(errors.AuthenticationError):
            other.accounts.list()
    assert len(fake.requests) == 2
    assert fake._handles() == []


def test_a_file_of_a_state_is_served(fake: FakeBeeper) -> None:
    sent = fake.world.me.send(BOB, file=("clip.mp4", b"abc"))
    fake.keep("file")
    fake.reset(state="file")
    with Beeper(fake.token, base_url=fake.url) as beeper:
        assert beeper.assets.serve(url=sent["attachments"][0]["srcURL"]).data == b"abc"


def test_states_stay_until_they_are_forgotten(fake: FakeBeeper) -> None:
    fake.keep("one")
    fake.world.add_label("L")
    fake.keep("two")
    fake.keep("one")
    assert fake.states == ["two", "one"]
    fake.stop()
    fake.start()
    assert fake.states == ["two", "one"]
    fake.reset(state="one", version="4.2.808")
    assert fake.world.read(lambda world: world.labels[-1]["name"]) == "L"
    assert fake.version == "4.2.808"
    fake.forget("one")
    assert fake.states == ["two"]
    unknown = r"^there is no state 'one'; the states are 'two'$"
    with pytest.raises(ValueError, match=unknown):
        fake.forget("one")
    with pytest.raises(ValueError, match=unknown):
        fake.reset(state="one")
    with pytest.raises(ValueError, match=r"did you mean 'two'\?"):
        fake.reset(state="twoo")
    fake.forget("two")
    with pytest.raises(ValueError, match=r"^there is no state 'two'; none is kept$"):
        fake.forget("two")


def test_a_state_has_its_data_already(fake: FakeBeeper) -> None:
    fake.keep("start")
    with pytest.raises(TypeError, match="world and seed must be omitted with a state"):
        fake.reset(state="start", world="empty")
    with pytest.raises(TypeError, match="world and seed must be omitted with a state"):
        fake.reset(state="start", seed=1)


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_must_not_be_blank(fake: FakeBeeper, name: str) -> None:
    with pytest.raises(ValueError, match="name must not be blank"):
        fake.keep(name)


@pytest.mark.parametrize("name", [None, 1, b"a"])
def test_a_name_must_be_a_str(fake: FakeBeeper, name: Any) -> None:
    with pytest.raises(TypeError, match="name must be a str"):
        fake.keep(name)
    with pytest.raises(TypeError, match="name must be a str"):
        fake.forget(name)


def test_over_http(remote: Remote) -> None:
    remote.call("POST", "/world/add_chat", {"title": "Plans", "people": ["Bob"]})
    remote.call("PUT", "/states/with%20plans")
    remote.call("POST", "/reset")
    assert [one["title"] for one in remote.call("GET", "/world/chats")].count("Plans") == 0
    remote.call("POST", "/reset", {"state": "with plans"})
    assert [one["title"] for one in remote.call("GET", "/world/chats")].count("Plans") == 1
    assert remote.fake.states == ["with plans"]
    remote.call("DELETE", "/states/with%20plans")
    assert remote.refused(404, "POST", "/reset", json={"state": "with plans"})["code"] == "not_found"
