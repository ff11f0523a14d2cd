# @generated

"""Objects as arguments: the string that an argument needs, of the object that is accepted instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._arguments import field_of, text_of

if TYPE_CHECKING:
    from .models.assets import AssetUploadResult
    from .models.chat import Chat
    from .models.message import Message


def asset_upload_result_upload_id(value: str | AssetUploadResult, argument: str = "upload_id") -> str:
    """`AssetUploadResult.upload_id`, or the string that is given instead."""
    if isinstance(value, str):
        return text_of(argument, value)
    from .models.assets import AssetUploadResult

    return field_of(argument, value, AssetUploadResult, "upload_id", lambda given: given.upload_id)


def chat_id(value: str | Chat, argument: str = "id") -> str:
    """`Chat.id`, or the string that is given instead."""
    if isinstance(value, str):
        return text_of(argument, value)
    from .models.chat import Chat

    return field_of(argument, value, Chat, "id", lambda given: given.id)


def message_id(value: str | Message, argument: str = "id") -> str:
    """`Message.id`, or the string that is given instead."""
    if isinstance(value, str):
        return text_of(argument, value)
    from .models.message import Message

    return field_of(argument, value, Message, "id", lambda given: given.id)
