"""Calls every operation of a fake server once, so that it succeeds."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode

from beeper_sdk.testing.rules import app_setup as setup
from beeper_sdk.testing.rules import device_verification as verification
from beeper_sdk.testing.world.seed.accounts import MATRIX_USER
from tests.testing.known_chats import BOB, IMESSAGE, SIGNAL, WHATSAPP, chat, group, message
from tests.testing.wire import Wire, enc

SETUP = "/v1/app/setup"
MATRIX = "/_matrix/client/v3"


def _chats(wire: Wire) -> None:
    native = chat(wire.fake, accountID=IMESSAGE)
    wire.get("/v1/chats")
    wire.get("/v1/chats/search")
    path = f"/v1/chats/{enc(BOB)}"
    wire.get(path)
    wire.ok("PATCH", path, json={"isMuted": True})
    wire.post(f"{path}/archive")
    wire.post(f"{path}/read")
    wire.post(f"{path}/unread")
    wire.post(f"/v1/chats/{enc(native['id'])}/notify-anyway")
    wire.post(f"{path}/reminders", {"reminder": {"remindAt": "2036-12-24T18:00:00Z"}})
    wire.ok("DELETE", f"{path}/reminders")
    people = wire.get(f"/v1/accounts/{SIGNAL}/contacts/list")["items"]
    wire.post("/v1/chats", {"accountID": SIGNAL, "participantIDs": [people[0]["id"]], "type": "single"})
    wire.post("/v1/chats/start", {"accountID": SIGNAL, "user": {"id": people[1]["id"]}})


def _messages(wire: Wire) -> None:
    path = f"/v1/chats/{enc(group(wire.fake)['id'])}/messages"
    wire.get(path)
    wire.get("/v1/messages/search")
    pending = wire.post(path, {"text": "hello"})["pendingMessageID"]
    row = wire.get(f"{path}/{enc(pending)}")
    wire.ok("PUT", f"{path}/{row['id']}", json={"text": "hello again"})
    wire.post(f"{path}/{row['id']}/reactions", {"reactionKey": "👍"})
    wire.ok("DELETE", f"{path}/{row['id']}/reactions/{enc('👍')}")
    wire.ok("DELETE", f"{path}/{row['id']}")


def _media_and_app(wire: Wire) -> None:
    up = wire.ok("POST", "/v1/assets/upload", files={"file": ("a.txt", b"a")})
    wire.post("/v1/assets/upload/base64", {"content": "YQ=="})
    wire.post("/v1/assets/download", {"url": up["srcURL"]})
    wire.send("GET", "/v1/assets/serve", params={"url": up["srcURL"]})
    wire.post("/v1/focus", {})
    wire.get("/v1/search", query="bob")
    wire.get("/v1/labels")
    wire.get("/v1/info")
    wire.get("/v1/spec")
    wire.get("/v1/accounts")
    wire.get(f"/v1/accounts/{WHATSAPP}")
    wire.get(f"/v1/accounts/{SIGNAL}/contacts", query="bob")


def _bridges(wire: Wire) -> None:
    wire.get("/v1/bridges")
    path = "/v1/bridges/local-telegram"
    wire.get(path)
    wire.get(f"{path}/capabilities")
    wire.get(f"{path}/login-flows")
    wire.get(f"{path}/logins")
    first = wire.post(f"{path}/login-sessions")
    wire.ok("DELETE", f"{path}/login-sessions/{first['loginSessionID']}")
    session = f"{path}/login-sessions/{wire.post(f'{path}/login-sessions', {'flowID': 'qr'})['loginSessionID']}"
    wire.get(session)
    done = wire.post(f"{session}/steps/scan", {"type": "display_and_wait"})
    login_path = f"{path}/logins/{done['login']['loginID']}"
    wire.get(login_path)
    wire.post(f"{login_path}/remove", {"scope": "current-device"})


def _setup(wire: Wire) -> None:
    wire.get(SETUP)
    started = wire.post(f"{SETUP}/start")["setupRequestID"]
    wire.post(f"{SETUP}/email", {"setupRequestID": started, "email": "new@example.com"})
    lead = wire.post(f"{SETUP}/response", {"setupRequestID": started, "response": setup.CODE})["leadToken"]
    body = {"setupRequestID": started, "leadToken": lead, "username": "alice", "acceptTerms": True}
    wire.post(f"{SETUP}/register", body)
    key = wire.post(f"{SETUP}/verification/recovery-key/reset")["recoveryKey"]
    wire.post(f"{SETUP}/verification/recovery-key/reset/confirm", {"recoveryKey": key})
    wire.post(f"{SETUP}/verification/recovery-key", {"recoveryKey": key})
    path = f"{SETUP}/verifications"
    wire.get(path)
    incoming_path = f"{path}/{verification.INCOMING}"
    for action in ("/accept", "/sas/start", "/sas/confirm"):
        wire.post(incoming_path + action)
    outgoing_path = f"{path}/{wire.post(path)['verification']['id']}"
    wire.get(outgoing_path)
    wire.post(f"{outgoing_path}/qr/confirm-scanned")
    wire.post(f"{path}/{wire.post(path, {})['verification']['id']}/cancel")
    wire.post(f"{path}/qr/scan", {"data": verification.OTHER_QR})


def _oauth(wire: Wire) -> None:
    wire.get("/.well-known/oauth-authorization-server")
    wire.get("/.well-known/oauth-protected-resource")
    wire.get("/oauth/userinfo")
    wire.post("/oauth/register", {"client_name": "test", "redirect_uris": ["http://127.0.0.1/cb"]})
    verifier = "v" * 43
    challenge = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    code = wire.post("/oauth/authorize/callback", {"codeChallenge": challenge})["code"]
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
    token = wire.ok("POST", "/oauth/token", data=form)["access_token"]
    wire.ok("POST", "/oauth/introspect", data={"token": token})
    wire.ok("POST", "/oauth/revoke", data={"token": token})


def _matrix(wire: Wire) -> None:
    room, user = f"{MATRIX}/rooms/{enc(BOB)}", f"{MATRIX}/user/{enc(MATRIX_USER)}"
    member = wire.fake.world.chat(BOB)["participants"]["items"][0]["id"]
    for path in (f"{user}/account_data/my.type", f"{user}/rooms/{enc(BOB)}/account_data/my.type"):
        wire.ok("PUT", path, json={"a": [1]})
        assert wire.get(path) == {"a": [1]}
    wire.get(f"{room}/state")
    wire.get(f"{room}/state/m.room.member/{enc(member)}")
    wire.get(f"{room}/event/{enc('$event' + message(wire.fake, BOB)['id'] + ':beeper.local')}")
    wire.get(f"{MATRIX}/profile/{enc(member)}")
    made = wire.post(f"{MATRIX}/createRoom", {"name": "Made", "invite": [member]})["room_id"]
    wire.post(f"{MATRIX}/rooms/{enc(made)}/leave")
    wire.post(f"{MATRIX}/join/{enc(made)}")


def _v0(wire: Wire) -> None:
    wire.get("/v0/get-accounts")
    wire.get("/v0/search", query="bob")
    wire.get("/v0/search-users", accountID=SIGNAL, query="bob")
    wire.post("/v0/open-app", {"chatID": BOB})
    wire.get("/v0/get-chat", chatID=BOB)
    wire.get("/v0/search-chats")
    wire.get("/v0/search-messages", limit=500)
    wire.post("/v0/send-message", {"chatID": BOB, "text": "hello"})
    people = wire.get(f"/v1/accounts/{SIGNAL}/contacts/list")["items"]
    wire.post("/v0/create-chat", {"accountID": SIGNAL, "participantIDs": [people[0]["id"]], "type": "group"})
    wire.post("/v0/download-asset", {"url": "mxc://beeper.local/nothing"})
    wire.post("/v0/archive-chat", {"chatID": BOB, "archived": True})
    wire.post("/v0/set-chat-reminder", {"chatID": BOB, "reminder": {"remindAtMs": 1798131600000}})
    wire.post("/v0/clear-chat-reminder", {"chatID": BOB})


PARTS = (_chats, _messages, _media_and_app, _bridges, _setup, _oauth, _matrix, _v0)
