"""Finds people and chats by name, with as few requests as a unique result needs.

``matching`` ranks the results. The server's own search is used only for what it finds exactly (a phone number, e-mail
address or @handle). It does not ignore accents: of two people called Zoë and Zoe it would return one, who would seem to
be the only match. For names and IDs, all contacts and direct chats are read.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..._core.chats.accounts import ListedAccounts
from ..._core.chats.search import search_listing
from ..._core.generated import api, resources
from ..._core.people.matching import Chats, People, Query, is_with_oneself, others, unmarked
from ..._core.people.names import Person
from ..._core.people.rosters import roster_of
from ...errors import AmbiguousMatch, NoMatch, NotFoundError
from ..engine.pager import AsyncPager
from .contact_book import MAX_PAGE_SIZE, AsyncContactBook, hurried

if TYPE_CHECKING:
    from ..._core.chats.owner_pages import Content
    from ..._core.generated import models
    from ..._core.people.account_filter import AccountFilter
    from ..engine.sender import AsyncRequestSender


async def find_person(
    engine: AsyncRequestSender,
    name: str,
    scope: AccountFilter,
    timeout: float | None,  # noqa: ASYNC109  # of each request for contacts
) -> Person:
    found, book, is_own = People(Query(name)), AsyncContactBook(hurried(engine, timeout)), engine.state.identity.is_own
    if scope.needs_list:
        scope.set_accounts(await resources.AsyncAccountsApi(engine).list())
    seen = await _see_direct_chats(engine, found, scope)
    contacts = await book.fitting(scope.accounts, found.wanted)
    for account_id, people in contacts.items():
        for user in people:
            if user.is_self is not True and not is_own(account_id, user.id):
                found.add(Person(user, account_id, scope.network_of(account_id)))
    searched = (f"{seen} direct chats", f"the contacts of {len(contacts)} of {len(scope.accounts)} accounts")
    try:
        return found.best(searched, book.failed)
    except NoMatch:
        raise await _no_match(engine, scope, searched, known=bool(seen or contacts)) from None


async def _see_direct_chats(engine: AsyncRequestSender, found: People, scope: AccountFilter) -> int:
    """Add the people of direct chats. Returns the number of chats."""
    identity_cache, seen = engine.state.identity, 0
    async for chat in _standing_chats(engine, scope, "single"):
        if not scope.includes(chat):
            continue
        seen += 1
        # The match may be the user themself. The list of accounts shows which participant that is.
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
        for user in others(chat, identity_cache.is_own):
            found.add(Person(user, chat.account_id, scope.network_of(chat.account_id), chat.id))
    return seen


def _standing_chats(
    engine: AsyncRequestSender, scope: AccountFilter, kind: models.ChatTypeFilter
) -> AsyncPager[Content[models.ChatPage], models.Chat]:
    """The chats of which each is on one account: members of merged chats, and no merged chats.

    The caller selects the accounts: a server that leaves out members would, under a filter, show nothing of them, and a
    namesake would be the only match.
    """
    state = engine.state
    none_or_all = None if scope.requested else scope.requested
    request = api.chats.search(type=kind, account_ids=none_or_all, limit=MAX_PAGE_SIZE)
    accounts = partial(ListedAccounts, None, scope.requested, state.identity)
    listing = search_listing(request, request, None, (None, True), accounts, (), lambda: state.finds_members)
    return AsyncPager(engine.send, listing)


async def find_chat(
    engine: AsyncRequestSender, name: str, scope: AccountFilter, kind: models.ChatTypeFilter
) -> models.Chat:
    found, chats = Chats(Query(name)), resources.AsyncChatsApi(engine)
    if found.wanted.text.startswith("!"):
        return await _chat_by_id(chats, found.wanted.text, scope)
    identity_cache, seen = engine.state.identity, 0
    if scope.by_network:
        scope.set_accounts(await resources.AsyncAccountsApi(engine).list())
    everything = chats.search(type=kind, limit=MAX_PAGE_SIZE)
    async for chat in _standing_chats(engine, scope, kind) if scope.is_selective else everything:
        if not scope.includes(chat):
            continue
        seen += 1
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
        found.add(chat, identity_cache.is_own)
    searched = (f"{seen} chats",)
    try:
        return found.best(searched)
    except NoMatch:
        raise await _no_match(engine, scope, searched, known=bool(seen)) from None


async def _no_match(
    engine: AsyncRequestSender, scope: AccountFilter, searched: tuple[str, ...], *, known: bool
) -> NoMatch:
    if not known and scope.requested and not scope.by_network:
        scope.set_accounts(await resources.AsyncAccountsApi(engine).list())
    return NoMatch(searched, None if known else scope.problem)


async def _chat_by_id(chats: resources.AsyncChatsApi, chat_id: str, scope: AccountFilter) -> models.Chat:
    try:
        chat = await chats.retrieve(chat_id)
    except NotFoundError:
        chat = None
    if chat is None or not scope.includes(chat):
        raise NoMatch(["the chat with this ID"])
    return chat


async def me_among(engine: AsyncRequestSender, chat: models.Chat) -> models.User | None:
    """The current user in a chat that does not mark them."""
    identity_cache = engine.state.identity
    if (
        not any(identity_cache.is_own(chat.account_id, member.id) for member in roster_of(chat).items)
        and not identity_cache.listed
    ):
        identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
    return next((member for member in roster_of(chat).items if identity_cache.is_own(chat.account_id, member.id)), None)


async def find_note_to_self(engine: AsyncRequestSender, scope: AccountFilter) -> models.Chat:
    identity_cache, seen = engine.state.identity, 0
    found: dict[str, models.Chat] = {}
    if scope.by_network:
        scope.set_accounts(await resources.AsyncAccountsApi(engine).list())
    async for chat in _standing_chats(engine, scope, "single"):
        if not scope.includes(chat):
            continue
        seen += 1
        if unmarked(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(await resources.AsyncAccountsApi(engine).list())
        if is_with_oneself(chat, identity_cache.is_own):
            found[chat.id] = chat
    searched = (f"{seen} direct chats",)
    if len(found) > 1:
        raise AmbiguousMatch(list(found.values()), searched, "network= or account=")
    if not found:
        raise await _no_match(engine, scope, searched, known=bool(seen))
    return next(iter(found.values()))
