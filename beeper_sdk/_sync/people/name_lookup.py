# @generated


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
from ..engine.pager import Pager
from .contact_book import MAX_PAGE_SIZE, ContactBook, hurried

if TYPE_CHECKING:
    from ..._core.chats.owner_pages import Content
    from ..._core.generated import models
    from ..._core.people.account_filter import AccountFilter
    from ..engine.sender import RequestSender


def find_person(
    engine: RequestSender,
    name: str,
    scope: AccountFilter,
    timeout: float | None,  # noqa: ASYNC109  # of each request for contacts
) -> Person:
    found, book, is_own = People(Query(name)), ContactBook(hurried(engine, timeout)), engine.state.identity.is_own
    if scope.needs_list:
        scope.set_accounts(resources.AccountsApi(engine).list())
    seen = _see_direct_chats(engine, found, scope)
    contacts = book.fitting(scope.accounts, found.wanted)
    for account_id, people in contacts.items():
        for user in people:
            if user.is_self is not True and not is_own(account_id, user.id):
                found.add(Person(user, account_id, scope.network_of(account_id)))
    searched = (f"{seen} direct chats", f"the contacts of {len(contacts)} of {len(scope.accounts)} accounts")
    try:
        return found.best(searched, book.failed)
    except NoMatch:
        raise _no_match(engine, scope, searched, known=bool(seen or contacts)) from None


def _see_direct_chats(engine: RequestSender, found: People, scope: AccountFilter) -> int:
    identity_cache, seen = engine.state.identity, 0
    for chat in _standing_chats(engine, scope, "single"):
        if not scope.includes(chat):
            continue
        seen += 1
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(resources.AccountsApi(engine).list())
        for user in others(chat, identity_cache.is_own):
            found.add(Person(user, chat.account_id, scope.network_of(chat.account_id), chat.id))
    return seen


def _standing_chats(
    engine: RequestSender, scope: AccountFilter, kind: models.ChatTypeFilter
) -> Pager[Content[models.ChatPage], models.Chat]:
    state = engine.state
    none_or_all = None if scope.requested else scope.requested
    request = api.chats.search(type=kind, account_ids=none_or_all, limit=MAX_PAGE_SIZE)
    accounts = partial(ListedAccounts, None, scope.requested, state.identity)
    listing = search_listing(request, request, None, (None, True), accounts, (), lambda: state.finds_members)
    return Pager(engine.send, listing)


def find_chat(engine: RequestSender, name: str, scope: AccountFilter, kind: models.ChatTypeFilter) -> models.Chat:
    found, chats = Chats(Query(name)), resources.ChatsApi(engine)
    if found.wanted.text.startswith("!"):
        return _chat_by_id(chats, found.wanted.text, scope)
    identity_cache, seen = engine.state.identity, 0
    if scope.by_network:
        scope.set_accounts(resources.AccountsApi(engine).list())
    everything = chats.search(type=kind, limit=MAX_PAGE_SIZE)
    for chat in _standing_chats(engine, scope, kind) if scope.is_selective else everything:
        if not scope.includes(chat):
            continue
        seen += 1
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(resources.AccountsApi(engine).list())
        found.add(chat, identity_cache.is_own)
    searched = (f"{seen} chats",)
    try:
        return found.best(searched)
    except NoMatch:
        raise _no_match(engine, scope, searched, known=bool(seen)) from None


def _no_match(engine: RequestSender, scope: AccountFilter, searched: tuple[str, ...], *, known: bool) -> NoMatch:
    if not known and scope.requested and not scope.by_network:
        scope.set_accounts(resources.AccountsApi(engine).list())
    return NoMatch(searched, None if known else scope.problem)


def _chat_by_id(chats: resources.ChatsApi, chat_id: str, scope: AccountFilter) -> models.Chat:
    try:
        chat = chats.retrieve(chat_id)
    except NotFoundError:
        chat = None
    if chat is None or not scope.includes(chat):
        raise NoMatch(["the chat with this ID"])
    return chat


def me_among(engine: RequestSender, chat: models.Chat) -> models.User | None:
    identity_cache = engine.state.identity
    if (
        not any(identity_cache.is_own(chat.account_id, member.id) for member in roster_of(chat).items)
        and not identity_cache.listed
    ):
        identity_cache.observe_accounts(resources.AccountsApi(engine).list())
    return next((member for member in roster_of(chat).items if identity_cache.is_own(chat.account_id, member.id)), None)


def find_note_to_self(engine: RequestSender, scope: AccountFilter) -> models.Chat:
    identity_cache, seen = engine.state.identity, 0
    found: dict[str, models.Chat] = {}
    if scope.by_network:
        scope.set_accounts(resources.AccountsApi(engine).list())
    for chat in _standing_chats(engine, scope, "single"):
        if not scope.includes(chat):
            continue
        seen += 1
        if unmarked(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(resources.AccountsApi(engine).list())
        if is_with_oneself(chat, identity_cache.is_own):
            found[chat.id] = chat
    searched = (f"{seen} direct chats",)
    if len(found) > 1:
        raise AmbiguousMatch(list(found.values()), searched, "network= or account=")
    if not found:
        raise _no_match(engine, scope, searched, known=bool(seen))
    return next(iter(found.values()))
