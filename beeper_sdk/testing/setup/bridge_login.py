"""Signing in to a bridge: a session walks through the steps of its flow until it is complete, failed or cancelled.

The ways to success, and what makes each fail:

=========  =======================================================  ==============================
flow       steps                                                    fails with
=========  =======================================================  ==============================
phone      number (user_input), code (user_input), QR (display)     a number without ``+``; any code but ``CODE``
qr         QR (display)                                             nothing
cookies    session cookie (cookies)                                 an empty cookie
=========  =======================================================  ==============================
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..rules import bridges
from ..wire.errors import Refused, invalid, not_found
from ..wire.json_values import Json
from ..world.seed.bridges import flows
from ..world.world import World

CODE = "123456"
"""The code that signs in."""

_FIELDS: dict[str, Json] = {
    "phone_number": {"id": "phone_number", "type": "phone_number", "label": "Phone number", "placeholder": "+1555…"},
    "code": {"id": "code", "type": "2fa_code", "label": "Code", "optional": False},
}
_STEPS: dict[str, Json] = {
    "number": {"type": "user_input", "fields": [_FIELDS["phone_number"]], "instructions": "Enter your number."},
    "code": {"type": "user_input", "fields": [_FIELDS["code"]], "instructions": "Enter the code you were sent."},
    "scan": {"type": "display_and_wait", "display": {"type": "qr", "data": "2@made-up-qr-payload,AAAA,BBBB"}},
    "web": {
        "type": "cookies",
        "url": "https://www.example.com/login",
        "fields": [{"id": "sessionid", "name": "sessionid", "type": "cookie"}],
        "expectedFinalURLRegex": r"^https://www\.example\.com/$",
    },
}
_FLOWS = {"phone": ("number", "code", "scan"), "qr": ("scan",), "cookies": ("web",)}
_WAITS = {
    "user_input": "waiting_for_input",
    "cookies": "waiting_for_cookies",
    "display_and_wait": "waiting_for_display",
}


@dataclass(slots=True)
class Session:
    """One attempt to sign in."""

    id: str
    bridge_id: str
    steps: tuple[str, ...]
    reconnects: Json
    done: int = 0
    ended: Json | None = None
    """What the session says for good, once it has ended."""

    def wire(self) -> Json:
        """The session as it is answered."""
        head: Json = {"bridgeID": self.bridge_id, "loginSessionID": self.id}
        if self.ended is not None:
            return {**head, **self.reconnects, **self.ended}
        step = _STEPS[self.steps[self.done]]
        current = {**step, "stepID": self.steps[self.done]}
        return {**head, "status": _WAITS[step["type"]], **self.reconnects, "currentStep": current}


@dataclass(slots=True)
class Logins:
    """The sessions of one server."""

    world: World
    _sessions: dict[str, Session] = field(default_factory=dict[str, Session])

    def create(self, bridge_id: str, body: Json) -> Session:
        """Begin; without an account or a login to reconnect, a new account comes of it."""
        bridge = bridges.bridge(self.world, bridge_id)
        known = [flow["id"] for flow in flows(bridge)]
        flow = body.get("flowID", known[0])
        if flow not in known:
            raise invalid(f"flowID must be one of {', '.join(known)}", "body", "flowID")
        reconnects = self._reconnects(bridge_id, body)
        if not reconnects and bridge["status"] == "limit_reached":
            raise Refused(409, "This bridge takes no more accounts")
        session = Session(str(len(self._sessions) + 1), bridge_id, _FLOWS[flow], reconnects)
        self._sessions[session.id] = session
        return session

    def _reconnects(self, bridge_id: str, body: Json) -> Json:
        keys = [key for key in ("loginID", "accountID") if key in body]
        for account in bridges.accounts_of(self.world, bridge_id):
            if keys and all(account[key] == body[key] for key in keys):
                return {"loginID": account["loginID"], "accountID": account["accountID"]}
        if keys:
            raise not_found("Account")
        return {}

    def find(self, bridge_id: str, session_id: str) -> Session:
        """A session of a bridge."""
        session = self._sessions.get(session_id)
        if session is None or session.bridge_id != bridge_id:
            raise not_found("Login session")
        return session

    def cancel(self, session: Session) -> Json:
        """Give up."""
        if session.ended is not None:
            raise Refused(409, f"The session is {session.ended['status']}")
        session.ended = {"status": "cancelled"}
        return {"bridgeID": session.bridge_id, "loginSessionID": session.id, "status": "cancelled"}

    def submit(self, session: Session, step_id: str, body: Json) -> Json:
        """Answer the current step; what comes next is in the session."""
        if session.ended is not None:
            raise Refused(409, f"The session is {session.ended['status']}")
        current = session.steps[session.done]
        if step_id != current:
            raise Refused(409, f"The current step is {current}")
        if body["type"] != _STEPS[current]["type"]:
            raise invalid(f"type must be {_STEPS[current]['type']}", "body", "type")
        wrong = _mistake(current, body.get("fields") or {})
        if wrong is not None:
            session.ended = {"status": "failed", "error": wrong}
        else:
            session.done += 1
            if session.done == len(session.steps):
                self._complete(session)
        return session.wire()

    def _complete(self, session: Session) -> None:
        account = self._account(session)
        login = bridges.login(self.world, session.bridge_id, account["loginID"])
        session.ended = {"status": "complete", "account": account, "login": login}

    def _account(self, session: Session) -> Json:
        if session.reconnects:
            known = self.world.account(session.reconnects["accountID"])
            known |= {"status": "connected", "statusText": "Connected"}
            return known
        bridge = self.world.bridges[session.bridge_id]
        number = self.world.number()
        account_id = f"{session.bridge_id}_new{number}"
        account: Json = {
            "accountID": account_id,
            "bridge": {key: bridge[key] for key in ("id", "type", "provider")},
            "user": {"id": f"@{bridge['type']}_new{number}:beeper.local", "fullName": "Alice New", "isSelf": True},
            "status": "connected",
            "statusText": "Connected",
            "network": bridge["displayName"],
            "loginID": f"login{number}",
        }
        self.world.accounts[account_id] = account
        self.world.contacts[account_id] = []
        self.world.strangers[account_id] = []
        return account


def _mistake(step: str, fields: Json) -> Json | None:
    if step == "number" and not str(fields.get("phone_number", "")).startswith("+"):
        return {"code": "invalid_phone_number", "message": "The number must be in E.164 form"}
    if step == "code" and fields.get("code") != CODE:
        return {"code": "invalid_code", "message": "The code is wrong"}
    if step == "web" and not fields.get("sessionid"):
        return {"code": "missing_cookie", "message": "The cookie sessionid is missing"}
    return None
