"""A message search over several pages, returned as one: v0 accepts limits of up to 500, but no app returns more than
20 messages per page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.generated import base, contract
from .._core.paging.cursors import cursor_text, reports_more

if TYPE_CHECKING:
    from .._core.generated import models

MAX_PER_PAGE = 20
"""Maximum number of messages per page."""


class MessagePages:
    """Requests as many pages as the limit needs. Send `next_request`, and pass its page to `receive_page`."""

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
        """The request for the next page; None if there are enough messages, or no more."""
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
        """Add a page. Repeated messages are dropped."""
        by_key = {base.item_key(item.id, item): item for item in page.items}
        fresh = [item for key, item in by_key.items() if key not in self._seen]
        self._seen.update(by_key)
        self._remaining -= len(fresh)
        self._cursor = cursor_text(page.newest_cursor if self._forward else page.oldest_cursor)
        # The same stop conditions as in `pagination`: apps repeat their oldest page with has_more.
        at_end = not fresh or reports_more(page.has_more) is False
        self._ended = at_end or self._remaining <= 0 or self._cursor in {None, *self._used}
        whole = self._whole
        if whole is None:
            self._whole = page
            return
        # Pages are newest first in both directions: towards newer messages, the last page is at the beginning.
        whole.items = [*fresh, *whole.items] if self._forward else [*whole.items, *fresh]
        whole.chats = {**whole.chats, **page.chats}
        whole.has_more = page.has_more
        if fresh and self._forward:
            whole.newest_cursor = page.newest_cursor
        elif fresh:
            whole.oldest_cursor = page.oldest_cursor

    def page(self) -> models.V0MessageSearchPage:
        """All messages as one page. Its cursors are those of its first and last page."""
        if self._whole is None:
            raise ValueError("no page was received yet")
        return self._whole
