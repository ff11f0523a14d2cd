"""Sign-in and encryption setup of the app, and bridges and signing in to them, over HTTP."""

from __future__ import annotations

import asyncio

from ..rules import bridges
from ..rules.app_setup import Setup as Stage
from ..rules.device_verification import Verification
from ..wire.json_values import Json
from ..wire.requests import CURRENT, ServerResponse
from ..wire.tokens import Token
from ..world.network_capabilities import flows, provisioning
from ._base import Service, answer, nothing

SCAN_SECONDS = 0.02
"""Seconds until the simulated user has scanned what is displayed."""


class Bridges(Service):
    """Implements the Protocol BridgesService."""

    async def bridges_list(self, *, principal: Token) -> ServerResponse:
        """Every bridge."""
        return answer({"items": [bridges.bridge_of(self._world, bridge_id) for bridge_id in self._world.bridges]})

    async def bridges_retrieve(self, *, principal: Token, bridge_id: str) -> ServerResponse:
        """One bridge."""
        return answer(bridges.bridge_of(self._world, bridge_id))

    async def bridges_retrieve_capabilities(self, *, principal: Token, bridge_id: str) -> ServerResponse:
        """What a bridge can look up and create."""
        return answer(provisioning(bridges.bridge_of(self._world, bridge_id)))

    async def bridges_login_flows_list(self, *, principal: Token, bridge_id: str) -> ServerResponse:
        """The ways to sign in."""
        return answer({"items": flows(bridges.bridge_of(self._world, bridge_id))})

    async def bridges_logins_list(self, *, principal: Token, bridge_id: str) -> ServerResponse:
        """Who is signed in."""
        return answer({"items": bridges.logins(self._world, bridge_id)})

    async def bridges_logins_retrieve(self, *, principal: Token, bridge_id: str, login_id: str) -> ServerResponse:
        """One who is signed in."""
        return answer(bridges.login_of(self._world, bridge_id, login_id))

    async def bridges_logins_remove(
        self, *, principal: Token, bridge_id: str, login_id: str, body: Json
    ) -> ServerResponse:
        """Sign one out."""
        return answer(bridges.remove_login(self._world, bridge_id, login_id, str(body["scope"])))

    async def bridges_login_sessions_create(self, *, principal: Token, bridge_id: str, body: Json) -> ServerResponse:
        """Begin to sign in."""
        return answer(self._site.logins.create(bridge_id, body).wire())

    async def bridges_login_sessions_retrieve(
        self, *, principal: Token, bridge_id: str, login_session_id: str
    ) -> ServerResponse:
        """Where signing in stands."""
        return answer(self._site.logins.find(bridge_id, login_session_id).wire())

    async def bridges_login_sessions_cancel(
        self, *, principal: Token, bridge_id: str, login_session_id: str
    ) -> ServerResponse:
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
        body: Json,
    ) -> ServerResponse:
        """Answer the current step; for something displayed the call waits until it was used."""
        logins = self._site.logins
        session = logins.find(bridge_id, login_session_id)
        if body["type"] == "display_and_wait":
            await asyncio.sleep(SCAN_SECONDS)
        return answer(logins.submit(session, step_id, body))


class Setup(Service):
    """Implements the Protocol SetupService."""

    @property
    def _setup(self) -> Stage:
        return self._site.setup

    def _verified(self, verification: Verification) -> ServerResponse:
        if verification.state == "done":
            self._setup.trust()
        return answer({"session": self._setup.snapshot(), "verification": verification.wire()})

    async def app_setup_retrieve(self, *, principal: Token | None) -> ServerResponse:
        """Where setup stands; open to all before the sign-in, to readers afterwards."""
        if self._setup.state != "needs-login":
            self._site.tokens.check(CURRENT.get().token, ("read",), self._world.clock.seconds())
        return answer(self._setup.look())

    async def app_setup_start(self) -> ServerResponse:
        """Begin."""
        return answer(self._setup.start())

    async def app_setup_email(self, *, body: Json) -> ServerResponse:
        """Mail a code."""
        self._setup.email(body)
        return nothing()

    async def app_setup_response(self, *, body: Json) -> ServerResponse:
        """Take the code."""
        return answer(self._setup.response(body))

    async def app_setup_register(self, *, body: Json) -> ServerResponse:
        """Make an account."""
        return answer(self._setup.register(body))

    async def app_setup_recovery_key_verify(self, *, principal: Token, body: Json) -> ServerResponse:
        """Trust this device by the recovery key."""
        return answer(self._setup.unlock(body["recoveryKey"]))

    async def app_setup_recovery_key_reset_create(self, *, principal: Token, body: Json) -> ServerResponse:
        """A new recovery key."""
        return answer(self._setup.reset(body.get("existingRecoveryKey")))

    async def app_setup_recovery_key_reset_confirm(self, *, principal: Token, body: Json) -> ServerResponse:
        """Put it in force."""
        return answer(self._setup.confirm(body["recoveryKey"]))

    async def app_setup_verifications_list(self, *, principal: Token) -> ServerResponse:
        """Verifications that are not over."""
        return answer({"items": [verification.wire() for verification in self._setup.verifications.pending()]})

    async def app_setup_verifications_create(self, *, principal: Token, body: Json) -> ServerResponse:
        """Ask another device."""
        purpose = str(body.get("purpose", "device"))
        return self._verified(self._setup.verifications.create(purpose))

    async def app_setup_verifications_retrieve(self, *, principal: Token, verification_id: str) -> ServerResponse:
        """Where a verification stands."""
        return self._verified(self._setup.verifications.look(verification_id))

    async def app_setup_verifications_accept(self, *, principal: Token, verification_id: str) -> ServerResponse:
        """Go along with another device."""
        return self._act(verification_id, "accept", "ready")

    def _act(self, verification_id: str, action: str, state: str) -> ServerResponse:
        found = self._setup.verifications.look(verification_id)
        found.act(action, state)
        return self._verified(found)

    async def app_setup_verifications_cancel(
        self, *, principal: Token, verification_id: str, body: Json
    ) -> ServerResponse:
        """Stop."""
        code, reason = body.get("code", "m.user"), body.get("reason", "Cancelled")
        return self._verified(self._setup.verifications.cancel(verification_id, code, reason))

    async def app_setup_verifications_qr_scan(self, *, principal: Token, body: Json) -> ServerResponse:
        """The code of another device."""
        return self._verified(self._setup.verifications.scan(body["data"]))

    async def app_setup_verifications_qr_confirm_scanned(
        self, *, principal: Token, verification_id: str
    ) -> ServerResponse:
        """The other device scanned ours."""
        return self._act(verification_id, "qr.confirmScanned", "done")

    async def app_setup_verifications_sas_start(self, *, principal: Token, verification_id: str) -> ServerResponse:
        """Show the emoji."""
        return self._act(verification_id, "sas.start", "sas_ready")

    async def app_setup_verifications_sas_confirm(self, *, principal: Token, verification_id: str) -> ServerResponse:
        """The emoji match."""
        return self._act(verification_id, "sas.confirm", "done")
