"""An empty list of accounts, chats or kinds means none: nothing is requested, and nothing is returned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import api, errors, v0
from beeper_sdk_client import Client  # noqa: TID251  # the minimal client
from tests.generated.contract import function, plan
from tests.scripted_server import Kind, Script, answer, call

PAGE = answer({"items": [], "hasMore": False, "chats": {}})
FILTERS = [
    (operation.name, argument.name)
    for operation in plan().operations
    for argument in operation.of("query")
    if type(argument.shape).__name__ == "List" and operation.raw["x-beeper-effect"] == "read"
]


def test_there_are_filters_of_every_kind() -> None:
    assert {name for name, _ in FILTERS} == {
        "chats.list",
        "chats.search",
        "messages.search",
        "v0.search_chats",
        "v0.search_messages",
    }
    assert {argument for _, argument in FILTERS} == {"account_ids", "chat_ids", "media_types"}


def method(client: Any, name: str) -> Callable[..., Any]:
    for part in name.split("."):
        client = getattr(client, part)
    found: Callable[..., Any] = client
    return found


@pytest.mark.parametrize("empty", [[], (), set(), {}.keys()], ids=["list", "tuple", "set", "keys"])
@pytest.mark.parametrize(("name", "argument"), FILTERS)
def test_nothing_is_requested(kind: Kind, name: str, argument: str, empty: Any) -> None:
    server = Script(PAGE)

    def act(client: Any) -> Any:
        found = method(client, name)(**{argument: empty})
        return found.collect() if hasattr(found, "collect") else found

    found = call(kind, server, act)
    assert (found if isinstance(found, list) else found.items) == []
    assert server.count == 0


@pytest.mark.parametrize(
    "act",
    [
        lambda b: b.chats.list(account_ids=[]).first(),
        lambda b: b.chats.list(account_ids=[]).oldest_first().first(),
        lambda b: b.chats.list(account_ids=[]).strict().first(),
        lambda b: b.messages.search(chat_ids=[], account_ids=["a"], query="x").first(),
    ],
)
def test_pagers_of_every_form_are_empty(kind: Kind, act: Callable[[Any], Any]) -> None:
    server = Script(PAGE)
    assert call(kind, server, act) is None
    assert server.count == 0


def test_there_is_no_response_to_return(kind: Kind) -> None:
    server = Script(PAGE)
    with pytest.raises(ValueError, match=r"chats\.list has an empty list of what to return"):
        call(kind, server, lambda b: b.raw(api.chats.list(account_ids=[])))
    assert server.count == 0


def test_the_minimal_client_requests_nothing_either() -> None:
    with Client("http://127.0.0.1:1", access_token="t") as client:
        for name, argument in FILTERS:
            assert client.send(function(name)(**{argument: []})).items == []


@pytest.mark.parametrize("account", [[], ()])
def test_a_search_by_name_among_no_accounts_matches_nothing(kind: Kind, account: Any) -> None:
    server = Script(PAGE)
    for act in (lambda b: b.people.find("Alice", account=account), lambda b: b.chats.find("Alice", account=account)):
        with pytest.raises(errors.NoMatch):
            call(kind, server, act)
    assert server.count == 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_v0_requests_nothing_either() -> None:
    server = Script(PAGE)
    with v0.Client("t", transport=httpx.MockTransport(server)) as client:
        assert client.search_chats(account_ids=[]).items == []
        assert client.search_messages(chat_ids=[]).items == []
    assert server.count == 0
