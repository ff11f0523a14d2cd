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


def acted(kind: Kind, server: Server, *acts: Act) -> list[Any]:
    """What each act gives, one after the other, with one client."""
    if isinstance(server, FakeBeeper):
        options: dict[str, Any] = {"access_token": server.token, "base_url": server.url}
    else:
        options = {"access_token": TOKEN, "transport": httpx.MockTransport(server)}
    options["retry"] = AT_ONCE
    if kind == "sync":
        with Beeper(**options) as beeper:
            return [act(beeper) for act in acts]

    async def run() -> list[Any]:
        results: list[Any] = []
        async with AsyncBeeper(**options) as beeper:
            for act in acts:
                result = act(beeper)
                results.append(await as_awaitable(result) if inspect.isawaitable(result) else result)
        return results

    return anyio.run(run, backend=kind)


def one(kind: Kind, server: Server, act: Act) -> Any:
    """What one act gives."""
    return acted(kind, server, act)[0]


def asked(server: FakeBeeper | Town) -> dict[str, int]:
    """How often each operation was asked for."""
    names = [each.operation for each in server.requests] if isinstance(server, FakeBeeper) else server.asked
    return {name: names.count(name) for name in sorted(set(names))}


def user(user_id: str, name: str | None = None, **more: object) -> dict[str, object]:
    return {"id": user_id, **({} if name is None else {"fullName": name}), **more}


ME = user("@me:beeper.local", "Olga Own", isSelf=True)


def direct(chat_id: str, *people: dict[str, object], account: str = "wa", **more: object) -> dict[str, Any]:
    """A chat, direct unless told otherwise."""
    members = {"items": list(people), "hasMore": False, "total": len(people)}
    title = next((each["fullName"] for each in people if "fullName" in each and "isSelf" not in each), "")
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
        self.asked: list[str] = []
        self.queries: list[httpx.QueryParams] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.queries.append(request.url.params)
        match request.url.path.strip("/").split("/")[1:]:
            case ["accounts"]:
                self.asked.append("accounts_list")
                owner = {key: value for key, value in ME.items() if key != "isSelf"}
                return answer([{"accountID": each, "network": NETWORKS[each], "user": owner} for each in self.accounts])
            case ["accounts", account, "contacts", "list"]:
                self.asked.append("accounts_contacts_list")
                return self._page(self.contacts.get(account) if self.lists else None)
            case ["accounts", account, "contacts"]:
                self.asked.append("accounts_contacts_search")
                return self._found(account, request.url.params["query"])
            case ["chats", "search"]:
                self.asked.append("chats_search")
                wanted = request.url.params.get_list("accountIDs")
                return self._page([each for each in self.chats if not wanted or each["accountID"] in wanted])
            case ["chats", chat_id]:
                self.asked.append("chats_retrieve")
                found = next((each for each in self.chats if each["id"] == chat_id), None)
                return answer(found) if found else answer({"message": "gone"}, 404)
            case _:
                return answer({"message": "no such thing"}, 404)

    def _page(self, items: list[Any] | None) -> httpx.Response:
        if items is None:
            return answer({"message": "no such account"}, 404)
        return answer({"items": items, "hasMore": False, "oldestCursor": None, "newestCursor": None})

    def _found(self, account: str, query: str) -> httpx.Response:
        if account not in self.contacts:
            return answer({"message": "no such account"}, 404)
        contacts = self.contacts[account]
        fitting = [each for each in contacts if query.lower() in {str(value).lower() for value in each.values()}]
        return answer({"items": fitting or self.contacts[account][:1]})  # and something fuzzy
