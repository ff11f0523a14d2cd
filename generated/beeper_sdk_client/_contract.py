# @generated

"""The spec as data: operations, fields, enums. Imported only where it is needed."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args, get_origin

from .models import _enums

SPEC = "b1c5c0e9281a2576e603eef2fee3ca40a91063a24118063f28dccbfbedcbf854"
"""The sha256 of the openapi.yaml that this package was compiled from."""


class OperationMetadata(NamedTuple):
    """The metadata of an operation in the spec."""

    method: str
    path: str
    effect: str
    scopes: tuple[str, ...] | None
    """Scopes that a token must have; None if no token is needed."""
    since: str
    removed: str | None
    replaced_by: str | None


class FieldMetadata(NamedTuple):
    """The metadata of a field in the spec."""

    type: str
    pii: str | None = None
    since: str | None = None


OPERATIONS: dict[str, OperationMetadata] = {
    "accounts.contacts.list": OperationMetadata(
        "GET", "/v1/accounts/{accountID}/contacts/list", "read", ("read",), "4.2.557", None, None
    ),
    "accounts.contacts.search": OperationMetadata(
        "GET", "/v1/accounts/{accountID}/contacts", "read", ("read",), "4.1.294", None, None
    ),
    "accounts.list": OperationMetadata("GET", "/v1/accounts", "read", ("read",), "4.1.294", None, None),
    "accounts.retrieve": OperationMetadata("GET", "/v1/accounts/{accountID}", "read", ("read",), "4.3.0", None, None),
    "app.setup.email": OperationMetadata("POST", "/v1/app/setup/email", "once", None, "4.3.0", None, None),
    "app.setup.recovery_key.reset.confirm": OperationMetadata(
        "POST", "/v1/app/setup/verification/recovery-key/reset/confirm", "once", ("write",), "4.3.0", None, None
    ),
    "app.setup.recovery_key.reset.create": OperationMetadata(
        "POST", "/v1/app/setup/verification/recovery-key/reset", "once", ("write",), "4.3.0", None, None
    ),
    "app.setup.recovery_key.verify": OperationMetadata(
        "POST", "/v1/app/setup/verification/recovery-key", "once", ("write",), "4.3.0", None, None
    ),
    "app.setup.register": OperationMetadata("POST", "/v1/app/setup/register", "once", None, "4.3.0", None, None),
    "app.setup.response": OperationMetadata("POST", "/v1/app/setup/response", "once", None, "4.3.0", None, None),
    "app.setup.retrieve": OperationMetadata("GET", "/v1/app/setup", "read", ("read",), "4.3.0", None, None),
    "app.setup.start": OperationMetadata("POST", "/v1/app/setup/start", "once", None, "4.3.0", None, None),
    "app.setup.verifications.accept": OperationMetadata(
        "POST", "/v1/app/setup/verifications/{verificationID}/accept", "once", ("write",), "4.3.0", None, None
    ),
    "app.setup.verifications.cancel": OperationMetadata(
        "POST", "/v1/app/setup/verifications/{verificationID}/cancel", "idempotent", ("write",), "4.3.0", None, None
    ),
    "app.setup.verifications.create": OperationMetadata(
        "POST", "/v1/app/setup/verifications", "once", ("write",), "4.3.0", None, None
    ),
    "app.setup.verifications.list": OperationMetadata(
        "GET", "/v1/app/setup/verifications", "read", ("read",), "4.3.0", None, None
    ),
    "app.setup.verifications.qr.confirm_scanned": OperationMetadata(
        "POST",
        "/v1/app/setup/verifications/{verificationID}/qr/confirm-scanned",
        "once",
        ("write",),
        "4.3.0",
        None,
        None,
    ),
    "app.setup.verifications.qr.scan": OperationMetadata(
        "POST", "/v1/app/setup/verifications/qr/scan", "once", ("write",), "4.3.0", None, None
    ),
    "app.setup.verifications.retrieve": OperationMetadata(
        "GET", "/v1/app/setup/verifications/{verificationID}", "read", ("read",), "4.3.0", None, None
    ),
    "app.setup.verifications.sas.confirm": OperationMetadata(
        "POST", "/v1/app/setup/verifications/{verificationID}/sas/confirm", "once", ("write",), "4.3.0", None, None
    ),
    "app.setup.verifications.sas.start": OperationMetadata(
        "POST", "/v1/app/setup/verifications/{verificationID}/sas/start", "once", ("write",), "4.3.0", None, None
    ),
    "assets.download": OperationMetadata("POST", "/v1/assets/download", "read", ("read",), "4.1.294", None, None),
    "assets.serve": OperationMetadata("GET", "/v1/assets/serve", "read", ("read",), "4.2.509", None, None),
    "assets.upload": OperationMetadata("POST", "/v1/assets/upload", "once", ("write",), "4.2.499", None, None),
    "assets.upload_base64": OperationMetadata(
        "POST", "/v1/assets/upload/base64", "once", ("write",), "4.2.499", None, None
    ),
    "bridges.list": OperationMetadata("GET", "/v1/bridges", "read", ("read",), "4.3.0", None, None),
    "bridges.login_flows.list": OperationMetadata(
        "GET", "/v1/bridges/{bridgeID}/login-flows", "read", ("read",), "4.3.0", None, None
    ),
    "bridges.login_sessions.cancel": OperationMetadata(
        "DELETE",
        "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}",
        "idempotent",
        ("write",),
        "4.3.0",
        None,
        None,
    ),
    "bridges.login_sessions.create": OperationMetadata(
        "POST", "/v1/bridges/{bridgeID}/login-sessions", "once", ("write",), "4.3.0", None, None
    ),
    "bridges.login_sessions.retrieve": OperationMetadata(
        "GET", "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}", "read", ("read",), "4.3.0", None, None
    ),
    "bridges.login_sessions.steps.submit": OperationMetadata(
        "POST",
        "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}",
        "once",
        ("write",),
        "4.3.0",
        None,
        None,
    ),
    "bridges.logins.list": OperationMetadata(
        "GET", "/v1/bridges/{bridgeID}/logins", "read", ("read",), "4.3.0", None, None
    ),
    "bridges.logins.remove": OperationMetadata(
        "POST", "/v1/bridges/{bridgeID}/logins/{loginID}/remove", "idempotent", ("write",), "4.3.0", None, None
    ),
    "bridges.logins.retrieve": OperationMetadata(
        "GET", "/v1/bridges/{bridgeID}/logins/{loginID}", "read", ("read",), "4.3.0", None, None
    ),
    "bridges.retrieve": OperationMetadata("GET", "/v1/bridges/{bridgeID}", "read", ("read",), "4.3.0", None, None),
    "bridges.retrieve_capabilities": OperationMetadata(
        "GET", "/v1/bridges/{bridgeID}/capabilities", "read", ("read",), "4.3.0", None, None
    ),
    "chats.archive": OperationMetadata(
        "POST", "/v1/chats/{chatID}/archive", "idempotent", ("write",), "4.1.294", None, None
    ),
    "chats.create": OperationMetadata("POST", "/v1/chats", "once", ("write",), "4.1.294", None, None),
    "chats.list": OperationMetadata("GET", "/v1/chats", "read", ("read",), "4.1.294", None, None),
    "chats.mark_read": OperationMetadata(
        "POST", "/v1/chats/{chatID}/read", "idempotent", ("write",), "4.2.808", None, None
    ),
    "chats.mark_unread": OperationMetadata(
        "POST", "/v1/chats/{chatID}/unread", "idempotent", ("write",), "4.2.808", None, None
    ),
    "chats.messages.reactions.add": OperationMetadata(
        "POST", "/v1/chats/{chatID}/messages/{messageID}/reactions", "once", ("write",), "4.2.557", None, None
    ),
    "chats.messages.reactions.delete": OperationMetadata(
        "DELETE",
        "/v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}",
        "idempotent",
        ("write",),
        "4.2.808",
        None,
        None,
    ),
    "chats.notify_anyway": OperationMetadata(
        "POST", "/v1/chats/{chatID}/notify-anyway", "once", ("write",), "4.2.808", None, None
    ),
    "chats.reminders.create": OperationMetadata(
        "POST", "/v1/chats/{chatID}/reminders", "idempotent", ("write",), "4.1.294", None, None
    ),
    "chats.reminders.delete": OperationMetadata(
        "DELETE", "/v1/chats/{chatID}/reminders", "idempotent", ("write",), "4.1.294", None, None
    ),
    "chats.retrieve": OperationMetadata("GET", "/v1/chats/{chatID}", "read", ("read",), "4.1.294", None, None),
    "chats.search": OperationMetadata("GET", "/v1/chats/search", "read", ("read",), "4.1.294", None, None),
    "chats.start": OperationMetadata("POST", "/v1/chats/start", "once", ("write",), "4.2.808", None, None),
    "chats.update": OperationMetadata("PATCH", "/v1/chats/{chatID}", "idempotent", ("write",), "4.2.808", None, None),
    "focus": OperationMetadata("POST", "/v1/focus", "idempotent", ("write",), "4.1.294", None, None),
    "info.retrieve": OperationMetadata("GET", "/v1/info", "read", None, "4.2.557", None, None),
    "info.spec": OperationMetadata("GET", "/v1/spec", "read", (), "4.2.557", None, None),
    "labels.list": OperationMetadata("GET", "/v1/labels", "read", ("read",), "4.3.1", None, None),
    "matrix.create_room": OperationMetadata(
        "POST", "/_matrix/client/v3/createRoom", "once", ("write",), "4.3.0", None, None
    ),
    "matrix.get_account_data": OperationMetadata(
        "GET", "/_matrix/client/v3/user/{userId}/account_data/{type}", "read", ("read",), "4.3.0", None, None
    ),
    "matrix.get_profile": OperationMetadata(
        "GET", "/_matrix/client/v3/profile/{userId}", "read", ("read",), "4.3.0", None, None
    ),
    "matrix.get_room_account_data": OperationMetadata(
        "GET",
        "/_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}",
        "read",
        ("read",),
        "4.3.0",
        None,
        None,
    ),
    "matrix.get_room_event": OperationMetadata(
        "GET", "/_matrix/client/v3/rooms/{roomId}/event/{eventId}", "read", ("read",), "4.3.0", None, None
    ),
    "matrix.get_room_state": OperationMetadata(
        "GET", "/_matrix/client/v3/rooms/{roomId}/state", "read", ("read",), "4.3.0", None, None
    ),
    "matrix.get_room_state_event": OperationMetadata(
        "GET", "/_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}", "read", ("read",), "4.3.0", None, None
    ),
    "matrix.join_room": OperationMetadata(
        "POST", "/_matrix/client/v3/join/{roomIdOrAlias}", "idempotent", ("write",), "4.3.0", None, None
    ),
    "matrix.leave_room": OperationMetadata(
        "POST", "/_matrix/client/v3/rooms/{roomId}/leave", "idempotent", ("write",), "4.3.0", None, None
    ),
    "matrix.set_account_data": OperationMetadata(
        "PUT", "/_matrix/client/v3/user/{userId}/account_data/{type}", "idempotent", ("write",), "4.3.0", None, None
    ),
    "matrix.set_room_account_data": OperationMetadata(
        "PUT",
        "/_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}",
        "idempotent",
        ("write",),
        "4.3.0",
        None,
        None,
    ),
    "messages.delete": OperationMetadata(
        "DELETE", "/v1/chats/{chatID}/messages/{messageID}", "idempotent", ("write",), "4.2.808", None, None
    ),
    "messages.list": OperationMetadata("GET", "/v1/chats/{chatID}/messages", "read", ("read",), "4.1.294", None, None),
    "messages.retrieve": OperationMetadata(
        "GET", "/v1/chats/{chatID}/messages/{messageID}", "read", ("read",), "4.2.808", None, None
    ),
    "messages.search": OperationMetadata("GET", "/v1/messages/search", "read", ("read",), "4.1.294", None, None),
    "messages.send": OperationMetadata(
        "POST", "/v1/chats/{chatID}/messages", "once", ("write",), "4.1.294", None, None
    ),
    "messages.update": OperationMetadata(
        "PUT", "/v1/chats/{chatID}/messages/{messageID}", "idempotent", ("write",), "4.2.499", None, None
    ),
    "oauth.authorization_server_metadata": OperationMetadata(
        "GET", "/.well-known/oauth-authorization-server", "read", None, "4.1.92", None, None
    ),
    "oauth.authorize_callback": OperationMetadata(
        "POST", "/oauth/authorize/callback", "once", None, "4.1.92", None, None
    ),
    "oauth.introspect": OperationMetadata("POST", "/oauth/introspect", "read", None, "4.2.557", None, None),
    "oauth.protected_resource_metadata": OperationMetadata(
        "GET", "/.well-known/oauth-protected-resource", "read", None, "4.1.92", None, None
    ),
    "oauth.register": OperationMetadata("POST", "/oauth/register", "once", None, "4.1.92", None, None),
    "oauth.revoke": OperationMetadata("POST", "/oauth/revoke", "idempotent", None, "4.1.92", None, None),
    "oauth.token": OperationMetadata("POST", "/oauth/token", "once", None, "4.1.92", None, None),
    "oauth.userinfo": OperationMetadata("GET", "/oauth/userinfo", "read", (), "4.1.92", None, None),
    "search": OperationMetadata("GET", "/v1/search", "read", ("read",), "4.1.294", None, None),
    "v0.archive_chat": OperationMetadata(
        "POST", "/v0/archive-chat", "idempotent", ("write",), "4.1.92", None, "chats.archive"
    ),
    "v0.clear_chat_reminder": OperationMetadata(
        "POST", "/v0/clear-chat-reminder", "idempotent", ("write",), "4.1.92", None, "chats.reminders.delete"
    ),
    "v0.create_chat": OperationMetadata("POST", "/v0/create-chat", "once", ("write",), "4.1.92", None, "chats.create"),
    "v0.download_asset": OperationMetadata(
        "POST", "/v0/download-asset", "read", ("read",), "4.1.92", None, "assets.download"
    ),
    "v0.get_accounts": OperationMetadata("GET", "/v0/get-accounts", "read", ("read",), "4.1.92", None, "accounts.list"),
    "v0.get_chat": OperationMetadata("GET", "/v0/get-chat", "read", ("read",), "4.1.92", None, "chats.retrieve"),
    "v0.open_app": OperationMetadata("POST", "/v0/open-app", "idempotent", ("write",), "4.1.92", None, "focus"),
    "v0.search": OperationMetadata("GET", "/v0/search", "read", ("read",), "4.1.92", None, "search"),
    "v0.search_chats": OperationMetadata("GET", "/v0/search-chats", "read", ("read",), "4.1.92", None, "chats.search"),
    "v0.search_messages": OperationMetadata(
        "GET", "/v0/search-messages", "read", ("read",), "4.1.92", None, "messages.search"
    ),
    "v0.search_users": OperationMetadata(
        "GET", "/v0/search-users", "read", ("read",), "4.1.92", None, "accounts.contacts.search"
    ),
    "v0.send_message": OperationMetadata(
        "POST", "/v0/send-message", "once", ("write",), "4.1.92", None, "messages.send"
    ),
    "v0.set_chat_reminder": OperationMetadata(
        "POST", "/v0/set-chat-reminder", "idempotent", ("write",), "4.1.92", None, "chats.reminders.create"
    ),
}


def _fields(table: str) -> dict[str, dict[str, FieldMetadata]]:
    """Read the table below: the name of a model and, where it is a subclass, of its base; then a line per field."""
    found: dict[str, dict[str, FieldMetadata]] = {}
    for block in table.strip().split("\n\n"):
        (name, *base), *lines = (line.split(" ") for line in block.split("\n"))
        own = {
            wire: FieldMetadata(kind.replace("|", " | ").replace(",", ", "), *(mark or None for mark in marks))
            for wire, kind, *marks in lines
        }
        found[name] = found[base[0]] | own if base else own
    return found


FIELDS = _fields("""
APIError
code str
message str text
details dict[str,Json] text

