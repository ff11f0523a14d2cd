"""Uploads files, and sends messages with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_call_blocking
from ..._core.files.outgoing_message import NOT_SENT, UPLOADED, OutgoingMessage, add_clause
from ..._core.files.outgoing_type import examine
from ..._core.util.override import override
from ...errors import APIError, BeeperError, DeliveryUncertain
from ..engine.sender import AsyncRequestSender

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.files.outgoing import OutgoingFile
    from ..._core.generated import models


class _AsyncCheckedSender(AsyncRequestSender):
    """Sends a request that is a part of a write that the guard has allowed: it is not another write."""

    @override
    async def authorize(self, call: AnyCall, *, again: bool = False) -> None:
        await super().authorize(call, again=True)


async def examine_file(file: OutgoingFile, *, size: bool) -> None:
    """Read what is needed of a file before it is sent: its size, and its first bytes if its name does not show its
    type."""
    if not (size or file.needs_head):
        return
    if file.may_block:
        file.add(await async_call_blocking(examine, file.part, head=file.needs_head))
    else:
        file.add(examine(file.part, head=file.needs_head))


async def upload(engine: AsyncRequestSender, file: OutgoingFile) -> models.AssetUploadResult:
    """Upload a file. What the progress function raises is raised."""
    request, sending = file.request()
    try:
        return await engine.send(request)
    except BeeperError:
        if sending is None or sending.error is None:
            raise
        error = sending.error
    raise error


async def send(engine: AsyncRequestSender, message: OutgoingMessage) -> models.MessageSendResult:
    """Send a message; its file is uploaded before, once nothing refuses the message."""
    file = message.file
    if file is None:
        return await engine.send(message.request())
    await examine_file(file, size=message.has_limits)
    planned = engine.prepare(message.request())
    await engine.authorize(planned)
    engine.state.sent.forget(planned.request_id)  # it is not sent itself
    checked = _AsyncCheckedSender(engine.settings, engine.http, engine.state)
    uploaded = await _upload_for_message(checked, file)
    message.uploaded(uploaded)
    try:
        return await checked.send(message.request())
    except BaseException as error:
        if isinstance(error, BeeperError):
            error.upload = uploaded
            add_clause(error, UPLOADED)
        raise


async def _upload_for_message(engine: AsyncRequestSender, file: OutgoingFile) -> models.AssetUploadResult:
    """Upload the file of a message. An upload whose outcome is not known has no effect by itself: the message was
    certainly not sent, so the error is not DeliveryUncertain but its cause."""
    uncertain: APIError
    try:
        return await upload(engine, file)
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
