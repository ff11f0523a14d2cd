# @generated

"""The operations of accounts: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import _arguments
from ..._decoding import JsonDecoder
from ..._lazy import lazy
from ..._model import as_list
from ..._request import Operation, Request

if TYPE_CHECKING:
    from builtins import list as List
    from collections.abc import Callable

    from ...models.account import Account
    from . import contacts as contacts

__all__ = [
    "LIST",
    "RETRIEVE",
    "contacts",
    "list",
    "retrieve",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(__name__, {}, ("contacts",), own=__all__)


def _list_reader() -> Callable[[Any], List[Account]]:
    from ...models.account import Account

    def read(data: Any) -> List[Account]:
        return [*map(Account._read, data)] if data else as_list(data)

    return read


LIST: Operation[List[Account]] = Operation(
    "accounts.list",
    "GET",
    "/v1/accounts",
    "read",
    "required",
    JsonDecoder(_list_reader),
)


def list() -> Request[List[Account]]:
    """List connected accounts.

    See `Beeper.accounts.list` for its errors.
    """
    return Request(
        LIST,
        "/v1/accounts",
    )


def _retrieve_reader() -> Callable[[Any], Account]:
    from ...models.account import Account

    return Account._read


RETRIEVE: Operation[Account] = Operation(
    "accounts.retrieve",
    "GET",
    "/v1/accounts/{accountID}",
    "read",
    "required",
    JsonDecoder(_retrieve_reader),
)


def retrieve(account_id: str) -> Request[Account]:
    """Get one account.

    See `Beeper.accounts.retrieve` for its arguments and errors.
    """
    return Request(
        RETRIEVE,
        "/v1/accounts/" + _arguments.path_segment("account_id", account_id),
    )