Account
accountID str id
bridge AccountBridge  4.2.785
user User
status AccountStatus  4.3.0
statusText str text 4.3.0
network str
loginID str id 4.3.0
capabilities dict[str,Json]  4.3.0

AccountBridge
id str id
type str
provider BridgeProvider

ActiveTokenIntrospection
active Literal[True]
scope str
token_type Literal['Bearer']
sub str id
iss str address
app ServerInfoApp
client IntrospectionClient
exp datetime
iat datetime
nbf datetime
aud str id
client_id str id

AppE2EE
initialized bool
secretStorage bool
crossSigning bool
verified bool
secrets AppE2EESecrets
keyBackup bool
firstSyncDone bool
hasBackedUpRecoveryKey bool
recoveryKeyGeneratedAt float

AppE2EESecrets
masterKey bool
selfSigningKey bool
userSigningKey bool
megolmBackupKey bool
recoveryKey bool

AppMatrixIdentity
userID str id
deviceID str id
homeserver str address

AppStateSnapshot
state AppSetupState
e2ee AppE2EE
matrix AppMatrixIdentity
verification Verification

AppStateUpdated
type Literal['app.state.updated']
seq int
ts datetime
appState AppStateSnapshot

AssetDownloadRequest
url str media_url

AssetDownloadResult
srcURL str media_url
error str text

