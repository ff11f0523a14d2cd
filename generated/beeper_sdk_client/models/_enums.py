# @generated

"""Enums. In arguments they have the known values only; in responses also others, which a newer app may send."""

from __future__ import annotations

from typing import Literal, TypeAlias

AccountStatus: TypeAlias = (
    Literal[
        "connected",
        "connecting",
        "backfilling",
        "connection_required",
        "reconnect_required",
        "attention_required",
        "disconnected",
        "disabled",
    ]
    | str
)
"""Connection state of an account. Since app 4.3.0."""
AppSetupState: TypeAlias = (
    Literal[
        "needs-login",
        "initializing",
        "needs-cross-signing-setup",
        "needs-verification",
        "needs-secrets",
        "needs-first-sync",
        "ready",
    ]
    | str
)
"""Stage of sign-in and encryption setup. Since app 4.3.0."""
AttachmentHint: TypeAlias = Literal["image", "video", "audio", "file", "gif", "voice-note", "sticker"]
"""Kind of an attachment to send. Apps 4.2.499 to 4.2.807 accept only gif, voiceNote and sticker.
    Since app 4.2.499."""
AttachmentType: TypeAlias = Literal["unknown", "img", "video", "audio"] | str
"""Kind of an attachment as read (differs from the hint given when sending)."""
BridgeLoginStatus: TypeAlias = Literal["connected", "connecting", "needs_login", "logged_out", "unknown"] | str
"""State of a login on a bridge. Since app 4.3.0."""
BridgeProvider: TypeAlias = Literal["cloud", "self-hosted", "local", "platform-sdk"] | str
"""Where a bridge and its accounts run. Since app 4.2.785."""
BridgeStatus: TypeAlias = (
    Literal["available", "connected", "limit_reached", "temporarily_unavailable", "disabled"] | str
)
"""Whether new accounts can be connected through a bridge. Since app 4.3.0."""
CapabilityLevel: TypeAlias = Literal[-2, -1, 0, 1, 2] | int
"""How far something is supported: -2 rejected, -1 dropped, 0 unsupported, 1 partly, 2 fully. Since
    app 4.2.808."""
ChatCreateStatus: TypeAlias = Literal["existing", "created"] | str
"""Whether a chat was reused or made. Since app 4.2.557."""
ChatSearchScope: TypeAlias = Literal["titles", "participants"]
"""Where a chat search looks."""
ChatTypeInput: TypeAlias = Literal["single", "group"]
"""Direct message or group. As an argument."""
ChatType: TypeAlias = ChatTypeInput | str
"""Direct message or group."""
ChatTypeFilter: TypeAlias = Literal["single", "group", "any"]
"""Kinds of chat to return."""
CookieFieldType: TypeAlias = Literal["cookie", "header", "local_storage"] | str
"""Where a browser value lives. Since app 4.3.0."""
Direction: TypeAlias = Literal["after", "before"]
"""Where the next page lies: before is older, after is newer."""
DisappearingTimerType: TypeAlias = Literal["afterRead", "afterReadByRecipient", "afterSend"] | str
"""When the timer of a disappearing message starts. The value afterReadByRecipient was added after
    app 4.3.0. Since app 4.2.808."""
DraftAttachmentType: TypeAlias = Literal["file", "gif", "recorded_audio"] | str
"""Kind of a draft attachment, as returned. Since app 4.2.808."""
GroupTimerType: TypeAlias = Literal["", "after_read", "after_read_by_recipient", "after_send"] | str
"""Kind of timer for new groups; the empty string is a valid value. The value
    after_read_by_recipient was added after app 4.3.0. Since app 4.3.0."""
InboxName: TypeAlias = Literal["primary", "low-priority", "archive"]
"""An inbox of the app."""
LegacyChatCreateMode: TypeAlias = Literal["create", "start"] | str
"""What POST /v1/chats does in apps 4.2.557 to 4.2.807: create a chat from user IDs, or open one
    with a person. Since app 4.2.557."""
LoginRemovalScopeInput: TypeAlias = Literal["current-device", "all-devices"]
"""Where a login is removed. Since app 4.3.0. As an argument."""
LoginRemovalScope: TypeAlias = LoginRemovalScopeInput | str
"""Where a login is removed. Since app 4.3.0."""
LoginSessionStatus: TypeAlias = (
    Literal["waiting_for_input", "waiting_for_cookies", "waiting_for_display", "complete", "cancelled", "failed"] | str
)
"""State of a sign-in session. Since app 4.3.0."""
LoginStepKind: TypeAlias = Literal["user_input", "cookies", "display_and_wait"]
"""Kind of a sign-in step that can be submitted. Since app 4.3.0."""
LoginStepSource: TypeAlias = Literal["api", "webview", "browser_extension"]
"""How the values of a sign-in step were obtained. Since app 4.3.0."""
MediaType: TypeAlias = Literal["any", "video", "image", "link", "file"]
"""Kind of media a message holds."""
MessageType: TypeAlias = (
    Literal["TEXT", "NOTICE", "IMAGE", "VIDEO", "VOICE", "AUDIO", "FILE", "STICKER", "LOCATION", "REACTION"] | str
)
"""Content kind of a message. Since app 4.2.499."""
OAuthScopeInput: TypeAlias = Literal["read", "write"]
"""What a token may do: read data, or write (change) data. As an argument."""
OAuthScope: TypeAlias = OAuthScopeInput | str
"""What a token may do: read data, or write (change) data."""
SendStatusCode: TypeAlias = Literal["SUCCESS", "PENDING", "FAIL_RETRIABLE", "FAIL_PERMANENT"] | str
"""Outcome of a send, as far as it is known. Since app 4.2.808."""
TokenTypeHint: TypeAlias = Literal["access_token", "refresh_token"]
"""Kind of the token given; only access tokens exist."""
VerificationAction: TypeAlias = Literal["accept", "cancel", "qr.confirmScanned", "sas.start", "sas.confirm"] | str
"""An action a verification allows next. Since app 4.3.0."""
VerificationDirection: TypeAlias = Literal["incoming", "outgoing"] | str
"""Who started a verification. Since app 4.3.0."""
VerificationMethod: TypeAlias = Literal["qr", "sas"] | str
"""A way to verify a device: QR code or emoji comparison. Since app 4.3.0."""
VerificationPurposeInput: TypeAlias = Literal["login", "device"]
"""What a verification is for. Since app 4.3.0. As an argument."""
VerificationPurpose: TypeAlias = VerificationPurposeInput | str
"""What a verification is for. Since app 4.3.0."""
VerificationState: TypeAlias = (
    Literal["requested", "ready", "sas_ready", "qr_scanned", "done", "cancelled", "error"] | str
)
"""State of a verification. Since app 4.3.0."""
WSErrorCode: TypeAlias = Literal["INVALID_COMMAND", "INVALID_PAYLOAD", "NOT_SUBSCRIBED", "INTERNAL_ERROR"] | str
"""Why a WebSocket command was rejected. Since app 4.2.557."""
