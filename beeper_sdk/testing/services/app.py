"""The running app over HTTP: what it is, its window and labels, its accounts, and people reachable through them."""

from __future__ import annotations

from ..rules import people
from ..rules.search import focus, person_matches, search_all
from ..wire.json_values import Json
from ..wire.pages import Listing
from ..wire.requests import ServerResponse
from ..wire.spec import served_paths
from ..wire.spec_document import document, spec_text
from ..wire.tokens import Token
from ._base import Service, answer, ask


class Accounts(Service):
    """Implements the Protocol AccountsService."""

    async def accounts_list(self, *, principal: Token) -> ServerResponse:
        """Every account, as a bare array."""
        return answer(list(self._world.accounts.values()))

    async def accounts_retrieve(self, *, principal: Token, account_id: str) -> ServerResponse:
        """One account."""
        return answer(self._world.account(account_id))


class Contacts(Service):
    """Implements the Protocol ContactsService."""

    async def accounts_contacts_search(self, *, principal: Token, account_id: str, query: str) -> ServerResponse:
        """Contacts with these words, and exact hits of a number, a mail address or a handle."""
        return answer({"items": people.search(self._world, account_id, query)})

    async def accounts_contacts_list(
        self,
        *,
        principal: Token,
        account_id: str,
        cursor: str | None,
        direction: str | None,
        limit: int,
        query: str | None,
    ) -> ServerResponse:
        """The contacts by name, in pages."""
        self._world.account(account_id)
        # Pages run from the newest entry to the oldest: the first contact by name counts as the newest.
        contacts = [*enumerate(reversed(self._world.contacts[account_id]))]
        fitting = [entry for entry in contacts if query is None or person_matches(query, entry[1])]
        listing: Listing[tuple[int, Json]] = Listing(
            f"contacts/{account_id}", fitting, lambda entry: [entry[0]], self._world.cursors
        )
        page = listing.page(ask(cursor, direction, limit))
        return answer(page.wire([user for _, user in page.entries]))


class Labels(Service):
    """Implements the Protocol LabelsService."""

    async def labels_list(self, *, principal: Token) -> ServerResponse:
        """Every label by name, as a bare array."""
        return answer(sorted(self._world.labels, key=lambda label: str(label["name"]).casefold()))


class Desktop(Service):
    """Implements the Protocol DesktopService."""

    async def focus(self, *, principal: Token, body: Json) -> ServerResponse:
        """Bring the app to the front."""
        focus(self._world, body)
        return answer({"success": True})

    async def search(self, *, principal: Token, query: str) -> ServerResponse:
        """Chats, groups by participant, and the first page of messages."""
        return answer({"results": await search_all(self._world, query)})


_OAUTH = {
    "authorization": "authorize",
    "token": "token",
    "introspection": "introspect",
    "userinfo": "userinfo",
    "revocation": "revoke",
    "registration": "register",
}


class Server(Service):
    """Implements the Protocol ServerService."""

    async def info_retrieve(self) -> ServerResponse:
        """The app, the machine, the listener and the URLs of everything else."""
        base = self._site.base_url
        host, port = _split(base.removeprefix("http://"))
        return answer(
            {
                "app": self._site.app(),
                "platform": {"os": "darwin", "arch": "arm64", "release": "v24.14.0"},
                "server": {
                    "status": "running",
                    "base_url": base,
                    "port": port,
                    "hostname": host,
                    "remote_access": False,
                    "mcp_enabled": False,
                },
                "endpoints": {
                    "oauth": {f"{name}_endpoint": f"{base}/oauth/{path}" for name, path in _OAUTH.items()},
                    "spec": f"{base}/v1/spec",
                    "mcp": f"{base}/v0/mcp",
                    "ws_events": f"{base}/v1/ws",
                },
            }
        )

    async def info_spec(self, *, principal: Token | None) -> ServerResponse:
        """The document this server was made from; that of an older app lists what it served."""
        age = self._site.age
        if age is not None:
            return answer({**document(), "paths": served_paths(age)})
        return ServerResponse(200, (("content-type", "application/json; charset=utf-8"),), spec_text().encode())


def _split(address: str) -> tuple[str, int]:
    """The host and the port of a Host header, which omits port 80."""
    host, _, port = address.rpartition(":")
    return (host, int(port)) if port.isdecimal() and len(port) <= 5 else (address, 80)