AssetUploadBase64Request
content str text
fileName str file_name
mimeType str

AssetUploadMultipart
file bytes text
fileName str file_name
mimeType str

AssetUploadResult
uploadID str id
srcURL str media_url
fileName str file_name
mimeType str
fileSize float
width float
height float
duration float
error str text

Attachment
type AttachmentType
id str media_url 4.2.499
srcURL str media_url
mimeType str
fileName str file_name
fileSize float
isGif bool
isSticker bool
isVoiceNote bool
duration float
transcription Transcription  4.2.808
posterImg str media_url
size Dimensions

AttachmentCapabilities
mimeTypes dict[str,CapabilityLevel]
caption CapabilityLevel
maxCaptionLength int
maxSize int
maxWidth int
maxHeight int
maxDuration int
viewOnce bool

AuthorizationServerMetadata
issuer str address
authorization_endpoint str address
token_endpoint str address
revocation_endpoint str address
userinfo_endpoint str address
registration_endpoint str address
grant_types_supported list[Literal['authorization_code']]
token_endpoint_auth_methods_supported list[Literal['none']]
response_types_supported list[Literal['code']]
scopes_supported list[OAuthScope]
code_challenge_methods_supported list[Literal['S256']]
service_documentation str address

AuthorizeCallbackRequest
clientInfo AuthorizeClientInfo
scopes list[OAuthScope]
state str secret
codeChallenge str
codeChallengeMethod Literal['S256']
resource str address

