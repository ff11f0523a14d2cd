"""Tables for the official SDK, beeper-desktop-api 4.1 to 6.0: its names and options, and their names in this SDK.

Methods and arguments that are in no table have the same names in both.
"""

from __future__ import annotations

from ..._core.generated import operation_metadata

PACKAGE = "beeper_desktop_api"

CLIENTS = {
    "BeeperDesktop": "Beeper",
    "AsyncBeeperDesktop": "AsyncBeeper",
    "Client": "Beeper",
    "AsyncClient": "AsyncBeeper",
}
ASYNC_CLIENTS = frozenset({"AsyncBeeperDesktop", "AsyncClient"})

ERRORS = {
    "BeeperDesktopError": "BeeperError",
    "APIError": "APIError",
    "APIStatusError": "APIStatusError",
    "APIConnectionError": "APIConnectionError",
    "APITimeoutError": "APITimeoutError",
    "APIResponseValidationError": "ResponseDecodeError",
    "BadRequestError": "BadRequestError",
    "AuthenticationError": "AuthenticationError",
    "PermissionDeniedError": "PermissionDeniedError",
    "NotFoundError": "NotFoundError",
    "ConflictError": "ConflictError",
    "UnprocessableEntityError": "UnprocessableEntityError",
    "RateLimitError": "RateLimitError",
    "InternalServerError": "InternalServerError",
}

NOT_GIVEN = frozenset({"NOT_GIVEN", "not_given", "omit"})
"""Values that omit an argument."""

OPERATIONS = frozenset(name for name in operation_metadata() if not name.startswith(("v0.", "oauth.", "matrix.")))
"""All methods of the official SDK are here under the same name."""

PAGED = frozenset({"accounts.contacts.list", "chats.list", "chats.search", "messages.list", "messages.search"})

OPTIONS = {
    "access_token": "access_token",
    "base_url": "base_url",
    "timeout": "timeout",
    "max_retries": "retry",
    "default_headers": "headers",
    "http_client": "http_client",
    "_strict_response_validation": "strict",
}
"""Arguments of the client."""

CALL_OPTIONS = {"timeout": "timeout", "extra_headers": "headers"}
"""Arguments of every method that are options of `with_options` in this SDK."""

HTTP_CLIENTS = {"DefaultHttpxClient": "Client", "DefaultAsyncHttpxClient": "AsyncClient"}
"""Their names in httpx."""

TIMEOUTS = frozenset({"httpx.Timeout", "beeper_desktop_api.Timeout"})
"""Timeouts with a value for each step; in this SDK a timeout is a number of seconds."""

ERROR_FIELDS = {"status_code": "status", "response.status_code": "status", "message": "str"}
"""Attributes of errors; ``str`` stands for the error converted to a string."""

ERROR_NOTES = {
    "response": "errors have no HTTP response: use .status, .code, .issues or .retry_after",
    "body": "errors have no body, which may contain private data: use .code, .issues and .server_message",
    "request": "errors have no HTTP request: use .operation and .request_id",
}

RAW_FIELDS = {"status_code": "status"}
"""Attributes of a raw response."""

RAW_NOTES = {
    name: f"a Response has no {name}: use status, headers, value, server_version or request_id"
    for name in (
        "http_response", "http_request", "url", "method", "elapsed", "retries_taken", "text", "json", "read",
        "iter_bytes", "iter_text", "iter_lines", "content",
    )
}  # fmt: skip

STREAM_FIELDS = {"status_code": "status", "stream_to_file": "save", "write_to_file": "save"}

MODEL_FIELDS = {"model_extra": "additional_properties", "copy_": "copy"}
"""Attributes of models."""

MODEL_NOTES = {
    **{
        name: f"models have no {name}(): use to_dict(), and change the code that reads the keys, which are the names "
        "of the API (accountID, not account_id)"
        for name in ("model_dump", "dict")
    },
    "to_dict": "to_dict() has no options: change the code that reads the keys, which are the names of the API "
    "(accountID, not account_id)",
    **{
        name: f"models have no {name}(): use json.dumps(....to_dict()), whose keys are the names of the API"
        for name in ("json", "model_dump_json", "to_json")
    },
    "copy": "use .evolve(name=value), which returns a changed copy of the model",
    "model_copy": "use .evolve(name=value), which returns a changed copy of the model",
    "model_fields_set": "models do not record which fields were set; to_dict() returns the fields that were received",
}

