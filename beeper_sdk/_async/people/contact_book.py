"""Requests the contacts of several accounts, side by side, so that one that fails or hangs does not affect the others.

The contacts of an account come from its bridge or network: of one account they were observed to fail (502) or to hang.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from ..._core.concurrency.prefetch import AsyncPrefetcher
from ..._core.config.retry_policy import RetryPolicy
from ..._core.generated import resources
from ..._core.util.validation import check_timeout
from ...errors import APIError, AuthenticationError, NotFoundError, NotSupportedByServer, PermissionDeniedError
from ..engine.sender import AsyncRequestSender

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..._core.generated import models
    from ..._core.people.matching import Query

MAX_PAGE_SIZE = 200
"""The maximum page size of contacts and chats. (Some apps return 25 chats whatever the requested size.)"""
MAX_AT_ONCE = 8
"""Maximum number of accounts that are requested at the same time."""
_NOT_THERE = (NotFoundError, NotSupportedByServer)
"""Native accounts such as iMessage have no contacts in the API, and apps before 4.2.557 cannot list contacts."""
REJECTED = (AuthenticationError, PermissionDeniedError)
"""Failures of the token, not of an account."""

R_co = TypeVar("R_co", covariant=True)


class AsyncLookup(Protocol[R_co]):
    """Looks something up for an account."""

    async def __call__(self, account_id: str, /) -> R_co:
        """The result."""
        ...


def hurried(engine: AsyncRequestSender, timeout: float | None) -> AsyncRequestSender:
    """A sender with one attempt per request, which has at most this many seconds."""
    limit = check_timeout(timeout)
    settings = engine.settings.changed(limit, RetryPolicy(attempts=1, deadline=limit), None)
    return AsyncRequestSender(settings, engine.http, engine.state)


async def for_each(account_ids: Iterable[str], lookup: AsyncLookup[R_co]) -> dict[str, R_co]:
    """The result of a lookup for each account, several at a time."""
    names = list(dict.fromkeys(account_ids))
    if len(names) == 1:
        return {names[0]: await lookup(names[0])}
    results: dict[str, R_co] = {}
    async with AsyncPrefetcher() as block:
        for start in range(0, len(names), MAX_AT_ONCE):
            for name, future in [(name, block.start(partial(lookup, name))) for name in names[start:][:MAX_AT_ONCE]]:
                results[name] = await lookup(name) if future is None else await future.result()
    return results


class AsyncContactBook:
    """Requests contacts, which not all apps and accounts have."""

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._contacts = resources.AsyncAccountsApi(engine).contacts
        self.failed: dict[str, APIError] = {}
        """Why the contacts of an account could not be read, by account ID."""

    async def everyone(self, account_ids: Iterable[str]) -> dict[str, list[models.User]]:
        return self._available(await for_each(account_ids, partial(self._try, None)))

    async def fitting(self, account_ids: list[str], wanted: Query) -> dict[str, list[models.User]]:
        """The contacts of each account that include every match of the query, where they are available."""
        if wanted.address is None:
            found = await self.everyone(account_ids)
            if found or self.failed:
                return found
        # An exact address, or accounts without contacts, or an app that can only search them.
        return self._available(await for_each(account_ids, partial(self._try, wanted.address or wanted.text)))

    @staticmethod
    def _available(found: dict[str, list[models.User] | None]) -> dict[str, list[models.User]]:
        return {account_id: people for account_id, people in found.items() if people is not None}

    async def _try(self, query: str | None, account_id: str, /) -> list[models.User] | None:
        try:
            if query is None:
                return await self._contacts.list(account_id, limit=MAX_PAGE_SIZE).collect()
            return (await self._contacts.search(account_id, query=query)).items
        except _NOT_THERE:
            return None
        except APIError as error:
            if isinstance(error, REJECTED):
                raise
            self.failed[account_id] = error
            return None
