# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from ..._core.generated import api, models, objects, resources
from ..._core.util.override import override, with_parameters_of
from ..._core.util.validation import check_kind
from .chat_views import ChatViews

if TYPE_CHECKING:
    from builtins import list as List  # noqa: N812  # `list` is a method here
    from datetime import datetime, timedelta

    from ..._core.delivery.check_rules import Started
    from ..._core.generated import contract
    from ..._core.times import When
    from ..people.roster import Roster

C = TypeVar("C", bound="models.Chat")
S = TypeVar("S", bound="Started")
FIRST_PAGE = 100
"""Number of participants in the first request: enough for nearly every chat, and a small response."""


class Chats(ChatViews):
    """Chats: list, find, search, create and change them, their participants and reminders."""

    __slots__ = ()

    @override
    @with_parameters_of(resources.ChatsApi.create)
    def create(self, **arguments: Any) -> models.ChatCreateResult:
        return self._started(api.chats.create(**arguments), arguments.get("message_text"))

    @override
    @with_parameters_of(resources.ChatsApi.start)
    def start(self, **arguments: Any) -> models.CreatedChat:
        return self._started(api.chats.start(**arguments), arguments.get("message_text"))

    def _started(self, request: contract.Request[S], text: object) -> S:
        chat = self._sender.send(request)
        if text:
            from ..delivery.check import record_text_status

            record_text_status(self._engine, chat)
        return chat

    def participants(self, chat: str | models.Chat, *, page_size: int = FIRST_PAGE) -> Roster:
        """All participants of a chat, also where the server truncates its lists.

        Args:
            chat: A chat ID, or a chat, whose participants are used without another request. Those of a merged chat are
                the participants of its member chats: one request for each.
            page_size: Number of participants in the first request, 1 to 500. A second request asks for all.

        Returns:
            An iterable with `collect`, `first`, `total`, and the filters `admins`, `pending`, `bots` and
            `everyone_but_me`. Iterating raises IncompleteParticipants if the server does not return all participants.

        Raises:
            TypeError, ValueError: an argument is invalid.
        """
        from ..._core.people.participants import ALL, RosterPages, check_page_size
        from ..people.roster import Roster

        check_chat(chat)
        pages = RosterPages(chat, (check_page_size(page_size), ALL))
        return Roster(self.retrieve, self._engine.state.identity, pages)

    @overload
    def complete(self, chat: str) -> models.Chat: ...
    @overload
    def complete(self, chat: C) -> C: ...
    def complete(self, chat: str | models.Chat) -> models.Chat:
        """A chat with all its participants. One request; none for a chat that already has all its participants.

        A merged chat needs one request per member chat, and gets the participants of all of them.

        Args:
            chat: A chat ID, or a chat, which is not changed: the result is a copy.

        Raises:
            IncompleteParticipants: the server returned only some participants. The error holds those.
        """
        from ..._core.people.participants import ALL, RosterPages
        from ..people.roster import fetch_once

        check_chat(chat)
        pages = RosterPages(chat, (ALL,))
        while fetch_once(self.retrieve, pages):
            pass
        return pages.whole()

    def self_user(self, chat: str | models.Chat) -> models.User:
        """Your user in a chat. Makes no request if the chat contains you as a marked participant.

        It is determined from, in this order: ``is_self`` of the participants in the chat; IDs that this client knows to
        be yours on the account; the account's user (the accounts are listed once per client); all participants, and
        your own messages (searched once per account).

        Args:
            chat: A chat ID, or a chat.

        Returns:
            You as a participant of the chat, or your user on the account if the received participants do not include
            you.

        Raises:
            SelfUserUnknown: your user cannot be determined. The error lists what was checked.
        """
        from ..people.self_lookup import SelfLookup

        check_chat(chat)
        return SelfLookup(self._engine).in_chat(chat)

    def title(self, chat: str | models.Chat) -> str:
        """The display title of a chat; never empty.

        The server's title or, if that is missing, blank, your own name or an ID, or the phone number of somebody with a
        name, the names of the other participants. Makes one request for a chat ID, and at most one per client to
        determine your user.

        Args:
            chat: A chat ID, or a chat.

        Raises:
            TypeError: ``chat`` is neither a str nor a chat.
            APIError: the chat cannot be retrieved.
        """
        from ..._core.people import names
        from ..people.name_lookup import me_among

        check_chat(chat)
        if isinstance(chat, str):
            chat = self.retrieve(chat)
        return names.title(chat, me_among(self._engine, chat) if names.needs_self(chat) else None)

    def remind(self, chat: str | models.Chat, *, at: When, dismiss_on_incoming_message: bool | None = None) -> datetime:
        """Set a reminder for a chat. It replaces an existing one; `reminders.delete` deletes it.

        ```python
        beeper.chats.remind(chat, at=timedelta(hours=2))
        ```

        Args:
            chat: A chat or its ID.
            at: A time in the future: a datetime (a naive one is local time), a timedelta or relativedelta from now, or
                a str with an unambiguous date: ``2026-12-24 18:00``, ``24 Dec 2026 6 pm``.
            dismiss_on_incoming_message: Delete the reminder when a message arrives.

        Returns:
            The time of the reminder, in UTC.

        Raises:
            ValueError: the time is in the past, or the date is ambiguous. The message lists the possible dates.
            TypeError: ``at`` is of another type.
        """
        from ..._core import times

        chat_id, moment = objects.chat_id(chat, "chat"), times.future_moment("at", at)
        reminder: models.ReminderInputDict = {
            "remind_at": moment,
            "dismiss_on_incoming_message": dismiss_on_incoming_message,
        }
        self.reminders.create(chat_id, reminder=reminder)
        return moment

    def expiry(self, chat: models.Chat) -> timedelta | None:
        """The time after which messages of a chat disappear; None for never. No request.

        Args:
            chat: A chat that was received.

        Raises:
            TypeError: ``chat`` is no chat.
        """
        from ..._core import times

        check_kind("chat", chat, models.Chat, "a Chat")
        return times.expiry(chat)

    def expiry_choices(self, chat: models.Chat) -> List[timedelta] | None:
        """The durations that a chat allows for disappearing messages; None if it lists none. No request.

        Args:
            chat: A chat that was received.

        Raises:
            TypeError: ``chat`` is no chat.
        """
        from ..._core import times

        check_kind("chat", chat, models.Chat, "a Chat")
        return times.expiry_choices(chat)

    def set_expiry(self, chat: str | models.Chat, *, after: timedelta | None) -> models.Chat:
        """Set the time after which messages of a chat disappear. One request.

        Args:
            chat: A chat or its ID. With a chat, durations that its network does not allow are rejected locally.
            after: A timedelta of whole seconds, which must be one of `expiry_choices` if the chat lists any; None for
                never.

        Returns:
            The updated chat.

        Raises:
            ValueError, TypeError: ``after`` is invalid.
        """
        from ..._core import times

        chat_id = objects.chat_id(chat, "chat")
        choices = None if isinstance(chat, str) else times.expiry_choices(chat)
        seconds = times.expiry_seconds("after", after, choices)
        return self.update(chat_id, message_expiry_seconds=seconds)


def check_chat(chat: str | models.Chat) -> None:
    """Check the type of a ``chat`` argument. Raises TypeError."""
    check_kind("chat", chat, str | models.Chat, "a str or a Chat")
