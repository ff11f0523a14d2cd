# @generated

"""The operations of accounts.contacts: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import _arguments
from ..._decoding import JsonDecoder
from ..._protocols import PageRule
from ..._request import Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...models._enums import Direction
    from ...models.contact_page import ContactPage
    from ...models.contact_search_result import ContactSearchResult
    from ...models.user import User


def _search_reader() -> Callable[[Any], ContactSearchResult]:
    from ...models.contact_search_result import ContactSearchResult

    return ContactSearchResult._read


SEARCH: Operation[ContactSearchResult] = Operation(
    "accounts.contacts.search",
    "GET",
    "/v1/accounts/{accountID}/contacts",
    "read",
    "required",
    JsonDecoder(_search_reader),
)


def search(account_id: str, *, query: str) -> Request[ContactSearchResult]:
    """Search contacts of an account.

    See `Beeper.accounts.contacts.search` for its arguments and errors.
    """
    return Request(
        SEARCH,
        "/v1/accounts/" + _arguments.path_segment("account_id", account_id) + "/contacts",
        query=_arguments.pairs(("query", _arguments.string("query", _arguments.required("query", query), 1))),
    )


def _list_reader() -> Callable[[Any], ContactPage]:
    from ...models.contact_page import ContactPage

    return ContactPage._read


LIST: Operation[ContactPage] = Operation(
    "accounts.contacts.list",
    "GET",
    "/v1/accounts/{accountID}/contacts/list",
    "read",
    "required",
    JsonDecoder(_list_reader, "items"),
)
LIST_PAGES: PageRule[ContactPage, User] = PageRule(
    items=lambda page: page.items,
    has_more=lambda page: page.has_more,
    before=lambda page: page.oldest_cursor,
    after=lambda page: page.newest_cursor,
    key=lambda item: item.id,
    cursor_param="cursor",
    direction_param="direction",
    newest_first=False,
)


def list(
    account_id: str,
    *,
    cursor: str | None = None,
    direction: Direction | None = None,
    limit: int | None = None,
    query: str | None = None,
) -> Request[ContactPage]:
    """List merged contacts of an account.

    See `Beeper.accounts.contacts.list` for its arguments and errors.
    """
    return Request(
        LIST,
        "/v1/accounts/" + _arguments.path_segment("account_id", account_id) + "/contacts/list",
        query=_arguments.pairs(
            ("cursor", _arguments.string("cursor", cursor, 1)),
            ("direction", _arguments.choice("direction", direction, ("after", "before"))),
            ("limit", _arguments.integer("limit", limit, 1, 200)),
            ("query", _arguments.string("query", query, 1)),
        ),
    )
