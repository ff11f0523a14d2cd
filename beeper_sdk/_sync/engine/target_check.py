# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.calls.error_mapping import NOT_LOADED
from ..._core.compat import version_table
from ..._core.generated import api
from ..._core.http.error_bodies import is_foreign, read
from ..._core.http.request_parts import named_ids
from ...errors import NotFoundError

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.generated import AnyRequest, contract
    from ..._core.http.outcome import HttpResponse
    from .protocols import Engine

T = TypeVar("T")


def not_done(engine: Engine, call: AnyCall, outcome: HttpResponse) -> str | None:
    server, code, ids = engine.state.server, read(outcome.content).code, named_ids(call.original_request)
    if server.absent and outcome.status_code == 404 and is_foreign(outcome):
        return "there is no Beeper API at this base_url"
    if code is None or version_table.may_lack_endpoint(outcome, server):
        return None
    try:
        if code.lower() == NOT_LOADED:
            return _no_chats(engine) if ids.keys() & {"chatID", "accountID"} else None
        if outcome.status_code != 404:
            return None
        for name, (what, exists) in _TARGETS.items():
            if name in ids and not exists(engine, ids):
                return f"the {what} does not exist"
    except Exception:  # noqa: BLE001 - a guard may raise anything for this read, and the user must see the 404
        return None
    return None


def _reads(engine: Engine, request: AnyRequest) -> bool:
    try:
        engine.execute(request, alternate=False)
    except NotFoundError as error:
        if error.code is None:  # the app lacks the route, or a proxy responded
            raise
        return False
    return True


def _complete(engine: Engine, request: contract.Request[T]) -> T:
    call, answer = engine.execute(request, alternate=False)
    value = call.decode(answer)
    if any(path == "$.items" or path.endswith(".accountID") for path, _ in call.unreadable):
        raise LookupError
    return value


def _no_chats(engine: Engine) -> str | None:
    page = _complete(engine, api.chats.list(limit=1))
    return None if page.items else "the server has not loaded its chats"


def _chat(engine: Engine, ids: dict[str, str]) -> bool:
    return _reads(engine, api.chats.retrieve(ids["chatID"], max_participant_count=0))


def _message(engine: Engine, ids: dict[str, str]) -> bool:
    return _reads(engine, api.messages.retrieve(ids["messageID"], chat_id=ids["chatID"]))


def _account(engine: Engine, ids: dict[str, str]) -> bool:
    account_id = ids["accountID"]
    if any(account.account_id == account_id for account in _complete(engine, api.accounts.list())):
        return True
    return bool((_complete(engine, api.chats.search(account_ids=[account_id], limit=1))).items)


def _bridge(engine: Engine, ids: dict[str, str]) -> bool:
    return _reads(engine, api.bridges.retrieve(ids["bridgeID"]))


def _login_session(engine: Engine, ids: dict[str, str]) -> bool:
    request = api.bridges.login_sessions.retrieve(ids["loginSessionID"], bridge_id=ids["bridgeID"])
    return _reads(engine, request)


_TARGETS = {
    "accountID": ("account", _account),
    "chatID": ("chat", _chat),
    "messageID": ("message", _message),
    "bridgeID": ("bridge", _bridge),
    "loginSessionID": ("login session", _login_session),
}
