"""Signing in to Beeper itself and setting up encryption: the states of ``/v1/app/setup`` and what moves between them.

An address that begins with ``new`` has no account yet and must register; every other one signs in. What is right:
the code ``CODE``, the recovery key ``RECOVERY_KEY``. After either sign-in the device has to be trusted, by the
recovery key or by a verification (``device_verification.py``); then one look later the first sync is done.

    needs-login ─ response ─► needs-verification ─ key, SAS or QR ─► needs-first-sync ─► ready
                └ register ─► needs-cross-signing-setup ─ new recovery key confirmed ─┘
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..wire.errors import Refused, invalid, not_found
from ..wire.json_values import Json
from ..wire.tokens import SCOPES, Tokens
from ..world.clock import Clock
from ..world.seed.accounts import MATRIX_DEVICE, MATRIX_USER
from .device_verification import Verifications
from .due import LOGIN_MS

CODE = "123456"
RECOVERY_KEY = "EsTF aKE1 aKE2 aKE3 aKE4 aKE5 aKE6 aKE7 aKE8 aKE9 aKEA aKEB"
HOMESERVER = "https://matrix.example.com"
ATTEMPTS = 3

_COPY: Json = {
    "title": "Choose a username",
    "usernamePlaceholder": "Username",
    "submit": "Create account",
    "terms": "By continuing you agree to the terms.",
}


_USABLE = ("ready", "needs-first-sync")
_SIGN_IN = ("retrieve", "start", "email", "response", "register")
_ALWAYS = ("info_", "oauth_", "ws_", *(f"app_setup_{step}" for step in _SIGN_IN))


@dataclass(slots=True)
class Request:
    """One sign-in that is under way."""

    until_ms: int
    """When it is forgotten, in Unix milliseconds."""
    email: str = ""
    lead: str = ""
    wrong: int = 0


@dataclass(slots=True)
class Setup:
    """Where one server's setup stands."""

    tokens: Tokens
    clock: Clock
    state: str = "ready"
    key: str = RECOVERY_KEY
    proposed: str | None = None
    generated_at: float = field(init=False)
    verifications: Verifications = field(default_factory=Verifications)
    _requests: dict[str, Request] = field(default_factory=dict[str, Request])

    def __post_init__(self) -> None:
        self.generated_at = self.clock.started_ms / 1000

    def check(self, operation_id: str) -> None:
        """Whether the app performs an operation in its state.

        Until somebody is signed in and the device is trusted there are no accounts, chats or keys: nothing is known of
        what the app answers then, so the choice is 409, which says that another state is needed.

        Raises:
            Refused: 409.
        """
        if self.state in _USABLE or operation_id.startswith(_ALWAYS):
            return
        if self.state != "needs-login" and operation_id.startswith("app_setup_"):
            return
        raise Refused(409, f"The app is not set up: {self.state}")

    def look(self) -> Json:
        """The state. A request during the first sync finishes the sync for the next request."""
        seen = self.snapshot()
        if self.state == "needs-first-sync":
            self.state = "ready"
        return seen

    def snapshot(self) -> Json:
        """The state, without moving it on."""
        wire: Json = {"state": self.state, "e2ee": self._encryption()}
        if self.state != "needs-login":
            wire["matrix"] = {"userID": MATRIX_USER, "deviceID": MATRIX_DEVICE, "homeserver": HOMESERVER}
        running = self.verifications.active()
        return wire if running is None else {**wire, "verification": running.wire()}

    def _encryption(self) -> Json:
        trusted = self.state in ("ready", "needs-first-sync")
        signed_in = self.state != "needs-login"
        crossed = signed_in and self.state != "needs-cross-signing-setup"
        keys = ("masterKey", "selfSigningKey", "userSigningKey", "megolmBackupKey", "recoveryKey")
        wire: Json = {
            "initialized": signed_in,
            "secretStorage": crossed,
            "crossSigning": crossed,
            "verified": trusted,
            "secrets": dict.fromkeys(keys, trusted),
            "keyBackup": crossed,
            "firstSyncDone": self.state == "ready",
            "hasBackedUpRecoveryKey": trusted,
        }
        return wire | ({"recoveryKeyGeneratedAt": self.generated_at} if crossed else {})

    def start(self) -> Json:
        """Begin a sign-in."""
        number = f"setup_{len(self._requests) + 1}"
        self._requests[number] = Request(self.clock.milliseconds() + LOGIN_MS)
        return {"setupRequestID": number, "signInMethods": ["email"]}

    def _request(self, body: Json) -> Request:
        found = self._requests.get(body["setupRequestID"])
        if found is None or found.until_ms <= self.clock.milliseconds():
            raise not_found("Setup request")
        return found

    def email(self, body: Json) -> None:
        """Send a code to an address; nothing is sent, the code is always ``CODE``."""
        if "@" not in body["email"]:
            raise invalid("Invalid email", "body", "email", code="invalid_string")
        self._request(body).email = body["email"]

    def response(self, body: Json) -> Json:
        """Take the code; after three wrong ones the request is void."""
        request = self._request(body)
        if not request.email:
            raise Refused(409, "No code was sent yet")
        if body["response"] != CODE:
            request.wrong += 1
            if request.wrong == ATTEMPTS:
                del self._requests[body["setupRequestID"]]
            raise Refused(400, "The code is wrong", code="invalid_code")
        if not request.email.startswith("new"):
            del self._requests[body["setupRequestID"]]
            return self._signed_in("needs-verification")
        request.lead = f"lead_{body['setupRequestID']}"
        return {
            "registrationRequired": True,
            "setupRequestID": body["setupRequestID"],
            "leadToken": request.lead,
            "copy": _COPY,
            "usernameSuggestions": ["alice", "alice2026"],
        }

    def register(self, body: Json) -> Json:
        """Make the account."""
        request = self._request(body)
        if not request.lead or body["leadToken"] != request.lead:
            raise Refused(400, "The lead token is not valid", code="invalid_lead_token")
        if body["username"] == "taken":
            raise Refused(409, "The username is taken")
        del self._requests[body["setupRequestID"]]
        return self._signed_in("needs-cross-signing-setup")

    def _signed_in(self, state: str) -> Json:
        self.state = state
        token = self.tokens.issue(SCOPES, self.clock.seconds())
        identity = {"userID": MATRIX_USER, "deviceID": MATRIX_DEVICE, "homeserver": HOMESERVER}
        return {"matrix": {**identity, "accessToken": token}, "session": self.snapshot()}

    def trust(self) -> None:
        """This device was verified."""
        if self.state in ("needs-verification", "needs-secrets", "needs-cross-signing-setup"):
            self.state = "needs-first-sync"

    def unlock(self, key: str) -> Json:
        """Verify by the recovery key."""
        if key != self.key:
            raise Refused(400, "The recovery key is wrong", code="invalid_recovery_key")
        self.trust()
        return {"session": self.snapshot()}

    def reset(self, existing: str | None) -> Json:
        """Propose a new recovery key; it counts once it is confirmed."""
        if existing is not None and existing != self.key:
            raise Refused(400, "The recovery key is wrong", code="invalid_recovery_key")
        self.proposed = RECOVERY_KEY.replace("aKE", "nEW")
        return {"recoveryKey": self.proposed, "session": self.snapshot()}

    def confirm(self, key: str) -> Json:
        """Put the new recovery key in force."""
        if self.proposed is None:
            raise Refused(409, "No new recovery key was made")
        if key != self.proposed:
            raise Refused(400, "The recovery key is wrong", code="invalid_recovery_key")
        self.key, self.proposed = key, None
        self.generated_at = float(self.clock.seconds())
        self.trust()
        return {"session": self.snapshot()}
