"""Tokens for other programs: registered, granted with PKCE, used, looked at, revoked."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import Call, Story
from tests.testing.known_chats import BOB

VERIFIER = "v3r1f13r-~." * 5
CHALLENGE = urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
REDIRECT = "http://127.0.0.1:1/callback?a=b&c=d"


def granting(fake_beeper: FakeBeeper) -> Story:
    server = yield Call("oauth.authorization_server_metadata").by("")
    assert server.token_endpoint == f"{fake_beeper.url}/oauth/token"
    assert (yield Call("oauth.protected_resource_metadata").by("")).authorization_servers == [server.issuer]
    client = yield Call("oauth.register", client_name="Täst & co", redirect_uris=[REDIRECT], scope="read").by("")
    authorization = {"client_info": {"client_id": client.client_id, "name": "Täst"}, "scopes": ["read"], "state": "s 1",
                     "code_challenge": CHALLENGE, "code_challenge_method": "S256"}  # fmt: skip
    agreed = yield Call("oauth.authorize_callback", **authorization).by("")
    assert (agreed.state, agreed.error) == ("s 1", None)
    given = {"code": agreed.code, "client_id": client.client_id, "redirect_uri": REDIRECT}
    granted = yield Call("oauth.token", code_verifier=VERIFIER, **given).by("")
    assert (granted.scope, granted.token_type) == ("read", "Bearer")
    token = granted.access_token
    with pytest.raises(errors.BadRequestError) as caught:
        yield Call("oauth.token", code_verifier=VERIFIER, **given).by("")
    assert caught.value.code == "invalid_grant"

    yield from _using(token, client.client_id)
    assert not any(request.has_token for request in fake_beeper.requests if request.path.startswith("/oauth/register"))


def _using(token: str, client_id: str) -> Story:
    """What a token is good for, until it is revoked."""
    own = yield Call("oauth.userinfo").by(token)
    assert (own.scope, own.client_id, own.token_use) == ("read", client_id, "access")
    runs_on = yield Call("oauth.introspect", token=token, token_type_hint="access_token").by("")
    assert (runs_on.active, runs_on.sub, runs_on.client.name) == (True, own.sub, "Täst & co")
    assert (yield Call("chats.retrieve", BOB).by(token)).id == BOB
    with pytest.raises(errors.PermissionDeniedError):
        yield Call("chats.archive", BOB).by(token)

    assert (yield Call("oauth.revoke", token=token, token_type_hint="access_token").by("")) is None
    assert (yield Call("oauth.introspect", token=token).by("")).active is False
    with pytest.raises(errors.AuthenticationError):
        yield Call("oauth.userinfo").by(token)


def refusing(fake_beeper: FakeBeeper) -> Story:
    rejected = yield Call("oauth.authorize_callback", state="s")
    assert (rejected.error, rejected.code, rejected.state) == ("invalid_request", None, "s")
    agreed = yield Call("oauth.authorize_callback", code_challenge=CHALLENGE)
    with pytest.raises(errors.BadRequestError):
        yield Call("oauth.token", code=agreed.code, code_verifier="another verifier")
    assert fake_beeper.requests.of("oauth.token")[-1].has_token is False
    assert (yield Call("oauth.introspect", token="unknown")).active is False
    old = fake_beeper.issue_token("read", lifetime=-1)
    with pytest.raises(errors.AuthenticationError):
        yield Call("accounts.list").by(old)


STORIES = (granting, refusing)
