# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.concurrency.primitives import sleep
from ..._core.config.retry_policy import RetryPolicy
from ..._core.delivery import check_rules as checked
from ..._core.delivery import send_matching
from ..._core.delivery import wait_rules as waited
from ..._core.delivery.expected_message import ExpectedMessage, same_reaction
from ..._core.delivery.moments import now, reading
from ..._core.delivery.send_matching import LOOKBACK
from ..._core.generated import api, base, models, resources
from ..._core.people.rosters import member_ids
from ..._core.util.validation import check_seconds, string
from ...errors import (
    APIConnectionError,
    APIStatusError,
    BadRequestError,
    InternalServerError,
    NotFoundError,
    NotSupportedByServer,
    RateLimitError,
    SelfUserUnknown,
    UnprocessableEntityError,
)
from ..engine.pager import Pager
from ..engine.sender import RequestSender
from ..people.contact_book import hurried
from ..people.self_lookup import SelfLookup

if TYPE_CHECKING:
    from ..._core.delivery.check_rules import Started
    from ..._core.delivery.expected_message import ExpectedReaction
    from ..._core.delivery.moments import Moment
    from ..._core.delivery.results import Delivery, DeliveryStatus, Pending, Sent
    from ..._core.generated import contract
    from ...errors import DeliveryUncertain

T = TypeVar("T")
UNREADABLE = (BadRequestError, NotFoundError, UnprocessableEntityError, NotSupportedByServer)
_START_SECONDS = 5.0


class HistoryScan:
    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine
        self._whoami = SelfLookup(engine)
        self._sends = engine.state.sent
        self._reading = reading(None, now())

    def find(self, wanted: ExpectedMessage, sent: Moment, request_id: str | None) -> send_matching.MatchResult:
        matcher = send_matching.SendMatcher(wanted.with_file(self._sends.file), sent, self._reading)
        try:
            if not self._look_into(wanted.chat_id, matcher):
                for member in self._members(wanted.chat_id):
                    self._look_into(member, matcher)
        except UNREADABLE:
            return send_matching.MatchResult("unclear", send_matching.UNREADABLE)
        return matcher.result(self._other_sends(request_id))

    def _look_into(self, chat_id: str, matcher: send_matching.SendMatcher) -> bool:
        matcher.start_chat(chat_id)
        empty = True
        for message in Pager(self._send, api.messages.list(chat_id), api.messages.LIST_PAGES, None):
            empty = False
            matcher.update_clocks(self._reading)
            if (known := string(message.chat_id)) is not None:
                matcher.chats.add(known)  # differs from the requested ID if that is a local ID
            if not matcher.count(message):
                break
            if matcher.may_match(message):
                matcher.add(message, self._whoami.is_mine(message))
            if matcher.is_done:
                break
        return not empty

    def _members(self, chat_id: str) -> list[str]:
        chat = resources.ChatsApi(self._engine).retrieve(chat_id, max_participant_count=0)
        return member_ids(chat)

    def _send(self, request: contract.Request[T], /) -> T:
        response = self._engine.raw(request)
        self._reading = reading(response.headers.get("date"), now())
        return response.value

    def _other_sends(self, request_id: str | None) -> list[send_matching.OtherSend]:
        return [
            send_matching.OtherSend(wanted.with_file(self._sends.file), record.at, record.accepted, record.message_id)
            for record in self._sends.all()
            if record.request_id != request_id and isinstance(wanted := record.wanted, ExpectedMessage)
        ]


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


class SendWatcher:
    def __init__(self, engine: RequestSender, sent: Pending, text: str | None, timeout: float) -> None:
        checked.check_text("text", text)
        self._chat_id, self._pending_id = waited.check_pending(sent)
        self._pauses = waited.Backoff(check_seconds("timeout", timeout))
        self._outcome = waited.Outcome(self._pending_id)
        self._engine = engine
        self._by_id = True
        attempt = engine.state.sent.pending(self._pending_id)
        self._sent = now().before(LOOKBACK) if attempt is None else attempt.at
        self._request_id = None if attempt is None else attempt.request_id
        wanted = None if attempt is None else attempt.wanted
        known = wanted if isinstance(wanted, ExpectedMessage) else None
        self._wanted = checked.expected_message(known, self._chat_id, text, None)

    def end(self) -> Sent:
        while True:
            ended, retry_after = self._look()
            if ended is not None:
                if self._request_id is not None and ended.message is not None:
                    self._engine.state.sent.settle(self._request_id, ended.message)
                return ended
            delay = self._pauses.next(retry_after)
            if delay is None:
                return self._outcome.on_timeout()
            sleep(delay)

    def _look(self) -> tuple[Sent | None, float]:
        retry_after = 0.0
        try:
            return self._look_by_id(), retry_after
        except RateLimitError as error:
            retry_after = error.retry_after or 0.0
        except (APIConnectionError, InternalServerError):
            pass  # temporary: try again until the timeout
        except APIStatusError as error:
            if error.status != 408:
                raise
        return None, retry_after

    def _look_by_id(self) -> Sent | None:
        engine = self._sender_in_time()
        if self._by_id:
            try:
                message = resources.MessagesApi(engine).retrieve(self._pending_id, chat_id=self._chat_id)
                return self._outcome.on_message(message)
            except NotSupportedByServer:
                self._by_id = False
            except UNREADABLE:
                pass  # the ID is not known yet, or not any more: the final message has no link to it
        if self._wanted is None:
            return None if self._by_id else self._outcome.not_possible()
        search = HistoryScan(engine)
        return self._outcome.on_match(search.find(self._wanted, self._sent, self._request_id))

    def _sender_in_time(self) -> RequestSender:
        settings = self._engine.settings
        seconds_left = self._pauses.limit(settings.timeout)
        settings_in_time = settings.changed(seconds_left, RetryPolicy(attempts=1, deadline=seconds_left), None)
        return RequestSender(settings_in_time, self._engine.http, self._engine.state)