UNIQUE = {
    "iter_pages": "if this is a list of the official SDK, use pages() instead of iter_pages()",
    "model_dump": "if this is a model of the official SDK, use to_dict(), whose keys are names of the API (accountID)",
    "model_dump_json": "if this is a model of the official SDK, use json.dumps(....to_dict())",
}
"""Attributes of objects of unknown types, in files that import the official SDK."""

CHAT_KEYS = {
    "accountID": "account_id",
    "participantIDs": "participant_ids",
    "messageText": "message_text",
    "allowInvite": "allow_invite",
}
"""Keys of the mapping that `chats.create` of 4.2 accepted."""

HINTS = {"voiceNote": "voice-note"}
"""Attachment types until 4.3, with their current spelling."""


MODELS_BY_NAME = {
    **{
        f"{name}Response": "VerificationResult"
        for name in (
            "QRConfirmScanned", "QRScan", "SASConfirm", "SASStart", "VerificationAccept",
            "VerificationCancel", "VerificationCreate", "VerificationRetrieve",
        )
    },
    "AccountRetrieveResponse": "Account",
    "AssetDownloadResponse": "AssetDownloadResult",
    "AssetUploadBase64Response": "AssetUploadResult",
    "AssetUploadResponse": "AssetUploadResult",
    "BridgeListResponse": "BridgeList",
    "BridgeRetrieveResponse": "Bridge",
    "ChatCreateResponse": "ChatCreateResult",
    "ChatListResponse": "ChatWithPreview",
    "ChatStartResponse": "CreatedChat",
    "ContactSearchResponse": "ContactSearchResult",
    "FocusResponse": "FocusResult",
    "InfoRetrieveResponse": "ServerInfo",
    "LoginFlowListResponse": "LoginFlowList",
    "LoginListResponse": "BridgeLoginList",
    "LoginRemoveResponse": "BridgeLoginRemoval",
    "LoginSessionCancelResponse": "LoginSessionCancellation",
    "MessageSendResponse": "MessageSendResult",
    "MessageUpdateResponse": "MessageUpdateResult",
    "ReactionAddResponse": "ReactionAddResult",
    "ReactionDeleteResponse": "ReactionDeleteResult",
    "RecoveryKeyVerifyResponse": "SessionResult",
    "ResetConfirmResponse": "SessionResult",
    "ResetCreateResponse": "RecoveryKeyResetResult",
    "SearchResponse": "UnifiedSearchResult",
    "SetupRegisterResponse": "SetupCompleteResult",
    "SetupResponseResponse": "SetupResponseResult",
    "SetupRetrieveResponse": "AppStateSnapshot",
    "SetupStartResponse": "SetupStartResult",
    "VerificationListResponse": "VerificationList",
}  # fmt: skip
"""Types that have another name here."""

MODELS_BY_MODULE: dict[str, str] = {
    "account.Bridge": "AccountBridge",
    "attachment.Size": "Dimensions",
    "attachment.Transcription": "Transcription",
    "chat.Capabilities": "ChatCapabilities",
    "chat.Draft": "ChatDraft",
    "chat.DraftAttachments": "DraftAttachment",
    "chat.Merge": "ChatMerge",
    "chat.Participants": "ChatParticipants",
    "chat.ParticipantsItem": "Participant",
    "chat.Reminder": "ChatReminder",
    "chat.Snooze": "ChatSnooze",
    "info_retrieve_response.App": "ServerInfoApp",
    "info_retrieve_response.Endpoints": "ServerInfoEndpoints",
    "info_retrieve_response.EndpointsOAuth": "ServerInfoOAuthEndpoints",
    "info_retrieve_response.Platform": "ServerInfoPlatform",
    "info_retrieve_response.Server": "ServerInfoServer",
    "link_preview.ImgSize": "Dimensions",
    "login_session.CurrentStep": "LoginStep",
    "message.Link": "LinkPreview",
    "message.LinkImgSize": "Dimensions",
    "message.SendStatus": "SendStatus",
    "search_response.Results": "UnifiedSearchResults",
    "search_response.ResultsMessages": "MessageSearchPage",
    "setup_response_response.RegistrationRequired": "SetupRegistrationRequired",
    "setup_response_response.Success": "SetupCompleteResult",
}
"""Nested types, by their module."""

LIST_MODELS = {"AccountListResponse": "Account", "LabelListResponse": "Label"}
"""Aliases of a list of one type."""
