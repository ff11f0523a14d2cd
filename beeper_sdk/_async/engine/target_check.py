"""Whether a call that must not be repeated certainly had no effect, after a 404 or an error of the server.

Apps were seen to answer these to a send although the message was sent. But nothing can have been sent to a chat that
does not exist, or by a server without chats or that is not Beeper."""

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
    from .protocols import AsyncEngine

T = TypeVar("T")


async def not_done(engine: AsyncEngine, call: AnyCall, outcome: HttpResponse) -> str | None:
    """Why a call had no effect, such as ``the chat does not exist``; None if it may have had one."""
    server, code, ids = engine.state.server, read(outcome.content).code, named_ids(call.original_request)
    if server.absent and outcome.status_code == 404 and is_foreign(outcome):
        return "there is no Beeper API at this base_url"
    if code is None or version_table.may_lack_endpoint(outcome, server):
        return None
    try:
        if code.lower() == NOT_LOADED:
            return await _no_chats(engine) if ids.keys() & {"chatID", "accountID"} else None
        if outcome.status_code != 404:
            return None
        for name, (what, exists) in _TARGETS.items():
            if name in ids and not await exists(engine, ids):
                return f"the {what} does not exist"
    except Exception:  # noqa: BLE001 - a guard may raise anything for this read, and the user must see the 404
        return None
    return None


async def _reads(engine: AsyncEngine, request: AnyRequest) -> bool:
    try:
        await engine.execute(request, alternate=False)
    except NotFoundError as error:
        if error.code is None:  # the app lacks the route, or a proxy responded
            raise
        return False
    return True


async def _complete(engine: AsyncEngine, request: contract.Request[T]) -> T:
    call, answer = await engine.execute(request, alternate=False)
    value = call.decode(answer)
    # A page without items, or an account without an ID, does not show what is absent.
    if any(path == "$.items" or path.endswith(".accountID") for path, _ in call.unreadable):
        raise LookupError
    return value


async def _no_chats(engine: AsyncEngine) -> str | None:
    page = await _complete(engine, api.chats.list(limit=1))
    return None if page.items else "the server has not loaded its chats"


async def _chat(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    return await _reads(engine, api.chats.retrieve(ids["chatID"], max_participant_count=0))


async def _message(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    return await _reads(engine, api.messages.retrieve(ids["messageID"], chat_id=ids["chatID"]))


async def _account(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    """Whether an account is in the list, or has chats: native accounts (iMessage) are missing from the list."""
    account_id = ids["accountID"]
    if any(account.account_id == account_id for account in await _complete(engine, api.accounts.list())):
        return True
    return bool((await _complete(engine, api.chats.search(account_ids=[account_id], limit=1))).items)


async def _bridge(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    return await _reads(engine, api.bridges.retrieve(ids["bridgeID"]))


async def _login_session(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    request = api.bridges.login_sessions.retrieve(ids["loginSessionID"], bridge_id=ids["bridgeID"])
    return await _reads(engine, request)


_TARGETS = {
    "accountID": ("account", _account),
    "chatID": ("chat", _chat),
    "messageID": ("message", _message),
    "bridgeID": ("bridge", _bridge),
    "loginSessionID": ("login session", _login_session),
}
"""What each ID names, in the order in which they contain each other."""
