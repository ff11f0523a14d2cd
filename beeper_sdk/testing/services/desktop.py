"""The app itself and search over everything, over HTTP."""

from __future__ import annotations

from fastapi import Response

from beeper_sdk_server import models

from ..rules import desktop
from ..wire.tokens import Token
from ._base import Service, answer, sent


class Desktop(Service):
    """Implements the Protocol DesktopService."""

    async def focus(self, *, principal: Token, body: models.FocusRequest | None) -> Response:
        """Bring the app to the front."""
        desktop.focus(self._world, sent(body))
        return answer({"success": True})

    async def search(self, *, principal: Token, query: str) -> Response:
        """Chats, groups by participant, and the first page of messages."""
        return answer({"results": desktop.search_all(self._world, query)})
