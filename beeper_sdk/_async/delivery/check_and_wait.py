"""Implements `messages.check` and `messages.wait`: the outcome of uncertain calls, and of sends in progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.concurrency.primitives import async_sleep
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
from ..engine.pager import AsyncPager
from ..engine.sender import AsyncRequestSender
from ..people.contact_book import hurried
from ..people.self_lookup import AsyncSelfLookup

if TYPE_CHECKING:
    from ..._core.delivery.check_rules import Started
    from ..._core.delivery.expected_message import ExpectedReaction
    from ..._core.delivery.moments import Moment
    from ..._core.delivery.results import Delivery, DeliveryStatus, Pending, Sent
    from ..._core.generated import contract
    from ...errors import DeliveryUncertain

T = TypeVar("T")
UNREADABLE = (BadRequestError, NotFoundError, UnprocessableEntityError, NotSupportedByServer)
"""The chat or message cannot be read."""
_START_SECONDS = 5.0
"""Maximum seconds of each request that looks for the text of a started chat."""


class AsyncHistoryScan:
    """Searches chats for the messages of sends."""

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._engine = engine
        self._whoami = AsyncSelfLookup(engine)
        self._sends = engine.state.sent
        self._reading = reading(None, now())

    async def find(self, wanted: ExpectedMessage, sent: Moment, request_id: str | None) -> send_matching.MatchResult:
        """Find the message of a send that started at a moment."""
        matcher = send_matching.SendMatcher(wanted.with_file(self._sends.file), sent, self._reading)
        try:
            if not await self._look_into(wanted.chat_id, matcher):
                for member in await self._members(wanted.chat_id):
                    await self._look_into(member, matcher)
        except UNREADABLE:
            return send_matching.MatchResult("unclear", send_matching.UNREADABLE)
        return matcher.result(self._other_sends(request_id))

    async def _look_into(self, chat_id: str, matcher: send_matching.SendMatcher) -> bool:
        """Read the messages of a chat back to before the attempt. Returns False for a chat without messages."""
        matcher.start_chat(chat_id)
        empty = True
        async for message in AsyncPager(self._send, api.messages.list(chat_id), api.messages.LIST_PAGES, None):
            empty = False
            matcher.update_clocks(self._reading)
            if (known := string(message.chat_id)) is not None:
                matcher.chats.add(known)  # differs from the requested ID if that is a local ID
            if not matcher.count(message):
                break
            if matcher.may_match(message):
                matcher.add(message, await self._whoami.is_mine(message))
            if matcher.is_done:
                break
        return not empty

    async def _members(self, chat_id: str) -> list[str]:
        """The member chats of a merged chat, which has no messages of its own."""
        chat = await resources.AsyncChatsApi(self._engine).retrieve(chat_id, max_participant_count=0)
        return member_ids(chat)

    async def _send(self, request: contract.Request[T], /) -> T:
        """Send a request, and record the server's time."""
        response = await self._engine.raw(request)
        self._reading = reading(response.headers.get("date"), now())
        return response.value

    def _other_sends(self, request_id: str | None) -> list[send_matching.OtherSend]:
        """The other sends of this client."""
        return [
            send_matching.OtherSend(wanted.with_file(self._sends.file), record.at, record.accepted, record.message_id)
            for record in self._sends.all()
            if record.request_id != request_id and isinstance(wanted := record.wanted, ExpectedMessage)
        ]


async def check(
    engine: AsyncRequestSender,
    error: DeliveryUncertain | Started,
    chat: str | models.Chat | None,
    text: str | None,
    upload: str | models.AssetUploadResult | None,
) -> Delivery:
    """The outcome of a call that ended in DeliveryUncertain, or of the text of a started chat."""
    chat_id, text, upload_id = checked.string_arguments(chat, text, upload)
    if isinstance(error, models.CreatedChat | models.LegacyChatCreateResult):
        return await _check_start(engine, error, chat_id, text, upload_id)
    checked.check_arguments(error, chat_id, text, upload_id)
    if (reaction := checked.expected_reaction(error)) is not None:
        result = await _check_reaction(engine, reaction)
    elif (expected := checked.expected_message(checked.sent_of(error), chat_id, text, upload_id)) is not None:
        search = AsyncHistoryScan(engine)
        result = checked.delivery(await search.find(expected, checked.moment_of(error), error.request_id))
    else:
        return checked.unknowable(error)
    if result.was_sent is not None:
        engine.state.sent.settle(error.request_id, result.message)
    return result


async def _check_start(
    engine: AsyncRequestSender,
    chat: Started,
    chat_id: str | None,
    text: str | None,
    upload_id: str | None,
    *,
    at_once: bool = False,
) -> Delivery:
    """Whether the text of a started chat was sent. `at_once`: it may appear later."""
    sent = engine.state.sent
    record = sent.start_of(chat, text)
    wanted, at = checked.started(chat, chat_id, text, upload_id, record)
    request_id = None if record is None else record.request_id
    found = await AsyncHistoryScan(engine).find(wanted, at, request_id)
    result = checked.delivery(found) if at_once else checked.start_delivery(chat, found)
    if request_id is not None and result.was_sent is False and result.message is None:
        sent.forget(request_id)  # or the next send of the same text would count as the second one
    elif request_id is not None and result.was_sent is not None and result.message is not None:
        sent.settle(request_id, result.message)
    return result


