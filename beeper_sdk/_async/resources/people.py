"""People, whatever account they are on: found by name, and what to call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import models
from ..._core.people import names
from ..._core.people.account_filter import AccountFilter
from ..._core.people.names import Person
from ..._core.util.override import override
from ...errors import BeeperError, IncompleteParticipants
from ..people.name_lookup import AsyncContactBook, find_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..engine.sender import AsyncRequestSender


class AsyncPeople:
    """People: find them by name, handle, number or ID; what to call them."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._engine = engine

    async def find(
        self, name: str, *, network: str | None = None, account: str | Sequence[str] | None = None
    ) -> Person:
        """The one person a text means, among contacts and those you have a direct chat with; never you.

        A user ID beats a handle, phone number or e-mail, those beat a name that is the same, and that beats a name
        with all these words in it; part of a word is nothing. Case, accents and Unicode forms do not count in names,
        spaces, brackets and ``00`` for ``+`` not in phone numbers.

        Requests: one for the accounts, unless `account` names them and no network is given; one per 200 direct chats
        (some apps give only 25 at once); for each account one per 200 contacts, or one in all for a phone number,
        e-mail or ``@handle``, which the server looks up exactly. Accounts whose contacts the server does not have
        (404, natively run ones such as iMessage) are searched by their chats alone.

        Args:
            name: What you know of the person.
            network: Only on this network: ``WhatsApp``, ``signal``, ...
            account: Only on this account, or these: account IDs.

        Raises:
            NoMatch: nobody fits.
            AmbiguousMatch: several fit as well as each other. Its ``candidates`` are of the same class as the result;
                the same person on two networks is two.
        """
        return await find_person(self._engine, name, AccountFilter(network, account))

    async def display_name(
        self,
        user: str | models.User | models.Message | Person,
        *,
        chat: str | models.Chat | None = None,
        account: str | None = None,
    ) -> str:
        """What to call somebody in front of people. Never fails: at worst it gives the ID back.

        Looked at are, in this order: the object itself; the members that came with the chat; the sender's name in
        the message; what this client has read before; the whole roster of the chat; the contacts of the account (of
        all accounts, where none is known). The last two cost requests (one for a roster, one per 200 contacts), and
        only the first time: the client remembers what it read, until `clear_cache`.

        Args:
            user: A user ID, somebody, or a message, which stands for its sender.
            chat: Where they were met: a chat, or its ID.
            account: The account they are on, where the chat does not tell.
        """
        if isinstance(user, Person):
            account = account or user.account_id
            user = user.user
        sender_name: str | None = None
        if isinstance(user, models.User):
            user_id, known = user.id, names.known_name(user)
            if known is not None:
                return known
        elif isinstance(user, models.Message):
            user_id, sender_name = user.sender_id, (user.sender_name or "").strip()
            chat, account = chat or user.chat_id, account or user.account_id
        else:
            user_id = user
        at_hand = names.name_of(chat.participants.items, user_id) if isinstance(chat, models.Chat) else None
        return at_hand or sender_name or await self._looked_up(user_id, chat, account)

    async def _looked_up(self, user_id: str, chat: str | models.Chat | None, account_id: str | None) -> str:
        """The name of somebody of whom nothing at hand tells one."""
        identity_cache = self._engine.state.identity
        if account_id is None and chat is not None:
            account_id = identity_cache.account_of(chat) if isinstance(chat, str) else chat.account_id
        name = identity_cache.names.name(account_id, user_id)
        try:
            if name is None and chat is not None:
                account_id = await self._read_roster(chat, account_id)
                name = identity_cache.names.name(account_id, user_id)
            if name is None:
                await self._read_contacts(account_id)
                name = identity_cache.names.name(account_id, user_id)
        except (BeeperError, ValueError):  # also IDs that are none: never fails
            pass
        return name or user_id

    async def _read_roster(self, chat: str | models.Chat, account_id: str | None) -> str | None:
        """Read all members of a chat, unless they were; its account."""
        from .chats import AsyncChats

        book = self._engine.state.identity.names
        chat_id = chat if isinstance(chat, str) else chat.id
        if book.was_read("chat", chat_id):
            return account_id
        people: Iterable[models.User]
        try:
            whole = await AsyncChats(self._engine).complete(chat)
            account_id, people = whole.account_id, whole.participants.items
        except IncompleteParticipants as short:
            people = short.participants
        book.read("chat", chat_id, account_id, people)
        return account_id

    async def _read_contacts(self, account_id: str | None) -> None:
        """Read the contacts of an account, or of all, unless they were."""
        book, contacts = self._engine.state.identity.names, AsyncContactBook(self._engine)
        account_ids = [account_id] if account_id is not None else []
        if account_id is None and not book.was_read("accounts", ""):
            from .accounts import AsyncAccounts

            accounts = await AsyncAccounts(self._engine).list()
            account_ids = [listed.account_id for listed in accounts]
            book.read("accounts", "", None, ())
        for name in account_ids:
            if not book.was_read("account", name):
                book.read("account", name, name, await contacts.everyone(name) or ())

    @override
    def __repr__(self) -> str:
        return "<AsyncPeople>"
