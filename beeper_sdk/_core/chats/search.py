"""Searches for chats in which members of merged chats stand for themselves, or lead to the merged chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..generated import api, models
from .owner_filter import fits, has_words
from .owner_listing import OwnerListing, for_accounts, large_pages, marked, without_accounts
from .views import FoundByWords, FoundMembers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..generated import contract
    from .accounts import ListedAccounts
    from .views import View


def search_listing(
    request: contract.Request[models.ChatPage],
    sent: contract.Request[models.ChatPage],
    resume: str | None,
    selected: tuple[str | None, bool] | None,
    accounts: Callable[[], ListedAccounts],
    checks: Sequence[Callable[[models.Chat], bool]],
    finds_members: Callable[[], bool],
) -> OwnerListing[models.ChatPage, models.Chat]:
    """The list of a search.

    Args:
        request: Its request, which identifies it in checkpoints.
        sent: The request to send.
        resume: The checkpoint to start at; None for the beginning.
        selected: The network, and whether members take the place of merged chats; None to search all chats by words.
        accounts: Makes the filter by account and network of an iteration.
        checks: What each chat must fulfil.
        finds_members: Whether searches are known to return members of merged chats.
    """

    def wanted(chat: models.Chat) -> bool:
        return all(check(chat) for check in checks)

    def by_words() -> View:
        return FoundByWords(accounts(), wanted, lambda chat: fits(query, chat))

    def members() -> View:
        return FoundMembers(
            accounts(), wanted, lambda chat: fits(query, chat) and has_words(query, chat), finds_members
        )

    def request_for(account_ids: list[str] | None) -> contract.Request[models.ChatPage]:
        if selected is None or selected[0] is None:
            return sent
        everything = without_accounts(sent)
        # A server that leaves out members would, under a filter, leave out the merged chat too, which has them.
        return for_accounts(everything, account_ids) if account_ids and finds_members() else large_pages(everything)

    query = dict(request.query)
    if selected is not None:
        request = marked(request, selected[0], merged_members=selected[1])
    new_view = by_words if selected is None else members
    return OwnerListing(request, request_for, api.chats.SEARCH_PAGES, resume, new_view, lambda chat, _: chat)