AuthorizeCallbackResponse
code str secret
error str
state str secret

AuthorizeClientInfo
name str name
version str
userAgent str text
remoteAddress str text
clientID str id
clientURI str address

Bridge
id str id
type str
provider BridgeProvider
displayName str
activeAccountCount int
supportsMultipleAccounts bool
status BridgeStatus
accounts list[Account]
network str
statusText str text

BridgeList
items list[Bridge]

BridgeLogin
bridgeID str id
loginID str id
status BridgeLoginStatus
removeScopes list[LoginRemovalScope]
accountIDs list[str] id
user User
statusText str text

BridgeLoginList
items list[BridgeLogin]

BridgeLoginRemoval
bridgeID str id
loginID str id
status Literal['removed']
scope LoginRemovalScope
affectedAccountIDs list[str] id

BridgeLoginRemoveRequest
scope LoginRemovalScope

Chat
id str id
accountID str id
network str
title str name
type ChatType
participants ChatParticipants
unreadCount int
localChatID str id
description str text 4.2.808
imgURL str media_url 4.2.808
isReadOnly bool  4.2.808
lastActivity datetime
unreadMentionsCount int  4.2.808
lastReadMessageSortKey int|str order
draft ChatDraft  4.2.808
reminder ChatReminder  4.2.808
snooze ChatSnooze  4.2.808
isArchived bool
isMarkedUnread bool  4.2.808
isMuted bool
isPinned bool
isLowPriority bool  4.2.808
messageExpirySeconds int  4.2.808
capabilities ChatCapabilities  4.2.808
labels list[Label]  4.3.1
merge ChatMerge  4.3.1
mergedIntoChatID str id 4.3.1

