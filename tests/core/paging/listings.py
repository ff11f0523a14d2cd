"""Made-up lists to paginate without a transport: servers as functions from a request to its page, and a loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from beeper_sdk import api, models
from beeper_sdk._core.generated import contract, senders
from beeper_sdk._core.paging.checkpoint import starting_checkpoint
from beeper_sdk._core.paging.listing import start_pagination
from beeper_sdk._core.paging.pagination import Pagination
from tests.scripted_server import message

Ids: TypeAlias = list[int]
Query: TypeAlias = dict[str, str]
Serve: TypeAlias = Callable[[Query], models.MessagePage]
MessageWalk: TypeAlias = Pagination[models.MessagePage, models.Message]
RULE: senders.PageRule[models.MessagePage, models.Message] = api.messages.LIST_PAGES
FOREVER = 10**9


def page(numbers: Ids, older_cursor: str | None, newer_cursor: str | None, *, more: bool) -> models.MessagePage:
    """A page of messages, newest first."""
    edges = {"oldestCursor": older_cursor, "newestCursor": newer_cursor}
    return models.MessagePage.from_dict({"items": [message(n) for n in numbers], "hasMore": more, **edges})


def history(total: int, size: int, overlap: int = 0, *, cursors: bool = True, stuck: bool = False) -> Serve:
    """A server with messages 1..total: pages of `size`, each beginning `overlap` items back. A stuck one never says
    that a page is the last, and serves the last ones again."""

    def serve(query: Query) -> models.MessagePage:
        at = int(query["cursor"]) if "cursor" in query else None
        forward = query.get("direction") == "after" and at is not None
        if at is None:
            newest, oldest = total, total - size + 1
        elif forward:
            newest, oldest = at + size, at + 1 - overlap
        else:
            newest, oldest = at - 1 + overlap, at - size
        if stuck and not forward and newest < 1:
            newest, oldest = size, 1
        numbers = list(range(min(total, newest), max(0, oldest - 1), -1))
        more = stuck or (bool(numbers) and (numbers[0] < total if forward else numbers[-1] > 1))
        if not cursors or not numbers:
            return page(numbers, None, None, more=more)
        return page(numbers, str(numbers[-1]), str(numbers[0]), more=more)

    return serve


def listed(direction: models.Direction = "before", **more: str) -> contract.Request[models.MessagePage]:
    """The call that lists them."""
    return api.messages.list("!a:x", direction=direction, **more)


def started(
    request: contract.Request[models.MessagePage],
    resume: str | None = None,
    *,
    oldest: bool = False,
    strict: bool = False,
) -> MessageWalk:
    """A pagination, started."""
    return start_pagination(request, RULE, starting_checkpoint(request, RULE, resume), oldest=oldest, strict=strict)


def drive(pagination: MessageWalk, serve: Serve, limit: int = FOREVER, *, requests: int = FOREVER) -> Ids:
    """Hand out at most `limit` items."""
    ids: Ids = []
    while len(ids) < limit:
        while not pagination.has_item:
            expected = pagination.upcoming()
            request = pagination.next_request()
            if request is None:
                return ids
            assert expected is None or expected.query == request.query
            requests -= 1
            assert requests >= 0, "it does not end"
            pagination.receive_page(serve(dict(request.query)))
        ids.append(int(pagination.next_item().id))
    return ids
