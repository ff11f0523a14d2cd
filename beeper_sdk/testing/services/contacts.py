"""People reachable through an account, over HTTP."""

from __future__ import annotations

from fastapi import Response

from beeper_sdk_server import models

from ..rules import people
from ..rules.pages import Listing
from ..rules.search import person_matches
from ..wire.json_values import Json
from ..wire.tokens import Token
from ._base import Service, answer, ask


class Contacts(Service):
    """Implements the Protocol ContactsService."""

    async def accounts_contacts_search(self, *, principal: Token, account_id: str, query: str) -> Response:
        """Contacts with these words, and exact hits of a number, a mail address or a handle."""
        return answer({"items": people.search(self._world, account_id, query)})

    async def accounts_contacts_list(
        self,
        *,
        principal: Token,
        account_id: str,
        cursor: str | None,
        direction: models.Direction | None,
        limit: int,
        query: str | None,
    ) -> Response:
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
