# @generated from beeper_sdk/_async; do not edit


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
    from ..engine.sender import RequestSender

LARGEST_PAGE = 200
_NOT_THERE = (NotFoundError, NotSupportedByServer)


class ContactBook:
    def __init__(self, engine: RequestSender) -> None:
        self._contacts = resources.AccountsApi(engine).contacts
        self._lists: bool | None = None

    def everyone(self, account_id: str) -> list[models.User] | None:
        try:
            return self._contacts.list(account_id, limit=LARGEST_PAGE).collect()
        except _NOT_THERE:
            return None

    def matching(self, account_id: str, query: str) -> list[models.User] | None:
        try:
            return (self._contacts.search(account_id, query=query)).items
        except _NOT_THERE:
            return None

    def fitting(self, account_id: str, wanted: Query) -> list[models.User] | None:
        if wanted.address is not None:
            return self.matching(account_id, wanted.address)
        people = None if self._lists is False else self.everyone(account_id)
        if people is not None:
            self._lists = True
        elif not self._lists:  # an account without contacts, or an app that can only search them
            people = self.matching(account_id, wanted.text)
            self._lists = None if people is None else False
        return people


def find_person(engine: RequestSender, name: str, scope: AccountFilter) -> Person:
    found, book, is_own = People(Query(name)), ContactBook(engine), engine.state.identity.is_own
    if scope.needs_list:
        scope.set_accounts(resources.AccountsApi(engine).list())
    seen, searched = _see_direct_chats(engine, found, scope), 0
    for account_id in scope.accounts:
        people = book.fitting(account_id, found.wanted)
        searched += people is not None
        for user in people or ():
            if not user.is_self and not is_own(account_id, user.id):
                found.add(Person(user, account_id, scope.network_of(account_id)))
    return found.best((f"{seen} direct chats", f"the contacts of {searched} of {len(scope.accounts)} accounts"))


def _see_direct_chats(engine: RequestSender, found: People, scope: AccountFilter) -> int:
    identity_cache, seen = engine.state.identity, 0
    chats = resources.ChatsApi(engine).search(type="single", account_ids=scope.requested, limit=LARGEST_PAGE)
    for chat in chats:
        if chat.merge is not None or not scope.includes(chat):
            continue  # its member chats are in the list too, each with its account
        seen += 1
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(resources.AccountsApi(engine).list())
        for user in others(chat, identity_cache.is_own):
            found.add(Person(user, chat.account_id, scope.network_of(chat.account_id), chat.id))
    return seen


def find_chat(engine: RequestSender, name: str, scope: AccountFilter, kind: str) -> models.Chat:
    found, api = Chats(Query(name)), resources.ChatsApi(engine)
    if found.wanted.text.startswith("!"):
        return _chat_by_id(api, found.wanted.text, scope)
    identity_cache, seen = engine.state.identity, 0
    if scope.by_network:
        scope.set_accounts(resources.AccountsApi(engine).list())
    for chat in api.search(type=kind, account_ids=scope.requested, limit=LARGEST_PAGE):
        if not scope.includes(chat):
            continue
        seen += 1
        if found.may_be_self(chat) and not identity_cache.listed:
            identity_cache.observe_accounts(resources.AccountsApi(engine).list())
        found.add(chat, identity_cache.is_own)
    return found.best((f"{seen} chats",))


def _chat_by_id(api: resources.ChatsApi, chat_id: str, scope: AccountFilter) -> models.Chat:
    try:
        chat = api.retrieve(chat_id)
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
