"""Which of these people am I? Pure: what is known is given, nothing is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._api import models


def marked(people: Iterable[models.Participant]) -> models.Participant | None:
    """The one the server marks as oneself."""
    return next((person for person in people if person.is_self), None)


def with_id(people: Iterable[models.Participant], user_id: str | None) -> models.Participant | None:
    """The one with this user id."""
    return next((person for person in people if person.id == user_id), None)


def owner(accounts: Iterable[models.Account], account_id: str) -> models.User | None:
    """The user of an account, None when the account is not among these."""
    return next((account.user for account in accounts if account.account_id == account_id), None)