ChatArchiveRequest
archived bool

ChatCapabilities
formatting dict[str,CapabilityLevel]
attachments dict[str,AttachmentCapabilities]
maxTextLength int
locationMessage CapabilityLevel
poll CapabilityLevel
thread CapabilityLevel
reply CapabilityLevel
edit CapabilityLevel
editMaxCount int
editMaxAge int
delete CapabilityLevel
deleteMaxAge int
deleteForMe bool
messageRequest MessageRequestCapabilities
reaction CapabilityLevel
reactionCount int
allowedReactions list[str]
customEmojiReactions bool
disappearingTimer ChatDisappearingTimerCapabilities
readReceipts bool
typingNotifications bool
archive bool
markAsUnread bool
deleteChat bool
deleteChatForEveryone bool
participantActions ParticipantActionCapabilities
state ChatStateCapabilities

ChatCreateRequest
accountID str id
participantIDs list[str] id
type ChatType
messageText str text
title str name

ChatDeleted
type Literal['chat.deleted']
seq int
ts datetime
chatID str id
ids list[str] id
accountID str id

ChatDisappearingTimerCapabilities
types list[DisappearingTimerType]
timers list[int]
omitEmptyTimer bool

ChatDraft
text str text
attachments dict[str,DraftAttachment] id

ChatDraftInput
text str text
attachments dict[str,DraftAttachmentInput] id

ChatMarkReadRequest
messageID str id

ChatMarkUnreadRequest
messageID str id

ChatMerge
chatIDs list[str] id
defaultChatID str id

ChatPage
items list[Chat]
hasMore bool
oldestCursor str order
newestCursor str order

ChatParticipants
items list[Participant]
hasMore bool
total int

ChatReminder
remindAt datetime
dismissOnIncomingMessage bool

ChatSnooze
snoozeUntil datetime
userSnoozedAt datetime

ChatStartRequest
accountID str id
user StartChatUser
allowInvite bool
messageText str text

ChatStateCapabilities
disappearingTimer StateCapability
avatar StateCapability
title StateCapability
description StateCapability

ChatUpdateRequest
title str name
description str text
imgURL str media_url
draft ChatDraftInput
isArchived bool
isLowPriority bool
isMuted bool
isPinned bool
messageExpirySeconds int

ChatUpserted
type Literal['chat.upserted']
seq int
ts datetime
chatID str id
ids list[str] id
entries list[Chat]
accountID str id

ChatWithPreviewPage
items list[ChatWithPreview]
hasMore bool
oldestCursor str order
newestCursor str order

