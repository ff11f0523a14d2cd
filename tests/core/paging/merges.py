"""A made-up merged chat to paginate without a transport: its members are lists as those of `listings`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import unquote

from beeper_sdk import api, models
from beeper_sdk._core.generated import contract
from beeper_sdk._core.paging.chat_listing import ChatListing
from beeper_sdk._core.paging.source import PageSource
from beeper_sdk._core.people.rosters import member_ids
from tests.core.paging.listings import FOREVER, history
from tests.scripted_server import chat

Walk: TypeAlias = PageSource[Any, models.Message]
Key: TypeAlias = tuple[str, int]
"""A message: its chat and its number in it. Numbers are the same in all chats."""
MERGED = "!merged:x"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class Flaws(NamedTuple):
    """How the server deviates, in every member."""

    overlap: int = 0
    cursors: bool = True
    stuck: bool = False


SOUND = Flaws()


class MergedServer:
    """A server with a merged chat. `minutes`: when the messages of each member were sent, in rising order."""

    def __init__(self, minutes: dict[str, list[int]], size: int, flaws: Flaws = SOUND) -> None:
        self.minutes = minutes
        self.members = list(minutes)
        self.size = size
        self.flaws = flaws
        self.requests: list[tuple[str, dict[str, str]]] = []

    @property
    def chats(self) -> list[str]:
        """The chats that were requested; that of a merged one without a slash, those of pages with one."""
        return [path for path, _ in self.requests]

    def chat(self) -> models.Chat:
        """The merged chat."""
        return models.Chat.from_dict({**chat(MERGED), "merge": {"chatIDs": self.members}})

    def serve(self, path: str, query: dict[str, str]) -> models.MessagePage | models.Chat:
        """The answer to a request."""
        _, _, _, chat_id, *rest = unquote(path).split("/")
        self.requests.append(("/".join([chat_id, *rest]), query))
        if not rest:
            return self.chat() if chat_id == MERGED else models.Chat.from_dict(chat(chat_id))
        minutes = self.minutes.get(chat_id, [])
        overlap = min(self.flaws.overlap, self.size)
        flawed = history(len(minutes), self.size, overlap, cursors=self.flaws.cursors, stuck=self.flaws.stuck)
        page = flawed(query) if minutes else history(0, self.size)(query)
        for item in page.items:
            item.chat_id = chat_id
            item.timestamp = BEGIN + timedelta(minutes=minutes[int(item.id) - 1])
        return page

    def keys(self, *chat_ids: str) -> list[Key]:
        """All messages of members in the order that is wanted, oldest first."""
        keys = [(chat_id, number + 1) for chat_id in chat_ids for number in range(len(self.minutes[chat_id]))]
        return sorted(keys, key=lambda key: (self.minutes[key[0]][key[1] - 1], key[1], key[0]))


def started(
    named: str | models.Chat,
    resume: str | None = None,
    *,
    direction: models.Direction | None = None,
    oldest: bool = False,
    strict: bool = False,
) -> Walk:
    """An iteration, started."""
    request: contract.Request[models.MessagePage] = api.messages.list(named, direction=direction)
    return ChatListing(named, request, resume, member_ids).start(oldest=oldest, strict=strict)


def drive(walk: Walk, server: MergedServer, limit: int = FOREVER, *, requests: int = FOREVER) -> list[Key]:
    """Return at most `limit` items."""
    keys: list[Key] = []
    while len(keys) < limit:
        while not walk.has_item:
            expected = walk.upcoming()
            request = walk.next_request()
            if request is None:
                return keys
            assert expected is None or (expected.path, expected.query) == (request.path, request.query)
            requests -= 1
            assert requests >= 0, "it does not end"
            walk.receive_page(server.serve(request.path, dict(request.query)))
        item = walk.next_item()
        keys.append((item.chat_id, int(item.id)))
    return keys
