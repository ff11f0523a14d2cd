"""The official SDK's types and ours. Types of request arguments have no counterpart: mappings are taken instead."""

from __future__ import annotations

BY_NAME: dict[str, str] = {
    name: name
    for name in (
        "APIError", "Account", "AccountBridge", "AppStateSnapshot", "Attachment", "AttachmentCapabilities", "Bridge",
        "BridgeLogin", "Chat", "ChatCapabilities", "ChatDraft", "ChatStateCapabilities", "CookieField",
        "DisappearingTimerCapability", "DraftAttachment", "Error", "GroupFieldCapability", "GroupTypeCapabilities",
        "Label", "LinkPreview", "LoginFlow", "LoginInputField", "LoginSession", "Message", "ProvisioningCapabilities",
        "Reaction", "ResolveIdentifierCapabilities", "SendStatus", "User",
    )
} | {
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
    "QRConfirmScannedResponse": "VerificationResult",
    "QRScanResponse": "VerificationResult",
    "ReactionAddResponse": "ReactionAddResult",
    "ReactionDeleteResponse": "ReactionDeleteResult",
    "RecoveryKeyVerifyResponse": "SessionResult",
    "ResetConfirmResponse": "SessionResult",
    "ResetCreateResponse": "RecoveryKeyResetResult",
    "SASConfirmResponse": "VerificationResult",
    "SASStartResponse": "VerificationResult",
    "SearchResponse": "UnifiedSearchResult",
    "SetupRegisterResponse": "SetupCompleteResult",
    "SetupResponseResponse": "SetupResponseResult",
    "SetupRetrieveResponse": "AppStateSnapshot",
    "SetupStartResponse": "SetupStartResult",
    "VerificationAcceptResponse": "VerificationResult",
    "VerificationCancelResponse": "VerificationResult",
    "VerificationCreateResponse": "VerificationResult",
    "VerificationListResponse": "VerificationList",
    "VerificationRetrieveResponse": "VerificationResult",
}  # fmt: skip
"""Types every release exports by this name."""

BY_MODULE: dict[str, str] = {
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
"""Types within another, by the module they stand in."""

LISTS = {"AccountListResponse": "Account", "LabelListResponse": "Label"}
"""Aliases of a list of one type."""
