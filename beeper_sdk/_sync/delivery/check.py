# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.delivery import check_rules as checked
from ..._core.delivery.expected_message import same_reaction
from ..._core.generated import base, models, resources
from ...errors import (
    SelfUserUnknown,
)
from ..engine.sender import RequestSender
from ..people.contact_book import hurried
from ..people.self_lookup import SelfLookup
from .history_scan import UNREADABLE, HistoryScan

if TYPE_CHECKING:
    from ..._core.delivery.check_rules import Started
    from ..._core.delivery.expected_message import ExpectedReaction
    from ..._core.delivery.results import Delivery, DeliveryStatus
    from ...errors import DeliveryUncertain

_START_SECONDS = 5.0


def check(
    engine: RequestSender,
    error: DeliveryUncertain | Started,
    chat: str | models.Chat | None,
    text: str | None,
    upload: str | models.AssetUploadResult | None,
) -> Delivery:
    chat_id, text, upload_id = checked.string_arguments(chat, text, upload)
    if isinstance(error, models.CreatedChat | models.LegacyChatCreateResult):
        return _check_start(engine, error, chat_id, text, upload_id)
    checked.check_arguments(error, chat_id, text, upload_id)
    if (reaction := checked.expected_reaction(error)) is not None:
        result = _check_reaction(engine, reaction)
    elif (expected := checked.expected_message(checked.sent_of(error), chat_id, text, upload_id)) is not None:
        search = HistoryScan(engine)
        result = checked.delivery(search.find(expected, checked.moment_of(error), error.request_id))
    else:
        return checked.unknowable(error)
    if result.was_sent is not None:
        engine.state.sent.settle(error.request_id, result.message)
    return result


def _check_start(
    engine: RequestSender,
    chat: Started,
    chat_id: str | None,
    text: str | None,
    upload_id: str | None,
    *,
    at_once: bool = False,
) -> Delivery:
    sent = engine.state.sent
    record = sent.start_of(chat, text)
    wanted, at = checked.started(chat, chat_id, text, upload_id, record)
    request_id = None if record is None else record.request_id
    found = HistoryScan(engine).find(wanted, at, request_id)
    result = checked.delivery(found) if at_once else checked.start_delivery(chat, found)
    if request_id is not None and result.was_sent is False and result.message is None:
        sent.forget(request_id)  # or the next send of the same text would count as the second one
    elif request_id is not None and result.was_sent is not None and result.message is not None:
        sent.settle(request_id, result.message)
    return result


def record_text_status(engine: RequestSender, chat: Started) -> None:
    status: DeliveryStatus = "delivered" if chat.status == "created" else "unknown"
    if chat.status == "existing":
        try:
            in_time = hurried(engine, _START_SECONDS)
            status = (_check_start(in_time, chat, None, None, None, at_once=True)).status
        except Exception:  # noqa: BLE001 - a guard may raise anything
            status = "unknown"
        except BaseException as error:  # Ctrl-C, or a cancellation
            error.add_note("the start of the chat succeeded; only the lookup of its text was interrupted")
            raise
    base.set_text_status(chat, status)


def _check_reaction(engine: RequestSender, expected: ExpectedReaction) -> Delivery:
    try:
        message = resources.MessagesApi(engine).retrieve(expected.message_id, chat_id=expected.chat_id)
        mine = _own_reactions(engine, message, expected.chat_id)
    except UNREADABLE:
        return checked.reaction("unreadable", None)
    if mine is None:
        return checked.reaction("whose", None)
    if not mine:
        return checked.reaction("none", None)
    return checked.reaction("found" if any(same_reaction(key, expected) for key in mine) else "another", message)


def _own_reactions(engine: RequestSender, message: models.Message, chat_id: str) -> list[str] | None:
    reactions = message.reactions or []
    known = engine.state.identity
    mine = [
        reaction.reaction_key for reaction in reactions if known.is_own(message.account_id, reaction.participant_id)
    ]
    if mine or not reactions:
        return mine
    try:
        me = SelfLookup(engine).in_chat(chat_id)
    except SelfUserUnknown:
        return None
    mine = [reaction.reaction_key for reaction in reactions if reaction.participant_id == me.id]
    return mine if mine or me.is_self else None
