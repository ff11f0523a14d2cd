"""Looks people and chats up by name: whom to ask for what, in as few requests as an answer without doubt takes.

What fits, and how well, is decided in ``matching``. The server's own search is asked only for what it looks up
exactly (a phone number, an e-mail, an @handle): it folds no accents, so that of two people called Zoë and Zoe it
would show one, who would then be taken for the only one. For names and IDs all contacts and direct chats are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import resources
from ..._core.people.matching import Chats, People, Query, others
from ..._core.people.names import Person
from ...errors import NoMatch, NotFoundError, NotSupportedByServer

if TYPE_CHECKING:
    from ..._core.generated import models
    from ..._core.people.account_filter import AccountFilter
    from ..engine.sender import AsyncRequestSender

LARGEST_PAGE = 200
"""Contacts or chats asked for at once: the most a server gives. (Some give 25 chats whatever they are asked for.)"""
_NOT_THERE = (NotFoundError, NotSupportedByServer)
"""Natively run accounts have no contacts to ask for, and apps before 4.2.557 no list of them."""


class AsyncContactBook:
    """Contacts, from servers and accounts that may have none."""

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._contacts = resources.AsyncAccountsApi(engine).contacts
        self._lists: bool | None = None

    async def everyone(self, account_id: str) -> list[models.User] | None:
        """All contacts of an account; None where they are not to be had."""
        try:
            return await self._contacts.list(account_id, limit=LARGEST_PAGE).collect()
        except _NOT_THERE:
            return None

    async def matching(self, account_id: str, query: str) -> list[models.User] | None:
        """What the server finds among the contacts of an account, and on its network."""
        try:
            return (await self._contacts.search(account_id, query=query)).items
        except _NOT_THERE:
            return None

    async def fitting(self, account_id: str, wanted: Query) -> list[models.User] | None:
        """All those among whom somebody wanted would be."""
        if wanted.address is not None:
            return await self.matching(account_id, wanted.address)
        people = None if self._lists is False else await self.everyone(account_id)
        if people is not None:
            self._lists = True
        elif not self._lists:  # no contacts, or an app that can only search them
            people = await self.matching(account_id, wanted.text)
            self._lists = None if people is None else False
        return people


async def find_person(engine: AsyncRequestSender, name: str, scope: AccountFilter) -> Person:
    """The one person a text means. Raises NoMatch and AmbiguousMatch."""
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
    """Show it the people of direct chats: contacts may lack them. How many chats there were."""
    identity_cache, seen = engine.state.identity, 0
    chats = resources.AsyncChatsApi(engine).search(type="single", account_ids=scope.requested, limit=LARGEST_PAGE)
    async for chat in chats:
        if chat.merge is not None or not scope.includes(chat):
            continue  # those it shows come too, each with its account
        seen += 1
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
        for user in others(chat, identity_cache.is_own):
            found.add(Person(user, chat.account_id, scope.network_of(chat.account_id), chat.id))
    return seen


async def find_chat(engine: AsyncRequestSender, name: str, scope: AccountFilter, kind: str) -> models.Chat:
    """The one chat a text means. Raises NoMatch and AmbiguousMatch."""
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
    """The member at hand who is oneself, where the chat does not mark one. At most one request, once per client."""
    identity_cache = engine.state.identity
    if (
        not any(identity_cache.is_own(chat.account_id, member.id) for member in chat.participants.items)
        and not identity_cache.listed
    ):
        identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
    return next(
        (member for member in chat.participants.items if identity_cache.is_own(chat.account_id, member.id)), None
    )
