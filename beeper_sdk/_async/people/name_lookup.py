"""Finds people and chats by name, with as few requests as a unique result needs.

``matching`` ranks the results. The server's own search is used only for what it finds exactly (a phone number, e-mail
address or @handle). It does not ignore accents: of two people called Zoë and Zoe it would return one, who would seem to
be the only match. For names and IDs, all contacts and direct chats are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import resources
from ..._core.people.matching import Chats, People, Query, others
from ..._core.people.names import Person
from ..._core.people.rosters import roster_of
from ...errors import NoMatch, NotFoundError, NotSupportedByServer

if TYPE_CHECKING:
    from ..._core.generated import models
    from ..._core.people.account_filter import AccountFilter
    from ..engine.sender import AsyncRequestSender

LARGEST_PAGE = 200
"""The maximum page size of contacts and chats. (Some apps return 25 chats whatever the requested size.)"""
_NOT_THERE = (NotFoundError, NotSupportedByServer)
"""Native accounts such as iMessage have no contacts in the API, and apps before 4.2.557 cannot list contacts."""


class AsyncContactBook:
    """Requests contacts, which not all apps and accounts have."""

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._contacts = resources.AsyncAccountsApi(engine).contacts
        self._lists: bool | None = None

    async def everyone(self, account_id: str) -> list[models.User] | None:
        """All contacts of an account; None if they are not available."""
        try:
            return await self._contacts.list(account_id, limit=LARGEST_PAGE).collect()
        except _NOT_THERE:
            return None

    async def matching(self, account_id: str, query: str) -> list[models.User] | None:
        """The results of the server's search in the contacts and network of an account; None if not available."""
        try:
            return (await self._contacts.search(account_id, query=query)).items
        except _NOT_THERE:
            return None

    async def fitting(self, account_id: str, wanted: Query) -> list[models.User] | None:
        """The contacts of an account that include every match of the query."""
        if wanted.address is not None:
            return await self.matching(account_id, wanted.address)
        people = None if self._lists is False else await self.everyone(account_id)
        if people is not None:
            self._lists = True
        elif not self._lists:  # an account without contacts, or an app that can only search them
            people = await self.matching(account_id, wanted.text)
            self._lists = None if people is None else False
        return people


async def find_person(engine: AsyncRequestSender, name: str, scope: AccountFilter) -> Person:
    """The person that matches a name. Raises NoMatch, AmbiguousMatch."""
    found, book, is_own = People(Query(name)), AsyncContactBook(engine), engine.state.identity.is_own
    if scope.needs_list:
        scope.set_accounts(await resources.AsyncAccountsApi(engine).list())
    seen, searched = await _see_direct_chats(engine, found, scope), 0
    for account_id in scope.accounts:
        people = await book.fitting(account_id, found.wanted)
        searched += people is not None
        for user in people or ():
            if not user.is_self and not is_own(account_id, user.id):
                found.add(Person(user, account_id, scope.network_of(account_id)))
    return found.best((f"{seen} direct chats", f"the contacts of {searched} of {len(scope.accounts)} accounts"))


async def _see_direct_chats(engine: AsyncRequestSender, found: People, scope: AccountFilter) -> int:
    """Add the people of direct chats, who may be missing in the contacts. Returns the number of chats."""
    identity_cache, seen = engine.state.identity, 0
    chats = resources.AsyncChatsApi(engine).search(type="single", account_ids=scope.requested, limit=LARGEST_PAGE)
    async for chat in chats:
        if chat.merge is not None or not scope.includes(chat):
            continue  # its member chats are in the list too, each with its account
        seen += 1
        # The match may be the user themself. The list of accounts shows which participant that is.
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
        for user in others(chat, identity_cache.is_own):
            found.add(Person(user, chat.account_id, scope.network_of(chat.account_id), chat.id))
    return seen


async def find_chat(
    engine: AsyncRequestSender, name: str, scope: AccountFilter, kind: models.ChatTypeFilter
) -> models.Chat:
    """The chat that matches a name. Raises NoMatch, AmbiguousMatch."""
    found, api = Chats(Query(name)), resources.AsyncChatsApi(engine)
    if found.wanted.text.startswith("!"):
        return await _chat_by_id(api, found.wanted.text, scope)
    identity_cache, seen = engine.state.identity, 0
    if scope.by_network:
        scope.set_accounts(await resources.AsyncAccountsApi(engine).list())
    async for chat in api.search(type=kind, account_ids=scope.requested, limit=LARGEST_PAGE):
        if not scope.includes(chat):
            continue
        seen += 1
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
        found.add(chat, identity_cache.is_own)
    return found.best((f"{seen} chats",))


async def _chat_by_id(api: resources.AsyncChatsApi, chat_id: str, scope: AccountFilter) -> models.Chat:
    try:
        chat = await api.retrieve(chat_id)
    except NotFoundError:
        chat = None
    if chat is None or not scope.includes(chat):
        raise NoMatch(["the chat with this ID"])
    return chat


async def me_among(engine: AsyncRequestSender, chat: models.Chat) -> models.User | None:
    """The current user among the participants of a chat that does not mark them. At most one request per client."""
    identity_cache = engine.state.identity
    if (
        not any(identity_cache.is_own(chat.account_id, member.id) for member in roster_of(chat).items)
        and not identity_cache.listed
    ):
        identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
    return next((member for member in roster_of(chat).items if identity_cache.is_own(chat.account_id, member.id)), None)
