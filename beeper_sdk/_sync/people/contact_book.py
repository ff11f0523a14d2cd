# @generated


from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from ..._core.concurrency.prefetch import Prefetcher
from ..._core.config.retry_policy import RetryPolicy
from ..._core.generated import resources
from ..._core.util.validation import check_timeout
from ...errors import APIError, AuthenticationError, NotFoundError, NotSupportedByServer, PermissionDeniedError
from ..engine.sender import RequestSender

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..._core.generated import models
    from ..._core.people.matching import Query

MAX_PAGE_SIZE = 200
MAX_AT_ONCE = 8
_NOT_THERE = (NotFoundError, NotSupportedByServer)
REJECTED = (AuthenticationError, PermissionDeniedError)

R_co = TypeVar("R_co", covariant=True)


class Lookup(Protocol[R_co]):
    def __call__(self, account_id: str, /) -> R_co: ...


def hurried(engine: RequestSender, timeout: float | None) -> RequestSender:
    limit = check_timeout(timeout)
    settings = engine.settings.changed(limit, RetryPolicy(attempts=1, deadline=limit), None)
    return RequestSender(settings, engine.http, engine.state)


def for_each(account_ids: Iterable[str], lookup: Lookup[R_co]) -> dict[str, R_co]:
    names = list(dict.fromkeys(account_ids))
    if len(names) == 1:
        return {names[0]: lookup(names[0])}
    results: dict[str, R_co] = {}
    with Prefetcher() as block:
        for start in range(0, len(names), MAX_AT_ONCE):
            for name, future in [(name, block.start(partial(lookup, name))) for name in names[start:][:MAX_AT_ONCE]]:
                results[name] = lookup(name) if future is None else future.result()
    return results


class ContactBook:
    def __init__(self, engine: RequestSender) -> None:
        self._contacts = resources.AccountsApi(engine).contacts
        self.failed: dict[str, APIError] = {}

    def everyone(self, account_ids: Iterable[str]) -> dict[str, list[models.User]]:
        return self._available(for_each(account_ids, partial(self._try, None)))

    def fitting(self, account_ids: list[str], wanted: Query) -> dict[str, list[models.User]]:
        if wanted.address is None:
            found = self.everyone(account_ids)
            if found or self.failed:
                return found
        return self._available(for_each(account_ids, partial(self._try, wanted.address or wanted.text)))

    @staticmethod
    def _available(found: dict[str, list[models.User] | None]) -> dict[str, list[models.User]]:
        return {account_id: people for account_id, people in found.items() if people is not None}

    def _try(self, query: str | None, account_id: str, /) -> list[models.User] | None:
        try:
            if query is None:
                return self._contacts.list(account_id, limit=MAX_PAGE_SIZE).collect()
            return (self._contacts.search(account_id, query=query)).items
        except _NOT_THERE:
            return None
        except APIError as error:
            if isinstance(error, REJECTED):
                raise
            self.failed[account_id] = error
            return None
