"""One way to do several things with one client of any kind, against the fake server or a small made-up server."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, TypeAlias

import anyio
import httpx

from beeper_sdk import AsyncBeeper, Beeper
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import AT_ONCE, TOKEN, Kind, answer, as_awaitable

Act: TypeAlias = Callable[[Any], Any]
Server: TypeAlias = FakeBeeper | Callable[[httpx.Request], httpx.Response]


def acted(kind: Kind, server: Server, *operations: Act) -> list[Any]:
    """What each operation returns, one after the other, with one client."""
    if isinstance(server, FakeBeeper):
        options: dict[str, Any] = {"access_token": server.token, "base_url": server.url}
    else:
        options = {"access_token": TOKEN, "transport": httpx.MockTransport(server)}
    options["retry"] = AT_ONCE
    if kind == "sync":
        with Beeper(**options) as beeper:
            return [operation(beeper) for operation in operations]

    async def run() -> list[Any]:
        results: list[Any] = []
        async with AsyncBeeper(**options) as beeper:
            for operation in operations:
                result = operation(beeper)
                results.append(await as_awaitable(result) if inspect.isawaitable(result) else result)
        return results

    return anyio.run(run, backend=kind)


def result_of(kind: Kind, server: Server, operation: Act) -> Any:
    """What one operation returns."""
    return acted(kind, server, operation)[0]


def request_counts(server: FakeBeeper | Town) -> dict[str, int]:
    """How often each operation was requested."""
    names = [request.operation for request in server.requests] if isinstance(server, FakeBeeper) else server.requested
    return {name: names.count(name) for name in sorted(set(names))}


def user(user_id: str, name: str | None = None, **more: object) -> dict[str, object]:
    return {"id": user_id, **({} if name is None else {"fullName": name}), **more}


ME = user("@me:beeper.local", "Olga Own", isSelf=True)


def direct(chat_id: str, *people: dict[str, object], account: str = "wa", **more: object) -> dict[str, Any]:
    """A chat, direct unless specified otherwise."""
    members = {"items": list(people), "hasMore": False, "total": len(people)}
    title = next((person["fullName"] for person in people if "fullName" in person and "isSelf" not in person), "")
    return {"id": chat_id, "accountID": account, "network": NETWORKS.get(account), "type": "single", "title": title,
            "unreadCount": 0, "participants": members, **more}  # fmt: skip


NETWORKS = {"wa": "WhatsApp", "sig": "Signal", "imsg": "iMessage"}


class Town:
    """A server with these contacts and chats. Accounts without contacts answer 404, as native ones do."""

    def __init__(
        self,
        contacts: dict[str, list[dict[str, object]]] | None = None,
        chats: list[dict[str, Any]] | None = None,
        accounts: tuple[str, ...] = ("wa", "sig"),
        *,
        lists: bool = True,
    ) -> None:
        self.contacts, self.chats, self.accounts, self.lists = contacts or {}, chats or [], accounts, lists
        self.requested: list[str] = []
        self.queries: list[httpx.QueryParams] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.queries.append(request.url.params)
        match request.url.path.strip("/").split("/")[1:]:
            case ["accounts"]:
                self.requested.append("accounts.list")
                owner = {key: value for key, value in ME.items() if key != "isSelf"}
                return answer([{"accountID": name, "network": NETWORKS[name], "user": owner} for name in self.accounts])
            case ["accounts", account, "contacts", "list"]:
                self.requested.append("accounts.contacts.list")
                return self._page(self.contacts.get(account) if self.lists else None)
            case ["accounts", account, "contacts"]:
                self.requested.append("accounts.contacts.search")
                return self._search_results(account, request.url.params["query"])
            case ["chats", "search"]:
                self.requested.append("chats.search")
                wanted = request.url.params.get_list("accountIDs")
                return self._page([chat for chat in self.chats if not wanted or chat["accountID"] in wanted])
            case ["chats", chat_id]:
                self.requested.append("chats.retrieve")
                matches = [chat for chat in self.chats if chat["id"] == chat_id]
                return answer(matches[0]) if matches else answer({"message": "gone"}, 404)
            case _:
                return answer({"message": "no such thing"}, 404)

    def _page(self, items: list[Any] | None) -> httpx.Response:
        if items is None:
            return answer({"message": "no such account"}, 404)
        return answer({"items": items, "hasMore": False, "oldestCursor": None, "newestCursor": None})

    def _search_results(self, account: str, query: str) -> httpx.Response:
        if account not in self.contacts:
            return answer({"message": "no such account"}, 404)
        contacts = self.contacts[account]
        fitting = [
            contact for contact in contacts if query.lower() in {str(value).lower() for value in contact.values()}
        ]
        return answer({"items": fitting or self.contacts[account][:1]})  # and something fuzzy