ClientRegistrationRequest
client_name str name
redirect_uris list[str] address
client_uri str address
grant_types list[Literal['authorization_code']]
response_types list[Literal['code']]
scope str
token_endpoint_auth_method Literal['none']

ClientRegistrationResponse
client_id str id
client_name str name
grant_types list[Literal['authorization_code']]
response_types list[Literal['code']]
redirect_uris list[str] address
scope str
token_endpoint_auth_method Literal['none']
client_id_issued_at datetime
authorization_endpoint str address
token_endpoint str address
client_uri str address

CodeLoginDisplay
type Literal['code']
data str secret

CompleteLoginStep
type Literal['complete']
stepID str
instructions str text
account Account
login BridgeLogin

ContactPage
items list[User]
hasMore bool
oldestCursor str order
newestCursor str order

ContactSearchResult
items list[User]

CookieField
id str
name str
type CookieFieldType

CookiesLoginStep
type Literal['cookies']
stepID str
url str
fields list[CookieField]
instructions str text
userAgent str
expectedFinalURLRegex str
extractJS str

Dimensions
width float
height float

DisappearingTimerCapability
types list[GroupTimerType]
timers list[int]
omit_empty_timer Literal[True]

DisplayAndWaitLoginStep
type Literal['display_and_wait']
stepID str
display LoginDisplay
instructions str text

DraftAttachment
id str id
type DraftAttachmentType
mimeType str
fileName str file_name
filePath str media_url
fileSize float
stickerID str id
audioDurationSeconds float
size Dimensions

DraftAttachmentInput
uploadID str id
id str id
type AttachmentHint
fileName str file_name
mimeType str
size RequiredDimensions
duration float

EmojiLoginDisplay
type Literal['emoji']
imageURL str media_url

EmptyLoginDisplay
type Literal['nothing']

Error
message str text
code str
details ErrorDetails

FocusRequest
chatID str id
messageID str id
draftText str text
draftAttachmentPath str media_url

FocusResult
success bool

GroupFieldCapability
allowed bool
required bool
min_length int
max_length int
settings DisappearingTimerCapability

GroupTypeCapabilities
type_description str
name GroupFieldCapability
username GroupFieldCapability
avatar GroupFieldCapability
topic GroupFieldCapability
disappear GroupFieldCapability
participants GroupFieldCapability
parent GroupFieldCapability

InactiveTokenIntrospection
active Literal[False]

IntrospectRequest
token str secret
token_type_hint str

IntrospectionClient
id str id
name str name
user_agent str text
remote_address str text

Label
id str id
name str text

LegacyActionResult
success Literal[True]

LegacyChatCreateRequest
accountID str id
mode LegacyChatCreateMode
type ChatType
participantIDs list[str] id
title str name
user StartChatUser
allowInvite bool
messageText str text

LegacyChatCreateResult
chatID str id
status ChatCreateStatus  4.2.557

LegacyMessagePage
items list[Message]
hasMore bool

LegacyMessageUpdateResult
chatID str id
messageID str id
success bool

LinkPreview
url str media_url
title str text
originalURL str media_url
favicon str media_url
img str media_url
imgSize Dimensions
summary str text

LoginFlow
id str
name str
description str

LoginFlowList
items list[LoginFlow]

LoginInputField
id str
type str
label str
placeholder str
initialValue str text
optional bool

LoginSession
bridgeID str id
loginSessionID str id
status LoginSessionStatus
loginID str id
accountID str id
currentStep LoginStep
account Account
login BridgeLogin
error APIError

LoginSessionCancellation
bridgeID str id
loginSessionID str id
status Literal['cancelled']

LoginSessionCreateRequest
flowID str
loginID str id
accountID str id

LoginStepSubmitRequest
type LoginStepKind
fields dict[str,str] secret
source LoginStepSource
lastURL str secret

MatrixError
errcode str
error str text
retry_after_ms int

MatrixJoinRequest
reason str text
third_party_signed dict[str,Json] text

MatrixLeaveRequest
reason str text

MatrixProfile
displayname str name
avatar_url str media_url
m.tz str text

MatrixRoomResult
room_id str id

Message
id str id
chatID str id
accountID str id
senderID str id
timestamp datetime
sortKey str order
senderName str name
type MessageType  4.2.499
text str text
editedTimestamp datetime  4.2.808
isSender bool
sendStatus SendStatus  4.2.808
isHidden bool  4.2.808
isDeleted bool  4.2.808
attachments list[Attachment]
isUnread bool
linkedMessageID str id 4.2.499
mentions list[str] id 4.2.808
links list[LinkPreview]  4.2.808
reactions list[Reaction]
seen MessageSeen id 4.2.808

