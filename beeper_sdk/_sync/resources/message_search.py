# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._core.generated import api, models, resources
from ..._core.paging.pagination import SearchPage
from ..._core.util.override import override, with_parameters_of
from ..._core.util.validation import optional
from ..engine.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..engine.pager import PageLoader
    from ..engine.sender import RequestSender


class SearchPager(Pager[models.MessageSearchPage, models.Message]):
    """Iterates over all messages that a search finds, and their chats.

    Like any other pager, but the pages of `pages` have ``chats`` too, and `chats` contains those of all pages so far.
    """

    _chats: dict[str, models.Chat]

    @override
    def pages(self) -> Iterator[SearchPage]:
        """Iterate over pages: the ``items`` not returned before, their ``chats``, and a ``checkpoint`` after them."""
        return _SearchPages(self._start_iteration())

    @property
    def chats(self) -> Mapping[str, models.Chat]:
        """The chats of all pages of the most recent iteration so far, by chat ID; empty before the first message:
        ``for message in found: print(found.chats[message.chat_id].title)``."""
        return {} if self._pagination is None else self._chats

    @override
    def _start_iteration(self, limit: int | None = None) -> PageLoader[models.MessageSearchPage, models.Message]:
        chats: dict[str, models.Chat] = {}
        self._chats = chats
        loader = super()._start_iteration(limit)
        loader.on_page = lambda page: chats.update(optional(page.chats) or {})
        return loader


class _SearchPages:
    def __init__(self, loader: PageLoader[models.MessageSearchPage, models.Message]) -> None:
        self._loader = loader

    def __iter__(self) -> _SearchPages:
        return self

    def __next__(self) -> SearchPage:
        if not self._loader.ensure_items():
            raise StopIteration
        pagination = self._loader.pagination
        chats = {} if pagination.answer is None else pagination.answer.chats
        return SearchPage(pagination.whole_page().items, pagination.position, chats)


class Search(resources.MessagesApi):
    """The generated operations on messages, with a search that returns the chats too."""

    __slots__ = ("_engine",)

    def __init__(self, engine: RequestSender) -> None:
        super().__init__(engine)
        self._engine = engine

    @override
    @with_parameters_of(resources.MessagesApi.search)
    def search(self, *, resume: str | None = None, **filters: Any) -> SearchPager:
        request = api.messages.search(**filters)
        return SearchPager(self._sender.send, request, api.messages.SEARCH_PAGES, resume)
