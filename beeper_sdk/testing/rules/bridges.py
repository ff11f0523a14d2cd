"""Bridges and their logins: what is connected, what goes away when a login is removed, and signing in.

A session goes through the steps of its flow until it is complete, failed or cancelled. The ways to success, and what
makes each fail, besides time (``due.LOGIN_MS``):

=========  =======================================================  ==============================
flow       steps                                                    fails with
=========  =======================================================  ==============================
phone      number (user_input), code (user_input), QR (display)     no ``+``, or not ``LOGIN_CODE``
qr         QR (display)                                             nothing
cookies    session cookie (cookies)                                 an empty cookie
=========  =======================================================  ==============================

A new login is a connected account at once, with contacts, two direct chats and a group (``build/first_sync.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..wire.errors import Refused, invalid, not_found
from ..wire.json_values import Json
from ..world.network_capabilities import flows
from ..world.world import World
from .build.first_sync import first_sync
from .build.people import add_account
from .chats import forget
from .due import LOGIN_MS


def bridge_of(world: World, bridge_id: str) -> Json:
    """A bridge with its accounts."""
    known = world.bridges.get(bridge_id)
    if known is None:
        raise not_found("Bridge")
    accounts = accounts_of(world, bridge_id)
    full = bool(accounts) and not known["supportsMultipleAccounts"]
    status = "limit_reached" if full else "connected" if accounts else "available"
    return {**known, "activeAccountCount": len(accounts), "status": status, "accounts": accounts}


def accounts_of(world: World, bridge_id: str) -> list[Json]:
    """The accounts a bridge carries."""
    return [account for account in world.accounts.values() if account["bridge"]["id"] == bridge_id]


def logins(world: World, bridge_id: str) -> list[Json]:
    """The identities signed in on a bridge."""
    bridge_of(world, bridge_id)
    found: dict[str, Json] = {}
    for account in accounts_of(world, bridge_id):
        login: Json = found.setdefault(account["loginID"], _login(account))
        login["accountIDs"].append(account["accountID"])
    return list(found.values())


def _login(account: Json) -> Json:
    local = account["bridge"]["provider"] in ("local", "platform-sdk")
    return {
        "bridgeID": account["bridge"]["id"],
        "loginID": account["loginID"],
        "status": "connected",
        "removeScopes": ["current-device"] if local else ["current-device", "all-devices"],
        "accountIDs": [],
        "user": account["user"],
        "statusText": "Connected",
    }


def login_of(world: World, bridge_id: str, login_id: str) -> Json:
    """One identity."""
    found = next((login for login in logins(world, bridge_id) if login["loginID"] == login_id), None)
    if found is None:
        raise not_found("Login")
    return found


def remove_login(world: World, bridge_id: str, login_id: str, scope: str) -> Json:
    """Sign an identity out; its accounts and their chats go with it."""
    found = login_of(world, bridge_id, login_id)
    if scope not in found["removeScopes"]:
        raise invalid(f"This login cannot be removed from {scope}", "body", "scope")
    gone: list[str] = found["accountIDs"]
    for account_id in gone:
        del world.accounts[account_id], world.contacts[account_id], world.strangers[account_id]
        world.without_contacts.discard(account_id)
    for room in [room for room in world.rooms.values() if room.account_id in gone and "merge" not in room.wire]:
        forget(world, room.id)
    for room in [room for room in world.left.values() if room.account_id in gone]:
        del world.left[room.id], world.local[room.wire["localChatID"]]
    return {
        "bridgeID": bridge_id,
        "loginID": login_id,
        "status": "removed",
        "scope": scope,
        "affectedAccountIDs": gone,
    }


LOGIN_CODE = "123456"
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
    until_ms: int
    """When it fails unless it has ended, in Unix milliseconds."""
    done: int = 0
    ended: Json | None = None
    """The final state of the session, once it has ended."""

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
        """Start a session. It connects a new account, unless an account or login to reconnect is given."""
        bridge = bridge_of(self.world, bridge_id)
        known = [flow["id"] for flow in flows(bridge)]
        flow = body.get("flowID", known[0])
        if flow not in known:
            raise invalid(f"flowID must be one of {', '.join(known)}", "body", "flowID")
        reconnects = self._reconnects(bridge_id, body)
        if not reconnects and bridge["status"] == "limit_reached":
            raise Refused(409, "This bridge does not allow more accounts")
        session = Session(
            str(len(self._sessions) + 1),
            bridge_id,
            _FLOWS[flow],
            reconnects,
            self.world.clock.milliseconds() + LOGIN_MS,
        )
        self._sessions[session.id] = session
        return session

    def _reconnects(self, bridge_id: str, body: Json) -> Json:
        keys = [key for key in ("loginID", "accountID") if key in body]
        for account in accounts_of(self.world, bridge_id):
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
        if session.ended is None and session.until_ms <= self.world.clock.milliseconds():
            session.ended = {"status": "failed", "error": {"code": "timeout", "message": "The sign-in took too long"}}
        return session

    def cancel(self, session: Session) -> Json:
        """Give up."""
        if session.ended is not None:
            raise Refused(409, f"The session is {session.ended['status']}")
        session.ended = {"status": "cancelled"}
        return {"bridgeID": session.bridge_id, "loginSessionID": session.id, "status": "cancelled"}

    def submit(self, session: Session, step_id: str, body: Json) -> Json:
        """Submit the current step. The next one is in the session."""
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
        login = login_of(self.world, session.bridge_id, account["loginID"])
        session.ended = {"status": "complete", "account": account, "login": login}

    def _account(self, session: Session) -> Json:
        if session.reconnects:
            known = self.world.account(session.reconnects["accountID"])
            known |= {"status": "connected", "statusText": "Connected"}
            return known
        bridge = self.world.bridges[session.bridge_id]
        number = self.world.number()
        account_id = f"{session.bridge_id}_new{number}"
        user = {"id": f"@{bridge['type']}_new{number}:beeper.local", "fullName": "Alice New"}
        add_account(self.world, bridge["type"], account_id=account_id, user=user, bridge_id=session.bridge_id)
        account = self.world.accounts[account_id]
        account["loginID"] = f"login{number}"
        first_sync(self.world, account_id)
        return account


def _mistake(step: str, fields: Json) -> Json | None:
    if step == "number" and not str(fields.get("phone_number", "")).startswith("+"):
        return {"code": "invalid_phone_number", "message": "The number must be in E.164 form"}
    if step == "code" and fields.get("code") != LOGIN_CODE:
        return {"code": "invalid_code", "message": "The code is wrong"}
    if step == "web" and not fields.get("sessionid"):
        return {"code": "missing_cookie", "message": "The cookie sessionid is missing"}
    return None
