"""Bridges and signing in to them, over HTTP."""

from __future__ import annotations

import asyncio

from fastapi import Response

from beeper_sdk_server import models

from ..rules import bridges
from ..wire.tokens import Token
from ..world.seed.bridges import flows, provisioning
from ._base import Service, answer, sent

SCAN_SECONDS = 0.02
"""How long it takes the made-up person to scan what is displayed."""


class Bridges(Service):
    """Implements the Protocol BridgesService."""

    async def bridges_list(self, *, principal: Token) -> Response:
        """Every bridge."""
        return answer({"items": [bridges.bridge(self._world, bridge_id) for bridge_id in self._world.bridges]})

    async def bridges_retrieve(self, *, principal: Token, bridge_id: str) -> Response:
        """One bridge."""
        return answer(bridges.bridge(self._world, bridge_id))

    async def bridges_retrieve_capabilities(self, *, principal: Token, bridge_id: str) -> Response:
        """What a bridge can look up and create."""
        return answer(provisioning(bridges.bridge(self._world, bridge_id)))

    async def bridges_login_flows_list(self, *, principal: Token, bridge_id: str) -> Response:
        """The ways to sign in."""
        return answer({"items": flows(bridges.bridge(self._world, bridge_id))})

    async def bridges_logins_list(self, *, principal: Token, bridge_id: str) -> Response:
        """Who is signed in."""
        return answer({"items": bridges.logins(self._world, bridge_id)})

    async def bridges_logins_retrieve(self, *, principal: Token, bridge_id: str, login_id: str) -> Response:
        """One who is signed in."""
        return answer(bridges.login(self._world, bridge_id, login_id))

    async def bridges_logins_remove(
        self, *, principal: Token, bridge_id: str, login_id: str, body: models.BridgeLoginRemoveRequest
    ) -> Response:
        """Sign one out."""
        return answer(bridges.remove(self._world, bridge_id, login_id, str(sent(body)["scope"])))

    async def bridges_login_sessions_create(
        self, *, principal: Token, bridge_id: str, body: models.LoginSessionCreateRequest | None
    ) -> Response:
        """Begin to sign in."""
        return answer(self._site.logins.create(bridge_id, sent(body)).wire())

    async def bridges_login_sessions_retrieve(
        self, *, principal: Token, bridge_id: str, login_session_id: str
    ) -> Response:
        """Where signing in stands."""
        return answer(self._site.logins.find(bridge_id, login_session_id).wire())

    async def bridges_login_sessions_cancel(
        self, *, principal: Token, bridge_id: str, login_session_id: str
    ) -> Response:
        """Give up."""
        logins = self._site.logins
        return answer(logins.cancel(logins.find(bridge_id, login_session_id)))

    async def bridges_login_sessions_steps_submit(
        self,
        *,
        principal: Token,
        bridge_id: str,
        login_session_id: str,
        step_id: str,
        body: models.LoginStepSubmitRequest,
    ) -> Response:
        """Answer the current step; for something displayed the call waits until it was used."""
        logins, given = self._site.logins, sent(body)
        session = logins.find(bridge_id, login_session_id)
        if given["type"] == "display_and_wait":
            await asyncio.sleep(SCAN_SECONDS)
        return answer(logins.submit(session, step_id, given))
