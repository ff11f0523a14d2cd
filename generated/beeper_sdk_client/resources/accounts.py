# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import accounts as _accounts
from ..api.accounts import contacts as _accounts_contacts

if TYPE_CHECKING:
    from builtins import list as List

    from .._protocols import AsyncPager, AsyncSender, Pager, Sender
    from ..models._enums import Direction
    from ..models.account import Account
    from ..models.contact_search_result import ContactSearchResult
    from ..models.user import User


class AccountsContactsApi:
    """The people that an account can reach: search or list them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def search(self, account_id: str, *, query: str) -> ContactSearchResult:
        """Search contacts of an account.

        Searches known contacts and the network. A phone number, an e-mail address or an @username
        is looked up exactly. Not paginated. Before app 4.2.557 it searched the network only.

        Args:
            account_id: Account ID, as in `Account.account_id`.
            query: Text to search for, at least 1 character. A phone number, an e-mail address
                or an @username is looked up exactly on the network; other text searches known
                contacts.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET
        /v1/accounts/{accountID}/contacts; error statuses: 400, 401, 403, 404, 409, 422, 429, 500,
        502.
        """
        return self._sender.send(_accounts_contacts.search(account_id, query=query))

    def list(
        self,
        account_id: str,
        *,
        cursor: str | None = None,
        direction: Direction | None = None,
        limit: int | None = None,
        query: str | None = None,
        resume: str | None = None,
    ) -> Pager[User]:
        """List merged contacts of an account.

        Args:
            account_id: Account ID, as in `Account.account_id`.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            limit: Contacts per page. (1 to 200; the server's default is 50)
            query: Only contacts that match this text, at least 1 character.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.2.557. Required scope: read. Endpoint: GET
        /v1/accounts/{accountID}/contacts/list; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        request = _accounts_contacts.list(account_id, cursor=cursor, direction=direction, limit=limit, query=query)
        return self._sender.paginate(request, _accounts_contacts.LIST_PAGES, resume)


class AsyncAccountsContactsApi:
    """The people that an account can reach: search or list them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def search(self, account_id: str, *, query: str) -> ContactSearchResult:
        """Search contacts of an account.

        Searches known contacts and the network. A phone number, an e-mail address or an @username
        is looked up exactly. Not paginated. Before app 4.2.557 it searched the network only.

        Args:
            account_id: Account ID, as in `Account.account_id`.
            query: Text to search for, at least 1 character. A phone number, an e-mail address
                or an @username is looked up exactly on the network; other text searches known
                contacts.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET
        /v1/accounts/{accountID}/contacts; error statuses: 400, 401, 403, 404, 409, 422, 429, 500,
        502.
        """
        return await self._sender.send(_accounts_contacts.search(account_id, query=query))

    def list(
        self,
        account_id: str,
        *,
        cursor: str | None = None,
        direction: Direction | None = None,
        limit: int | None = None,
        query: str | None = None,
        resume: str | None = None,
    ) -> AsyncPager[User]:
        """List merged contacts of an account.

        Args:
            account_id: Account ID, as in `Account.account_id`.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            limit: Contacts per page. (1 to 200; the server's default is 50)
            query: Only contacts that match this text, at least 1 character.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.2.557. Required scope: read. Endpoint: GET
        /v1/accounts/{accountID}/contacts/list; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        request = _accounts_contacts.list(account_id, cursor=cursor, direction=direction, limit=limit, query=query)
        return self._sender.paginate(request, _accounts_contacts.LIST_PAGES, resume)


class AccountsApi:
    """The chat accounts that are connected to Beeper."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def contacts(self) -> AccountsContactsApi:
        """The people that an account can reach: search or list them."""
        return AccountsContactsApi(self._sender)

    def list(self) -> List[Account]:
        """List connected accounts.

        Accounts that the app runs natively (iMessage on macOS) can be missing from the list,
        although their chats and messages are available.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/accounts; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_accounts.list())

    def retrieve(self, account_id: str) -> Account:
        """Get one account.

        An account that the app runs natively (iMessage on macOS) can be reported as not found.

        Args:
            account_id: Account ID, as in `Account.account_id`.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET /v1/accounts/{accountID};
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_accounts.retrieve(account_id))


class AsyncAccountsApi:
    """The chat accounts that are connected to Beeper."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def contacts(self) -> AsyncAccountsContactsApi:
        """The people that an account can reach: search or list them."""
        return AsyncAccountsContactsApi(self._sender)

    async def list(self) -> List[Account]:
        """List connected accounts.

        Accounts that the app runs natively (iMessage on macOS) can be missing from the list,
        although their chats and messages are available.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/accounts; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_accounts.list())

    async def retrieve(self, account_id: str) -> Account:
        """Get one account.

        An account that the app runs natively (iMessage on macOS) can be reported as not found.

        Args:
            account_id: Account ID, as in `Account.account_id`.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET /v1/accounts/{accountID};
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_accounts.retrieve(account_id))
