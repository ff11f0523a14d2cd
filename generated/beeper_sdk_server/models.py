# @generated

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, RootModel
from typing_extensions import TypeAliasType


class ValidationIssue(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    code: Annotated[str, Field(description="Kind of the problem, e.g. invalid_type.")]
    message: Annotated[str, Field(description="Human-readable explanation.")]
    path: Annotated[
        list[str | float],
        Field(description="Path of the invalid value: strings are keys, numbers are positions in arrays."),
    ]


class APIError(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    code: Annotated[str, Field(description="Machine-readable code.")]
    message: Annotated[str, Field(description="Human-readable explanation.")]
    details: Annotated[dict[str, Any] | None, Field(description="Extra data; free-form.")] = None


class User(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Stable user ID; the key of a person.")]
    username: Annotated[
        str | None,
        Field(description="Handle when known, e.g. @alice; specific to the network, not unique across networks."),
    ] = None
    phone_number: Annotated[
        str | None,
        Field(
            alias="phoneNumber",
            description="Phone number in E.164 form; left out when unknown.",
        ),
    ] = None
    email: Annotated[str | None, Field(description="E-mail address when known; not always verified.")] = None
    full_name: Annotated[str | None, Field(alias="fullName", description="Display name; may hold emoji.")] = None
    img_url: Annotated[
        str | None,
        Field(
            alias="imgURL",
            description="Avatar URL (remote, media, data: or file:); may be temporary or valid on this device only.",
        ),
    ] = None
    cannot_message: Annotated[
        bool | None,
        Field(
            alias="cannotMessage",
            description="True when no conversation with this user can be started from Beeper; they may still write to you.",
        ),
    ] = None
    is_self: Annotated[
        bool | None,
        Field(alias="isSelf", description="True for the account's own identity."),
    ] = None


class Participant(User):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    is_admin: Annotated[bool | None, Field(alias="isAdmin", description="Has admin rights in the chat.")] = None
    is_pending: Annotated[bool | None, Field(alias="isPending", description="Invited, not joined yet.")] = None
    is_network_bot: Annotated[
        bool | None,
        Field(
            alias="isNetworkBot",
            description="An automated account of the network or bridge.",
        ),
    ] = None


class Label(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Label ID.")]
    name: Annotated[str, Field(description="Name of the label.")]


class CapabilityLevel(IntEnum):
    integer__2 = -2
    integer__1 = -1
    integer_0 = 0
    integer_1 = 1
    integer_2 = 2


class Dimensions(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    width: Annotated[float | None, Field(description="Width in pixels.")] = None
    height: Annotated[float | None, Field(description="Height in pixels.")] = None


class AccountStatus(StrEnum):
    connected = "connected"
    connecting = "connecting"
    backfilling = "backfilling"
    connection_required = "connection_required"
    reconnect_required = "reconnect_required"
    attention_required = "attention_required"
    disconnected = "disconnected"
    disabled = "disabled"


class BridgeProvider(StrEnum):
    cloud = "cloud"
    self_hosted = "self-hosted"
    local = "local"
    platform_sdk = "platform-sdk"


class AccountCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )


class ChatType(StrEnum):
    single = "single"
    group = "group"


class ChatParticipants(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[
        list[Participant],
        Field(description="Members returned; at most 20 per chat in lists and searches."),
    ]
    has_more: Annotated[
        bool,
        Field(alias="hasMore", description="There are more members than returned."),
    ]
    total: Annotated[int, Field(description="Real number of members.")]


class ChatMerge(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_ids: Annotated[list[str], Field(alias="chatIDs", description="IDs of the member chats.")]
    default_chat_id: Annotated[
        str | None,
        Field(
            alias="defaultChatID",
            description="Member that receives sent messages, if the user chose one on this device; otherwise the member that was active last.",
        ),
    ] = None


class ChatReminder(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    remind_at: Annotated[AwareDatetime | None, Field(alias="remindAt", description="When it fires.")] = None
    dismiss_on_incoming_message: Annotated[
        bool | None,
        Field(alias="dismissOnIncomingMessage", description="Dropped when someone writes."),
    ] = None


class ChatSnooze(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    snooze_until: Annotated[AwareDatetime | None, Field(alias="snoozeUntil", description="When it ends.")] = None
    user_snoozed_at: Annotated[
        AwareDatetime | None,
        Field(alias="userSnoozedAt", description="When the user set it."),
    ] = None


class DraftAttachmentType(StrEnum):
    file = "file"
    gif = "gif"
    recorded_audio = "recorded_audio"


class AttachmentCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    mime_types: Annotated[
        dict[str, CapabilityLevel],
        Field(
            alias="mimeTypes",
            description="Support by MIME type or pattern. A type that is not listed is rejected.",
        ),
    ]
    caption: Annotated[CapabilityLevel | None, Field(description="Captions.")] = None
    max_caption_length: Annotated[
        int | None,
        Field(alias="maxCaptionLength", description="Longest caption, in characters."),
    ] = None
    max_size: Annotated[int | None, Field(alias="maxSize", description="Largest file, in bytes.")] = None
    max_width: Annotated[int | None, Field(alias="maxWidth", description="Largest width, in pixels.")] = None
    max_height: Annotated[int | None, Field(alias="maxHeight", description="Largest height, in pixels.")] = None
    max_duration: Annotated[
        int | None,
        Field(alias="maxDuration", description="Longest duration, in seconds."),
    ] = None
    view_once: Annotated[
        bool | None,
        Field(alias="viewOnce", description="Whether it can be sent to be viewed once."),
    ] = None


class MessageRequestCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    accept_with_message: Annotated[
        CapabilityLevel | None,
        Field(alias="acceptWithMessage", description="Accepting by sending a message."),
    ] = None
    accept_with_button: Annotated[
        CapabilityLevel | None,
        Field(alias="acceptWithButton", description="Accepting by an action of its own."),
    ] = None


class DisappearingTimerType(StrEnum):
    after_read = "afterRead"
    after_read_by_recipient = "afterReadByRecipient"
    after_send = "afterSend"


class ParticipantActionCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    ban: Annotated[CapabilityLevel | None, Field(description="Banning a member.")] = None
    invite: Annotated[CapabilityLevel | None, Field(description="Inviting someone.")] = None
    kick: Annotated[CapabilityLevel | None, Field(description="Removing a member.")] = None
    leave: Annotated[CapabilityLevel | None, Field(description="Leaving the chat.")] = None
    revoke_invite: Annotated[
        CapabilityLevel | None,
        Field(alias="revokeInvite", description="Revoking an invitation."),
    ] = None


class StateCapability(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    level: Annotated[CapabilityLevel, Field(description="How far it is supported.")]


class ChatCreateStatus(StrEnum):
    existing = "existing"
    created = "created"


class MessageType(StrEnum):
    text = "TEXT"
    notice = "NOTICE"
    image = "IMAGE"
    video = "VIDEO"
    voice = "VOICE"
    audio = "AUDIO"
    file = "FILE"
    sticker = "STICKER"
    location = "LOCATION"
    reaction = "REACTION"


class MessageSeen(RootModel[bool | AwareDatetime | dict[str, bool | AwareDatetime]]):
    root: Annotated[
        bool | AwareDatetime | dict[str, bool | AwareDatetime],
        Field(
            description="Who has read a message: a flag, a time, or one of them by participant ID.",
            examples=[{"@alice:beeper.local": True, "@bob:beeper.local": "2026-08-31T19:42:00.000Z"}],
        ),
    ]


class SendStatusCode(StrEnum):
    success = "SUCCESS"
    pending = "PENDING"
    fail_retriable = "FAIL_RETRIABLE"
    fail_permanent = "FAIL_PERMANENT"


class AttachmentType(StrEnum):
    unknown = "unknown"
    img = "img"
    video = "video"
    audio = "audio"


class Transcription(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    transcription: Annotated[str, Field(description="The text.")]
    engine: Annotated[str, Field(description="What made it.")]
    language: Annotated[str | None, Field(description="Its language.")] = None


class LinkPreview(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    url: Annotated[str, Field(description="URL after redirects.")]
    title: Annotated[str, Field(description="Title of the page.")]
    original_url: Annotated[
        str | None,
        Field(
            alias="originalURL",
            description="URL as written, before redirects and shortening.",
        ),
    ] = None
    favicon: Annotated[str | None, Field(description="URL of the icon; may be temporary.")] = None
    img: Annotated[str | None, Field(description="URL of the image; may be temporary.")] = None
    img_size: Annotated[
        Dimensions | None,
        Field(alias="imgSize", description="Size of the image, in pixels."),
    ] = None
    summary: Annotated[str | None, Field(description="Summary of the page.")] = None


class Reaction(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[
        str,
        Field(
            description="ID of the participant, with the reaction key appended where one person can react several times."
        ),
    ]
    reaction_key: Annotated[
        str,
        Field(alias="reactionKey", description="Emoji, key of the network, or shortcode."),
    ]
    participant_id: Annotated[str, Field(alias="participantID", description="User ID of who reacted.")]
    emoji: Annotated[bool | None, Field(description="The key is an emoji.")] = None
    img_url: Annotated[
        str | None,
        Field(alias="imgURL", description="URL of its image; may be temporary."),
    ] = None


class MessageSendResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[
        str,
        Field(
            alias="chatID",
            description="Chat the message went to; a member when it was sent to a merged chat.",
        ),
    ]
    pending_message_id: Annotated[
        str,
        Field(
            alias="pendingMessageID",
            description="Temporary ID, until the message has its final one; nothing in the final message links back to it.",
        ),
    ]


class ReactionAddResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    success: Annotated[Literal[True], Field(description="Always true.")]
    chat_id: Annotated[str, Field(alias="chatID", description="Chat of the message.")]
    message_id: Annotated[str, Field(alias="messageID", description="Message reacted to.")]
    reaction_key: Annotated[str, Field(alias="reactionKey", description="Key that was added.")]
    transaction_id: Annotated[
        str,
        Field(alias="transactionID", description="ID with which the reaction is tracked."),
    ]


class ReactionDeleteResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    success: Annotated[Literal[True], Field(description="Always true.")]
    chat_id: Annotated[str, Field(alias="chatID", description="Chat of the message.")]
    message_id: Annotated[str, Field(alias="messageID", description="Message reacted to.")]
    reaction_key: Annotated[str, Field(alias="reactionKey", description="Key that was removed.")]


class ContactPage(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[User], Field(description="Contacts of the page.")]
    has_more: Annotated[bool, Field(alias="hasMore", description="Whether more can be fetched.")]
    oldest_cursor: Annotated[
        str | None,
        Field(
            alias="oldestCursor",
            description="Cursor to older items, for direction=before; null at the end.",
        ),
    ]
    newest_cursor: Annotated[
        str | None,
        Field(
            alias="newestCursor",
            description="Cursor to newer items, for direction=after; null at the end.",
        ),
    ]


class ContactSearchResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[User], Field(description="Contacts found.")]


class FocusResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    success: Annotated[bool, Field(description="Whether the app was brought to the front.")]


class AssetDownloadResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    src_url: Annotated[
        str | None,
        Field(alias="srcURL", description="file:// URL on the machine of the app."),
    ] = None
    error: Annotated[str | None, Field(description="Why it failed.")] = None


class AssetUploadResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    upload_id: Annotated[
        str | None,
        Field(alias="uploadID", description="Temporary handle for sends and drafts."),
    ] = None
    src_url: Annotated[
        str | None,
        Field(alias="srcURL", description="file:// URL on the machine of the app."),
    ] = None
    file_name: Annotated[str | None, Field(alias="fileName", description="File name as used.")] = None
    mime_type: Annotated[str | None, Field(alias="mimeType", description="MIME type, detected or given.")] = None
    file_size: Annotated[float | None, Field(alias="fileSize", description="Size in bytes.")] = None
    width: Annotated[float | None, Field(description="Width in pixels.")] = None
    height: Annotated[float | None, Field(description="Height in pixels.")] = None
    duration: Annotated[float | None, Field(description="Length of audio or video, in seconds.")] = None
    error: Annotated[str | None, Field(description="Why it failed.")] = None


class ServerInfoApp(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    name: Annotated[str, Field(description="Name of the app.")]
    version: Annotated[str, Field(description="App version, e.g. 4.3.73.")]
    bundle_id: Annotated[
        str,
        Field(
            description="Identifies Desktop (com.automattic.beeper.desktop) or Server (com.automattic.beeper.server), each also with .nightly."
        ),
    ]


class ServerInfoPlatform(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    os: Annotated[str, Field(description="Operating system, e.g. darwin.")]
    arch: Annotated[str, Field(description="Processor architecture, e.g. arm64.")]
    release: Annotated[str | None, Field(description="Release of the runtime, e.g. v24.14.0.")] = None


class ServerInfoServer(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    status: Annotated[str, Field(description="State, e.g. running.")]
    base_url: Annotated[str, Field(description="Base URL, e.g. http://127.0.0.1:23373.")]
    port: Annotated[int, Field(description="Port it listens on.")]
    hostname: Annotated[str, Field(description="Host it listens on.")]
    remote_access: Annotated[bool, Field(description="Remote access is on.")]
    mcp_enabled: Annotated[bool, Field(description="The MCP endpoint is on.")]


class ServerInfoOAuthEndpoints(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    authorization_endpoint: Annotated[str, Field(description="URL of /oauth/authorize.")]
    token_endpoint: Annotated[str, Field(description="URL of /oauth/token.")]
    introspection_endpoint: Annotated[str, Field(description="URL of /oauth/introspect.")]
    userinfo_endpoint: Annotated[str, Field(description="URL of /oauth/userinfo.")]
    revocation_endpoint: Annotated[str, Field(description="URL of /oauth/revoke.")]
    registration_endpoint: Annotated[str, Field(description="URL of /oauth/register.")]


class OpenAPIDocument(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )


class BridgeStatus(StrEnum):
    available = "available"
    connected = "connected"
    limit_reached = "limit_reached"
    temporarily_unavailable = "temporarily_unavailable"
    disabled = "disabled"


class BridgeLoginStatus(StrEnum):
    connected = "connected"
    connecting = "connecting"
    needs_login = "needs_login"
    logged_out = "logged_out"
    unknown = "unknown"


class LoginRemovalScope(StrEnum):
    current_device = "current-device"
    all_devices = "all-devices"


class BridgeLoginRemoval(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    bridge_id: Annotated[str, Field(alias="bridgeID", description="Bridge of the login.")]
    login_id: Annotated[str, Field(alias="loginID", description="Login that was removed.")]
    status: Annotated[Literal["removed"], Field(description="Always removed.")]
    scope: Annotated[LoginRemovalScope, Field(description="Where it was removed.")]
    affected_account_ids: Annotated[
        list[str] | None,
        Field(alias="affectedAccountIDs", description="Accounts that were removed."),
    ] = None


class LoginFlow(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Flow ID.")]
    name: Annotated[str | None, Field(description="Name to show.")] = None
    description: Annotated[str | None, Field(description="When to use it.")] = None


class LoginFlowList(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[LoginFlow], Field(description="The flows.")]


class LoginSessionStatus(StrEnum):
    waiting_for_input = "waiting_for_input"
    waiting_for_cookies = "waiting_for_cookies"
    waiting_for_display = "waiting_for_display"
    complete = "complete"
    cancelled = "cancelled"
    failed = "failed"


class QRCodeLoginDisplay(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["qr"], Field(description="Always qr.")]
    data: Annotated[str, Field(description="What to encode.")]


class EmojiLoginDisplay(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["emoji"], Field(description="Always emoji.")]
    image_url: Annotated[str, Field(alias="imageURL", description="URL of the image.")]


class CodeLoginDisplay(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["code"], Field(description="Always code.")]
    data: Annotated[str, Field(description="Code to show.")]


class EmptyLoginDisplay(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["nothing"], Field(description="Always nothing.")]


class LoginInputField(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Key of the value in the submitted step.")]
    type: Annotated[
        str | None,
        Field(description="Kind of input, e.g. text, password or email (an open set)."),
    ] = None
    label: Annotated[str | None, Field(description="Label to show.")] = None
    placeholder: Annotated[str | None, Field(description="Placeholder to show.")] = None
    initial_value: Annotated[str | None, Field(alias="initialValue", description="Value to start with.")] = None
    optional: Annotated[bool | None, Field(description="May stay empty.")] = None


class CookieFieldType(StrEnum):
    cookie = "cookie"
    header = "header"
    local_storage = "local_storage"


class LoginSessionCancellation(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    bridge_id: Annotated[str, Field(alias="bridgeID", description="Bridge of the session.")]
    login_session_id: Annotated[str, Field(alias="loginSessionID", description="ID of the session.")]
    status: Annotated[Literal["cancelled"], Field(description="Always cancelled.")]


class ResolveIdentifierCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    create_dm: Annotated[bool, Field(description="A direct chat can be opened.")]
    lookup_phone: Annotated[bool, Field(description="Lookup by phone number.")]
    lookup_email: Annotated[bool, Field(description="Lookup by e-mail.")]
    lookup_username: Annotated[bool, Field(description="Lookup by username.")]
    any_phone: Annotated[bool, Field(description="Any phone number can be written to.")]
    contact_list: Annotated[bool, Field(description="There is a contact list.")]
    search: Annotated[bool, Field(description="There is a search.")]


class GroupTimerType(StrEnum):
    field_ = ""
    after_read = "after_read"
    after_read_by_recipient = "after_read_by_recipient"
    after_send = "after_send"


class AppSetupState(StrEnum):
    needs_login = "needs-login"
    initializing = "initializing"
    needs_cross_signing_setup = "needs-cross-signing-setup"
    needs_verification = "needs-verification"
    needs_secrets = "needs-secrets"
    needs_first_sync = "needs-first-sync"
    ready = "ready"


class AppE2EESecrets(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    master_key: Annotated[
        bool,
        Field(alias="masterKey", description="The identity key is on this device."),
    ]
    self_signing_key: Annotated[
        bool,
        Field(
            alias="selfSigningKey",
            description="The key that trusts devices is on this device.",
        ),
    ]
    user_signing_key: Annotated[
        bool,
        Field(
            alias="userSigningKey",
            description="The key that trusts users is on this device.",
        ),
    ]
    megolm_backup_key: Annotated[
        bool,
        Field(alias="megolmBackupKey", description="The backup key is on this device."),
    ]
    recovery_key: Annotated[
        bool,
        Field(alias="recoveryKey", description="The recovery key is on this device."),
    ]


class AppMatrixIdentity(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    user_id: Annotated[str, Field(alias="userID", description="Beeper user ID.")]
    device_id: Annotated[str, Field(alias="deviceID", description="Device ID.")]
    homeserver: Annotated[str, Field(description="URL of the homeserver.")]


class VerificationPurpose(StrEnum):
    login = "login"
    device = "device"


class VerificationDirection(StrEnum):
    incoming = "incoming"
    outgoing = "outgoing"


class VerificationState(StrEnum):
    requested = "requested"
    ready = "ready"
    sas_ready = "sas_ready"
    qr_scanned = "qr_scanned"
    done = "done"
    cancelled = "cancelled"
    error = "error"


class VerificationMethod(StrEnum):
    qr = "qr"
    sas = "sas"


class VerificationAction(StrEnum):
    accept = "accept"
    cancel = "cancel"
    qr_confirm_scanned = "qr.confirmScanned"
    sas_start = "sas.start"
    sas_confirm = "sas.confirm"


class VerificationDevice(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Device ID.")]
    name: Annotated[str | None, Field(description="Name of the device.")] = None


class VerificationQR(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    data: Annotated[str, Field(description="What to encode.")]


class VerificationSAS(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    emojis: Annotated[str, Field(description="The emoji, as one string.")]
    decimals: Annotated[str | None, Field(description="The numbers, as one string.")] = None


class VerificationError(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    code: Annotated[str, Field(description="Machine-readable reason.")]
    reason: Annotated[str, Field(description="Human-readable reason.")]


class SetupStartResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    setup_request_id: Annotated[str, Field(alias="setupRequestID", description="ID for the next steps.")]
    sign_in_methods: Annotated[
        list[str],
        Field(alias="signInMethods", description="Methods to sign in with (an open set)."),
    ]


class SetupCredentials(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    user_id: Annotated[str, Field(alias="userID", description="Beeper user ID.")]
    device_id: Annotated[str, Field(alias="deviceID", description="Device ID.")]
    access_token: Annotated[
        str,
        Field(
            alias="accessToken",
            description="Access token of the account; handed out once.",
        ),
    ]
    homeserver: Annotated[str, Field(description="URL of the homeserver.")]


class SetupRegistrationCopy(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    title: Annotated[str, Field(description="Heading.")]
    username_placeholder: Annotated[
        str,
        Field(alias="usernamePlaceholder", description="Placeholder of the username."),
    ]
    submit: Annotated[str, Field(description="Text of the button.")]
    terms: Annotated[str, Field(description="Legal notice.")]


class FocusRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[
        str | None,
        Field(alias="chatID", description="Chat to open, by chat ID or local chat ID."),
    ] = None
    message_id: Annotated[str | None, Field(alias="messageID", description="Message to jump to.")] = None
    draft_text: Annotated[str | None, Field(alias="draftText", description="Plain text to prefill.")] = None
    draft_attachment_path: Annotated[
        str | None,
        Field(
            alias="draftAttachmentPath",
            description="Path of an image to prefill, on the machine of the app.",
        ),
    ] = None


class ChatCreateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    account_id: Annotated[str, Field(alias="accountID", description="Account to use.")]
    participant_ids: Annotated[
        list[str],
        Field(alias="participantIDs", description="User IDs, at least 1.", min_length=1),
    ]
    type: Annotated[
        ChatType,
        Field(description="Kind of chat; single needs exactly one participant."),
    ]
    message_text: Annotated[
        str | None,
        Field(
            alias="messageText",
            description="First message, if the network needs one. See `text_status` of the result.",
        ),
    ] = None
    title: Annotated[str | None, Field(description="Title of a group.")] = None


class StartChatUser(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str | None, Field(description="User ID.")] = None
    email: Annotated[str | None, Field(description="E-mail address.")] = None
    full_name: Annotated[str | None, Field(alias="fullName", description="Name, used for ranking only.")] = None
    phone_number: Annotated[
        str | None,
        Field(alias="phoneNumber", description="Phone number, preferably in E.164 form."),
    ] = None
    username: Annotated[str | None, Field(description="Handle.")] = None


class AttachmentHint(StrEnum):
    image = "image"
    video = "video"
    audio = "audio"
    file = "file"
    gif = "gif"
    voice_note = "voice-note"
    sticker = "sticker"


class RequiredDimensions(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    width: Annotated[float, Field(description="Width in pixels.")]
    height: Annotated[float, Field(description="Height in pixels.")]


class ChatArchiveRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    archived: Annotated[
        bool | None,
        Field(description="If true, archive the chat; if false, restore it."),
    ] = True


class ChatMarkReadRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    message_id: Annotated[
        str | None,
        Field(
            alias="messageID",
            description="Mark read up to this message; the whole chat if omitted.",
        ),
    ] = None


class ChatMarkUnreadRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    message_id: Annotated[
        str | None,
        Field(alias="messageID", description="Mark unread from this message on."),
    ] = None


class EmptyRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )


class ReminderInput(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    remind_at: Annotated[AwareDatetime, Field(alias="remindAt", description="When to remind, ISO 8601.")]
    dismiss_on_incoming_message: Annotated[
        bool | None,
        Field(
            alias="dismissOnIncomingMessage",
            description="Drop the reminder when someone writes.",
        ),
    ] = None


class MessageUpdateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    text: Annotated[str, Field(description="New text, at least 1 character.", min_length=1)]


class ReactionAddRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    reaction_key: Annotated[
        str,
        Field(
            alias="reactionKey",
            description="Emoji, shortcode or key of the network; at least 1 character.",
            min_length=1,
        ),
    ]
    transaction_id: Annotated[
        str | None,
        Field(
            alias="transactionID",
            description="ID with which the reaction is tracked and duplicates are dropped.",
        ),
    ] = None


class AssetDownloadRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    url: Annotated[
        str,
        Field(description="mxc:// or localmxc:// URL; at least 1 character.", min_length=1),
    ]


class AssetUploadMultipart(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    file: Annotated[bytes, Field(description="The file, at most 500 MB.")]
    file_name: Annotated[
        str | None,
        Field(alias="fileName", description="File name, instead of that of the part."),
    ] = None
    mime_type: Annotated[
        str | None,
        Field(alias="mimeType", description="MIME type, instead of that of the part."),
    ] = None


class AssetUploadBase64Request(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    content: Annotated[
        str,
        Field(
            description="The file as a base64 string, 1 to 750,000,000 characters (about 500 MB).",
            max_length=750000000,
            min_length=1,
        ),
    ]
    file_name: Annotated[
        str | None,
        Field(alias="fileName", description="File name; generated if omitted."),
    ] = None
    mime_type: Annotated[
        str | None,
        Field(alias="mimeType", description="MIME type; detected if omitted."),
    ] = None


class LoginSessionCreateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    flow_id: Annotated[
        str | None,
        Field(
            alias="flowID",
            description="Sign-in flow, at least 1 character; the default flow if omitted.",
            min_length=1,
        ),
    ] = None
    login_id: Annotated[
        str | None,
        Field(
            alias="loginID",
            description="Login to reconnect, at least 1 character.",
            min_length=1,
        ),
    ] = None
    account_id: Annotated[
        str | None,
        Field(
            alias="accountID",
            description="Account to reconnect, at least 1 character.",
            min_length=1,
        ),
    ] = None


class LoginStepKind(StrEnum):
    user_input = "user_input"
    cookies = "cookies"
    display_and_wait = "display_and_wait"


class LoginStepSource(StrEnum):
    api = "api"
    webview = "webview"
    browser_extension = "browser_extension"


class BridgeLoginRemoveRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    scope: Annotated[LoginRemovalScope, Field(description="Where to remove it.")]


class SetupEmailRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    setup_request_id: Annotated[str, Field(alias="setupRequestID", description="ID from the start.")]
    email: Annotated[str, Field(description="E-mail address.")]


class SetupResponseRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    setup_request_id: Annotated[str, Field(alias="setupRequestID", description="ID from the start.")]
    response: Annotated[str, Field(description="The code.")]


class SetupRegisterRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    setup_request_id: Annotated[
        str,
        Field(alias="setupRequestID", description="ID from the response to the code."),
    ]
    lead_token: Annotated[
        str,
        Field(alias="leadToken", description="Token from the response to the code."),
    ]
    username: Annotated[str, Field(description="Username, at least 1 character.", min_length=1)]
    accept_terms: Annotated[Literal[True], Field(alias="acceptTerms", description="Must be true.")]


class RecoveryKeyRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    recovery_key: Annotated[
        str,
        Field(
            alias="recoveryKey",
            description="The key, at least 1 character.",
            min_length=1,
        ),
    ]


class RecoveryKeyResetRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    existing_recovery_key: Annotated[
        str | None,
        Field(alias="existingRecoveryKey", description="The old key, if it is known."),
    ] = None


class VerificationCreateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    user_id: Annotated[
        str | None,
        Field(alias="userID", description="User to verify; the signed-in user if omitted."),
    ] = None
    purpose: Annotated[VerificationPurpose | None, Field(description="What it is for.")] = None


class VerificationCancelRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    code: Annotated[str | None, Field(description="Machine-readable reason.")] = None
    reason: Annotated[str | None, Field(description="Human-readable reason.")] = None


class QRScanRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    data: Annotated[str, Field(description="What the QR code held.")]


class Direction(StrEnum):
    after = "after"
    before = "before"


class InboxName(StrEnum):
    primary = "primary"
    low_priority = "low-priority"
    archive = "archive"


class ChatSearchScope(StrEnum):
    titles = "titles"
    participants = "participants"


class ChatTypeFilter(StrEnum):
    single = "single"
    group = "group"
    any = "any"


class MediaType(StrEnum):
    any = "any"
    video = "video"
    image = "image"
    link = "link"
    file = "file"


class TokenUserInfo(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    sub: Annotated[str, Field(description="Token ID.")]
    scope: Annotated[str, Field(description="Scopes, separated by spaces.")]
    iat: Annotated[float, Field(description="When it was issued.")]
    token_use: Annotated[Literal["access"], Field(description="Always access.")]
    aud: Annotated[str | None, Field(description="Client ID.")] = None
    client_id: Annotated[str | None, Field(description="Client ID.")] = None
    exp: Annotated[float | None, Field(description="When it expires; left out when it does not.")] = None


class IntrospectionClient(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str | None, Field(description="Client ID.")] = None
    name: Annotated[str | None, Field(description="Name to show.")] = None
    user_agent: Annotated[str | None, Field(description="User agent it registered with.")] = None
    remote_address: Annotated[str | None, Field(description="Network address it registered from.")] = None


class InactiveTokenIntrospection(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    active: Annotated[Literal[False], Field(description="Always false.")]


class IntrospectRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    token: Annotated[str, Field(description="Token to introspect.")]
    token_type_hint: Annotated[str | None, Field(description="access_token; other values are ignored.")] = None


class TokenRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    grant_type: Annotated[Literal["authorization_code"], Field(description="Always authorization_code.")]
    code: Annotated[str, Field(description="Authorization code.")]
    code_verifier: Annotated[str, Field(description="PKCE verifier.")]
    client_id: Annotated[str | None, Field(description="Client ID; optional for public clients.")] = None
    resource: Annotated[str | None, Field(description="Resource the token is for (RFC 8707).")] = None
    redirect_uri: Annotated[
        str | None,
        Field(description="Redirect URI of the authorization; optional here."),
    ] = None


class TokenResponse(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    access_token: Annotated[str, Field(description="The token.")]
    token_type: Annotated[Literal["Bearer"], Field(description="Always Bearer.")]
    expires_in: Annotated[int, Field(description="Lifetime in seconds.")]
    scope: Annotated[str, Field(description="Scopes, separated by spaces.")]


class TokenTypeHint(StrEnum):
    access_token = "access_token"
    refresh_token = "refresh_token"


class ClientRegistrationRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    client_name: Annotated[str, Field(description="Name to show.")]
    redirect_uris: Annotated[list[str], Field(description="Redirect URIs that are allowed.")]
    client_uri: Annotated[str | None, Field(description="URI of the homepage.")] = None
    grant_types: Annotated[
        list[Literal["authorization_code"]] | None,
        Field(description="Grant types; only authorization_code."),
    ] = ["authorization_code"]
    response_types: Annotated[list[Literal["code"]] | None, Field(description="Response types; only code.")] = ["code"]
    scope: Annotated[str | None, Field(description="Scopes, separated by spaces.")] = "read write"
    token_endpoint_auth_method: Annotated[Literal["none"], Field(description="Always none: clients are public.")] = (
        "none"
    )


class ClientRegistrationResponse(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    client_id: Annotated[str, Field(description="ID of the new client.")]
    client_name: Annotated[str, Field(description="Name as registered.")]
    grant_types: Annotated[
        list[Literal["authorization_code"]],
        Field(description="Grant types as registered."),
    ]
    response_types: Annotated[list[Literal["code"]], Field(description="Response types as registered.")]
    redirect_uris: Annotated[list[str], Field(description="Redirect URIs as registered.")]
    scope: Annotated[str, Field(description="Scopes as registered, separated by spaces.")]
    token_endpoint_auth_method: Annotated[Literal["none"], Field(description="Always none: clients are public.")]
    client_id_issued_at: Annotated[int, Field(description="When it was registered.")]
    authorization_endpoint: Annotated[str, Field(description="URL of /oauth/authorize.")]
    token_endpoint: Annotated[str, Field(description="URL of /oauth/token.")]
    client_uri: Annotated[str | None, Field(description="URI of the homepage as registered.")] = None


class OAuthScope(StrEnum):
    read = "read"
    write = "write"


class AuthorizeClientInfo(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    name: Annotated[str | None, Field(description="Name to show.")] = None
    version: Annotated[str | None, Field(description="Version of the client.")] = None
    user_agent: Annotated[str | None, Field(alias="userAgent", description="User agent.")] = None
    remote_address: Annotated[str | None, Field(alias="remoteAddress", description="Network address.")] = None
    client_id: Annotated[str | None, Field(alias="clientID", description="Client ID.")] = None
    client_uri: Annotated[str | None, Field(alias="clientURI", description="URI of the homepage.")] = None


class AuthorizeCallbackResponse(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    code: Annotated[str | None, Field(description="Authorization code.")] = None
    error: Annotated[str | None, Field(description="Why there is none.")] = None
    state: Annotated[str | None, Field(description="State of the request.")] = None


class OAuthError(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    error: Annotated[
        str,
        Field(description="Machine-readable code, e.g. invalid_request, invalid_client_metadata or server_error."),
    ]
    error_description: Annotated[
        str | None,
        Field(description="Human-readable explanation; can be missing with status 500."),
    ] = None


class AuthorizationServerMetadata(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    issuer: Annotated[str, Field(description="Who issues tokens, e.g. http://127.0.0.1:23373.")]
    authorization_endpoint: Annotated[str, Field(description="URL of /oauth/authorize.")]
    token_endpoint: Annotated[str, Field(description="URL of /oauth/token.")]
    revocation_endpoint: Annotated[str, Field(description="URL of /oauth/revoke.")]
    userinfo_endpoint: Annotated[str, Field(description="URL of /oauth/userinfo.")]
    registration_endpoint: Annotated[str, Field(description="URL of /oauth/register.")]
    grant_types_supported: Annotated[
        list[Literal["authorization_code"]],
        Field(description="Only authorization_code."),
    ]
    token_endpoint_auth_methods_supported: Annotated[list[Literal["none"]], Field(description="Only none.")]
    response_types_supported: Annotated[list[Literal["code"]], Field(description="Only code.")]
    scopes_supported: Annotated[list[OAuthScope], Field(description="Scopes there are.")]
    code_challenge_methods_supported: Annotated[list[Literal["S256"]], Field(description="Only S256.")]
    service_documentation: Annotated[str, Field(description="URL of the OpenAPI document.")]


class ProtectedResourceMetadata(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    resource: Annotated[str, Field(description="URL of the resource.")]
    authorization_servers: Annotated[list[str], Field(description="Who issues tokens for it.")]


class WSAppSubscription(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    state: Annotated[bool, Field(description="Subscribe to the setup state.")]


class WSReady(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["ready"], Field(description="Always ready.")]
    version: Annotated[Literal[1], Field(description="Version of the protocol, always 1.")]
    chat_ids: Annotated[
        list[str],
        Field(alias="chatIDs", description="Chats subscribed to; empty at first."),
    ]
    app: Annotated[WSAppSubscription | None, Field(description="Subscription to the setup state.")] = None


class WSSubscriptionsUpdated(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[
        Literal["subscriptions.updated"],
        Field(description="Always subscriptions.updated."),
    ]
    request_id: Annotated[
        str | None,
        Field(alias="requestID", description="The requestID of the command."),
    ] = None
    chat_ids: Annotated[list[str], Field(alias="chatIDs", description="Chats subscribed to now.")]
    app: Annotated[WSAppSubscription | None, Field(description="Subscription to the setup state.")] = None


class WSErrorCode(StrEnum):
    invalid_command = "INVALID_COMMAND"
    invalid_payload = "INVALID_PAYLOAD"
    not_subscribed = "NOT_SUBSCRIBED"
    internal_error = "INTERNAL_ERROR"


class ChatDeleted(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["chat.deleted"], Field(description="Always chat.deleted.")]
    seq: Annotated[
        int,
        Field(
            description="Counter of this connection over all events, at least 0; a gap means lost frames.",
            ge=0,
        ),
    ]
    ts: Annotated[
        AwareDatetime,
        Field(description="When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."),
    ]
    chat_id: Annotated[str, Field(alias="chatID", description="The chat.")]
    ids: Annotated[list[str], Field(description="ID of the chat.")]
    account_id: Annotated[
        str | None,
        Field(
            alias="accountID",
            description="Account of the chat; in no document, but apps were seen to send it.",
        ),
    ] = None


class MessageDeleted(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["message.deleted"], Field(description="Always message.deleted.")]
    seq: Annotated[
        int,
        Field(
            description="Counter of this connection over all events, at least 0; a gap means lost frames.",
            ge=0,
        ),
    ]
    ts: Annotated[
        AwareDatetime,
        Field(description="When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."),
    ]
    chat_id: Annotated[str, Field(alias="chatID", description="Chat of the messages.")]
    ids: Annotated[list[str], Field(description="IDs of the messages.")]
    account_id: Annotated[
        str | None,
        Field(
            alias="accountID",
            description="Account of the chat; in no document, but apps were seen to send it.",
        ),
    ] = None


class VerificationRemoved(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[
        Literal["verification.removed"],
        Field(description="Always verification.removed."),
    ]
    seq: Annotated[
        int,
        Field(
            description="Counter of this connection over all events, at least 0; a gap means lost frames.",
            ge=0,
        ),
    ]
    ts: Annotated[
        AwareDatetime,
        Field(description="When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."),
    ]


class LegacyChatCreateResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[str, Field(alias="chatID", description="ID of the chat.")]
    status: Annotated[
        ChatCreateStatus | None,
        Field(description="Whether an existing chat was reused; only for mode start."),
    ] = None


class LegacyChatCreateMode(StrEnum):
    create = "create"
    start = "start"


class LegacyMessageUpdateResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[str, Field(alias="chatID", description="Chat of the message.")]
    message_id: Annotated[str, Field(alias="messageID", description="Message that was edited.")]
    success: Annotated[bool, Field(description="Whether it was edited.")]


class LegacyActionResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    success: Annotated[Literal[True], Field(description="Always true.")]


class MatrixError(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    errcode: Annotated[
        str,
        Field(
            description="Machine-readable code, e.g. M_FORBIDDEN, M_NOT_FOUND, M_NOT_JSON, M_BAD_JSON, M_INVALID_PARAM or M_LIMIT_EXCEEDED."
        ),
    ]
    error: Annotated[str | None, Field(description="Human-readable explanation.")] = None
    retry_after_ms: Annotated[
        int | None,
        Field(description="How long to wait, in milliseconds; only with 429."),
    ] = None


class MatrixContent(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )


class MatrixEvent(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )


class MatrixEmptyResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )


class MatrixProfile(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    displayname: Annotated[str | None, Field(description="Display name.")] = None
    avatar_url: Annotated[str | None, Field(description="Avatar, an mxc:// URL.")] = None
    m_tz: Annotated[str | None, Field(alias="m.tz", description="Time zone, e.g. Europe/Berlin.")] = None


class MatrixThirdPartySigned(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )


class MatrixJoinRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    reason: Annotated[str | None, Field(description="Why, shown to the room.")] = None
    third_party_signed: Annotated[
        MatrixThirdPartySigned | None,
        Field(description="Signed proof of an invitation by a third party."),
    ] = None


class MatrixLeaveRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    reason: Annotated[str | None, Field(description="Why, shown to the room.")] = None


class MatrixCreateRoomRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )


class MatrixRoomResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    room_id: Annotated[str, Field(description="Room ID.")]


class V0Error(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    error: Annotated[str, Field(description="Human-readable explanation.")]
    code: Annotated[str | None, Field(description="Machine-readable code.")] = None
    details: Annotated[dict[str, str] | None, Field(description="More strings, by key.")] = None


class V0BaseResponse(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    success: Annotated[bool, Field(description="Whether it worked.")]
    error: Annotated[str | None, Field(description="Why it did not.")] = None


class V0Account(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    account_id: Annotated[
        str,
        Field(
            alias="accountID",
            description="Account ID, e.g. matrix, discordgo, slackgo.TEAM-USER or local-whatsapp_ba_alice.",
        ),
    ]
    network: Annotated[str, Field(description="Display name of the network.")]
    user: Annotated[User, Field(description="The owner's identity on that network.")]


class V0ChatParticipants(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[
        list[User],
        Field(description="Members returned; at most 20 per chat in lists and searches."),
    ]
    has_more: Annotated[
        bool,
        Field(alias="hasMore", description="There are more members than returned."),
    ]
    total: Annotated[int, Field(description="Real number of members.")]


class V0Chat(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Chat ID, e.g. !alice:beeper.local.")]
    account_id: Annotated[str, Field(alias="accountID", description="Account the chat belongs to.")]
    network: Annotated[str, Field(description="Display name of the network.")]
    title: Annotated[str, Field(description="Title as displayed.")]
    type: Annotated[ChatType, Field(description="Direct message or group.")]
    participants: Annotated[V0ChatParticipants, Field(description="Members; the list may be incomplete.")]
    unread_count: Annotated[int, Field(alias="unreadCount", description="Number of unread messages.")]
    local_chat_id: Annotated[
        str | None,
        Field(
            alias="localChatID",
            description="ID of the chat on this installation only; accepted wherever a chat ID is.",
        ),
    ] = None
    last_activity: Annotated[
        AwareDatetime | None,
        Field(alias="lastActivity", description="When the chat was last active."),
    ] = None
    last_read_message_sort_key: Annotated[
        int | str | None,
        Field(
            alias="lastReadMessageSortKey",
            description="The sortKey of the last message read: an integer, a string or null.",
        ),
    ] = None
    is_archived: Annotated[bool | None, Field(alias="isArchived", description="The chat is archived.")] = None
    is_muted: Annotated[bool | None, Field(alias="isMuted", description="Its notifications are off.")] = None
    is_pinned: Annotated[bool | None, Field(alias="isPinned", description="The chat is pinned.")] = None


class V0Attachment(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[AttachmentType, Field(description="Kind of attachment.")]
    src_url: Annotated[
        str | None,
        Field(alias="srcURL", description="Public URL or local path; may be temporary."),
    ] = None
    mime_type: Annotated[str | None, Field(alias="mimeType", description="MIME type.")] = None
    file_name: Annotated[str | None, Field(alias="fileName", description="Original file name.")] = None
    file_size: Annotated[float | None, Field(alias="fileSize", description="Size in bytes.")] = None
    is_gif: Annotated[bool | None, Field(alias="isGif", description="It is a GIF.")] = None
    is_sticker: Annotated[bool | None, Field(alias="isSticker", description="It is a sticker.")] = None
    is_voice_note: Annotated[bool | None, Field(alias="isVoiceNote", description="It is a voice note.")] = None
    duration: Annotated[float | None, Field(description="Length of audio or video, in seconds.")] = None
    poster_img: Annotated[
        str | None,
        Field(
            alias="posterImg",
            description="URL of the poster frame of a video; may be temporary.",
        ),
    ] = None
    size: Annotated[Dimensions | None, Field(description="Size in pixels.")] = None


class V0ChatPage(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[V0Chat], Field(description="Chats of the page.")]
    has_more: Annotated[bool, Field(alias="hasMore", description="Whether more can be fetched.")]
    oldest_cursor: Annotated[
        str | None,
        Field(
            alias="oldestCursor",
            description="Cursor to older items, for direction=before; null at the end.",
        ),
    ]
    newest_cursor: Annotated[
        str | None,
        Field(
            alias="newestCursor",
            description="Cursor to newer items, for direction=after; null at the end.",
        ),
    ]


class V0ChatCreateResponse(V0BaseResponse):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[
        str | None,
        Field(alias="chatID", description="ID of the new chat, when there is one."),
    ] = None


class V0MessageSendResponse(V0BaseResponse):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[str, Field(alias="chatID", description="Chat the message went to.")]
    pending_message_id: Annotated[
        str,
        Field(
            alias="pendingMessageID",
            description="Temporary ID, until the message has its final one.",
        ),
    ]


class V0OpenAppResponse(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    success: Annotated[bool, Field(description="Whether the app was brought to the front.")]


class V0ReminderInput(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    remind_at_ms: Annotated[
        float,
        Field(alias="remindAtMs", description="When to remind, in Unix milliseconds."),
    ]
    dismiss_on_incoming_message: Annotated[
        bool | None,
        Field(
            alias="dismissOnIncomingMessage",
            description="Drop the reminder when someone writes.",
        ),
    ] = None


class V0OpenAppRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[
        str | None,
        Field(alias="chatID", description="Chat to open, by chat ID or local chat ID."),
    ] = None
    message_id: Annotated[str | None, Field(alias="messageID", description="Message to jump to.")] = None
    draft_text: Annotated[str | None, Field(alias="draftText", description="Plain text to prefill.")] = None
    draft_attachment_path: Annotated[
        str | None,
        Field(
            alias="draftAttachmentPath",
            description="Path of an image to prefill, on the machine of the app.",
        ),
    ] = None


class V0MessageSendRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[
        str,
        Field(alias="chatID", description="Chat to send to, by chat ID or local chat ID."),
    ]
    text: Annotated[str | None, Field(description="Plain text or Markdown.")] = None
    reply_to_message_id: Annotated[str | None, Field(alias="replyToMessageID", description="Message to reply to.")] = (
        None
    )


class V0ChatCreateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    account_id: Annotated[str, Field(alias="accountID", description="Account to use.")]
    participant_ids: Annotated[
        list[str],
        Field(alias="participantIDs", description="User IDs, at least 1.", min_length=1),
    ]
    type: Annotated[
        ChatType,
        Field(description="Kind of chat; single needs exactly one participant."),
    ]
    message_text: Annotated[
        str | None,
        Field(alias="messageText", description="First message, if the network needs one."),
    ] = None
    title: Annotated[str | None, Field(description="Title of a group.")] = None


class V0AssetDownloadRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    url: Annotated[
        str,
        Field(description="mxc:// or localmxc:// URL; at least 1 character.", min_length=1),
    ]


class V0ChatArchiveRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[
        str,
        Field(alias="chatID", description="Chat to archive, by chat ID or local chat ID."),
    ]
    archived: Annotated[
        bool | None,
        Field(description="If true, archive the chat; if false, restore it."),
    ] = True


class V0ReminderCreateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[
        str,
        Field(
            alias="chatID",
            description="Chat to be reminded of, by chat ID or local chat ID.",
        ),
    ]
    reminder: Annotated[V0ReminderInput, Field(description="The reminder.")]


class V0ReminderDeleteRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[
        str,
        Field(
            alias="chatID",
            description="Chat whose reminder is cleared, by chat ID or local chat ID.",
        ),
    ]


AccountIDParameter = TypeAliasType("AccountIDParameter", str)


BridgeIDParameter = TypeAliasType("BridgeIDParameter", Annotated[str, Field(min_length=1, pattern="^[A-Za-z0-9_-]+$")])


LoginIDParameter = TypeAliasType("LoginIDParameter", Annotated[str, Field(min_length=1)])


LoginSessionIDParameter = TypeAliasType("LoginSessionIDParameter", Annotated[str, Field(min_length=1)])


ChatIDParameter = TypeAliasType("ChatIDParameter", str)


MessageIDParameter = TypeAliasType("MessageIDParameter", str)


VerificationIDParameter = TypeAliasType("VerificationIDParameter", Annotated[str, Field(min_length=1)])


AccountIDsParameter = TypeAliasType("AccountIDsParameter", list[str])


ChatIDsParameter = TypeAliasType("ChatIDsParameter", list[str])


CursorParameter = TypeAliasType("CursorParameter", str)


MatrixUserIDParameter = TypeAliasType("MatrixUserIDParameter", str)


MatrixRoomIDParameter = TypeAliasType("MatrixRoomIDParameter", str)


MatrixAccountDataTypeParameter = TypeAliasType("MatrixAccountDataTypeParameter", str)


class BadRequestResponseXBeeperDesktopVersionHeader(RootModel[str]):
    root: str


SearchQueryQueryParameter = TypeAliasType("SearchQueryQueryParameter", Annotated[str, Field(min_length=1)])


AccountsContactsSearchQueryQueryParameter = TypeAliasType(
    "AccountsContactsSearchQueryQueryParameter", Annotated[str, Field(min_length=1)]
)


AccountsContactsListQueryLimitParameter = TypeAliasType(
    "AccountsContactsListQueryLimitParameter", Annotated[int, Field(ge=1, le=200)]
)


AccountsContactsListQueryQueryParameter = TypeAliasType(
    "AccountsContactsListQueryQueryParameter", Annotated[str, Field(min_length=1)]
)


BridgesLoginSessionsStepsSubmitPathStepIDParameter = TypeAliasType(
    "BridgesLoginSessionsStepsSubmitPathStepIDParameter",
    Annotated[str, Field(min_length=1)],
)


ChatsListQueryLimitParameter = TypeAliasType("ChatsListQueryLimitParameter", Annotated[int, Field(ge=1, le=200)])


ChatsSearchQueryIncludeMutedParameter = TypeAliasType("ChatsSearchQueryIncludeMutedParameter", bool | None)


ChatsSearchQueryLabelIDParameter = TypeAliasType("ChatsSearchQueryLabelIDParameter", str)


ChatsSearchQueryLastActivityAfterParameter = TypeAliasType("ChatsSearchQueryLastActivityAfterParameter", AwareDatetime)


ChatsSearchQueryLastActivityBeforeParameter = TypeAliasType(
    "ChatsSearchQueryLastActivityBeforeParameter", AwareDatetime
)


ChatsSearchQueryLimitParameter = TypeAliasType("ChatsSearchQueryLimitParameter", Annotated[int, Field(ge=1, le=200)])


ChatsSearchQueryQueryParameter = TypeAliasType("ChatsSearchQueryQueryParameter", Annotated[str, Field(min_length=1)])


ChatsSearchQueryUnreadOnlyParameter = TypeAliasType("ChatsSearchQueryUnreadOnlyParameter", bool | None)


ChatsRetrieveQueryMaxParticipantCountParameter = TypeAliasType(
    "ChatsRetrieveQueryMaxParticipantCountParameter",
    Annotated[int | None, Field(ge=-1, le=500)],
)


ChatsMessagesReactionsDeletePathReactionKeyParameter = TypeAliasType(
    "ChatsMessagesReactionsDeletePathReactionKeyParameter",
    Annotated[str, Field(min_length=1)],
)


MessagesSearchQueryDateAfterParameter = TypeAliasType("MessagesSearchQueryDateAfterParameter", AwareDatetime)


MessagesSearchQueryDateBeforeParameter = TypeAliasType("MessagesSearchQueryDateBeforeParameter", AwareDatetime)


MessagesSearchQueryExcludeLowPriorityParameter = TypeAliasType(
    "MessagesSearchQueryExcludeLowPriorityParameter", bool | None
)


MessagesSearchQueryIncludeMutedParameter = TypeAliasType("MessagesSearchQueryIncludeMutedParameter", bool | None)


MessagesSearchQueryLimitParameter = TypeAliasType(
    "MessagesSearchQueryLimitParameter", Annotated[int, Field(gt=0, le=20)]
)


MessagesSearchQueryMediaTypesParameter = TypeAliasType("MessagesSearchQueryMediaTypesParameter", list[MediaType])


MessagesSearchQueryQueryParameter = TypeAliasType(
    "MessagesSearchQueryQueryParameter", Annotated[str, Field(min_length=0)]
)


MessagesSearchQuerySenderParameter = TypeAliasType("MessagesSearchQuerySenderParameter", str)


MessagesDeleteQueryForEveryoneParameter = TypeAliasType("MessagesDeleteQueryForEveryoneParameter", bool | None)


class LabelsListResponse(RootModel[list[Label]]):
    root: list[Label]


AssetsServeQueryUrlParameter = TypeAliasType("AssetsServeQueryUrlParameter", Annotated[str, Field(min_length=1)])


AssetsServeHeaderRangeParameter = TypeAliasType("AssetsServeHeaderRangeParameter", str)


class AssetsServeResponse(RootModel[bytes]):
    root: bytes


class MatrixGetRoomStateResponse(RootModel[list[MatrixEvent]]):
    root: list[MatrixEvent]


MatrixGetRoomStateEventPathEventTypeParameter = TypeAliasType("MatrixGetRoomStateEventPathEventTypeParameter", str)


MatrixGetRoomStateEventPathStateKeyParameter = TypeAliasType("MatrixGetRoomStateEventPathStateKeyParameter", str)


MatrixGetRoomEventPathEventIdParameter = TypeAliasType("MatrixGetRoomEventPathEventIdParameter", str)


MatrixJoinRoomPathRoomIdOrAliasParameter = TypeAliasType("MatrixJoinRoomPathRoomIdOrAliasParameter", str)


MatrixJoinRoomQueryViaParameter = TypeAliasType("MatrixJoinRoomQueryViaParameter", list[str])


class V0GetAccountsResponse(RootModel[list[V0Account]]):
    root: list[V0Account]


V0SearchQueryQueryParameter = TypeAliasType("V0SearchQueryQueryParameter", Annotated[str, Field(min_length=1)])


V0SearchUsersQueryAccountIDParameter = TypeAliasType("V0SearchUsersQueryAccountIDParameter", str)


V0SearchUsersQueryQueryParameter = TypeAliasType(
    "V0SearchUsersQueryQueryParameter", Annotated[str, Field(min_length=1)]
)


V0GetChatQueryChatIDParameter = TypeAliasType("V0GetChatQueryChatIDParameter", str)


V0GetChatQueryMaxParticipantCountParameter = TypeAliasType(
    "V0GetChatQueryMaxParticipantCountParameter",
    Annotated[int | None, Field(ge=-1, le=500)],
)


V0SearchChatsQueryIncludeMutedParameter = TypeAliasType("V0SearchChatsQueryIncludeMutedParameter", bool | None)


V0SearchChatsQueryLastActivityAfterParameter = TypeAliasType(
    "V0SearchChatsQueryLastActivityAfterParameter", AwareDatetime
)


V0SearchChatsQueryLastActivityBeforeParameter = TypeAliasType(
    "V0SearchChatsQueryLastActivityBeforeParameter", AwareDatetime
)


V0SearchChatsQueryLimitParameter = TypeAliasType(
    "V0SearchChatsQueryLimitParameter", Annotated[int, Field(ge=1, le=200)]
)


V0SearchChatsQueryQueryParameter = TypeAliasType(
    "V0SearchChatsQueryQueryParameter", Annotated[str, Field(min_length=1)]
)


V0SearchChatsQueryUnreadOnlyParameter = TypeAliasType("V0SearchChatsQueryUnreadOnlyParameter", bool | None)


V0SearchMessagesQueryDateAfterParameter = TypeAliasType("V0SearchMessagesQueryDateAfterParameter", AwareDatetime)


V0SearchMessagesQueryDateBeforeParameter = TypeAliasType("V0SearchMessagesQueryDateBeforeParameter", AwareDatetime)


V0SearchMessagesQueryExcludeLowPriorityParameter = TypeAliasType(
    "V0SearchMessagesQueryExcludeLowPriorityParameter", bool | None
)


V0SearchMessagesQueryIncludeMutedParameter = TypeAliasType("V0SearchMessagesQueryIncludeMutedParameter", bool | None)


V0SearchMessagesQueryLimitParameter = TypeAliasType(
    "V0SearchMessagesQueryLimitParameter", Annotated[int, Field(ge=1, le=500)]
)


V0SearchMessagesQueryMediaTypesParameter = TypeAliasType("V0SearchMessagesQueryMediaTypesParameter", list[MediaType])


V0SearchMessagesQueryQueryParameter = TypeAliasType("V0SearchMessagesQueryQueryParameter", str)


V0SearchMessagesQuerySenderParameter = TypeAliasType("V0SearchMessagesQuerySenderParameter", str)


class ValidationErrorDetails(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    issues: Annotated[list[ValidationIssue], Field(description="One entry per problem.")]


class AccountBridge(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[
        str,
        Field(
            description="Bridge ID: the network type for cloud accounts (matrix, discordgo), the local bridge ID for those on this device (local-whatsapp)."
        ),
    ]
    type: Annotated[
        str,
        Field(description="Kind of bridge: matrix, discordgo, slackgo, whatsapp, telegram, twitter, … (an open set)."),
    ]
    provider: Annotated[BridgeProvider, Field(description="Where the account runs.")]


class DraftAttachment(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="ID of the draft attachment.")]
    type: Annotated[DraftAttachmentType, Field(description="Kind of attachment.")]
    mime_type: Annotated[str | None, Field(alias="mimeType", description="MIME type.")] = None
    file_name: Annotated[str | None, Field(alias="fileName", description="Original file name.")] = None
    file_path: Annotated[
        str | None,
        Field(alias="filePath", description="Path on the machine of the app."),
    ] = None
    file_size: Annotated[float | None, Field(alias="fileSize", description="Size in bytes.")] = None
    sticker_id: Annotated[
        str | None,
        Field(alias="stickerID", description="Sticker ID, when it is a sticker."),
    ] = None
    audio_duration_seconds: Annotated[
        float | None,
        Field(alias="audioDurationSeconds", description="Length of the audio, in seconds."),
    ] = None
    size: Annotated[Dimensions | None, Field(description="Size in pixels.")] = None


class ChatDisappearingTimerCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    types: Annotated[list[DisappearingTimerType] | None, Field(description="Kinds of timer.")] = None
    timers: Annotated[
        list[int] | None,
        Field(
            description="Allowed values, in milliseconds (messageExpirySeconds is in seconds). All values are allowed if omitted."
        ),
    ] = None
    omit_empty_timer: Annotated[
        bool | None,
        Field(
            alias="omitEmptyTimer",
            description="An empty timer is left out of the content of messages.",
        ),
    ] = None


class ChatStateCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    disappearing_timer: Annotated[
        StateCapability | None,
        Field(alias="disappearingTimer", description="Changing the disappearing timer."),
    ] = None
    avatar: Annotated[StateCapability | None, Field(description="Changing the avatar.")] = None
    title: Annotated[StateCapability | None, Field(description="Changing the title.")] = None
    description: Annotated[StateCapability | None, Field(description="Changing the topic.")] = None


class SendStatus(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    status: Annotated[SendStatusCode, Field(description="State of the send.")]
    timestamp: Annotated[AwareDatetime, Field(description="When that was reported.")]
    reason: Annotated[str | None, Field(description="Machine-readable reason of a failure.")] = None
    message: Annotated[str | None, Field(description="Human-readable explanation.")] = None
    delivered_to_users: Annotated[
        list[str] | None,
        Field(alias="deliveredToUsers", description="User IDs it was delivered to."),
    ] = None
    internal_error: Annotated[
        str | None,
        Field(alias="internalError", description="Diagnostics, not to be shown to users."),
    ] = None


class Attachment(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[AttachmentType, Field(description="Kind of attachment.")]
    id: Annotated[
        str | None,
        Field(description="Usually an mxc:// URL, with which it is downloaded or streamed."),
    ] = None
    src_url: Annotated[
        str | None,
        Field(alias="srcURL", description="Public URL or local path; may be temporary."),
    ] = None
    mime_type: Annotated[str | None, Field(alias="mimeType", description="MIME type.")] = None
    file_name: Annotated[str | None, Field(alias="fileName", description="Original file name.")] = None
    file_size: Annotated[float | None, Field(alias="fileSize", description="Size in bytes.")] = None
    is_gif: Annotated[bool | None, Field(alias="isGif", description="It is a GIF.")] = None
    is_sticker: Annotated[bool | None, Field(alias="isSticker", description="It is a sticker.")] = None
    is_voice_note: Annotated[bool | None, Field(alias="isVoiceNote", description="It is a voice note.")] = None
    duration: Annotated[float | None, Field(description="Length of audio or video, in seconds.")] = None
    transcription: Annotated[Transcription | None, Field(description="Transcript, when there is one.")] = None
    poster_img: Annotated[
        str | None,
        Field(
            alias="posterImg",
            description="URL of the poster frame of a video; may be temporary.",
        ),
    ] = None
    size: Annotated[Dimensions | None, Field(description="Size in pixels.")] = None


class ServerInfoEndpoints(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    oauth: Annotated[ServerInfoOAuthEndpoints, Field(description="OAuth URLs.")]
    spec: Annotated[str, Field(description="URL of the OpenAPI document.")]
    mcp: Annotated[str, Field(description="URL of the MCP endpoint.")]
    ws_events: Annotated[
        str,
        Field(description="URL of the WebSocket; may be given with http instead of ws."),
    ]


class BridgeLogin(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    bridge_id: Annotated[str, Field(alias="bridgeID", description="Bridge of the login.")]
    login_id: Annotated[str, Field(alias="loginID", description="Login ID.")]
    status: Annotated[BridgeLoginStatus, Field(description="Connection state.")]
    remove_scopes: Annotated[
        list[LoginRemovalScope],
        Field(alias="removeScopes", description="Where it can be removed."),
    ]
    account_ids: Annotated[
        list[str] | None,
        Field(alias="accountIDs", description="Accounts of this login, when known."),
    ] = None
    user: Annotated[User | None, Field(description="Who is signed in.")] = None
    status_text: Annotated[str | None, Field(alias="statusText", description="Human-readable state.")] = None


class BridgeLoginList(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[BridgeLogin], Field(description="The logins.")]


class UserInputLoginStep(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["user_input"], Field(description="Always user_input.")]
    step_id: Annotated[str, Field(alias="stepID", description="ID of the step.")]
    fields: Annotated[list[LoginInputField], Field(description="Values to ask for.")]
    instructions: Annotated[str | None, Field(description="Message for the user.")] = None
    attachments: Annotated[list[Any] | None, Field(description="Things to show; free-form.")] = None


class LoginDisplay(RootModel[QRCodeLoginDisplay | EmojiLoginDisplay | CodeLoginDisplay | EmptyLoginDisplay]):
    root: Annotated[
        QRCodeLoginDisplay | EmojiLoginDisplay | CodeLoginDisplay | EmptyLoginDisplay,
        Field(
            description="What a display step shows.",
            discriminator="type",
            examples=[{"type": "qr", "data": "made-up-code-1234"}],
        ),
    ]


class CookieField(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Key of the value in the submitted step.")]
    name: Annotated[str | None, Field(description="Key of the cookie, header or storage entry.")] = None
    type: Annotated[CookieFieldType | None, Field(description="Where it lives.")] = None


class DisappearingTimerCapability(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    types: Annotated[list[GroupTimerType], Field(description="Kinds of timer.")]
    timers: Annotated[list[int] | None, Field(description="Allowed values; the unit is not known.")] = None
    omit_empty_timer: Annotated[
        Literal[True] | None,
        Field(description="Always true: an empty timer is omitted."),
    ] = None


class AppE2EE(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    initialized: Annotated[bool, Field(description="Encryption is set up.")]
    secret_storage: Annotated[bool, Field(alias="secretStorage", description="Secret storage exists.")]
    cross_signing: Annotated[
        bool,
        Field(
            alias="crossSigning",
            description="Cross-signing works: devices can be verified.",
        ),
    ]
    verified: Annotated[bool, Field(description="This device is trusted.")]
    secrets: Annotated[AppE2EESecrets, Field(description="Keys on this device.")]
    key_backup: Annotated[bool, Field(alias="keyBackup", description="A backup of message keys exists.")]
    first_sync_done: Annotated[
        bool,
        Field(alias="firstSyncDone", description="The first encrypted sync is done."),
    ]
    has_backed_up_recovery_key: Annotated[
        bool,
        Field(
            alias="hasBackedUpRecoveryKey",
            description="The user confirmed to have saved the recovery key.",
        ),
    ]
    recovery_key_generated_at: Annotated[
        float | None,
        Field(
            alias="recoveryKeyGeneratedAt",
            description="When the recovery key was made, in Unix time.",
        ),
    ] = None


class Verification(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="ID of the verification, for the paths of its actions.")]
    purpose: Annotated[VerificationPurpose, Field(description="What it is for.")]
    direction: Annotated[VerificationDirection, Field(description="Who started it.")]
    state: Annotated[VerificationState, Field(description="State of the verification.")]
    methods: Annotated[list[VerificationMethod], Field(description="Methods that can be used.")]
    available_actions: Annotated[
        list[VerificationAction],
        Field(alias="availableActions", description="Actions that are allowed next."),
    ]
    other_user_id: Annotated[str | None, Field(alias="otherUserID", description="The other user.")] = None
    other_device: Annotated[
        VerificationDevice | None,
        Field(alias="otherDevice", description="The other device."),
    ] = None
    qr: Annotated[VerificationQR | None, Field(description="QR code to show.")] = None
    sas: Annotated[VerificationSAS | None, Field(description="What the user compares.")] = None
    error: Annotated[VerificationError | None, Field(description="Why it stopped.")] = None


class SetupRegistrationRequired(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    registration_required: Annotated[Literal[True], Field(alias="registrationRequired", description="Always true.")]
    setup_request_id: Annotated[str, Field(alias="setupRequestID", description="ID to register with.")]
    lead_token: Annotated[str, Field(alias="leadToken", description="Token to register with.")]
    copy_: Annotated[SetupRegistrationCopy, Field(alias="copy", description="Texts to show.")]
    username_suggestions: Annotated[
        list[str] | None,
        Field(alias="usernameSuggestions", description="Usernames that are free."),
    ] = None


class VerificationList(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[Verification], Field(description="The verifications.")]


class ChatStartRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    account_id: Annotated[str, Field(alias="accountID", description="Account to use.")]
    user: Annotated[StartChatUser, Field(description="What is known of the person.")]
    allow_invite: Annotated[
        bool | None,
        Field(
            alias="allowInvite",
            description="Allow a direct chat that starts with an invitation.",
        ),
    ] = True
    message_text: Annotated[
        str | None,
        Field(
            alias="messageText",
            description="First message, if the network needs one. See `text_status` of the result.",
        ),
    ] = None


class DraftAttachmentInput(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    upload_id: Annotated[str, Field(alias="uploadID", description="Handle of the upload.")]
    id: Annotated[str | None, Field(description="Attachment ID; generated if omitted.")] = None
    type: Annotated[
        AttachmentHint | None,
        Field(description="Kind of attachment; derived from the MIME type if omitted."),
    ] = None
    file_name: Annotated[
        str | None,
        Field(alias="fileName", description="File name, instead of that of the upload."),
    ] = None
    mime_type: Annotated[
        str | None,
        Field(alias="mimeType", description="MIME type, instead of that of the upload."),
    ] = None
    size: Annotated[
        RequiredDimensions | None,
        Field(description="Size in pixels, instead of that of the upload."),
    ] = None
    duration: Annotated[
        float | None,
        Field(description="Length of audio or video in seconds, instead of that of the upload."),
    ] = None


class MessageAttachmentInput(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    upload_id: Annotated[str, Field(alias="uploadID", description="Handle of the upload.")]
    type: Annotated[
        AttachmentHint | None,
        Field(description="Kind of attachment; derived from the MIME type if omitted."),
    ] = None
    file_name: Annotated[
        str | None,
        Field(alias="fileName", description="File name, instead of that of the upload."),
    ] = None
    mime_type: Annotated[
        str | None,
        Field(alias="mimeType", description="MIME type, instead of that of the upload."),
    ] = None
    size: Annotated[
        RequiredDimensions | None,
        Field(description="Size in pixels, instead of that of the upload."),
    ] = None
    duration: Annotated[
        float | None,
        Field(description="Length of audio or video in seconds, instead of that of the upload."),
    ] = None


class ReminderCreateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    reminder: Annotated[ReminderInput, Field(description="The reminder.")]


class MessageSendRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    text: Annotated[
        str | None,
        Field(description="Plain text or Markdown. HTML in JSON quotes is sent unchanged, as Matrix HTML."),
    ] = None
    reply_to_message_id: Annotated[str | None, Field(alias="replyToMessageID", description="Message to reply to.")] = (
        None
    )
    attachment: Annotated[MessageAttachmentInput | None, Field(description="One attachment.")] = None


class LoginStepSubmitRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[LoginStepKind, Field(description="Kind of the step.")]
    fields: Annotated[dict[str, str] | None, Field(description="Values by the id of the field.")] = None
    source: Annotated[LoginStepSource | None, Field(description="How the values were obtained.")] = None
    last_url: Annotated[
        str | None,
        Field(
            alias="lastURL",
            description="Last URL of the browser, for a step of kind cookies.",
        ),
    ] = None


class ActiveTokenIntrospection(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    active: Annotated[Literal[True], Field(description="Always true.")]
    scope: Annotated[str, Field(description="Scopes, separated by spaces.")]
    token_type: Annotated[Literal["Bearer"], Field(description="Always Bearer.")]
    sub: Annotated[str, Field(description="Token ID.")]
    iss: Annotated[str, Field(description="Who issued it.")]
    app: Annotated[ServerInfoApp, Field(description="The app.")]
    client: Annotated[IntrospectionClient, Field(description="The client it belongs to.")]
    exp: Annotated[float | None, Field(description="When it expires; left out when it does not.")] = None
    iat: Annotated[float | None, Field(description="When it was issued.")] = None
    nbf: Annotated[float | None, Field(description="From when it is valid.")] = None
    aud: Annotated[str | None, Field(description="Client ID.")] = None
    client_id: Annotated[str | None, Field(description="Client ID.")] = None


class RevokeRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    token: Annotated[str, Field(description="Token to revoke.")]
    token_type_hint: Annotated[TokenTypeHint | None, Field(description="Kind of the token.")] = None


class AuthorizeCallbackRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    client_info: Annotated[AuthorizeClientInfo | None, Field(alias="clientInfo", description="Who asks.")] = None
    scopes: Annotated[list[OAuthScope] | None, Field(description="Scopes asked for.")] = ["read"]
    state: Annotated[
        str | None,
        Field(description="String of the client that is returned with the result."),
    ] = None
    code_challenge: Annotated[str | None, Field(alias="codeChallenge", description="PKCE challenge.")] = None
    code_challenge_method: Annotated[
        Literal["S256"] | None,
        Field(alias="codeChallengeMethod", description="Always S256."),
    ] = None
    resource: Annotated[str | None, Field(description="Resource the token is for (RFC 8707).")] = None


class WSSubscriptionsSet(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["subscriptions.set"], Field(description="Always subscriptions.set.")]
    request_id: Annotated[
        str | None,
        Field(alias="requestID", description="String that is returned with the response."),
    ] = None
    chat_ids: Annotated[
        list[str] | None,
        Field(
            alias="chatIDs",
            description="Chats to subscribe to: only * for all, IDs for these, an empty list to pause. Apps before 4.3.0 require it.",
        ),
    ] = []
    app: Annotated[
        WSAppSubscription | None,
        Field(description="Also subscribe to the setup state."),
    ] = None


class WSError(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["error"], Field(description="Always error.")]
    request_id: Annotated[
        str | None,
        Field(alias="requestID", description="The requestID of the command."),
    ] = None
    code: Annotated[WSErrorCode, Field(description="Machine-readable reason.")]
    message: Annotated[str, Field(description="Human-readable explanation.")]


class VerificationUpdated(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[
        Literal["verification.updated"],
        Field(description="Always verification.updated."),
    ]
    seq: Annotated[
        int,
        Field(
            description="Counter of this connection over all events, at least 0; a gap means lost frames.",
            ge=0,
        ),
    ]
    ts: Annotated[
        AwareDatetime,
        Field(description="When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."),
    ]
    verification: Annotated[Verification, Field(description="The new state.")]


class LegacyChatCreateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    account_id: Annotated[str, Field(alias="accountID", description="Account to use.")]
    mode: Annotated[LegacyChatCreateMode | None, Field(description="create (the default) or start.")] = None
    type: Annotated[ChatType | None, Field(description="Kind of chat; needed for create.")] = None
    participant_ids: Annotated[
        list[str] | None,
        Field(alias="participantIDs", description="User IDs; needed for create."),
    ] = None
    title: Annotated[str | None, Field(description="Title of a group, for create.")] = None
    user: Annotated[
        StartChatUser | None,
        Field(description="What is known of the person; needed for start."),
    ] = None
    allow_invite: Annotated[
        bool | None,
        Field(
            alias="allowInvite",
            description="Allow a direct chat that starts with an invitation; for start.",
        ),
    ] = True
    message_text: Annotated[
        str | None,
        Field(alias="messageText", description="First message, if the network needs one."),
    ] = None


class V0Message(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[
        str,
        Field(description="Message ID, e.g. 1343993. It is valid on this installation only."),
    ]
    message_id: Annotated[str, Field(alias="messageID", description="Same as id.")]
    chat_id: Annotated[str, Field(alias="chatID", description="Chat the message is in.")]
    account_id: Annotated[str, Field(alias="accountID", description="Account the message belongs to.")]
    sender_id: Annotated[str, Field(alias="senderID", description="User ID of the sender.")]
    timestamp: Annotated[AwareDatetime, Field(description="When it was sent.")]
    sort_key: Annotated[
        str | float,
        Field(
            alias="sortKey",
            description="Key to order messages by: a string or a number.",
        ),
    ]
    sender_name: Annotated[
        str | None,
        Field(alias="senderName", description="Name of the sender, when known."),
    ] = None
    text: Annotated[str | None, Field(description="Plain text; may be JSON with entities.")] = None
    is_sender: Annotated[bool | None, Field(alias="isSender", description="The user sent it.")] = None
    is_unread: Annotated[
        bool | None,
        Field(alias="isUnread", description="Not read by the user; may be left out."),
    ] = None
    attachments: Annotated[list[V0Attachment] | None, Field(description="Attachments.")] = None
    reactions: Annotated[list[Reaction] | None, Field(description="Reactions to the message.")] = None


class V0MessageSearchPage(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[V0Message], Field(description="Messages of the page.")]
    has_more: Annotated[bool, Field(alias="hasMore", description="Whether more can be fetched.")]
    oldest_cursor: Annotated[
        str | None,
        Field(
            alias="oldestCursor",
            description="Cursor to older items, for direction=before; null at the end.",
        ),
    ]
    newest_cursor: Annotated[
        str | None,
        Field(
            alias="newestCursor",
            description="Cursor to newer items, for direction=after; null at the end.",
        ),
    ]
    chats: Annotated[dict[str, V0Chat], Field(description="Chats of the messages, by chat ID.")]


class V0UnifiedSearchResults(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chats: Annotated[list[V0Chat], Field(description="Chats found by title.")]
    in_groups: Annotated[list[V0Chat], Field(description="Groups with a matching participant.")]
    messages: Annotated[V0MessageSearchPage, Field(description="First page of messages found.")]


class ErrorDetails(RootModel[ValidationErrorDetails | dict[str, Any] | Any | None]):
    root: Annotated[
        ValidationErrorDetails | dict[str, Any] | Any | None,
        Field(
            description="Details of a failure: a list of issues for validation failures, otherwise any JSON.",
            examples=[{"issues": [{"code": "invalid_type", "message": "Expected string", "path": ["body", "chatID"]}]}],
        ),
    ]


class Account(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    account_id: Annotated[
        str,
        Field(
            alias="accountID",
            description="Account ID, e.g. matrix, discordgo, slackgo.TEAM-USER or local-whatsapp_ba_alice.",
        ),
    ]
    bridge: Annotated[AccountBridge | None, Field(description="The bridge that carries the account.")] = None
    user: Annotated[User, Field(description="The owner's identity on that network.")]
    status: Annotated[AccountStatus | None, Field(description="Connection state.")] = None
    status_text: Annotated[
        str | None,
        Field(alias="statusText", description="Human-readable connection state."),
    ] = None
    network: Annotated[
        str | None,
        Field(description="Display name of the network; omitted if unknown. Apps 4.2.557 to 4.2.807 do not send it."),
    ] = None
    login_id: Annotated[
        str | None,
        Field(
            alias="loginID",
            description="Login of the bridge that the account belongs to, if known; one login can hold several accounts.",
        ),
    ] = None
    capabilities: Annotated[
        AccountCapabilities | None,
        Field(description="What the account can do at present."),
    ] = None


class ChatDraft(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    text: Annotated[str, Field(description="Text as Matrix HTML.")]
    attachments: Annotated[dict[str, DraftAttachment] | None, Field(description="Attachments by ID.")] = None


class ChatCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    formatting: Annotated[
        dict[str, CapabilityLevel] | None,
        Field(
            description="Rich text by feature (bold, inline_code, code_block.syntax_highlighting); left out when none is advertised."
        ),
    ] = None
    attachments: Annotated[
        dict[str, AttachmentCapabilities] | None,
        Field(
            description="Limits by Matrix message type or pseudo type (m.image, m.video, org.matrix.msc3245.voice). A type that is not listed is rejected."
        ),
    ] = None
    max_text_length: Annotated[
        int | None,
        Field(
            alias="maxTextLength",
            description="Longest text of a message, in characters.",
        ),
    ] = None
    location_message: Annotated[
        CapabilityLevel | None,
        Field(alias="locationMessage", description="Sending locations."),
    ] = None
    poll: Annotated[CapabilityLevel | None, Field(description="Polls.")] = None
    thread: Annotated[CapabilityLevel | None, Field(description="Threads.")] = None
    reply: Annotated[CapabilityLevel | None, Field(description="Replies.")] = None
    edit: Annotated[CapabilityLevel | None, Field(description="Edits.")] = None
    edit_max_count: Annotated[
        int | None,
        Field(alias="editMaxCount", description="How often a message can be edited."),
    ] = None
    edit_max_age: Annotated[
        int | None,
        Field(
            alias="editMaxAge",
            description="Age up to which a message can be edited, in seconds.",
        ),
    ] = None
    delete: Annotated[CapabilityLevel | None, Field(description="Deleting for everyone.")] = None
    delete_max_age: Annotated[
        int | None,
        Field(
            alias="deleteMaxAge",
            description="Age up to which a message can be deleted for everyone, in seconds.",
        ),
    ] = None
    delete_for_me: Annotated[
        bool | None,
        Field(alias="deleteForMe", description="Deleting for the user only."),
    ] = None
    message_request: Annotated[
        MessageRequestCapabilities | None,
        Field(alias="messageRequest", description="How message requests are accepted."),
    ] = None
    reaction: Annotated[CapabilityLevel | None, Field(description="Reactions.")] = None
    reaction_count: Annotated[
        int | None,
        Field(
            alias="reactionCount",
            description="How many reactions the user can put on one message.",
        ),
    ] = None
    allowed_reactions: Annotated[
        list[str] | None,
        Field(
            alias="allowedReactions",
            description="Emoji that are allowed; omitted if all are.",
        ),
    ] = None
    custom_emoji_reactions: Annotated[
        bool | None,
        Field(alias="customEmojiReactions", description="Custom emoji as reactions."),
    ] = None
    disappearing_timer: Annotated[
        ChatDisappearingTimerCapabilities | None,
        Field(alias="disappearingTimer", description="Disappearing messages."),
    ] = None
    read_receipts: Annotated[bool | None, Field(alias="readReceipts", description="Read receipts.")] = None
    typing_notifications: Annotated[
        bool | None,
        Field(alias="typingNotifications", description="Typing indicators."),
    ] = None
    archive: Annotated[bool | None, Field(description="Archiving.")] = None
    mark_as_unread: Annotated[bool | None, Field(alias="markAsUnread", description="Marking as unread.")] = None
    delete_chat: Annotated[
        bool | None,
        Field(alias="deleteChat", description="Deleting the chat for the user."),
    ] = None
    delete_chat_for_everyone: Annotated[
        bool | None,
        Field(alias="deleteChatForEveryone", description="Deleting the chat for everyone."),
    ] = None
    participant_actions: Annotated[
        ParticipantActionCapabilities | None,
        Field(alias="participantActions", description="Managing members."),
    ] = None
    state: Annotated[
        ChatStateCapabilities | None,
        Field(description="Changing title, topic, avatar and timer."),
    ] = None


class Message(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[
        str,
        Field(description="Message ID, e.g. 1343993. It is valid on this installation only."),
    ]
    chat_id: Annotated[str, Field(alias="chatID", description="Chat the message is in.")]
    account_id: Annotated[str, Field(alias="accountID", description="Account the message belongs to.")]
    sender_id: Annotated[str, Field(alias="senderID", description="User ID of the sender.")]
    timestamp: Annotated[AwareDatetime, Field(description="When it was sent.")]
    sort_key: Annotated[str, Field(alias="sortKey", description="Key to order messages by.")]
    sender_name: Annotated[
        str | None,
        Field(alias="senderName", description="Name of the sender, when known."),
    ] = None
    type: Annotated[MessageType | None, Field(description="Kind of content.")] = None
    text: Annotated[
        str | None,
        Field(
            description="Matrix HTML or plain text; the API does not indicate which. Always plain text before app 4.2.808."
        ),
    ] = None
    edited_timestamp: Annotated[
        AwareDatetime | None,
        Field(alias="editedTimestamp", description="When it was last edited."),
    ] = None
    is_sender: Annotated[
        bool | None,
        Field(alias="isSender", description="The user sent it; some bridges omit it."),
    ] = None
    send_status: Annotated[
        SendStatus | None,
        Field(
            alias="sendStatus",
            description="Outcome of the send; some networks omit it.",
        ),
    ] = None
    is_hidden: Annotated[bool | None, Field(alias="isHidden", description="Not normally shown.")] = None
    is_deleted: Annotated[
        bool | None,
        Field(alias="isDeleted", description="Deleted; the message stays as a tombstone."),
    ] = None
    attachments: Annotated[list[Attachment] | None, Field(description="Attachments.")] = None
    is_unread: Annotated[
        bool | None,
        Field(alias="isUnread", description="Not read by the user; may be left out."),
    ] = None
    linked_message_id: Annotated[
        str | None,
        Field(
            alias="linkedMessageID",
            description="Message this one replies or reacts to.",
        ),
    ] = None
    mentions: Annotated[
        list[str] | None,
        Field(description="User IDs mentioned, or @room for everyone; null in old messages, where it is not known."),
    ] = None
    links: Annotated[list[LinkPreview] | None, Field(description="Previews of links.")] = None
    reactions: Annotated[list[Reaction] | None, Field(description="Reactions to the message.")] = None
    seen: Annotated[MessageSeen | None, Field(description="Who has read it.")] = None


class EditedMessage(Message):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    message_id: Annotated[str, Field(alias="messageID", deprecated=True, description="Same as id.")]
    success: Annotated[Literal[True], Field(deprecated=True, description="Always true.")]


class MessageUpdateResult(RootModel[EditedMessage | LegacyMessageUpdateResult]):
    root: Annotated[
        EditedMessage | LegacyMessageUpdateResult,
        Field(
            description="Response of an edit: the message, or only its IDs before app 4.2.808. Only the message has the key `id`.",
            examples=[
                {
                    "id": "1343993",
                    "chatID": "!alice:beeper.local",
                    "accountID": "local-whatsapp_ba_alice",
                    "senderID": "@bob:beeper.local",
                    "timestamp": "2026-08-31T19:41:41.000Z",
                    "sortKey": "449706228480",
                    "senderName": "Bob Example",
                    "text": "See you at <b>eight</b>",
                    "isSender": True,
                    "messageID": "1343993",
                    "success": True,
                }
            ],
        ),
    ]


class MessagePage(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[Message], Field(description="Messages of the page, newest first.")]
    has_more: Annotated[
        bool,
        Field(
            alias="hasMore",
            description="Whether more can be fetched; can stay true at the start of history.",
        ),
    ]
    oldest_cursor: Annotated[
        str | None,
        Field(
            alias="oldestCursor",
            description="Cursor to older items, for direction=before; null at the end.",
        ),
    ] = None
    newest_cursor: Annotated[
        str | None,
        Field(
            alias="newestCursor",
            description="Cursor to newer items, for direction=after; null at the end.",
        ),
    ] = None


class ServerInfo(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    app: Annotated[ServerInfoApp, Field(description="The app.")]
    platform: Annotated[ServerInfoPlatform, Field(description="The machine it runs on.")]
    server: Annotated[ServerInfoServer, Field(description="Its HTTP listener.")]
    endpoints: Annotated[ServerInfoEndpoints, Field(description="URLs of everything else.")]


class Bridge(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Bridge ID.")]
    type: Annotated[str, Field(description="Kind of bridge (an open set).")]
    provider: Annotated[BridgeProvider, Field(description="Where its accounts run.")]
    display_name: Annotated[str, Field(alias="displayName", description="Name shown in the app.")]
    active_account_count: Annotated[
        int,
        Field(
            alias="activeAccountCount",
            description="Active accounts of this network on this device; at least 0.",
            ge=0,
        ),
    ]
    supports_multiple_accounts: Annotated[
        bool,
        Field(
            alias="supportsMultipleAccounts",
            description="Several accounts are allowed.",
        ),
    ]
    status: Annotated[BridgeStatus, Field(description="Whether new accounts can be connected.")]
    accounts: Annotated[list[Account], Field(description="Accounts connected through it.")]
    network: Annotated[str | None, Field(description="Group of bridges that share counts and limits.")] = None
    status_text: Annotated[str | None, Field(alias="statusText", description="Human-readable state.")] = None


class BridgeList(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[Bridge], Field(description="The bridges.")]


class CookiesLoginStep(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["cookies"], Field(description="Always cookies.")]
    step_id: Annotated[str, Field(alias="stepID", description="ID of the step.")]
    url: Annotated[str, Field(description="Page to open.")]
    fields: Annotated[list[CookieField], Field(description="Values to collect.")]
    instructions: Annotated[str | None, Field(description="Message for the user.")] = None
    user_agent: Annotated[
        str | None,
        Field(alias="userAgent", description="User agent to open the page with."),
    ] = None
    expected_final_url_regex: Annotated[
        str | None,
        Field(
            alias="expectedFinalURLRegex",
            description="Regular expression that recognises the final URL.",
        ),
    ] = None
    extract_js: Annotated[
        str | None,
        Field(alias="extractJS", description="Script that extracts the values."),
    ] = None


class DisplayAndWaitLoginStep(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["display_and_wait"], Field(description="Always display_and_wait.")]
    step_id: Annotated[str, Field(alias="stepID", description="ID of the step.")]
    display: Annotated[LoginDisplay, Field(description="What to show.")]
    instructions: Annotated[str | None, Field(description="Message for the user.")] = None


class CompleteLoginStep(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["complete"], Field(description="Always complete.")]
    step_id: Annotated[str | None, Field(alias="stepID", description="ID of the step.")] = None
    instructions: Annotated[str | None, Field(description="Closing text.")] = None
    account: Annotated[Account | None, Field(description="The account.")] = None
    login: Annotated[BridgeLogin | None, Field(description="The login.")] = None


class GroupFieldCapability(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    allowed: Annotated[bool, Field(description="It can be set.")]
    required: Annotated[bool | None, Field(description="It must be set.")] = None
    min_length: Annotated[int | None, Field(description="Shortest value, in characters or entries.")] = None
    max_length: Annotated[int | None, Field(description="Longest value, in characters or entries.")] = None
    settings: Annotated[
        DisappearingTimerCapability | None,
        Field(description="Limits of the disappearing timer."),
    ] = None


class AppStateSnapshot(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    state: Annotated[AppSetupState, Field(description="Stage of the setup.")]
    e2ee: Annotated[AppE2EE, Field(description="State of encryption.")]
    matrix: Annotated[
        AppMatrixIdentity | None,
        Field(description="The signed-in identity; left out until signed in."),
    ] = None
    verification: Annotated[Verification | None, Field(description="The verification under way.")] = None


class SetupCompleteResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    matrix: Annotated[SetupCredentials, Field(description="Credentials.")]
    session: Annotated[AppStateSnapshot, Field(description="The state afterwards.")]


class SetupResponseResult(RootModel[SetupCompleteResult | SetupRegistrationRequired]):
    root: Annotated[
        SetupCompleteResult | SetupRegistrationRequired,
        Field(
            description="Signed in, or registration is needed. Only the latter has the key registrationRequired.",
            examples=[
                {
                    "matrix": {
                        "userID": "@alice:beeper.com",
                        "deviceID": "ABCDEFGH",
                        "accessToken": "made-up-token",
                        "homeserver": "https://matrix.example.com",
                    },
                    "session": {
                        "state": "ready",
                        "e2ee": {
                            "initialized": True,
                            "secretStorage": True,
                            "crossSigning": True,
                            "verified": True,
                            "secrets": {
                                "masterKey": True,
                                "selfSigningKey": True,
                                "userSigningKey": True,
                                "megolmBackupKey": True,
                                "recoveryKey": True,
                            },
                            "keyBackup": True,
                            "firstSyncDone": True,
                            "hasBackedUpRecoveryKey": True,
                        },
                        "matrix": {
                            "userID": "@alice:beeper.com",
                            "deviceID": "ABCDEFGH",
                            "homeserver": "https://matrix.example.com",
                        },
                    },
                }
            ],
        ),
    ]


class SessionResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    session: Annotated[AppStateSnapshot, Field(description="The state afterwards.")]


class RecoveryKeyResetResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    recovery_key: Annotated[str, Field(alias="recoveryKey", description="The new key; shown once.")]
    session: Annotated[AppStateSnapshot, Field(description="The state afterwards.")]


class VerificationResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    session: Annotated[AppStateSnapshot, Field(description="The state afterwards.")]
    verification: Annotated[Verification | None, Field(description="The verification.")] = None


class ChatDraftInput(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    text: Annotated[str, Field(description="Plain text or Markdown.")]
    attachments: Annotated[dict[str, DraftAttachmentInput] | None, Field(description="Attachments by ID.")] = None


class TokenIntrospection(RootModel[ActiveTokenIntrospection | InactiveTokenIntrospection]):
    root: Annotated[
        ActiveTokenIntrospection | InactiveTokenIntrospection,
        Field(
            description="Facts about a token, or that it is not active; distinguished by `active`.",
            examples=[
                {
                    "active": True,
                    "scope": "read write",
                    "token_type": "Bearer",
                    "sub": "token-1",
                    "iss": "http://127.0.0.1:23373",
                    "app": {"name": "Beeper", "version": "4.3.73", "bundle_id": "com.automattic.beeper.desktop"},
                    "client": {"name": "Example client"},
                    "exp": 1819740101,
                    "iat": 1788204101,
                    "nbf": 1788204101,
                    "aud": "client-1",
                    "client_id": "client-1",
                }
            ],
        ),
    ]


class MessageUpserted(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["message.upserted"], Field(description="Always message.upserted.")]
    seq: Annotated[
        int,
        Field(
            description="Counter of this connection over all events, at least 0; a gap means lost frames.",
            ge=0,
        ),
    ]
    ts: Annotated[
        AwareDatetime,
        Field(description="When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."),
    ]
    chat_id: Annotated[str, Field(alias="chatID", description="Chat of the messages.")]
    ids: Annotated[list[str], Field(description="IDs of the messages.")]
    entries: Annotated[
        list[Message] | None,
        Field(description="The messages themselves; may be omitted."),
    ] = None
    account_id: Annotated[
        str | None,
        Field(
            alias="accountID",
            description="Account of the chat; in no document, but apps were seen to send it.",
        ),
    ] = None


class AppStateUpdated(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["app.state.updated"], Field(description="Always app.state.updated.")]
    seq: Annotated[
        int,
        Field(
            description="Counter of this connection over all events, at least 0; a gap means lost frames.",
            ge=0,
        ),
    ]
    ts: Annotated[
        AwareDatetime,
        Field(description="When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."),
    ]
    app_state: Annotated[AppStateSnapshot, Field(alias="appState", description="The new state.")]


class LegacyMessagePage(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[Message], Field(description="Messages of the page.")]
    has_more: Annotated[bool, Field(alias="hasMore", description="Whether more can be fetched.")]


class V0UnifiedSearchResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    results: Annotated[V0UnifiedSearchResults, Field(description="What was found.")]


class AccountsListResponse(RootModel[list[Account]]):
    root: list[Account]


class Error(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    message: Annotated[str, Field(description="Human-readable explanation.")]
    code: Annotated[
        str,
        Field(description="Machine-readable code, e.g. unauthorized; there is no published list."),
    ]
    details: Annotated[
        ErrorDetails | None,
        Field(description="Extra data about the failure; its shape depends on it."),
    ] = None


class Chat(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    id: Annotated[str, Field(description="Chat ID, e.g. !alice:beeper.local.")]
    account_id: Annotated[str, Field(alias="accountID", description="Account the chat belongs to.")]
    network: Annotated[
        str | None,
        Field(
            description="Display name of the network or account; some builds between app 4.2.509 and 4.2.807 do not send it."
        ),
    ] = None
    title: Annotated[
        str | None,
        Field(description="Title as displayed; null or omitted in some older builds."),
    ] = None
    type: Annotated[ChatType, Field(description="Direct message or group.")]
    participants: Annotated[ChatParticipants, Field(description="Members; the list may be incomplete.")]
    unread_count: Annotated[int, Field(alias="unreadCount", description="Number of unread messages.")]
    local_chat_id: Annotated[
        str | None,
        Field(
            alias="localChatID",
            description="ID of the chat on this installation only; accepted wherever a chat ID is.",
        ),
    ] = None
    description: Annotated[str | None, Field(description="Topic of a group, when known.")] = None
    img_url: Annotated[
        str | None,
        Field(alias="imgURL", description="Path of the avatar on the machine of the app."),
    ] = None
    is_read_only: Annotated[
        bool | None,
        Field(alias="isReadOnly", description="Messages cannot be sent here."),
    ] = None
    last_activity: Annotated[
        AwareDatetime | None,
        Field(alias="lastActivity", description="When the chat was last active."),
    ] = None
    unread_mentions_count: Annotated[
        int | None,
        Field(
            alias="unreadMentionsCount",
            description="Number of unread messages that mention the user or @room.",
        ),
    ] = None
    last_read_message_sort_key: Annotated[
        int | str | None,
        Field(
            alias="lastReadMessageSortKey",
            description="The sortKey of the last message read. A string; older builds also send an integer or null.",
        ),
    ] = None
    draft: Annotated[ChatDraft | None, Field(description="Current draft; null if there is none.")] = None
    reminder: Annotated[
        ChatReminder | None,
        Field(description="Current reminder; null if there is none."),
    ] = None
    snooze: Annotated[ChatSnooze | None, Field(description="Current snooze; null if there is none.")] = None
    is_archived: Annotated[bool | None, Field(alias="isArchived", description="The chat is archived.")] = None
    is_marked_unread: Annotated[
        bool | None,
        Field(alias="isMarkedUnread", description="The user marked it unread by hand."),
    ] = None
    is_muted: Annotated[bool | None, Field(alias="isMuted", description="Its notifications are off.")] = None
    is_pinned: Annotated[bool | None, Field(alias="isPinned", description="The chat is pinned.")] = None
    is_low_priority: Annotated[
        bool | None,
        Field(alias="isLowPriority", description="The chat is in the low-priority inbox."),
    ] = None
    message_expiry_seconds: Annotated[
        int | None,
        Field(
            alias="messageExpirySeconds",
            description="Timer of disappearing messages, in seconds; null if off.",
        ),
    ] = None
    capabilities: Annotated[
        ChatCapabilities | None,
        Field(description="What the network allows in this chat."),
    ] = None
    labels: Annotated[
        list[Label] | None,
        Field(description="Labels on the chat; left out when there are none or the user has no labels."),
    ] = None
    merge: Annotated[ChatMerge | None, Field(description="Only on a merged chat: its members.")] = None
    merged_into_chat_id: Annotated[
        str | None,
        Field(
            alias="mergedIntoChatID",
            description="Only on a member of a merged chat: ID of the merged chat. Such members are hidden from the list.",
        ),
    ] = None


class ChatWithPreview(Chat):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    preview: Annotated[Message | None, Field(description="The last message, when there is one.")] = None


class CreatedChat(Chat):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chat_id: Annotated[str, Field(alias="chatID", deprecated=True, description="Same as id.")]
    status: Annotated[
        ChatCreateStatus | None,
        Field(deprecated=True, description="Whether an existing chat was reused."),
    ] = None


class ChatCreateResult(RootModel[CreatedChat | LegacyChatCreateResult]):
    root: Annotated[
        CreatedChat | LegacyChatCreateResult,
        Field(
            description="Response of creating a chat: the chat, or only its ID before app 4.2.808. Only the chat has the key `id`.",
            examples=[
                {
                    "id": "!alice:beeper.local",
                    "accountID": "local-whatsapp_ba_alice",
                    "network": "WhatsApp",
                    "title": "Alice Example",
                    "type": "single",
                    "participants": {
                        "items": [
                            {
                                "id": "@alice:beeper.local",
                                "phoneNumber": "+15550100",
                                "fullName": "Alice Example",
                                "isSelf": False,
                            },
                            {
                                "id": "@bob:beeper.local",
                                "phoneNumber": "+15550101",
                                "fullName": "Bob Example",
                                "isSelf": True,
                            },
                        ],
                        "hasMore": False,
                        "total": 2,
                    },
                    "unreadCount": 2,
                    "lastActivity": "2026-08-31T19:41:41.000Z",
                    "chatID": "!alice:beeper.local",
                    "status": "existing",
                }
            ],
        ),
    ]


class ChatWithPreviewPage(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[ChatWithPreview], Field(description="Chats of the page.")]
    has_more: Annotated[bool, Field(alias="hasMore", description="Whether more can be fetched.")]
    oldest_cursor: Annotated[
        str | None,
        Field(
            alias="oldestCursor",
            description="Cursor to older items, for direction=before; null at the end.",
        ),
    ]
    newest_cursor: Annotated[
        str | None,
        Field(
            alias="newestCursor",
            description="Cursor to newer items, for direction=after; null at the end.",
        ),
    ]


class ChatPage(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[Chat], Field(description="Chats of the page.")]
    has_more: Annotated[bool, Field(alias="hasMore", description="Whether more can be fetched.")]
    oldest_cursor: Annotated[
        str | None,
        Field(
            alias="oldestCursor",
            description="Cursor to older items, for direction=before; null at the end.",
        ),
    ]
    newest_cursor: Annotated[
        str | None,
        Field(
            alias="newestCursor",
            description="Cursor to newer items, for direction=after; null at the end.",
        ),
    ]


class MessageSearchPage(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    items: Annotated[list[Message], Field(description="Messages of the page.")]
    has_more: Annotated[bool, Field(alias="hasMore", description="Whether more can be fetched.")]
    oldest_cursor: Annotated[
        str | None,
        Field(
            alias="oldestCursor",
            description="Cursor to older items, for direction=before; null at the end.",
        ),
    ]
    newest_cursor: Annotated[
        str | None,
        Field(
            alias="newestCursor",
            description="Cursor to newer items, for direction=after; null at the end.",
        ),
    ]
    chats: Annotated[dict[str, Chat], Field(description="Chats of the messages, by chat ID.")]


class UnifiedSearchResults(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    chats: Annotated[list[Chat], Field(description="Chats found by title.")]
    in_groups: Annotated[list[Chat], Field(description="Groups with a matching participant.")]
    messages: Annotated[MessageSearchPage, Field(description="First page of messages found.")]


class LoginStep(RootModel[UserInputLoginStep | CookiesLoginStep | DisplayAndWaitLoginStep | CompleteLoginStep]):
    root: Annotated[
        UserInputLoginStep | CookiesLoginStep | DisplayAndWaitLoginStep | CompleteLoginStep,
        Field(
            description="The step of a sign-in to show or to submit.",
            discriminator="type",
            examples=[
                {
                    "type": "user_input",
                    "stepID": "fi.mau.whatsapp.login.phone",
                    "fields": [{"id": "phone", "label": "Phone number"}],
                    "instructions": "Enter your phone number.",
                    "attachments": [],
                }
            ],
        ),
    ]


class GroupTypeCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type_description: Annotated[str, Field(description="Name of the type.")]
    name: Annotated[GroupFieldCapability | None, Field(description="Setting the name.")] = None
    username: Annotated[GroupFieldCapability | None, Field(description="Setting the username.")] = None
    avatar: Annotated[GroupFieldCapability | None, Field(description="Setting the avatar.")] = None
    topic: Annotated[GroupFieldCapability | None, Field(description="Setting the topic.")] = None
    disappear: Annotated[
        GroupFieldCapability | None,
        Field(description="Setting the disappearing timer."),
    ] = None
    participants: Annotated[GroupFieldCapability | None, Field(description="Setting the participants.")] = None
    parent: Annotated[GroupFieldCapability | None, Field(description="Setting the parent.")] = None


class ChatUpdateRequest(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    title: Annotated[
        str | None,
        Field(description="Title. Use null to restore the title of the network."),
    ] = None
    description: Annotated[str | None, Field(description="Topic of a group. Use null to clear it.")] = None
    img_url: Annotated[
        str | None,
        Field(
            alias="imgURL",
            description="Path of a new avatar, on the machine of the app. Use null to clear it.",
        ),
    ] = None
    draft: Annotated[
        ChatDraftInput | None,
        Field(
            description="Draft to set. Use null to clear it. A new draft is accepted only while there is none: clear the old one first."
        ),
    ] = None
    is_archived: Annotated[bool | None, Field(alias="isArchived", description="Archive or restore.")] = None
    is_low_priority: Annotated[
        bool | None,
        Field(
            alias="isLowPriority",
            description="Move to or out of the low-priority inbox.",
        ),
    ] = None
    is_muted: Annotated[bool | None, Field(alias="isMuted", description="Turn notifications off or on.")] = None
    is_pinned: Annotated[bool | None, Field(alias="isPinned", description="Pin or unpin.")] = None
    message_expiry_seconds: Annotated[
        int | None,
        Field(
            alias="messageExpirySeconds",
            description="Timer of disappearing messages, in seconds, at least 0. Use null to turn it off.",
            ge=0,
        ),
    ] = None


class ChatUpserted(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    type: Annotated[Literal["chat.upserted"], Field(description="Always chat.upserted.")]
    seq: Annotated[
        int,
        Field(
            description="Counter of this connection over all events, at least 0; a gap means lost frames.",
            ge=0,
        ),
    ]
    ts: Annotated[
        AwareDatetime,
        Field(description="When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."),
    ]
    chat_id: Annotated[str, Field(alias="chatID", description="The chat.")]
    ids: Annotated[list[str], Field(description="ID of the chat.")]
    entries: Annotated[list[Chat] | None, Field(description="The chat itself; mostly omitted.")] = None
    account_id: Annotated[
        str | None,
        Field(
            alias="accountID",
            description="Account of the chat; in no document, but apps were seen to send it.",
        ),
    ] = None


class WSOutgoing(
    RootModel[
        WSReady
        | WSSubscriptionsUpdated
        | WSError
        | ChatUpserted
        | ChatDeleted
        | MessageUpserted
        | MessageDeleted
        | AppStateUpdated
        | VerificationUpdated
        | VerificationRemoved
    ]
):
    root: Annotated[
        WSReady
        | WSSubscriptionsUpdated
        | WSError
        | ChatUpserted
        | ChatDeleted
        | MessageUpserted
        | MessageDeleted
        | AppStateUpdated
        | VerificationUpdated
        | VerificationRemoved,
        Field(
            description="Every frame of the server; distinguished by `type`.",
            discriminator="type",
            examples=[{"type": "ready", "version": 1, "chatIDs": [], "app": {"state": False}}],
        ),
    ]


class UnifiedSearchResult(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    results: Annotated[UnifiedSearchResults, Field(description="What was found.")]


class LoginSession(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    bridge_id: Annotated[str, Field(alias="bridgeID", description="Bridge signed in to.")]
    login_session_id: Annotated[str, Field(alias="loginSessionID", description="ID of the session.")]
    status: Annotated[LoginSessionStatus, Field(description="State of the session.")]
    login_id: Annotated[
        str | None,
        Field(alias="loginID", description="Login being reconnected, when known."),
    ] = None
    account_id: Annotated[
        str | None,
        Field(alias="accountID", description="Account being reconnected, when known."),
    ] = None
    current_step: Annotated[
        LoginStep | None,
        Field(
            alias="currentStep",
            description="What to do next; left out when complete, cancelled or failed.",
        ),
    ] = None
    account: Annotated[Account | None, Field(description="The account, once complete.")] = None
    login: Annotated[BridgeLogin | None, Field(description="The login, once complete.")] = None
    error: Annotated[APIError | None, Field(description="Why it failed.")] = None


class ProvisioningCapabilities(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
    )
    resolve_identifier: Annotated[ResolveIdentifierCapabilities, Field(description="How people can be looked up.")]
    group_creation: Annotated[
        dict[str, GroupTypeCapabilities],
        Field(description="What new groups can have, by type of group."),
    ]
    image_pack_import: Annotated[bool | None, Field(description="Image packs can be imported.")] = None
