"""Implements `beeper.transcript`: reads the messages, and finds out who wrote them and what they reply to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.generated import api, models, objects
from .._core.people import names
from .._core.people.rosters import member_ids, roster_of
from .._core.text.controls import one_line
from .._core.text.surroundings import first_words
from .._core.text.transcript import Transcript
from .._core.text.transcript_entries import (
    EntryWriter,
    is_shown,
    key_of,
    missing_targets,
    reacting_people,
    sender_key,
)
from .._core.text.transcript_names import YOU, SpeakerNames
from .._core.times import past_moment
from .._core.util.validation import check_count, string
from ..errors import (
    BadRequestError,
    NotFoundError,
    NotSupportedByServer,
    ResponseDecodeError,
    UnprocessableEntityError,
)
from .people.self_lookup import AsyncSelfLookup
from .resources.chats import AsyncChats
from .resources.messages import AsyncMessages
from .resources.people import AsyncPeople

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .._core.text.transcript import TranscriptOptions
    from .._core.text.transcript_entries import Key
    from .._core.times import When
    from .engine.sender import AsyncRequestSender

LAST = 50
_UNAVAILABLE = (BadRequestError, NotFoundError, NotSupportedByServer, ResponseDecodeError, UnprocessableEntityError)
_MAX_TITLE = 80


class AsyncTranscriptReader:
    """Reads what a transcript has."""

    def __init__(
        self, engine: AsyncRequestSender, options: TranscriptOptions, last: int | None, since: When | None
    ) -> None:
        if last is not None and since is not None:
            raise ValueError("last and since must not both be given")
        if last is not None:
            check_count("last", last)
        self._engine, self._options = engine, options
        self._since: datetime | None = None if since is None else past_moment("since", since)
        self._last = LAST if last is None and since is None else last
        self._people, self._names = AsyncPeople(engine), SpeakerNames()
        self._own_name: str | None = None

    async def text(self, chat: str | models.Chat) -> str:
        """The transcript of a chat."""
        chat_id = objects.chat_id(chat, "chat")
        chats = AsyncChats(self._engine)
        whole = await chats.retrieve(chat_id) if isinstance(chat, str) else chat
        rows = await self._rows(whole)
        targets: dict[Key, models.Message | None] = {key_of(row): row for row in rows}
        for key in missing_targets(rows):
            targets[key] = await self._target(key)
        await self._add_names(whole, [*rows, *(row for row in targets.values() if row is not None)])
        writer = EntryWriter(self._options, self._names, targets, with_chat=bool(member_ids(whole)))
        title = await self._title(chats, whole)
        own_name = None if self._own_name == YOU else self._own_name
        return Transcript(title, own_name, [writer.entry(row) for row in rows], self._options).text()

    async def _title(self, chats: AsyncChats, chat: models.Chat) -> str:
        network = "" if member_ids(chat) else one_line(string(chat.network) or "")
        title = first_words(await chats.title(chat), _MAX_TITLE)
        return f"{title} ({first_words(network, _MAX_TITLE)})" if network else title

    async def _rows(self, chat: models.Chat) -> list[models.Message]:
        """The messages to show, oldest first."""
        rows: list[models.Message] = []
        async for row in AsyncMessages(self._engine).list(chat, since=self._since):
            if is_shown(row):
                rows.append(row)
                if len(rows) == self._last:
                    break
        return rows[::-1]

    async def _target(self, key: Key) -> models.Message | None:
        """A message that another one replies to; None if it is not there, odd, or if the app cannot look it up."""
        chat_id, message_id = key
        try:
            return await self._engine.send(api.messages.retrieve(message_id, chat_id=chat_id))
        except _UNAVAILABLE:
            return None

    async def _add_names(self, chat: models.Chat, rows: Sequence[models.Message]) -> None:
        """Find the names of all people, first that of the current user."""
        for member in roster_of(chat).items:  # also if they wrote nothing: nobody else is to have their name
            if member.is_self is True and (name := names.own_name(member)):
                self._names.add(string(chat.account_id) or "", string(member.id) or "", name, is_own=True)
        lookup = AsyncSelfLookup(self._engine)
        others: list[models.Message] = []
        for row in rows:
            if row.kind == "notice" or await lookup.is_mine(row) is not True:
                others.append(row)
            else:
                self._own_name = await self._add_sender(chat, row, is_own=True)
        for row in others:
            await self._add_sender(chat, row, is_own=False)
        for row in rows:
            for user_id in reacting_people(row):
                await self._add_user(chat, row, user_id)

    async def _add_sender(self, chat: models.Chat, row: models.Message, *, is_own: bool) -> str:
        account_id, user_id = sender_key(row)
        known = self._names.get(account_id, user_id)
        if known is not None or not user_id:
            return known or YOU
        home = chat if row.chat_id == chat.id else None
        name = await self._people.display_name(row, chat=home)
        if is_own and names.real_name(name, user_id) is None:
            name = YOU
        return self._names.add(account_id, user_id, name, is_own=is_own)

    async def _add_user(self, chat: models.Chat, row: models.Message, user_id: str) -> None:
        account_id, _ = sender_key(row)
        if self._names.get(account_id, user_id) is not None:
            return
        is_own = self._engine.state.identity.is_own(account_id, user_id)
        home = chat if row.chat_id == chat.id else string(row.chat_id)
        name = await self._people.display_name(user_id, chat=home, account=account_id or None)
        if is_own:
            name = self._own_name or (YOU if names.real_name(name, user_id) is None else name)
        self._names.add(account_id, user_id, name, is_own=is_own)