async def record_text_status(engine: AsyncRequestSender, chat: Started) -> None:
    """Set `text_status`. The text is looked for only if the chat existed; errors are not raised."""
    status: DeliveryStatus = "delivered" if chat.status == "created" else "unknown"
    if chat.status == "existing":
        try:
            in_time = hurried(engine, _START_SECONDS)
            status = (await _check_start(in_time, chat, None, None, None, at_once=True)).status
        except Exception:  # noqa: BLE001 - a guard may raise anything
            status = "unknown"
        except BaseException as error:  # Ctrl-C, or a cancellation
            error.add_note("the start of the chat succeeded; only the lookup of its text was interrupted")
            raise
    base.set_text_status(chat, status)


async def _check_reaction(engine: AsyncRequestSender, expected: ExpectedReaction) -> Delivery:
    """Whether a message has the reaction of the current user."""
    try:
        message = await resources.AsyncMessagesApi(engine).retrieve(expected.message_id, chat_id=expected.chat_id)
        mine = await _own_reactions(engine, message, expected.chat_id)
    except UNREADABLE:
        return checked.reaction("unreadable", None)
    if mine is None:
        return checked.reaction("whose", None)
    if not mine:
        return checked.reaction("none", None)
    return checked.reaction("found" if any(same_reaction(key, expected) for key in mine) else "another", message)


async def _own_reactions(engine: AsyncRequestSender, message: models.Message, chat_id: str) -> list[str] | None:
    """The keys of the current user's reactions to a message; None if it cannot be determined which are theirs."""
    reactions = message.reactions or []
    known = engine.state.identity
    mine = [
        reaction.reaction_key for reaction in reactions if known.is_own(message.account_id, reaction.participant_id)
    ]
    if mine or not reactions:
        return mine
    try:
        me = await AsyncSelfLookup(engine).in_chat(chat_id)
    except SelfUserUnknown:
        return None
    mine = [reaction.reaction_key for reaction in reactions if reaction.participant_id == me.id]
    return mine if mine or me.is_self else None


class AsyncSendWatcher:
    """Polls the outcome of a send until it is known."""

    def __init__(self, engine: AsyncRequestSender, sent: Pending, text: str | None, timeout: float) -> None:
        checked.check_text("text", text)
        self._chat_id, self._pending_id = waited.check_pending(sent)
        self._pauses = waited.Backoff(check_seconds("timeout", timeout))
        self._outcome = waited.Outcome(self._pending_id)
        self._engine = engine
        self._by_id = True
        attempt = engine.state.sent.pending(self._pending_id)
        # The time of a send of another client is not known: messages of the last two minutes are considered.
        self._sent = now().before(LOOKBACK) if attempt is None else attempt.at
        self._request_id = None if attempt is None else attempt.request_id
        wanted = None if attempt is None else attempt.wanted
        known = wanted if isinstance(wanted, ExpectedMessage) else None
        self._wanted = checked.expected_message(known, self._chat_id, text, None)

    async def end(self) -> Sent:
        """The outcome of the send, or what is known about it at the timeout."""
        while True:
            ended, retry_after = await self._look()
            if ended is not None:
                if self._request_id is not None and ended.message is not None:
                    self._engine.state.sent.settle(self._request_id, ended.message)
                return ended
            delay = self._pauses.next(retry_after)
            if delay is None:
                return self._outcome.on_timeout()
            await async_sleep(delay)

    async def _look(self) -> tuple[Sent | None, float]:
        """The outcome of the send if it is known, and the server's Retry-After in seconds."""
        retry_after = 0.0
        try:
            return await self._look_by_id(), retry_after
        except RateLimitError as error:
            retry_after = error.retry_after or 0.0
        except (APIConnectionError, InternalServerError):
            pass  # temporary: try again until the timeout
        except APIStatusError as error:
            if error.status != 408:
                raise
        return None, retry_after

    async def _look_by_id(self) -> Sent | None:
        """Look up the message by its pending ID, which newer apps support; else search for it in the chat."""
        engine = self._sender_in_time()
        if self._by_id:
            try:
                message = await resources.AsyncMessagesApi(engine).retrieve(self._pending_id, chat_id=self._chat_id)
                return self._outcome.on_message(message)
            except NotSupportedByServer:
                self._by_id = False
            except UNREADABLE:
                pass  # the ID is not known yet, or not any more: the final message has no link to it
        if self._wanted is None:
            return None if self._by_id else self._outcome.not_possible()
        search = AsyncHistoryScan(engine)
        return self._outcome.on_match(await search.find(self._wanted, self._sent, self._request_id))

    def _sender_in_time(self) -> AsyncRequestSender:
        """A sender with the remaining time as its timeout, and without retries: this loop repeats the request."""
        settings = self._engine.settings
        seconds_left = self._pauses.limit(settings.timeout)
        settings_in_time = settings.changed(seconds_left, RetryPolicy(attempts=1, deadline=seconds_left), None)
        return AsyncRequestSender(settings_in_time, self._engine.http, self._engine.state)
