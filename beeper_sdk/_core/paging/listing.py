"""Lists: where an iteration over one starts, and in which order.

No I/O. `pagination` and `oldest_first` decide which page is next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from .checkpoint import is_forward, starting_checkpoint
from .pagination import Pagination

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..generated import contract, senders
    from .checkpoint import Checkpoint, Order
    from .item_filter import ItemFilter

T = TypeVar("T")
P = TypeVar("P")


class PlainListing(Generic[P, T]):
    """A list of one operation.

    Args:
        request: The request of the list, which identifies it in checkpoints.
        rule: How to read its pages.
        resume: The checkpoint to start at; None for the beginning.
        sent: The request to send, if it differs.
        wanted: Which items to return; None for all.

    Raises:
        ValueError: `resume` is not a checkpoint of this list.
    """

    def __init__(
        self,
        request: contract.Request[P],
        rule: senders.PageRule[P, T],
        resume: str | None,
        sent: contract.Request[P] | None = None,
        wanted: Callable[[T], bool] | None = None,
    ) -> None:
        self._request = sent or request
        self._rule = rule
        self._wanted = wanted
        self._start = starting_checkpoint(request, rule, resume)

    @property
    def name(self) -> str:
        """The name of its operation."""
        return self._request.operation.name

    def check_oldest_first(self) -> None:
        """Check that the list can be iterated oldest first. Raises ValueError with the reason if not."""
        from .oldest_first import check_oldest_first

        check_oldest_first(self._request, self._rule)

    def start(self, *, oldest: bool, strict: bool) -> Pagination[P, T]:
        """A new iteration. Raises ValueError if the position is from an iteration in the other order."""
        pagination = start_pagination(self._request, self._rule, self._start, oldest=oldest, strict=strict)
        pagination.wanted = self._wanted
        return pagination


def start_pagination(
    request: contract.Request[P],
    rule: senders.PageRule[P, T],
    start: Checkpoint,
    *,
    oldest: bool,
    strict: bool,
    chosen: ItemFilter[T] | None = None,
) -> Pagination[P, T]:
    """The iteration over a list from a position on.

    Raises:
        ValueError: the position is from an iteration in the other order.
    """
    pagination = _in_order(request, rule, start, oldest=oldest, strict=strict)
    if chosen is not None:
        pagination.limit_to(chosen)
    return pagination


def _in_order(
    request: contract.Request[P], rule: senders.PageRule[P, T], start: Checkpoint, *, oldest: bool, strict: bool
) -> Pagination[P, T]:
    forward = is_forward(request, rule)
    if start.order == "empty" and not forward:
        start = start._replace(order="served")
    if oldest and start.order == "served":
        if start.seen or start.mid_page:
            raise ValueError("resume must be a checkpoint of a pager with oldest_first(); this one is without it")
        start = start._replace(order="oldest")
    if not oldest and start.order not in {"served", "empty"}:
        raise ValueError("resume must be a checkpoint of a pager without oldest_first(); this one is with it")
    if start.order != "empty" and (forward or not oldest):
        return Pagination(request, rule, start, reverse=oldest, strict=strict)
    from .oldest_first import OldestFirstPagination, towards_newer

    if start.order == "empty":
        # The first page that a server returns has the newest items. The list was empty, so all of them are new.
        back = request.with_query(**{rule.direction_param: "before"})
        onward: Order = "oldest" if oldest else "served"
        return OldestFirstPagination(back, rule, start, reverse=oldest, strict=strict, onward=onward)
    if start.order == "turned":
        return Pagination(towards_newer(request, rule), rule, start, reverse=True, strict=strict)
    return OldestFirstPagination(request, rule, start, reverse=True, strict=strict, onward="turned")