MessageAttachmentInput
uploadID str id
type AttachmentHint
fileName str file_name
mimeType str
size RequiredDimensions
duration float

MessageDeleted
type Literal['message.deleted']
seq int
ts datetime
chatID str id
ids list[str] id
accountID str id

MessagePage
items list[Message]
hasMore bool
oldestCursor str order 4.2.808
newestCursor str order 4.2.808

MessageRequestCapabilities
acceptWithMessage CapabilityLevel
acceptWithButton CapabilityLevel

MessageSearchPage
items list[Message]
hasMore bool
oldestCursor str order
newestCursor str order
chats dict[str,Chat] id

MessageSendRequest
text str text
replyToMessageID str id
attachment MessageAttachmentInput  4.2.499

MessageSendResult
chatID str id
pendingMessageID str id

MessageUpdateRequest
text str text

MessageUpserted
type Literal['message.upserted']
seq int
ts datetime
chatID str id
ids list[str] id
entries list[Message]
accountID str id

OAuthError
error str
error_description str text

ParticipantActionCapabilities
ban CapabilityLevel
invite CapabilityLevel
kick CapabilityLevel
leave CapabilityLevel
revokeInvite CapabilityLevel

ProtectedResourceMetadata
resource str address
authorization_servers list[str] address

ProvisioningCapabilities
resolve_identifier ResolveIdentifierCapabilities
group_creation dict[str,GroupTypeCapabilities]
image_pack_import bool

QRCodeLoginDisplay
type Literal['qr']
data str secret

QRScanRequest
data str secret

Reaction
id str id
reactionKey str id
participantID str id
emoji bool
imgURL str media_url

ReactionAddRequest
reactionKey str id
transactionID str id

ReactionAddResult
success Literal[True]
chatID str id
messageID str id
reactionKey str id
transactionID str id

ReactionDeleteResult
success Literal[True]
chatID str id
messageID str id
reactionKey str id

RecoveryKeyRequest
recoveryKey str secret

RecoveryKeyResetRequest
existingRecoveryKey str secret

RecoveryKeyResetResult
recoveryKey str secret
session AppStateSnapshot

ReminderCreateRequest
reminder ReminderInput

ReminderInput
remindAt datetime  4.2.808
dismissOnIncomingMessage bool

RequiredDimensions
width float
height float

ResolveIdentifierCapabilities
create_dm bool
lookup_phone bool
lookup_email bool
lookup_username bool
any_phone bool
contact_list bool
search bool

RevokeRequest
token str secret
token_type_hint TokenTypeHint

SendStatus
status SendStatusCode
timestamp datetime
reason str
message str text
deliveredToUsers list[str] id
internalError str text

ServerInfo
app ServerInfoApp
platform ServerInfoPlatform
server ServerInfoServer
endpoints ServerInfoEndpoints

ServerInfoApp
name str
version str
bundle_id str

ServerInfoEndpoints
oauth ServerInfoOAuthEndpoints
spec str address
mcp str address
ws_events str address

ServerInfoOAuthEndpoints
authorization_endpoint str address
token_endpoint str address
introspection_endpoint str address
userinfo_endpoint str address
revocation_endpoint str address
registration_endpoint str address

ServerInfoPlatform
os str
arch str
release str

ServerInfoServer
status str
base_url str address
port int
hostname str name
remote_access bool
mcp_enabled bool

SessionResult
session AppStateSnapshot

SetupCompleteResult
matrix SetupCredentials
session AppStateSnapshot

SetupCredentials
userID str id
deviceID str id
accessToken str secret
homeserver str address

SetupEmailRequest
setupRequestID str id
email str mail

SetupRegisterRequest
setupRequestID str id
leadToken str secret
username str name
acceptTerms Literal[True]

SetupRegistrationCopy
title str
usernamePlaceholder str
submit str
terms str

SetupRegistrationRequired
registrationRequired Literal[True]
setupRequestID str id
leadToken str secret
copy SetupRegistrationCopy
usernameSuggestions list[str] name

SetupResponseRequest
setupRequestID str id
response str secret

SetupStartResult
setupRequestID str id
signInMethods list[str]

StartChatUser
id str id
email str mail
fullName str name
phoneNumber str number
username str name

StateCapability
level CapabilityLevel

TokenRequest
grant_type Literal['authorization_code']
code str secret
code_verifier str secret
client_id str id
resource str address
redirect_uri str address

TokenResponse
access_token str secret
token_type Literal['Bearer']
expires_in int
scope str

TokenUserInfo
sub str id
scope str
iat datetime
token_use Literal['access']
aud str id
client_id str id
exp datetime

Transcription
transcription str text
engine str
language str

UnifiedSearchResult
results UnifiedSearchResults

