# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import call_blocking
from ..._core.files.outgoing_message import NOT_SENT, UPLOADED, OutgoingMessage, add_clause
from ..._core.files.outgoing_type import examine
from ..._core.util.override import override
from ...errors import APIError, BeeperError, DeliveryUncertain
from ..engine.sender import RequestSender

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.files.outgoing import OutgoingFile
    from ..._core.generated import models


class _CheckedSender(RequestSender):
    @override
    def authorize(self, call: AnyCall, *, again: bool = False) -> None:
        super().authorize(call, again=True)


def examine_file(file: OutgoingFile, *, size: bool) -> None:
    if not (size or file.needs_head):
        return
    if file.may_block:
        file.add(call_blocking(examine, file.part, head=file.needs_head))
    else:
        file.add(examine(file.part, head=file.needs_head))


def upload(engine: RequestSender, file: OutgoingFile) -> models.AssetUploadResult:
    request, sending = file.request()
    try:
        return engine.send(request)
    except BeeperError:
        if sending is None or sending.error is None:
            raise
        error = sending.error
    raise error


def send(engine: RequestSender, message: OutgoingMessage) -> models.MessageSendResult:
    file = message.file
    if file is None:
        return engine.send(message.request())
    examine_file(file, size=message.has_limits)
    planned = engine.prepare(message.request())
    engine.authorize(planned)
    engine.state.sent.forget(planned.request_id)  # it is not sent itself
    checked = _CheckedSender(engine.settings, engine.http, engine.state)
    uploaded = _upload_for_message(checked, file)
    message.uploaded(uploaded)
    try:
        return checked.send(message.request())
    except BaseException as error:
        if isinstance(error, BeeperError):
            error.upload = uploaded
            add_clause(error, UPLOADED)
        raise


def _upload_for_message(engine: RequestSender, file: OutgoingFile) -> models.AssetUploadResult:
    uncertain: APIError
    try:
        return upload(engine, file)
    except DeliveryUncertain as error:
        if not isinstance(error.__cause__, APIError):
            add_clause(error, NOT_SENT)
            raise
        uncertain = error.__cause__
    except BaseException as error:
        add_clause(error, NOT_SENT)
        raise
    add_clause(uncertain, NOT_SENT)
    raise uncertain
