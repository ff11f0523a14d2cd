# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import models, resources
from ..._core.people import names
from ..._core.people.account_filter import AccountFilter
from ..._core.people.names import Person
from ..._core.people.rosters import roster_of
from ..._core.util.override import override
from ..._core.util.validation import check_kind, string, usable_id
from ...errors import BeeperError, IncompleteParticipants
from ..people.contact_book import ContactBook, hurried
from ..people.name_lookup import find_person
from .chats import check_chat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..._core.generated import ItemsOf
    from ..engine.sender import RequestSender


_SECONDS = 5.0


class People:
    """People: find a person by name, handle, phone number or ID, and get display names."""

    __slots__ = ("_engine",)

    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine

    def find(
        self,
        name: str,
        *,
        network: str | None = None,
        account: str | ItemsOf[str] | None = None,
        timeout: float | None = 10.0,  # noqa: ASYNC109  # of each request for contacts
    ) -> Person:
        """Find a person among your contacts and direct chats. Your own user is never returned.

        ```python
        person = beeper.people.find("Alice")
        ```

        A user ID ranks before a handle, phone number or e-mail address, then an equal name, then a name that contains
        all words of the query, then a name in which each word of the query begins another word, in any order: ``Erin
        H`` finds Erin Hazelstone. Words with digits must be equal. A query with one of ``@:#!+`` is not compared with
        words of names. Names are compared without case, accents and Unicode forms.

        Requests: one for the accounts; one per 200 direct chats (some apps return only 25 per page); for each account
        one per 200 contacts, or a single one for a phone number, e-mail address or ``@handle``. Accounts without
        contacts in the API (native accounts such as iMessage) are searched by their chats only.

        If the contacts of an account fail or time out, a person with an equal name, handle, phone number or ID is still
        returned, with the errors in ``failed_accounts``. Otherwise IncompleteSearch is raised.

        Args:
            name: A name, handle, phone number, e-mail address or user ID.
            network: Only people on this network: ``WhatsApp``, ``signal``, ...
            account: Only people on this account, or on these: account IDs.
            timeout: Maximum seconds for each request for contacts; None for no limit.

        Raises:
            NoMatch: nobody matches.
            AmbiguousMatch: several people match equally well. Its ``candidates`` are Person objects. A person on two
                networks counts as two.
            IncompleteSearch: nobody matches, or only a part of a name does, and the contacts of an account failed.
        """
        return find_person(self._engine, name, AccountFilter(network, account), timeout)

    def display_name(
        self,
        user: str | models.User | models.Message | Person,
        *,
        chat: str | models.Chat | None = None,
        account: str | None = None,
    ) -> str:
        """The display name of a person. Never raises an API error: if the name is not found, it returns the user ID.

        A name that is an ID or a phone number is used only if there is no other.

        It is looked up in, in this order: the objects themselves; the names that this client has read before; all
        participants of the chat; the contacts of the account (of all accounts, if it is not known). The last two need
        requests, but only once: the client keeps the names until `clear_cache`. Each request has one attempt and at
        most 5 seconds, and what failed is not requested again for 60 seconds.

        Args:
            user: A user ID, a user, a Person, or a message (for its sender).
            chat: A chat in which the person is, or its ID.
            account: ID of the account, if the chat is not given.

        Raises:
            TypeError, ValueError: an argument is invalid.
        """
        if chat is not None:
            check_chat(chat)
        if isinstance(user, Person):
            account = account or user.account_id
            user = user.user
        people: list[models.User] = []
        sender: models.User | None = None
        if isinstance(user, models.User):
            people.append(user)
            user_id = string(user.id)
        elif isinstance(user, models.Message):
            user_id, sender = string(user.sender_id), models.User(id=user.sender_id, full_name=user.sender_name)
            chat, account = chat or string(user.chat_id), account or string(user.account_id)
        else:
            check_kind("user", user, str, "a user ID, User, Message or Person")
            user_id = user
        if isinstance(chat, models.Chat) and user_id is not None:
            people.extend(member for member in roster_of(chat).items if member.id == user_id)
        name = next(filter(None, map(names.own_name, [*people, *([sender] if sender else [])])), None)
        number = next(filter(None, map(names.known_name, people)), None)
        if name is None and number is None and user_id is not None:
            name = self._looked_up(user_id, chat, account)
        return name or number or (sender and names.known_name(sender)) or user_id or ""

    def _looked_up(self, user_id: str, chat: str | models.Chat | None, account_id: str | None) -> str | None:
        identity_cache = self._engine.state.identity
        if account_id is None and chat is not None:
            account_id = identity_cache.account_of(chat) if isinstance(chat, str) else string(chat.account_id)
        name = identity_cache.names.name(account_id, user_id)
        if name is None and chat is not None:
            account_id = self._read_roster(chat, account_id)
            name = identity_cache.names.name(account_id, user_id)
        if name is None:
            self._read_contacts(account_id)
            name = identity_cache.names.name(account_id, user_id)
        return name

    def _read_roster(self, chat: str | models.Chat, account_id: str | None) -> str | None:
        from .chats import Chats

        book = self._engine.state.identity.names
        chat_id = usable_id(chat if isinstance(chat, str) else chat.id)
        if chat_id is None or book.was_read("chat", chat_id):
            return account_id
        people: Iterable[models.User]
        try:
            whole = Chats(hurried(self._engine, _SECONDS)).complete(chat)
            account_id, people = string(whole.account_id), roster_of(whole).items
        except IncompleteParticipants as short:
            people = short.participants
        except (BeeperError, ValueError):  # ValueError: an invalid ID
            self._engine.state.identity.names.record_failure("chat", chat_id)
            return account_id
        book.read("chat", chat_id, account_id, people)
        return account_id

    def _read_contacts(self, account_id: str | None) -> None:
        book, engine = self._engine.state.identity.names, hurried(self._engine, _SECONDS)
        contacts, source = ContactBook(engine), ("accounts", "")
        account_ids = [account_id] if account_id is not None else []
        try:
            if account_id is None and not book.was_read(*source):
                listed = resources.AccountsApi(engine).list()
                account_ids = [name for account in listed if (name := usable_id(account.account_id)) is not None]
                book.read(*source, None, ())
            account_ids = [name for name in account_ids if not book.was_read("account", name)]
            found = contacts.everyone(account_ids)
        except (BeeperError, ValueError):
            for failed in [("account", name) for name in account_ids] or [source]:
                self._engine.state.identity.names.record_failure(*failed)
            return
        for name in account_ids:
            if name in contacts.failed:
                book.record_failure("account", name)
            else:
                book.read("account", name, name, found.get(name, ()))

    @override
    def __repr__(self) -> str:
        from ..._core.generated import display

        return display.resource_text(self, self._engine)
