"""Verifying devices: what each verification may do next, by comparing emoji (SAS) or by QR code.

The other device is made up and goes along at once. One verification waits from the start, asked for by it; its
code to scan is ``OTHER_QR``.

    requested ─ accept, or a look ─► ready ─ sas.start ─► sas_ready ─ sas.confirm ─► done
                                     └────── qr.confirmScanned, or their code scanned ─┘
    cancel leads to cancelled from everywhere but done
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..wire.errors import Refused, not_found
from ..wire.json_values import Json
from ..world.seed.accounts import MATRIX_USER

INCOMING = "verification_1"
OTHER_QR = "MATRIX-made-up-verification-code"
ACTIVE = "active"
"""What may be written in place of the id of the verification that runs."""

_OVER = ("done", "cancelled", "error")


@dataclass(slots=True)
class Verification:
    """One verification."""

    id: str
    purpose: str
    incoming: bool
    state: str = "requested"
    error: Json | None = None

    def actions(self) -> list[str]:
        """What may be done next."""
        if self.state == "requested":
            return ["accept", "cancel"] if self.incoming else ["cancel"]
        if self.state == "ready":
            return ["cancel", "qr.confirmScanned", "sas.start"]
        return ["cancel", "sas.confirm"] if self.state == "sas_ready" else []

    def wire(self) -> Json:
        """The verification as it is answered."""
        wire: Json = {
            "id": self.id,
            "purpose": self.purpose,
            "direction": "incoming" if self.incoming else "outgoing",
            "state": self.state,
            "methods": ["qr", "sas"],
            "availableActions": self.actions(),
            "otherUserID": MATRIX_USER,
            "otherDevice": {"id": "OTHERDEVICE", "name": "Alice's phone"},
        }
        if self.state == "ready":
            wire["qr"] = {"data": f"MATRIX-made-up-code-of-{self.id}"}
        if self.state in ("sas_ready", "done"):
            wire["sas"] = {"emojis": "🐶🔑☂️🌵🍄🎺⚓", "decimals": "1234 5678 9012"}
        return wire if self.error is None else {**wire, "error": self.error}

    def act(self, action: str, state: str) -> None:
        """Do what may be done, and be in the state it leads to."""
        if action not in self.actions():
            raise Refused(409, f"{action} is not possible while the verification is {self.state}")
        self.state = state


@dataclass(slots=True)
class Verifications:
    """All verifications of one server, oldest first."""

    _all: list[Verification] = field(default_factory=lambda: [Verification(INCOMING, "device", incoming=True)])

    def all(self) -> list[Verification]:
        """All of them."""
        return list(self._all)

    def pending(self) -> list[Verification]:
        """Those that are not over."""
        return [verification for verification in self._all if verification.state not in _OVER]

    def active(self) -> Verification | None:
        """The active verification: the newest that is beyond the request of another device."""
        running = [
            verification
            for verification in self.pending()
            if not verification.incoming or verification.state != "requested"
        ]
        return running[-1] if running else None

    def create(self, purpose: str) -> Verification:
        """Ask another device."""
        made = Verification(f"verification_{len(self._all) + 1}", purpose, incoming=False)
        self._all.append(made)
        return made

    def find(self, verification_id: str) -> Verification:
        """The verification with an id, or the active one."""
        if verification_id == ACTIVE:
            found = self.active() or next(iter(self.pending()), None)
        else:
            found = next((verification for verification in self._all if verification.id == verification_id), None)
        if found is None:
            raise not_found("Verification")
        return found

    def look(self, verification_id: str) -> Verification:
        """As ``find``; meanwhile the other device has accepted what was asked of it."""
        found = self.find(verification_id)
        if found.state == "requested" and not found.incoming:
            found.state = "ready"
        return found

    def cancel(self, verification_id: str, code: str, reason: str) -> Verification:
        """Stop a verification."""
        found = self.find(verification_id)
        found.act("cancel", "cancelled")
        found.error = {"code": code, "reason": reason}
        return found

    def scan(self, data: str) -> Verification:
        """Scan the code of the other device; that verifies at once."""
        if data != OTHER_QR:
            raise Refused(400, "This is not the code of the other device", code="invalid_qr_code")
        found = self.active() or self.create("device")
        found.state = "done"
        return found
