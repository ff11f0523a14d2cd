"""The arguments and results of ``beeper.messages.check``. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import evolve

from ...errors import DeliveryUncertain
from ..generated import models, objects
from ..http import redaction
from ..util.validation import check_kind, string, wrong_type
from .expected_message import ExpectedMessage, ExpectedReaction, reaction_by, sent_by
from .moments import Moment, current_moment
from .operations import REACTION, SENDS
from .results import Delivery
from .send_matching import LOOKBACK
from .sent_log import SentRecord, started_text

if TYPE_CHECKING:
    from .send_matching import MatchResult

Started: TypeAlias = "models.CreatedChat | models.LegacyChatCreateResult"
Reacted: TypeAlias = Literal["found", "none", "another", "whose", "unreadable"]
FAILED = frozenset({"FAIL_RETRIABLE", "FAIL_PERMANENT"})
REPORTED = "Beeper reports that sending the message failed"
_REACTED: dict[Reacted, Delivery] = {
    "found": Delivery("delivered", "the message has your reaction"),
    "none": Delivery("not-seen", "the message has no reaction of yours"),
    "another": Delivery("unknown", "the message has another reaction of yours, which may replace this one"),
    "whose": Delivery("unknown", "the message has reactions, and it cannot be determined which are yours"),
    "unreadable": Delivery("unknown", "the message cannot be read"),
}
_GONE = Delivery("unknown", "the error was unpickled and no longer holds the request; check the message yourself")
_UPLOAD = Delivery("unknown", "uploads cannot be listed; it is safe to upload again, because uploads are not visible")


def string_arguments(
    chat_id: str | models.Chat | None, text: str | None, upload_id: str | models.AssetUploadResult | None
) -> tuple[str | None, str | None, str | None]:
    """The arguments, with IDs instead of objects. Raises TypeError, ValueError."""
    chat_id = None if chat_id is None else objects.chat_id(chat_id, "chat_id")
    if upload_id is not None:
        upload_id = objects.asset_upload_result_upload_id(upload_id, "upload_id")
    for name, value in (("chat_id", chat_id), ("text", text), ("upload_id", upload_id)):
        check_text(name, value)
    return chat_id, text, upload_id


def check_arguments(error: DeliveryUncertain, chat_id: str | None, text: str | None, upload_id: str | None) -> None:
    """Check the arguments for an error. Raises TypeError, ValueError."""
    _check_error(error)
    is_send = error.operation in SENDS
    unpickled = error._request is None and error._record is None  # noqa: SLF001  # stored for this purpose
    if unpickled and is_send and (chat_id is None or text is upload_id is None):
        raise ValueError(
            "the error was unpickled and no longer holds the request; pass chat_id= and text= or upload_id="
        )
    if not is_send and error.operation != "request" and not chat_id is text is upload_id is None:
        raise ValueError(f"chat_id, text and upload_id are only valid for sends; this error is from {error.operation}")


def sent_of(error: DeliveryUncertain) -> ExpectedMessage | None:
    """The message of an error; None if it was unpickled, or not from a send."""
    wanted = _wanted_of(error)
    return wanted if isinstance(wanted, ExpectedMessage) else None


def expected_reaction(error: DeliveryUncertain) -> ExpectedReaction | None:
    """The reaction of an error; None if it was unpickled, or not from a reaction."""
    wanted = _wanted_of(error)
    return wanted if isinstance(wanted, ExpectedReaction) else None


def _wanted_of(error: DeliveryUncertain) -> ExpectedMessage | ExpectedReaction | None:
    record = error._record  # noqa: SLF001  # stored for this purpose
    if isinstance(record, SentRecord):
        return record.wanted
    request = error.request
    return None if request is None else sent_by(request) or reaction_by(request)


def moment_of(error: DeliveryUncertain) -> Moment:
    """The time of the attempt."""
    return error._moment or Moment(error.sent_at.timestamp())  # noqa: SLF001  # stored for this purpose


def _check_error(error: object) -> None:
    if not isinstance(error, DeliveryUncertain):
        hint = "; for the result of a send, call messages.wait" if hasattr(error, "pending_message_id") else ""
        kinds = "a DeliveryUncertain or the result of chats.start or chats.create"
        raise TypeError(f"{wrong_type('error', kinds, error)}{hint}")


def check_text(name: str, value: object) -> None:
    """Check that a value is a non-empty str or None. Raises TypeError, ValueError."""
    check_kind(name, value, str | None, "a str or None")
    if value == "":
        raise ValueError(f"{name} must not be empty")


def expected_message(
    known: ExpectedMessage | None, chat_id: str | None, text: str | None, upload_id: str | None
) -> ExpectedMessage | None:
    """The message that was sent, as it is known and by the arguments, which take precedence. None if it is not
    known."""
    if known is None:
        if chat_id is None or text is upload_id is None:
            return None
        known = ExpectedMessage(chat_id)
    expected = evolve(known, chat_id=chat_id or known.chat_id, text=text or known.text)
    return expected if upload_id is None else evolve(expected, upload_id=upload_id, file_name=None, file_size=None)


def delivery(result: MatchResult) -> Delivery:
    """The result for a send."""
    message = result.message
    if result.kind == "none":
        return Delivery("not-seen", f"{result.reason}; it may still arrive")
    if result.kind == "unclear" or message is None:
        return Delivery("unknown", result.reason, message)
    if (failed := failure(message)) is not None:
        return Delivery("failed", REPORTED, message, *failed)
    if message.send_status is not None and message.send_status.status == "PENDING":
        return Delivery("delivered", f"{result.reason}; Beeper is still sending it", message)
    return Delivery("delivered", result.reason, message)


def started(
    chat: Started, chat_id: str | None, text: str | None, upload_id: str | None, record: SentRecord | None
) -> tuple[ExpectedMessage, Moment]:
    """The text with which a chat was started, and when. Raises ValueError."""
    if not chat_id is upload_id is None:
        raise ValueError("chat_id and upload_id are only valid for sends; error is the result of a start")
    known = None if record is None else started_text(record)
    if record is not None and known is None:
        raise ValueError("the chat was started without a text: there is none to check")
    if text is None and known is None:
        raise ValueError("the text with which the chat was started is not known; pass text=")
    # The time of a start by another client is not known: messages of the last two minutes are considered.
    at = current_moment().before(LOOKBACK) if record is None else record.at
    return ExpectedMessage(chat.chat_id, text or known), at


def start_delivery(chat: Started, result: MatchResult) -> Delivery:
    """The result for the text of a started chat."""
    if result.kind == "none" and chat.status == "existing":
        seen = isinstance(chat, models.CreatedChat) and (chat.network or "").lower() == "whatsapp"
        return Delivery("failed" if seen else "not-seen", "the chat existed, and some apps do not send the text then")
    return delivery(result)


def failure(message: models.Message) -> tuple[str | None, bool] | None:
    """The code of a failure that Beeper reports, and whether it is temporary; None if it reports none."""
    report = message.send_status
    if report is None or report.status not in FAILED:
        return None
    return redaction.code(string(report.reason) or ""), report.status == "FAIL_RETRIABLE"


def reaction(what: Reacted, message: models.Message | None) -> Delivery:
    """The result for a reaction."""
    plain = _REACTED[what]
    return Delivery(plain.status, plain.reason, message)


def unknowable(error: DeliveryUncertain) -> Delivery:
    """The result for a call whose effect cannot be found by reading messages."""
    if error.operation == REACTION:
        return _GONE
    if error.operation.startswith("assets."):
        return _UPLOAD
    return Delivery("unknown", f"it cannot be determined whether {error.operation} succeeded")
