# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import models, resources
from ..._core.people import self_user as identity
from ..._core.people.participants import ALL, RosterPages
from ..._core.people.rosters import is_cut, roster_of
from ..._core.people.unlisted_accounts import Unlisted
from ..._core.util.validation import check_kind, check_text, usable_id
from ...errors import (
    BadRequestError,
    IncompleteParticipants,
    NotFoundError,
    NotSupportedByServer,
    SelfUserUnknown,
    UnprocessableEntityError,
)
from .roster import fetch_once

if TYPE_CHECKING:
    from ..engine.sender import RequestSender

_REFUSALS = (BadRequestError, NotFoundError, UnprocessableEntityError, NotSupportedByServer)


class SelfLookup:
    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine
        self._identity_cache = engine.state.identity

    def on_account(self, account_id: str) -> models.User:
        check_text("account_id", account_id)
        known = self._identity_cache.flagged_self(account_id) or self._identity_cache.owner(account_id)
        if known is not None:
            return known
        listed = any(account.account_id == account_id for account in self._list_accounts())
        return self._identity_cache.owner(account_id) or self._by_chats(account_id, listed=listed)

    def _by_chats(self, account_id: str, *, listed: bool) -> models.User:
        known = self._identity_cache.flagged_self(account_id) or self._writer(account_id)
        if known is None:
            unlisted = Unlisted(())
            chats = self._some_chats(account_id)
            for chat in chats or ():
                unlisted.add(chat)
            if not listed and chats is not None and account_id not in unlisted.networks:
                tried = [identity.LIST, identity.MESSAGES, identity.CHATS]
                raise SelfUserUnknown(tried, "there is no account with this ID")
            known = self.on_unlisted(account_id, unlisted.cut_chat(account_id))
        return known

    def on_unlisted(self, account_id: str, cut: models.Chat | None) -> models.User:
        known = self._identity_cache.flagged_self(account_id) or self._writer(account_id)
        if known is None and cut is not None:
            known = identity.flagged_self(self._everyone(cut))
        if known is None:
            raise SelfUserUnknown([identity.LIST, identity.MESSAGES, identity.CHATS, identity.ROSTER])
        return known

    def in_chat(self, chat: str | models.Chat) -> models.User:
        if isinstance(chat, str):
            known = self._identity_cache.self_in(chat)
            if known is not None:
                return known
            chat = resources.ChatsApi(self._engine).retrieve(chat, max_participant_count=ALL)
        member: models.User | None = self._among(chat, roster_of(chat).items)
        if member is None and is_cut(roster_of(chat)):
            member = self._identity_cache.unique_self(chat.account_id)
        return member or self._resolve(chat)

    def _resolve(self, chat: models.Chat) -> models.User:
        people, account_id = roster_of(chat).items, chat.account_id
        if not self._identity_cache.listed:
            self._list_accounts()
        owner = self._identity_cache.owner(account_id)
        tried = [identity.MARK, identity.OWNER if owner else identity.LIST]
        member: models.User | None = self._among(chat, people) if owner else None
        for lookup in identity.next_lookups(cut=is_cut(roster_of(chat)), listed=owner is not None):
            if member is not None:
                break
            if lookup == identity.MESSAGES and usable_id(account_id) is None:
                continue
            tried.append(lookup)
            if lookup == identity.ROSTER:
                people = self._everyone(chat)
                member = self._among(chat, people)
            elif (writer := self._writer(account_id)) is not None:
                member = self._among(chat, people) or self._own_sender_in(chat) or writer
        known = member or owner
        if known is None:
            raise SelfUserUnknown(tried)
        return known

    def is_mine(self, message: models.Message) -> bool | None:
        check_kind("message", message, models.Message, "a Message")
        verdict = self._identity_cache.is_mine(message)
        if verdict is None and not self._identity_cache.listed:
            self._list_accounts()
            verdict = self._identity_cache.is_mine(message)
        return verdict

    def _among(self, chat: models.Chat, people: list[models.Participant]) -> models.Participant | None:
        member = identity.flagged_self(people) or identity.with_own_id(
            people, lambda user_id: self._identity_cache.is_own(chat.account_id, user_id)
        )
        if member is not None:
            self._identity_cache.record_self(chat, member, people)
        return member

    def _list_accounts(self) -> list[models.Account]:
        accounts = resources.AccountsApi(self._engine).list()
        self._identity_cache.observe_accounts(accounts)
        return accounts

    def _some_chats(self, account_id: str) -> list[models.Chat] | None:
        pages = resources.ChatsApi(self._engine).search(account_ids=[account_id]).pages()
        chats: list[models.Chat] = []
        try:
            for page in pages:
                chats.extend(page.items)
                break
        except _REFUSALS:
            return None
        self._identity_cache.observe_chats(chats)
        return chats

    def _everyone(self, chat: models.Chat) -> list[models.Participant]:
        pages = RosterPages(chat, (ALL,))
        try:
            while fetch_once(resources.ChatsApi(self._engine).retrieve, pages):
                pass
        except IncompleteParticipants:
            pass
        return pages.people

    def _writer(self, account_id: str) -> models.User | None:
        known = self._identity_cache.own_sender(account_id)
        if known is not None or self._identity_cache.no_own_messages(account_id):
            return known
        row = self._own_message(account_ids=[account_id])
        if row is None or row.account_id != account_id:
            self._identity_cache.record_no_own_messages(account_id)
            return None
        self._identity_cache.observe_own_message(row)
        return self._identity_cache.unique_self(account_id) or identity.sender(row)

    def _own_sender_in(self, chat: models.Chat) -> models.User | None:
        if is_cut(roster_of(chat)) or usable_id(chat.id) is None:
            return None
        row = self._own_message(chat_ids=[chat.id])
        if row is None or row.chat_id != chat.id:
            self._identity_cache.record_none_in(chat.id)
            return None
        self._identity_cache.observe_own_message(row)
        return identity.with_id(roster_of(chat).items, row.sender_id) or identity.sender(row)

    def _own_message(
        self, account_ids: list[str] | None = None, chat_ids: list[str] | None = None
    ) -> models.Message | None:
        own_messages = resources.MessagesApi(self._engine).search(
            account_ids=account_ids, chat_ids=chat_ids, sender="me", exclude_low_priority=False, limit=1
        )
        try:
            row = own_messages.first()
        except _REFUSALS:
            return None
        return None if row is None or row.is_sender is False else row
