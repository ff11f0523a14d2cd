"""Signing in to Beeper and trusting this device: with an account and without, by key, by emoji, by QR code."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.rules import app_setup as setup
from beeper_sdk.testing.rules import device_verification as verification
from tests.client.loopback.helpers import Call, Step, Story


def _start_sign_in(address: str) -> Generator[Step, Any, Any]:
    """Begin a sign-in, up to the code; nobody has a token yet."""
    started = yield Call("app.setup.start").by("")
    assert started.sign_in_methods == ["email"]
    with pytest.raises(errors.ConflictError):
        yield Call("app.setup.response", setup_request_id=started.setup_request_id, response="1").by("")
    sent = yield Call("app.setup.email", setup_request_id=started.setup_request_id, email=address).by("")
    assert sent is None
    with pytest.raises(errors.BadRequestError) as caught:
        yield Call("app.setup.response", setup_request_id=started.setup_request_id, response="000000").by("")
    assert caught.value.code == "invalid_code"
    return (yield Call("app.setup.response", setup_request_id=started.setup_request_id, response=setup.CODE).by(""))


def with_an_account(_: FakeBeeper) -> Story:
    assert (yield Call("app.setup.retrieve").by("")).state == "needs-login"
    done = yield from _start_sign_in("alice@example.com")
    assert done.session.state == "needs-verification"
    token = done.matrix.access_token
    with pytest.raises(errors.AuthenticationError):
        yield Call("app.setup.retrieve").by("")
    assert (yield Call("app.setup.retrieve").by(token)).matrix.user_id == done.matrix.user_id
    with pytest.raises(errors.BadRequestError):
        yield Call("app.setup.recovery_key.verify", recovery_key="wrong").by(token)
    yield Call("app.setup.recovery_key.verify", recovery_key=setup.RECOVERY_KEY).by(token)
    assert (yield Call("app.setup.retrieve").by(token)).state == "needs-first-sync"
    assert (yield Call("app.setup.retrieve").by(token)).state == "ready"
    assert (yield Call("app.setup.retrieve")).e2ee.verified


def without_an_account(fake_beeper: FakeBeeper) -> Story:
    registration = yield from _start_sign_in("new@example.com")
    assert (registration.registration_required, registration.copy.title) == (True, "Choose a username")
    given = {
        "setup_request_id": registration.setup_request_id,
        "lead_token": registration.lead_token,
        "accept_terms": True,
    }
    with pytest.raises(errors.ConflictError):
        yield Call("app.setup.register", username="taken", **given).by("")
    made = yield Call("app.setup.register", username=registration.username_suggestions[0], **given).by("")
    token = made.matrix.access_token
    seen = yield Call("app.setup.retrieve").by(token)
    assert (seen.state, seen.e2ee.cross_signing) == ("needs-cross-signing-setup", False)
    reset = yield Call("app.setup.recovery_key.reset.create").by(token)
    with pytest.raises(errors.BadRequestError):
        yield Call("app.setup.recovery_key.reset.confirm", recovery_key="wrong").by(token)
    yield Call("app.setup.recovery_key.reset.confirm", recovery_key=reset.recovery_key).by(token)
    seen = yield Call("app.setup.retrieve").by(token)
    assert (seen.state, seen.e2ee.has_backed_up_recovery_key) == ("needs-first-sync", True)
    assert seen.e2ee.recovery_key_generated_at > 0
    again = yield Call("app.setup.recovery_key.reset.create", existing_recovery_key=reset.recovery_key).by(token)
    assert again.recovery_key == reset.recovery_key
    assert fake_beeper.requests.of("app.setup.register")[0].has_token is False


def by_emoji(_: FakeBeeper) -> Story:
    token = (yield from _start_sign_in("alice@example.com")).matrix.access_token
    (waiting,) = (yield Call("app.setup.verifications.list").by(token)).items
    assert (waiting.id, waiting.direction) == (verification.INCOMING, "incoming")
    yield Call("app.setup.verifications.accept", waiting.id).by(token)
    seen = yield Call("app.setup.verifications.retrieve", waiting.id).by(token)
    assert (seen.verification.state, "sas.start" in seen.verification.available_actions) == ("ready", True)
    yield Call("app.setup.verifications.sas.start", waiting.id).by(token)
    seen = yield Call("app.setup.verifications.retrieve", waiting.id).by(token)
    assert (seen.verification.state, seen.verification.sas.emojis[0]) == ("sas_ready", "🐶")
    yield Call("app.setup.verifications.sas.confirm", waiting.id).by(token)
    assert (yield Call("app.setup.verifications.retrieve", waiting.id).by(token)).verification.state == "done"
    assert (yield Call("app.setup.retrieve").by(token)).state == "needs-first-sync"


def by_code(fake_beeper: FakeBeeper) -> Story:
    token = (yield from _start_sign_in("alice@example.com")).matrix.access_token
    made = yield Call("app.setup.verifications.create", purpose="login").by(token)
    listed = (yield Call("app.setup.verifications.list").by(token)).items
    assert made.verification in listed
    key = made.verification.id
    yield Call("app.setup.verifications.cancel", key, code="m.user", reason="Changed my mind").by(token)
    seen = (yield Call("app.setup.verifications.retrieve", key).by(token)).verification
    assert (seen.state, seen.error.reason) == ("cancelled", "Changed my mind")
    with pytest.raises(errors.ConflictError):
        yield Call("app.setup.verifications.sas.start", key).by(token)

    second = (yield Call("app.setup.verifications.create").by(token)).verification.id
    seen = (yield Call("app.setup.verifications.retrieve", second).by(token)).verification
    assert seen.qr.data.endswith(second)
    yield Call("app.setup.verifications.qr.confirm_scanned", second).by(token)
    assert (yield Call("app.setup.verifications.retrieve", second).by(token)).verification.state == "done"
    assert (yield Call("app.setup.retrieve").by(token)).state == "needs-first-sync"
    with pytest.raises(errors.BadRequestError):
        yield Call("app.setup.verifications.qr.scan", data="another code").by(token)
    scanned = (yield Call("app.setup.verifications.qr.scan", data=verification.OTHER_QR).by(token)).verification
    assert (yield Call("app.setup.verifications.retrieve", scanned.id).by(token)).verification == scanned
    assert scanned.state == "done"
    assert fake_beeper.requests.of("app.setup.verifications.qr.scan")


STORIES = (with_an_account, without_an_account, by_emoji, by_code)
"""To be played on a Beeper nobody is signed in to."""
