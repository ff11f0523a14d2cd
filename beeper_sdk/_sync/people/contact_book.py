# @generated from beeper_sdk/_async; do not edit


from __future__ import annotations

from collections import deque
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

    from ..._core.concurrency.prefetch import Future
    from ..._core.generated import models
    from ..._core.people.matching import Query

LARGEST_PAGE = 200
"""The maximum page size of contacts and chats. (Some apps return 25 chats whatever the requested size.)"""
MAX_AT_ONCE = 8
"""Maximum number of accounts that are requested at the same time."""
_NOT_THERE = (NotFoundError, NotSupportedByServer)
"""Native accounts such as iMessage have no contacts in the API, and apps before 4.2.557 cannot list contacts."""
REJECTED = (AuthenticationError, PermissionDeniedError)
"""Failures of the token, not of an account."""

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
    running: deque[tuple[str, Future[R_co] | None]] = deque()
    with Prefetcher() as block:
        for number in range(len(names) + MAX_AT_ONCE):
            if number >= MAX_AT_ONCE and running:
                name, future = running.popleft()
                results[name] = lookup(name) if future is None else future.result()
            if number < len(names):
                running.append((names[number], block.start(partial(lookup, names[number]))))
    return results


class ContactBook:
    def __init__(self, engine: RequestSender) -> None:
        self._contacts = resources.AccountsApi(engine).contacts
        self.failed: dict[str, APIError] = {}
        """Why the contacts of an account could not be read, by account ID."""

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
                return self._contacts.list(account_id, limit=LARGEST_PAGE).collect()
            return (self._contacts.search(account_id, query=query)).items
        except _NOT_THERE:
            return None
        except APIError as error:
            if isinstance(error, REJECTED):
                raise
            self.failed[account_id] = error
            return None
