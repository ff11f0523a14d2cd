# @generated

"""The keys of the mappings that are accepted instead of models, nested ones included. For type checkers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from .._times import When
    from ..models._enums import AttachmentHint
    from ..models.assets import AssetUploadResult
    from ..models.inputs import DraftAttachmentInput, RequiredDimensions


class AuthorizeClientInfoDict(TypedDict, total=False):
    """A mapping for a `AuthorizeClientInfo`."""

    name: str | None
    version: str | None
    user_agent: str | None
    remote_address: str | None
    client_id: str | None
    client_uri: str | None


class ChatDraftInputDict(TypedDict, total=False):
    """A mapping for a `ChatDraftInput`."""

    text: Required[str]
    attachments: Mapping[str, DraftAttachmentInput | DraftAttachmentInputDict] | None


class DraftAttachmentInputDict(TypedDict, total=False):
    """A mapping for a `DraftAttachmentInput`."""

    upload_id: Required[str | AssetUploadResult]
    id: str | None
    type: AttachmentHint | None
    file_name: str | None
    mime_type: str | None
    size: RequiredDimensions | RequiredDimensionsDict | None
    duration: float | None


class MessageAttachmentInputDict(TypedDict, total=False):
    """A mapping for a `MessageAttachmentInput`."""

    upload_id: Required[str | AssetUploadResult]
    type: AttachmentHint | None
    file_name: str | None
    mime_type: str | None
    size: RequiredDimensions | RequiredDimensionsDict | None
    duration: float | None


class ReminderInputDict(TypedDict, total=False):
    """A mapping for a `ReminderInput`."""

    remind_at: Required[When]
    dismiss_on_incoming_message: bool | None


class RequiredDimensionsDict(TypedDict, total=False):
    """A mapping for a `RequiredDimensions`."""

    width: Required[float]
    height: Required[float]


class StartChatUserDict(TypedDict, total=False):
    """A mapping for a `StartChatUser`."""

    id: str | None
    email: str | None
    full_name: str | None
    phone_number: str | None
    username: str | None


class V0ReminderInputDict(TypedDict, total=False):
    """A mapping for a `V0ReminderInput`."""

    remind_at_ms: Required[float]
    dismiss_on_incoming_message: bool | None
