"""Signing in: to bridges, to Beeper itself, and by OAuth. The way to success and the ways to fail of each."""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.rules import app_setup as setup
from beeper_sdk.testing.rules import device_verification as verification
from beeper_sdk.testing.rules.bridges import LOGIN_CODE
from tests.testing.known_chats import BOB, MERGED, SIGNAL
from tests.testing.wire import Json, Wire, enc

TELEGRAM = "/v1/bridges/local-telegram"
SETUP = "/v1/app/setup"


def _session(wire: Wire, bridge: str, **body: str) -> tuple[str, Json]:
    made = wire.post(f"{bridge}/login-sessions", body)
    return f"{bridge}/login-sessions/{made['loginSessionID']}", made


def test_a_phone_sign_in_walks_from_number_to_code_to_qr_to_an_account(wire: Wire) -> None:
    path, made = _session(wire, TELEGRAM)
    assert (made["status"], made["currentStep"]["stepID"]) == ("waiting_for_input", "number")
    number = {"type": "user_input", "fields": {"phone_number": "+15550100001"}}
    assert wire.post(f"{path}/steps/number", number)["currentStep"]["stepID"] == "code"
    code = {"type": "user_input", "fields": {"code": LOGIN_CODE}}
    shown = wire.post(f"{path}/steps/code", code)
    assert (shown["status"], shown["currentStep"]["display"]["type"]) == ("waiting_for_display", "qr")
    assert wire.get(path) == shown
    done = wire.post(f"{path}/steps/scan", {"type": "display_and_wait"})
    assert (done["status"], "currentStep" in done) == ("complete", False)
    account = done["account"]
    assert account in wire.get("/v1/accounts")
    assert wire.get(f"/v1/accounts/{account['accountID']}") == account
    assert wire.get(TELEGRAM)["accounts"] == [account]
    assert (wire.get(TELEGRAM)["status"], wire.get(TELEGRAM)["activeAccountCount"]) == ("connected", 1)
    assert wire.get(f"{TELEGRAM}/logins")["items"] == [done["login"]]


def test_a_wrong_code_ends_the_session(wire: Wire) -> None:
    path, _ = _session(wire, TELEGRAM, flowID="phone")
    wire.post(f"{path}/steps/number", {"type": "user_input", "fields": {"phone_number": "+15550100001"}})
    session = wire.post(f"{path}/steps/code", {"type": "user_input", "fields": {"code": "000000"}})
    assert (session["status"], session["error"]["code"], "currentStep" in session) == ("failed", "invalid_code", False)
    wire.rejected("POST", f"{path}/steps/code", 409, json={"type": "user_input", "fields": {"code": LOGIN_CODE}})
    wire.rejected("DELETE", path, 409)
    assert wire.get(TELEGRAM)["accounts"] == []


def test_cookies_and_reconnecting(wire: Wire) -> None:
    path, made = _session(wire, "/v1/bridges/instagramgo", accountID="instagramgo")
    assert (made["status"], made["accountID"]) == ("waiting_for_cookies", "instagramgo")
    submission = {"type": "cookies", "fields": {"sessionid": "made-up"}, "source": "webview"}
    done = wire.post(f"{path}/steps/web", submission)
    assert done["account"]["accountID"] == "instagramgo"
    assert len(wire.get("/v1/accounts")) == 5
    path, _ = _session(wire, "/v1/bridges/instagramgo")
    session = wire.post(f"{path}/steps/web", {"type": "cookies", "fields": {}})
    assert session["status"] == "failed"
    wire.rejected("POST", "/v1/bridges/instagramgo/login-sessions", 404, json={"accountID": "none"})


def test_steps_that_do_not_fit(wire: Wire) -> None:
    path, _ = _session(wire, TELEGRAM)
    wire.rejected("POST", f"{path}/steps/code", 409, json={"type": "user_input"})
    wire.rejected("POST", f"{path}/steps/number", 422, json={"type": "cookies"})
    assert wire.ok("DELETE", path)["status"] == "cancelled"
    assert wire.get(path)["status"] == "cancelled"
    wire.rejected("POST", f"{TELEGRAM}/login-sessions", 422, json={"flowID": "smoke"})
    full = wire.get("/v1/bridges/local-whatsapp")
    assert full["status"] == "limit_reached"
    wire.rejected("POST", "/v1/bridges/local-whatsapp/login-sessions", 409)


def test_removing_a_login_takes_accounts_and_chats_away(wire: Wire) -> None:
    path = f"/v1/bridges/{SIGNAL}/logins"
    login = wire.get(path)["items"][0]
    removed = wire.post(f"{path}/{login['loginID']}/remove", {"scope": "all-devices"})
    assert (removed["status"], removed["affectedAccountIDs"]) == ("removed", [SIGNAL])
    assert SIGNAL not in {account["accountID"] for account in wire.get("/v1/accounts")}
    listed = wire.walk("/v1/chats")
    assert SIGNAL not in {chat["accountID"] for chat in listed}
    # The merged chat had one member there; with one left it falls apart, and the other shows again.
    assert {MERGED, BOB} & {chat["id"] for chat in listed} == {BOB}
    wire.rejected("GET", f"/v1/chats/{enc(MERGED)}", 404)
    whatsapp = wire.get("/v1/bridges/local-whatsapp/logins")["items"][0]["loginID"]
    body = {"scope": "all-devices"}
    wire.rejected("POST", f"/v1/bridges/local-whatsapp/logins/{whatsapp}/remove", 422, json=body)


