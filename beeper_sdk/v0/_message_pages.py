"""A message search of more than one page, given as one: v0 took limits of up to 500, and no version serves over 20."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.generated import contract

if TYPE_CHECKING:
    from .._core.generated import models

MAX_PER_PAGE = 20
"""Messages on one page."""


class MessagePages:
    """Asks for as many pages as a limit takes. Ask `next_request`, send it, give `receive_page` the page."""

    def __init__(self, request: contract.Request[models.V0MessageSearchPage]) -> None:
        query = dict(request.query)
        self._request = request
        self._remaining = int(query.get("limit", MAX_PER_PAGE))
        self._forward = query.get("direction") == "after"
        self._cursor = query.get("cursor")
        self._used: set[str | None] = set()
        self._seen: set[str] = set()
        self._whole: models.V0MessageSearchPage | None = None
        self._ended = False

    def next_request(self) -> contract.Request[models.V0MessageSearchPage] | None:
        """The request for the next page; None when there are enough messages, or no more."""
        if self._ended:
            return None
        self._used.add(self._cursor)
        request = (
            self._request
            if "limit" not in dict(self._request.query)
            else self._with(limit=str(min(MAX_PER_PAGE, self._remaining)))
        )
        return request if self._cursor is None else request.with_query(cursor=self._cursor)

    def _with(self, **pairs: str) -> contract.Request[models.V0MessageSearchPage]:
        return self._request.with_query(**pairs)

    def receive_page(self, page: models.V0MessageSearchPage) -> None:
        """The page that came. Messages that come again are left out."""
        fresh = [item for item in page.items if item.id not in self._seen]
        self._seen.update(item.id for item in fresh)
        self._remaining -= len(fresh)
        self._cursor = page.newest_cursor if self._forward else page.oldest_cursor
        self._ended = not fresh or self._remaining <= 0 or not page.has_more or self._cursor in {None, *self._used}
        whole = self._whole
        if whole is None:
            self._whole = page
            return
        # Newest first inside every page: towards newer, the page that came last stands first.
        whole.items = [*fresh, *whole.items] if self._forward else [*whole.items, *fresh]
        whole.chats = {**whole.chats, **page.chats}
        whole.has_more = page.has_more
        if fresh and self._forward:
            whole.newest_cursor = page.newest_cursor
        elif fresh:
            whole.oldest_cursor = page.oldest_cursor

    def page(self) -> models.V0MessageSearchPage:
        """All that came, as one page. Its cursors are those of its ends."""
        if self._whole is None:
            raise ValueError("no page came yet")
        return self._whole
