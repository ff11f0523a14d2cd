"""Bridges: what there is, signing in to the end, failing, giving up, signing out."""

from __future__ import annotations

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.rules.bridges import LOGIN_CODE
from tests.client.loopback.helpers import Call, Story
from tests.testing.known_chats import INSTAGRAM, SIGNAL

TELEGRAM = "local-telegram"


def looking(_: FakeBeeper) -> Story:
    bridges = (yield Call("bridges.list")).items
    assert (yield Call("bridges.retrieve", TELEGRAM)) in bridges
    able = yield Call("bridges.retrieve_capabilities", TELEGRAM)
    assert able.resolve_identifier.lookup_phone
    flows = (yield Call("bridges.login_flows.list", TELEGRAM)).items
    assert [flow.id for flow in flows] == ["phone", "qr"]
    assert (yield Call("bridges.logins.list", TELEGRAM)).items == []


def signing_in(_: FakeBeeper) -> Story:
    session = yield Call("bridges.login_sessions.create", TELEGRAM, flow_id="phone")
    where = {"bridge_id": TELEGRAM, "login_session_id": session.login_session_id}
    seen = yield Call("bridges.login_sessions.retrieve", session.login_session_id, bridge_id=TELEGRAM)
    assert seen == session
    assert (seen.status, seen.current_step.fields[0].id) == ("waiting_for_input", "phone_number")
    result = yield Call("bridges.login_sessions.steps.submit", seen.current_step.step_id, **where, type="user_input",
                        fields={"phone_number": "+15550100"})  # fmt: skip
    result = yield Call("bridges.login_sessions.steps.submit", result.current_step.step_id, **where, type="user_input",
                        fields={"code": LOGIN_CODE}, source="api")  # fmt: skip
    assert (result.status, result.current_step.display.type) == ("waiting_for_display", "qr")
    shown = result.current_step.step_id
    done = yield Call("bridges.login_sessions.steps.submit", shown, **where, type="display_and_wait")
    assert (done.status, done.current_step) == ("complete", None)
    assert (yield Call("bridges.login_sessions.retrieve", session.login_session_id, bridge_id=TELEGRAM)) == done
    assert done.account in (yield Call("accounts.list"))
    assert (yield Call("bridges.retrieve", TELEGRAM)).active_account_count == 1
    login = yield Call("bridges.logins.retrieve", done.login.login_id, bridge_id=TELEGRAM)
    assert (login, login.account_ids) == (done.login, [done.account.account_id])

    gone = yield Call("bridges.logins.remove", login.login_id, bridge_id=TELEGRAM, scope="current-device")
    assert gone.affected_account_ids == [done.account.account_id]
    assert (yield Call("bridges.logins.list", TELEGRAM)).items == []
    assert done.account.account_id not in {account.account_id for account in (yield Call("accounts.list"))}


def failing(fake_beeper: FakeBeeper) -> Story:
    session = yield Call("bridges.login_sessions.create", TELEGRAM)
    where = {"bridge_id": TELEGRAM, "login_session_id": session.login_session_id, "type": "user_input"}
    with pytest.raises(errors.ConflictError):
        yield Call("bridges.login_sessions.steps.submit", "scan", **where)
    failed_session = yield Call(
        "bridges.login_sessions.steps.submit", "number", **where, fields={"phone_number": "0555"}
    )
    assert (failed_session.status, failed_session.error.code) == ("failed", "invalid_phone_number")
    assert (
        yield Call("bridges.login_sessions.retrieve", session.login_session_id, bridge_id=TELEGRAM)
    ) == failed_session
    with pytest.raises(errors.ConflictError):
        yield Call("bridges.login_sessions.steps.submit", "number", **where, fields={"phone_number": "+1"})

    other_session = yield Call("bridges.login_sessions.create", TELEGRAM, flow_id="qr")
    gone = yield Call("bridges.login_sessions.cancel", other_session.login_session_id, bridge_id=TELEGRAM)
    seen = yield Call("bridges.login_sessions.retrieve", other_session.login_session_id, bridge_id=TELEGRAM)
    assert (gone.status, seen.status) == ("cancelled", "cancelled")
    with pytest.raises(errors.UnprocessableEntityError) as caught:
        yield Call("bridges.login_sessions.create", TELEGRAM, flow_id="fax")
    assert [issue.path for issue in caught.value.issues] == ["body.flowID"]
    assert (yield Call("bridges.logins.list", TELEGRAM)).items == []
    assert len((yield Call("accounts.list"))) == len(fake_beeper.world.accounts())


def again(fake_beeper: FakeBeeper) -> Story:
    session = yield Call("bridges.login_sessions.create", INSTAGRAM, account_id=INSTAGRAM)
    where = {"bridge_id": INSTAGRAM, "login_session_id": session.login_session_id, "type": "cookies"}
    assert (session.account_id, session.current_step.type) == (INSTAGRAM, "cookies")
    done = yield Call("bridges.login_sessions.steps.submit", "web", **where, source="webview",
                      fields={"sessionid": "secret"}, last_url="https://www.example.com/")  # fmt: skip
    assert (done.status, done.account.account_id) == ("complete", INSTAGRAM)
    assert done.account in (yield Call("accounts.list"))

    (login,) = (yield Call("bridges.logins.list", SIGNAL)).items
    yield Call("bridges.logins.remove", login.login_id, bridge_id=SIGNAL, scope="all-devices")
    assert (yield Call("bridges.retrieve", SIGNAL)).status == "available"
    assert (yield Call("chats.list", account_ids=[SIGNAL])) == []
    assert all(account["accountID"] != SIGNAL for account in fake_beeper.world.accounts())


STORIES = (looking, signing_in, failing, again)