def _signed_in(wire: Wire, email: str) -> Json:
    started = wire.post(f"{SETUP}/start")["setupRequestID"]
    wire.post(f"{SETUP}/email", {"setupRequestID": started, "email": email})
    answer: Json = wire.post(f"{SETUP}/response", {"setupRequestID": started, "response": setup.CODE})
    return answer


def test_an_existing_user_signs_in_and_unlocks_with_the_recovery_key() -> None:
    with FakeBeeper(signed_in=False) as fake, Wire(fake, "") as anyone:
        assert anyone.get(SETUP)["state"] == "needs-login"
        done = _signed_in(anyone, "alice@example.com")
        assert done["session"]["state"] == "needs-verification"
        anyone.rejected("GET", SETUP, 401)
        with Wire(fake, done["matrix"]["accessToken"]) as wire:
            path = f"{SETUP}/verification/recovery-key"
            wrong = wire.rejected("POST", path, 400, json={"recoveryKey": "EsTF wrong"})
            assert wrong["code"] == "invalid_recovery_key"
            assert wire.get(SETUP)["state"] == "needs-verification"
            right = wire.post(path, {"recoveryKey": setup.RECOVERY_KEY})
            assert (right["session"]["state"], right["session"]["e2ee"]["verified"]) == ("needs-first-sync", True)
            assert [wire.get(SETUP)["state"] for _ in range(2)] == ["needs-first-sync", "ready"]
            assert wire.get("/v1/accounts")


def test_a_new_user_registers_and_confirms_a_recovery_key() -> None:
    with FakeBeeper(signed_in=False) as fake, Wire(fake, "") as anyone:
        needed = _signed_in(anyone, "new@example.com")
        assert needed["registrationRequired"] is True
        body = {key: needed[key] for key in ("setupRequestID", "leadToken")}
        body |= {"username": "alice", "acceptTerms": True}
        anyone.rejected("POST", f"{SETUP}/register", 400, json={**body, "leadToken": "made up"})
        anyone.rejected("POST", f"{SETUP}/register", 409, json={**body, "username": "taken"})
        anyone.rejected("POST", f"{SETUP}/register", 422, json={**body, "acceptTerms": False})
        done = anyone.post(f"{SETUP}/register", body)
        assert done["session"]["state"] == "needs-cross-signing-setup"
        with Wire(fake, done["matrix"]["accessToken"]) as wire:
            path = f"{SETUP}/verification/recovery-key/reset"
            wire.rejected("POST", f"{path}/confirm", 409, json={"recoveryKey": "any"})
            key = wire.post(path)["recoveryKey"]
            wire.rejected("POST", f"{path}/confirm", 400, json={"recoveryKey": "another"})
            assert wire.post(f"{path}/confirm", {"recoveryKey": key})["session"]["state"] == "needs-first-sync"
            wire.rejected("POST", path, 400, json={"existingRecoveryKey": setup.RECOVERY_KEY})


def test_three_wrong_codes_void_a_sign_in(wire: Wire) -> None:
    started = wire.post(f"{SETUP}/start")["setupRequestID"]
    body = {"setupRequestID": started, "response": "000000"}
    wire.rejected("POST", f"{SETUP}/response", 409, json=body)
    wire.rejected("POST", f"{SETUP}/email", 422, json={"setupRequestID": started, "email": "nowhere"})
    wire.post(f"{SETUP}/email", {"setupRequestID": started, "email": "alice@example.com"})
    for _ in range(3):
        assert wire.rejected("POST", f"{SETUP}/response", 400, json=body)["code"] == "invalid_code"
    wire.rejected("POST", f"{SETUP}/response", 404, json={**body, "response": setup.CODE})


def test_a_device_is_verified_by_comparing_emoji() -> None:
    with FakeBeeper(signed_in=False) as fake, Wire(fake, "") as anyone:
        done = _signed_in(anyone, "alice@example.com")
        with Wire(fake, done["matrix"]["accessToken"]) as wire:
            path = f"{SETUP}/verifications"
            made = wire.post(path, {"purpose": "login"})["verification"]
            assert (made["state"], made["direction"], made["availableActions"]) == ("requested", "outgoing", ["cancel"])
            verification_path = f"{path}/{made['id']}"
            wire.rejected("POST", f"{verification_path}/sas/confirm", 409)
            assert wire.get(f"{path}/active")["verification"]["state"] == "ready"
            shown = wire.post(f"{verification_path}/sas/start")
            assert shown["verification"]["sas"]["emojis"]
            assert shown["session"]["verification"]["id"] == made["id"]
            end = wire.post(f"{verification_path}/sas/confirm")
            assert (end["verification"]["state"], end["session"]["state"]) == ("done", "needs-first-sync")


