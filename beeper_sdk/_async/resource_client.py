"""The part of a client that has the groups of operations with methods that this SDK adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.util.override import override
from .base_client import AsyncBaseClient

if TYPE_CHECKING:
    from .resources.accounts import AsyncAccounts
    from .resources.assets import AsyncAssets
    from .resources.attachments import AsyncAttachments
    from .resources.chats import AsyncChats
    from .resources.messages import AsyncMessages
    from .resources.people import AsyncPeople


class AsyncResourceClient(AsyncBaseClient):
    """A client with the groups of operations; each is created when it is first used."""

    @property
    @override
    def accounts(self) -> AsyncAccounts:
        """The connected accounts: list and retrieve them, their contacts, and your user on each."""
        if self._accounts is None:
            from .resources.accounts import AsyncAccounts

            self._accounts = AsyncAccounts(self._engine)
        return self._accounts

    @property
    @override
    def chats(self) -> AsyncChats:
        """Chats: list, find, search, create and change them, their participants and reminders."""
        if self._chats is None:
            from .resources.chats import AsyncChats

            self._chats = AsyncChats(self._engine)
        return self._chats

    @property
    @override
    def messages(self) -> AsyncMessages:
        """Messages: list, search, send, edit and delete them, and check whether a send succeeded."""
        if self._messages is None:
            from .resources.messages import AsyncMessages

            self._messages = AsyncMessages(self._engine)
        return self._messages

    @property
    def people(self) -> AsyncPeople:
        """People: find a person by name, handle, phone number or ID, and get display names."""
        if self._people is None:
            from .resources.people import AsyncPeople

            self._people = AsyncPeople(self._engine)
        return self._people

    @property
    @override
    def assets(self) -> AsyncAssets:
        """Media files: download, stream and upload them."""
        if self._assets is None:
            from .resources.assets import AsyncAssets

            self._assets = AsyncAssets(self._engine)
        return self._assets

    @property
    def attachments(self) -> AsyncAttachments:
        """The files of messages: save, read and open them."""
        if self._attachments is None:
            from .resources.attachments import AsyncAttachments

            self._attachments = AsyncAttachments(self._engine)
        return self._attachments
