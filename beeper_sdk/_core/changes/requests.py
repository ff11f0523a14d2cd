"""Requests of a run: what happens when one fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ...errors import (
    APIConnectionError,
    APITimeoutError,
    NotFoundError,
    NotSupportedByServer,
    RateLimitError,
)
from ..generated import api, models
from .steps import Fetch, Steps, Wait

if TYPE_CHECKING:
    from ...errors import APIError
    from ..generated import contract

P = TypeVar("P")
FIRST_PAUSE, MAX_PAUSE = 0.5, 60.0


class Requests:
    """Sends requests. While the app cannot be reached they are repeated, with growing pauses.

    Args:
        patient: False to raise the error instead.
    """

    def __init__(self, *, patient: bool) -> None:
        self._patient = patient
        self._pause = FIRST_PAUSE
        self.is_reachable: bool = True
        """Whether the app responded to the last request."""
        self.can_retrieve: bool = True
        """Whether the app can return a single message, as far as is known."""

    def fetched(self, request: contract.Request[P]) -> Steps[Fetch[P]]:
        """A request that was sent. Raises APIError."""
        while True:
            fetch = Fetch(request)
            yield fetch
            error = fetch.error
            self.is_reachable = error is None or not _is_unreachable(error)
            if self.is_reachable:
                self._pause = FIRST_PAUSE
            if error is None:
                return fetch
            if not self._patient or not (_is_unreachable(error) or isinstance(error, RateLimitError)):
                raise error
            pause, self._pause = self._pause, min(self._pause * 2, MAX_PAUSE)
            yield Wait(pause, is_pause=True)

    def fetch(self, request: contract.Request[P]) -> Steps[P]:
        """The result of a request. Raises APIError."""
        return (yield from self.fetched(request)).result()

    def message(self, chat_id: str, message_id: str) -> Steps[models.Message | None]:
        """A message; None if the app does not have it, or is too old to say."""
        try:
            return (yield from self.fetch(api.messages.retrieve(message_id, chat_id=chat_id)))
        except NotSupportedByServer:
            self.can_retrieve = False
            return None
        except (NotFoundError, ValueError):  # ValueError: an ID that no URL can contain
            return None


def _is_unreachable(error: APIError) -> bool:
    return isinstance(error, APIConnectionError) and not isinstance(error, APITimeoutError)
