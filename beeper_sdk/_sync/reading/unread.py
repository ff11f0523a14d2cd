# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import api, models, objects, resources
from ..._core.paging.listing import PlainListing
from ..._core.paging.unread import UnreadMessages, merged_by_time
from ..._core.people.rosters import member_ids
from ..._core.util.validation import usable_id
from ...errors import NotFoundError
from ..engine.pager import Pager
from ..people.self_lookup import SelfLookup

if TYPE_CHECKING:
    from ..engine.sender import RequestSender


class UnreadReader:
    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine
        self._self_lookup = SelfLookup(engine)

    def unread(self, chat: str | models.Chat) -> list[models.Message]:
        chat_id = objects.chat_id(chat, "chat")
        whole = self._retrieve(chat_id) if isinstance(chat, str) else chat
        members = member_ids(whole)
        if not UnreadMessages(whole).needs_page():
            return []
        if not members:
            return self._of(whole)
        found: list[tuple[str, list[models.Message]]] = []
        for member_id in members:
            try:
                member = self._retrieve(member_id)
            except NotFoundError:  # removed from the merged chat meanwhile
                continue
            found.append((member_id, self._of(member)))
        return merged_by_time(found)

    def _retrieve(self, chat_id: str) -> models.Chat:
        return resources.ChatsApi(self._engine).retrieve(chat_id, max_participant_count=0)

    def _of(self, chat: models.Chat) -> list[models.Message]:
        rows, chat_id = UnreadMessages(chat), usable_id(chat.id)
        if not rows.needs_page() or chat_id is None:
            return []
        listing = PlainListing(api.messages.list(chat_id), api.messages.LIST_PAGES, None)
        for page in Pager(self._engine.send, listing).pages():
            for row in rows.candidates(page.items):
                if self._self_lookup.is_mine(row) is not True:
                    rows.add(row)
            if not rows.needs_page():
                break
        return rows.result()
