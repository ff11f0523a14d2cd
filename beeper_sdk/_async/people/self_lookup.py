"""Determines the current user on an account or in a chat, and whether they sent a message. Results are cached.

`_core.people` decides what identifies the user. This module makes the requests, the cheapest first.
"""

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
    from ..engine.sender import AsyncRequestSender

_REFUSALS = (BadRequestError, NotFoundError, UnprocessableEntityError, NotSupportedByServer)
"""A server may reject searches in an account that it does not list, and older apps lack some endpoints."""


class AsyncSelfLookup:
    """Determines the current user."""

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._engine = engine
        self._identity_cache = engine.state.identity

    async def on_account(self, account_id: str) -> models.User:
        check_text("account_id", account_id)
        known = self._identity_cache.flagged_self(account_id) or self._identity_cache.owner(account_id)
        if known is not None:
            return known
        listed = any(account.account_id == account_id for account in await self._list_accounts())
        return self._identity_cache.owner(account_id) or await self._by_chats(account_id, listed=listed)

    async def _by_chats(self, account_id: str, *, listed: bool) -> models.User:
        """The same for an account without a user in the list of accounts, and without known chats."""
        known = self._identity_cache.flagged_self(account_id) or await self._writer(account_id)
        if known is None:
            unlisted = Unlisted(())
            chats = await self._some_chats(account_id)
            for chat in chats or ():
                unlisted.add(chat)
            if not listed and chats is not None and account_id not in unlisted.networks:
                tried = [identity.LIST, identity.MESSAGES, identity.CHATS]
                raise SelfUserUnknown(tried, "there is no account with this ID")
            known = await self.on_unlisted(account_id, unlisted.cut_chat(account_id))
        return known

    async def on_unlisted(self, account_id: str, cut: models.Chat | None) -> models.User:
        """The same for an account whose chats were received. `cut`: one with only some of its participants."""
        known = self._identity_cache.flagged_self(account_id) or await self._writer(account_id)
        if known is None and cut is not None:
            known = identity.flagged_self(await self._everyone(cut))
        if known is None:
            raise SelfUserUnknown([identity.LIST, identity.MESSAGES, identity.CHATS, identity.ROSTER])
        return known

    async def in_chat(self, chat: str | models.Chat) -> models.User:
        if isinstance(chat, str):
            known = self._identity_cache.self_in(chat)
            if known is not None:
                return known
            # All participants at once, so that no second request for the rest is needed.
            chat = await resources.AsyncChatsApi(self._engine).retrieve(chat, max_participant_count=ALL)
        member: models.User | None = self._among(chat, roster_of(chat).items)
        if member is None and is_cut(roster_of(chat)):
            member = self._identity_cache.unique_self(chat.account_id)
        return member or await self._resolve(chat)

    async def _resolve(self, chat: models.Chat) -> models.User:
        people, account_id = roster_of(chat).items, chat.account_id
        if not self._identity_cache.listed:
            await self._list_accounts()
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
                people = await self._everyone(chat)
                member = self._among(chat, people)
            elif (writer := await self._writer(account_id)) is not None:
                member = self._among(chat, people) or await self._own_sender_in(chat) or writer
        known = member or owner
        if known is None:
            raise SelfUserUnknown(tried)
        return known

    async def is_mine(self, message: models.Message) -> bool | None:
        check_kind("message", message, models.Message, "a Message")
        verdict = self._identity_cache.is_mine(message)
        if verdict is None and not self._identity_cache.listed:
            await self._list_accounts()
            verdict = self._identity_cache.is_mine(message)
        return verdict

    def _among(self, chat: models.Chat, people: list[models.Participant]) -> models.Participant | None:
        member = identity.flagged_self(people) or identity.with_own_id(
            people, lambda user_id: self._identity_cache.is_own(chat.account_id, user_id)
        )
        if member is not None:
            self._identity_cache.record_self(chat, member, people)
        return member

    async def _list_accounts(self) -> list[models.Account]:
        accounts = await resources.AsyncAccountsApi(self._engine).list()
        self._identity_cache.observe_accounts(accounts)
        return accounts

    async def _some_chats(self, account_id: str) -> list[models.Chat] | None:
        """One page of the most recently active chats of an account; None if the server rejects the search. By search,
        because v0 has no list of chats."""
        pages = resources.AsyncChatsApi(self._engine).search(account_ids=[account_id]).pages()
        chats: list[models.Chat] = []
        try:
            async for page in pages:
                chats.extend(page.items)
                break
        except _REFUSALS:
            return None
        self._identity_cache.observe_chats(chats)
        return chats

    async def _everyone(self, chat: models.Chat) -> list[models.Participant]:
        pages = RosterPages(chat, (ALL,))
        try:
            while await fetch_once(resources.AsyncChatsApi(self._engine).retrieve, pages):
                pass
        except IncompleteParticipants:
            pass
        return pages.people

    async def _writer(self, account_id: str) -> models.User | None:
        """The sender of own messages on an account. Searched once."""
        known = self._identity_cache.own_sender(account_id)
        if known is not None or self._identity_cache.no_own_messages(account_id):
            return known
        row = await self._own_message(account_ids=[account_id])
        if row is None or row.account_id != account_id:
            self._identity_cache.record_no_own_messages(account_id)
            return None
        self._identity_cache.observe_own_message(row)
        return self._identity_cache.unique_self(account_id) or identity.sender(row)

    async def _own_sender_in(self, chat: models.Chat) -> models.User | None:
        """The sender of the user's own messages in a chat whose participants do not include the one on the account: the
        user may have another ID in this chat."""
        if is_cut(roster_of(chat)) or usable_id(chat.id) is None:
            return None
        row = await self._own_message(chat_ids=[chat.id])
        if row is None or row.chat_id != chat.id:
            self._identity_cache.record_none_in(chat.id)
            return None
        self._identity_cache.observe_own_message(row)
        return identity.with_id(roster_of(chat).items, row.sender_id) or identity.sender(row)

    async def _own_message(
        self, account_ids: list[str] | None = None, chat_ids: list[str] | None = None
    ) -> models.Message | None:
        own_messages = resources.AsyncMessagesApi(self._engine).search(
            account_ids=account_ids, chat_ids=chat_ids, sender="me", exclude_low_priority=False, limit=1
        )
        try:
            row = await own_messages.first()
        except _REFUSALS:
            return None
        # Servers ignore query parameters that they do not know, so the result may be any message.
        return None if row is None or row.is_sender is False else row
