# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.util.override import override
from .base_client import BaseClient

if TYPE_CHECKING:
    from .resources.accounts import Accounts
    from .resources.assets import Assets
    from .resources.attachments import Attachments
    from .resources.chats import Chats
    from .resources.messages import Messages
    from .resources.people import People


class ResourceClient(BaseClient):
    """A client with the groups of operations; each is created when it is first used."""

    @property
    @override
    def accounts(self) -> Accounts:
        """The connected accounts: list and retrieve them, their contacts, and your user on each."""
        if self._accounts is None:
            from .resources.accounts import Accounts

            self._accounts = Accounts(self._engine)
        return self._accounts

    @property
    @override
    def chats(self) -> Chats:
        """Chats: list, find, search, create and change them, their participants and reminders."""
        if self._chats is None:
            from .resources.chats import Chats

            self._chats = Chats(self._engine)
        return self._chats

    @property
    @override
    def messages(self) -> Messages:
        """Messages: list, search, send, edit and delete them, and check whether a send succeeded."""
        if self._messages is None:
            from .resources.messages import Messages

            self._messages = Messages(self._engine)
        return self._messages

    @property
    def people(self) -> People:
        """People: find a person by name, handle, phone number or ID, and get display names."""
        if self._people is None:
            from .resources.people import People

            self._people = People(self._engine)
        return self._people

    @property
    @override
    def assets(self) -> Assets:
        """Media files: download, stream and upload them."""
        if self._assets is None:
            from .resources.assets import Assets

            self._assets = Assets(self._engine)
        return self._assets

    @property
    def attachments(self) -> Attachments:
        """The files of messages: save, read and open them."""
        if self._attachments is None:
            from .resources.attachments import Attachments

            self._attachments = Attachments(self._engine)
        return self._attachments
