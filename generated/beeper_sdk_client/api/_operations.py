# @generated

"""The operations of the root: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _arguments, _objects
from .._decoding import JsonDecoder
from .._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.chat import Chat
    from ..models.message import Message
    from ..models.root import FocusResult, UnifiedSearchResult


def _focus_reader() -> Callable[[Any], FocusResult]:
    from ..models.root import FocusResult

    return FocusResult._read


FOCUS: Operation[FocusResult] = Operation(
    "focus",
    "POST",
    "/v1/focus",
    "idempotent",
    "required",
    JsonDecoder(_focus_reader),
)


def focus(
    *,
    chat_id: str | Chat | None = None,
    message_id: str | Message | None = None,
    draft_text: str | None = None,
    draft_attachment_path: str | None = None,
) -> Request[FocusResult]:
    """Bring Beeper to the front.

    See `Beeper.focus` for its arguments and errors.
    """
    _arguments.check_chat("message_id", message_id, "chat_id", chat_id)
    return Request(
        FOCUS,
        "/v1/focus",
        body=JsonBody(
            _arguments.body(
                ("chatID", _arguments.optional(_arguments.string("chat_id", chat_id, 1, of=_objects.chat_id))),
                (
                    "messageID",
                    _arguments.optional(_arguments.string("message_id", message_id, 1, of=_objects.message_id)),
                ),
                ("draftText", _arguments.optional(_arguments.string("draft_text", draft_text))),
                (
                    "draftAttachmentPath",
                    _arguments.optional(_arguments.string("draft_attachment_path", draft_attachment_path)),
                ),
            )
        ),
    )


def _search_reader() -> Callable[[Any], UnifiedSearchResult]:
    from ..models.root import UnifiedSearchResult

    return UnifiedSearchResult._read


SEARCH: Operation[UnifiedSearchResult] = Operation(
    "search",
    "GET",
    "/v1/search",
    "read",
    "required",
    JsonDecoder(_search_reader),
)


def search(*, query: str) -> Request[UnifiedSearchResult]:
    """Search once for chats, groups by participant and messages.

    See `Beeper.search` for its arguments and errors.
    """
    return Request(
        SEARCH,
        "/v1/search",
        query=_arguments.pairs(("query", _arguments.string("query", _arguments.required("query", query), 1))),
    )
