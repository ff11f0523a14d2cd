"""The request for a chat that is returned in a list in place of another one. Like the items of lists, it is read as far
as possible, so that an incomplete chat does not end the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..generated import answers, api, base, contract, models
from ..util.override import override
from ..util.validation import usable_id

if TYPE_CHECKING:
    from collections.abc import Callable

PARTICIPANTS = 20
"""As many as lists have."""


def retrieval(chat_id: str) -> contract.Request[models.Chat]:
    """The request for a chat, with as many participants as lists have."""
    request = api.chats.retrieve(chat_id, max_participant_count=PARTICIPANTS)
    now = request.operation
    decoder = now.decoder
    if not isinstance(decoder, answers.JsonDecoder):
        return request
    tolerant = _ItemDecoder(lambda: decoder.load)
    operation = contract.Operation(now.name, now.method, now.template, now.effect, now.auth, tolerant, final=now.final)
    return contract.Request(operation, request.path, query=request.query, headers=request.headers)


class _ItemDecoder(answers.JsonDecoder["models.Chat"]):
    """Decodes a chat as an item of a list."""

    @override
    def __call__(
        self, response: answers.ResponseLike, /, report: Callable[[str, str], None] | None = None
    ) -> models.Chat:
        """The chat, with None for what cannot be read. Raises DecodeError if it is not an object with an ID."""
        try:
            return super().__call__(response, report)
        except base.DecodeError as error:
            data = answers.parse(response)
            if not base.is_object(data) or usable_id(data.get("id")) is None:
                raise
            if report is not None:
                report(error.path, error.problem)
            return models.Chat.from_dict(data)
