"""A list of chats in which some take the place of others: where an iteration over it starts, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ..generated import contract, models
from ..paging.checkpoint import is_forward, starting_checkpoint
from ..paging.listing import start_pagination
from ..people.names import fold
from .owner_pages import OwnerPages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from ..generated import senders
    from ..paging.pagination import Pagination
    from ..paging.source import PageSource
    from .owner_pages import Content
    from .views import View

P = TypeVar("P")
C = TypeVar("C", bound="models.Chat")
MAX_PAGE_SIZE = "200"


class OwnerListing(Generic[P, C]):
    """A list of chats as their owner sees them.

    Args:
        request: The request of the list, which identifies it in checkpoints, with the filters that are not sent.
        sent: Makes the request to send, of the IDs of the selected accounts if they are known.
        rule: How to read its pages.
        resume: The checkpoint to start at; None for the beginning.
        new_view: Makes the view of an iteration: which chats are returned.
        convert: Makes an item of the list of a retrieved chat, and of the one on the page in whose place it is.
        until: The list may end before chats that were active before this time; None to list all.

    Raises:
        ValueError: `resume` is not a checkpoint of this list.
    """

    def __init__(
        self,
        request: contract.Request[P],
        sent: Callable[[list[str] | None], contract.Request[P]],
        rule: senders.PageRule[P, C],
        resume: str | None,
        new_view: Callable[[], View],
        convert: Callable[[models.Chat, C | None], C],
        until: datetime | None = None,
    ) -> None:
        self._until = until
        self._request = request
        self._sent = sent
        self._rule = rule
        self._new_view = new_view
        self._convert = convert
        self._start = starting_checkpoint(request, rule, resume)

    @property
    def name(self) -> str:
        """The name of its operation."""
        return self._request.operation.name

    def check_oldest_first(self) -> None:
        """Check that the list can be iterated oldest first. Raises ValueError with the reason if not."""
        from ..paging.oldest_first import check_oldest_first

        check_oldest_first(self._request, self._rule)

    def start(self, *, oldest: bool, strict: bool) -> PageSource[Content[P], C]:
        """A new iteration. Raises ValueError if the position is from an iteration in the other order."""
        start, forward = self._start, is_forward(self._request, self._rule)
        checked = start._replace(mid_page=True) if start.members else start
        start_pagination(self._request, self._rule, checked, oldest=oldest, strict=False)  # raises ValueError
        turned = oldest and not forward
        own = starting_checkpoint(self._request, self._rule, None) if turned else start._replace(members=())

        def begin(account_ids: list[str] | None) -> Pagination[P, C]:
            return start_pagination(self._sent(account_ids), self._rule, own, oldest=oldest and forward, strict=strict)

        first = own if turned else start
        pages = OwnerPages(self._new_view(), begin, first, self._convert, by_activity=not forward)
        pages.until = self._until
        if not turned:
            return pages
        from .oldest_first import OldestFirstPages

        return OldestFirstPages(pages, start)


def marked(request: contract.Request[P], network: str | None, *, merged_members: bool) -> contract.Request[P]:
    """The request with what else selects its chats, which identifies the list in checkpoints."""
    name = "" if network is None else fold(network).strip()
    return request.with_query(members="instead of" if merged_members else "that fit", network=name)


def large_pages(request: contract.Request[P]) -> contract.Request[P]:
    """The request with the largest pages, unless it says how large they are: chats of other accounts are on them."""
    return request if "limit" in dict(request.query) else request.with_query(limit=MAX_PAGE_SIZE)


def for_accounts(request: contract.Request[P], account_ids: Iterable[str]) -> contract.Request[P]:
    """The request with the server's filter by account."""
    query = (*request.query, *(("accountIDs", account_id) for account_id in account_ids))
    return contract.Request(request.operation, request.path, query=query, headers=request.headers)


def without_accounts(request: contract.Request[P]) -> contract.Request[P]:
    """The request without the server's filter by account."""
    query = tuple(pair for pair in request.query if pair[0] != "accountIDs")
    return contract.Request(request.operation, request.path, query=query, headers=request.headers)


def with_preview(chat: models.Chat, listed: models.ChatWithPreview | None) -> models.ChatWithPreview:
    """A retrieved member of a merged chat as an item of a list. The last message of the merged chat is that of one of
    its members; those of the others are not known."""
    if isinstance(chat, models.ChatWithPreview):
        return chat
    preview = None if listed is None else listed.preview
    is_own = preview is not None and preview.chat_id == chat.id
    whole = models.ChatWithPreview.from_dict(chat.to_dict())
    return whole.evolve(preview=preview) if is_own else whole