def test_a_device_is_verified_by_qr_either_way(wire: Wire) -> None:
    path = f"{SETUP}/verifications"
    wire.rejected("POST", f"{path}/qr/scan", 400, json={"data": "something else"})
    assert wire.post(f"{path}/qr/scan", {"data": verification.OTHER_QR})["verification"]["state"] == "done"
    incoming = f"{path}/{verification.INCOMING}"
    assert wire.get(path)["items"][0]["availableActions"] == ["accept", "cancel"]
    assert wire.post(f"{incoming}/accept")["verification"]["qr"]["data"]
    assert wire.post(f"{incoming}/qr/confirm-scanned")["verification"]["state"] == "done"
    wire.rejected("POST", f"{incoming}/cancel", 409)
    assert wire.get(path)["items"] == []


def test_a_cancelled_verification_says_why(wire: Wire) -> None:
    path = f"{SETUP}/verifications"
    made = wire.post(path)["verification"]["id"]
    ended = wire.post(f"{path}/{made}/cancel", {"code": "m.mismatched_sas", "reason": "They differ"})
    assert ended["verification"]["error"] == {"code": "m.mismatched_sas", "reason": "They differ"}
    assert "verification" not in ended["session"]


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def test_the_code_flow_gives_a_token_with_the_scopes_agreed_to() -> None:
    with FakeBeeper() as fake, Wire(fake, "") as anyone:
        meta = anyone.get("/.well-known/oauth-authorization-server")
        assert meta["issuer"] == fake.url
        assert "introspection_endpoint" not in meta
        body = {"client_name": "my app", "redirect_uris": ["http://127.0.0.1:9/cb"]}
        client = anyone.ok("POST", "/oauth/register", json=body)
        agreed = {"clientInfo": {"clientID": client["client_id"]}, "state": "s", "codeChallenge": _challenge("v" * 50)}
        code = anyone.post("/oauth/authorize/callback", agreed)
        assert code["state"] == "s"
        form = {"grant_type": "authorization_code", "code": code["code"], "code_verifier": "v" * 50}
        form |= {"client_id": client["client_id"], "redirect_uri": "http://127.0.0.1:9/cb"}
        token = anyone.ok("POST", "/oauth/token", data=form)
        assert (token["token_type"], token["scope"]) == ("Bearer", "read")
        assert anyone.rejected("POST", "/oauth/token", 400, data=form)["error"] == "invalid_grant"
        with Wire(fake, token["access_token"]) as wire:
            info = wire.get("/oauth/userinfo")
            assert (info["scope"], info["client_id"], info["exp"] - info["iat"]) == (
                "read",
                client["client_id"],
                token["expires_in"],
            )
            wire.rejected("POST", "/v1/focus", 403)
            introspected = wire.ok("POST", "/oauth/introspect", data={"token": token["access_token"]})
            assert introspected["client"] == {"id": client["client_id"], "name": "my app"}
            assert introspected["app"] == wire.get("/v1/info")["app"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"code_verifier": "w" * 50},
        {"client_id": "client_99"},
        {"redirect_uri": "http://127.0.0.1:9/elsewhere"},
    ],
)
def test_a_code_that_does_not_fit_is_used_up_all_the_same(wire: Wire, wrong: Json) -> None:
    body = {"client_name": "my app", "redirect_uris": ["http://127.0.0.1:9/cb"]}
    client = wire.ok("POST", "/oauth/register", json=body)["client_id"]
    agreed = {"clientInfo": {"clientID": client}, "codeChallenge": _challenge("v" * 50)}
    code = wire.post("/oauth/authorize/callback", agreed)["code"]
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": "v" * 50}
    assert wire.rejected("POST", "/oauth/token", 400, data={**form, **wrong})["error"] == "invalid_grant"
    assert wire.rejected("POST", "/oauth/token", 400, data=form)["error"] == "invalid_grant"


def test_consent_without_a_challenge_or_for_an_unknown_client_fails(wire: Wire) -> None:
    assert wire.post("/oauth/authorize/callback", {"state": "s"}) == {"error": "invalid_request", "state": "s"}
    body = {"clientInfo": {"clientID": "client_99"}, "codeChallenge": "x"}
    assert wire.post("/oauth/authorize/callback", body) == {"error": "invalid_client"}


def test_info_points_at_routes_that_exist(wire: Wire) -> None:
    info = wire.get("/v1/info")
    urls = [*info["endpoints"]["oauth"].values(), info["endpoints"]["spec"]]
    assert info["server"]["base_url"] == wire.fake.url
    for url in urls:
        assert re.match(rf"{re.escape(wire.fake.url)}/(oauth/\w+|v1/spec)$", url)