UnifiedSearchResults
chats list[Chat]
in_groups list[Chat]
messages MessageSearchPage

User
id str id
username str name
phoneNumber str number
email str mail
fullName str name
imgURL str media_url
cannotMessage bool
isSelf bool

UserInputLoginStep
type Literal['user_input']
stepID str
fields list[LoginInputField]
instructions str text
attachments list[Json]

V0Account
accountID str id
network str
user User

V0AssetDownloadRequest
url str media_url

V0Attachment
type AttachmentType
srcURL str media_url
mimeType str
fileName str file_name
fileSize float
isGif bool
isSticker bool
isVoiceNote bool
duration float
posterImg str media_url
size Dimensions

V0BaseResponse
success bool
error str text

V0Chat
id str id
accountID str id
network str
title str name
type ChatType
participants V0ChatParticipants
unreadCount int
localChatID str id
lastActivity datetime
lastReadMessageSortKey int|str order
isArchived bool
isMuted bool
isPinned bool

V0ChatArchiveRequest
chatID str id
archived bool

V0ChatCreateRequest
accountID str id
participantIDs list[str] id
type ChatType
messageText str text
title str name

V0ChatPage
items list[V0Chat]
hasMore bool
oldestCursor str order
newestCursor str order

V0ChatParticipants
items list[User]
hasMore bool
total int

V0Error
error str text
code str
details dict[str,str] text

V0Message
id str id
messageID str id
chatID str id
accountID str id
senderID str id
timestamp datetime
sortKey str|float order
senderName str name
text str text
isSender bool
isUnread bool
attachments list[V0Attachment]
reactions list[Reaction]

V0MessageSearchPage
items list[V0Message]
hasMore bool
oldestCursor str order
newestCursor str order
chats dict[str,V0Chat] id

V0MessageSendRequest
chatID str id
text str text
replyToMessageID str id

V0OpenAppRequest
chatID str id
messageID str id
draftText str text
draftAttachmentPath str media_url

V0OpenAppResponse
success bool

V0ReminderCreateRequest
chatID str id
reminder V0ReminderInput

V0ReminderDeleteRequest
chatID str id

V0ReminderInput
remindAtMs float
dismissOnIncomingMessage bool

V0UnifiedSearchResult
results V0UnifiedSearchResults

V0UnifiedSearchResults
chats list[V0Chat]
in_groups list[V0Chat]
messages V0MessageSearchPage

ValidationErrorDetails
issues list[ValidationIssue]

ValidationIssue
code str
message str text
path list[str|float] id

Verification
id str id
purpose VerificationPurpose
direction VerificationDirection
state VerificationState
methods list[VerificationMethod]
availableActions list[VerificationAction]
otherUserID str id
otherDevice VerificationDevice
qr VerificationQR
sas VerificationSAS
error VerificationError

VerificationCancelRequest
code str
reason str text

VerificationCreateRequest
userID str id
purpose VerificationPurpose

VerificationDevice
id str id
name str name

VerificationError
code str
reason str text

VerificationList
items list[Verification]

VerificationQR
data str secret

VerificationRemoved
type Literal['verification.removed']
seq int
ts datetime

VerificationResult
session AppStateSnapshot
verification Verification

VerificationSAS
emojis str secret
decimals str secret

VerificationUpdated
type Literal['verification.updated']
seq int
ts datetime
verification Verification

WSAppSubscription
state bool

WSError
type Literal['error']
requestID str id
code WSErrorCode
message str text

WSReady
type Literal['ready']
version Literal[1]
chatIDs list[str] id
app WSAppSubscription  4.3.0

WSSubscriptionsSet
type Literal['subscriptions.set']
requestID str id
chatIDs list[str] id
app WSAppSubscription  4.3.0

WSSubscriptionsUpdated
type Literal['subscriptions.updated']
requestID str id
chatIDs list[str] id
app WSAppSubscription  4.3.0

ChatWithPreview Chat
preview Message

CreatedChat Chat
chatID str id
status ChatCreateStatus

EditedMessage Message
messageID str id
success Literal[True]

Participant User
isAdmin bool  4.2.808
isPending bool  4.2.808
isNetworkBot bool  4.2.808

V0ChatCreateResponse V0BaseResponse
chatID str id

V0MessageSendResponse V0BaseResponse
chatID str id
pendingMessageID str id

""")
"""The fields of each model: JSON name, type, kind of personal data, first app version."""

ENUMS: dict[str, tuple[str | int, ...]] = {
    name: get_args(known)
    for name, value in vars(_enums).items()
    for known in (value, *get_args(value))
    if get_origin(known) is Literal and not name.endswith("Input")
}
"""The known values of each enum."""
