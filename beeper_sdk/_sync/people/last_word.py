# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.chats.last_word import counts, may_need_reply
from ..._core.generated import api
from ..._core.paging.chat_listing import ChatListing
from ..._core.paging.chat_messages import RULE
from ..._core.paging.listing import PlainListing
from ..._core.people.rosters import member_ids
from ..._core.util.validation import usable_id
from ...errors import NotFoundError, ResponseDecodeError, SelfUserUnknown
from ..engine.pager import Pager
from .self_lookup import SelfLookup

if TYPE_CHECKING:
    from ..._core.generated import models
    from ..engine.sender import RequestSender

P = TypeVar("P")
_MAX_ROWS = 60


class LastWord:
    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine
        self._self_lookup = SelfLookup(engine)

    def is_of_others(self, chat: models.ChatWithPreview) -> bool:
        if not may_need_reply(chat):
            return False
        last: models.Message | None = chat.preview
        if last is None or not counts(last):
            last = self._last(chat)
        return last is not None and not self._is_mine(last, usable_id(last.chat_id) or chat.id)

    def _last(self, chat: models.ChatWithPreview) -> models.Message | None:
        request = api.messages.list(chat.id)
        if not member_ids(chat):  # it was listed just now, so an empty one need not be requested to see whether it is
            return self._last_of(Pager(self._engine.send, PlainListing(request, RULE, None)))
        return self._last_of(Pager(self._engine.send, ChatListing(chat, request, None, member_ids)))

    def _last_of(self, pager: Pager[P, models.Message]) -> models.Message | None:
        try:
            rows = 0
            for page in pager.pages():
                last = next(filter(counts, page.items), None)
                rows += len(page.items)
                if last is not None or rows >= _MAX_ROWS:
                    return last
        except NotFoundError:  # the chat was deleted since it was listed
            return None
        return None

    def _is_mine(self, message: models.Message, chat_id: str) -> bool:
        verdict = self._self_lookup.is_mine(message)
        if verdict is not None:
            return verdict
        try:
            me = self._self_lookup.in_chat(chat_id)
        except (SelfUserUnknown, NotFoundError, ResponseDecodeError):
            return False
        return me.id == message.sender_id
