# @generated from openapi.yaml; do not edit

"""Models, unions and enums of the API. Each is imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy

if TYPE_CHECKING:
    from ._enums import AccountStatus as AccountStatus
    from ._enums import AppSetupState as AppSetupState
    from ._enums import AttachmentHint as AttachmentHint
    from ._enums import AttachmentType as AttachmentType
    from ._enums import BridgeLoginStatus as BridgeLoginStatus
    from ._enums import BridgeProvider as BridgeProvider
    from ._enums import BridgeStatus as BridgeStatus
    from ._enums import CapabilityLevel as CapabilityLevel
    from ._enums import ChatCreateStatus as ChatCreateStatus
    from ._enums import ChatSearchScope as ChatSearchScope
    from ._enums import ChatType as ChatType
    from ._enums import ChatTypeFilter as ChatTypeFilter
    from ._enums import CookieFieldType as CookieFieldType
    from ._enums import Direction as Direction
    from ._enums import DisappearingTimerType as DisappearingTimerType
    from ._enums import DraftAttachmentType as DraftAttachmentType
    from ._enums import GroupTimerType as GroupTimerType
    from ._enums import InboxName as InboxName
    from ._enums import LegacyChatCreateMode as LegacyChatCreateMode
    from ._enums import LoginRemovalScope as LoginRemovalScope
    from ._enums import LoginSessionStatus as LoginSessionStatus
    from ._enums import LoginStepKind as LoginStepKind
    from ._enums import LoginStepSource as LoginStepSource
    from ._enums import MediaType as MediaType
    from ._enums import MessageType as MessageType
    from ._enums import OAuthScope as OAuthScope
    from ._enums import SendStatusCode as SendStatusCode
    from ._enums import TokenTypeHint as TokenTypeHint
    from ._enums import VerificationAction as VerificationAction
    from ._enums import VerificationDirection as VerificationDirection
    from ._enums import VerificationMethod as VerificationMethod
    from ._enums import VerificationPurpose as VerificationPurpose
    from ._enums import VerificationState as VerificationState
    from ._enums import WSDomainEventType as WSDomainEventType
    from ._enums import WSErrorCode as WSErrorCode
    from .account import Account as Account
    from .account import AccountBridge as AccountBridge
    from .app import AppE2EE as AppE2EE
    from .app import AppE2EESecrets as AppE2EESecrets
    from .app import AppMatrixIdentity as AppMatrixIdentity
    from .app import AppStateSnapshot as AppStateSnapshot
    from .app import QRScanRequest as QRScanRequest
    from .app import RecoveryKeyRequest as RecoveryKeyRequest
    from .app import RecoveryKeyResetRequest as RecoveryKeyResetRequest
    from .app import RecoveryKeyResetResult as RecoveryKeyResetResult
    from .app import SessionResult as SessionResult
    from .app import SetupCompleteResult as SetupCompleteResult
    from .app import SetupCredentials as SetupCredentials
    from .app import SetupEmailRequest as SetupEmailRequest
    from .app import SetupRegisterRequest as SetupRegisterRequest
    from .app import SetupRegistrationCopy as SetupRegistrationCopy
    from .app import SetupRegistrationRequired as SetupRegistrationRequired
    from .app import SetupResponseRequest as SetupResponseRequest
    from .app import SetupResponseResult as SetupResponseResult
    from .app import SetupStartResult as SetupStartResult
    from .app import Verification as Verification
    from .app import VerificationCancelRequest as VerificationCancelRequest
    from .app import VerificationCreateRequest as VerificationCreateRequest
    from .app import VerificationDevice as VerificationDevice
    from .app import VerificationError as VerificationError
    from .app import VerificationList as VerificationList
    from .app import VerificationQR as VerificationQR
    from .app import VerificationResult as VerificationResult
    from .app import VerificationSAS as VerificationSAS
    from .asset_download_result import AssetDownloadResult as AssetDownloadResult
    from .asset_upload_result import AssetUploadResult as AssetUploadResult
    from .assets_bodies import AssetDownloadRequest as AssetDownloadRequest
    from .assets_bodies import AssetUploadBase64Request as AssetUploadBase64Request
    from .assets_bodies import AssetUploadMultipart as AssetUploadMultipart
    from .bridges import APIError as APIError
    from .bridges import Bridge as Bridge
    from .bridges import BridgeList as BridgeList
    from .bridges import BridgeLogin as BridgeLogin
    from .bridges import BridgeLoginList as BridgeLoginList
    from .bridges import BridgeLoginRemoval as BridgeLoginRemoval
    from .bridges import BridgeLoginRemoveRequest as BridgeLoginRemoveRequest
    from .bridges import CodeLoginDisplay as CodeLoginDisplay
    from .bridges import CompleteLoginStep as CompleteLoginStep
    from .bridges import CookieField as CookieField
    from .bridges import CookiesLoginStep as CookiesLoginStep
    from .bridges import DisappearingTimerCapability as DisappearingTimerCapability
    from .bridges import DisplayAndWaitLoginStep as DisplayAndWaitLoginStep
    from .bridges import EmojiLoginDisplay as EmojiLoginDisplay
    from .bridges import EmptyLoginDisplay as EmptyLoginDisplay
    from .bridges import GroupFieldCapability as GroupFieldCapability
    from .bridges import GroupTypeCapabilities as GroupTypeCapabilities
    from .bridges import LoginDisplay as LoginDisplay
    from .bridges import LoginFlow as LoginFlow
    from .bridges import LoginFlowList as LoginFlowList
    from .bridges import LoginInputField as LoginInputField
    from .bridges import LoginSession as LoginSession
    from .bridges import LoginSessionCancellation as LoginSessionCancellation
    from .bridges import LoginSessionCreateRequest as LoginSessionCreateRequest
    from .bridges import LoginStep as LoginStep
    from .bridges import LoginStepSubmitRequest as LoginStepSubmitRequest
    from .bridges import ProvisioningCapabilities as ProvisioningCapabilities
    from .bridges import QRCodeLoginDisplay as QRCodeLoginDisplay
    from .bridges import ResolveIdentifierCapabilities as ResolveIdentifierCapabilities
    from .bridges import UserInputLoginStep as UserInputLoginStep
    from .chat import AttachmentCapabilities as AttachmentCapabilities
    from .chat import Chat as Chat
    from .chat import ChatCapabilities as ChatCapabilities
    from .chat import ChatDisappearingTimerCapabilities as ChatDisappearingTimerCapabilities
    from .chat import ChatDraft as ChatDraft
    from .chat import ChatMerge as ChatMerge
    from .chat import ChatParticipants as ChatParticipants
    from .chat import ChatReminder as ChatReminder
    from .chat import ChatSnooze as ChatSnooze
    from .chat import ChatStateCapabilities as ChatStateCapabilities
    from .chat import DraftAttachment as DraftAttachment
    from .chat import MessageRequestCapabilities as MessageRequestCapabilities
    from .chat import Participant as Participant
    from .chat import ParticipantActionCapabilities as ParticipantActionCapabilities
    from .chat import StateCapability as StateCapability
    from .chat_create_result import ChatCreateResult as ChatCreateResult
    from .chat_create_result import LegacyChatCreateResult as LegacyChatCreateResult
    from .chat_draft_input import ChatDraftInput as ChatDraftInput
    from .chat_draft_input import DraftAttachmentInput as DraftAttachmentInput
    from .chat_page import ChatPage as ChatPage
    from .chat_with_preview_page import ChatWithPreview as ChatWithPreview
    from .chat_with_preview_page import ChatWithPreviewPage as ChatWithPreviewPage
    from .chats_bodies import ChatArchiveRequest as ChatArchiveRequest
    from .chats_bodies import ChatCreateRequest as ChatCreateRequest
    from .chats_bodies import ChatMarkReadRequest as ChatMarkReadRequest
    from .chats_bodies import ChatMarkUnreadRequest as ChatMarkUnreadRequest
    from .chats_bodies import ChatStartRequest as ChatStartRequest
    from .chats_bodies import ChatUpdateRequest as ChatUpdateRequest
    from .chats_bodies import LegacyActionResult as LegacyActionResult
    from .chats_bodies import ReactionAddRequest as ReactionAddRequest
    from .chats_bodies import ReminderCreateRequest as ReminderCreateRequest
    from .contact_page import ContactPage as ContactPage
    from .contact_search_result import ContactSearchResult as ContactSearchResult
    from .created_chat import CreatedChat as CreatedChat
    from .dimensions import Dimensions as Dimensions
    from .error import Error as Error
    from .error import ErrorDetails as ErrorDetails
    from .error import ValidationErrorDetails as ValidationErrorDetails
    from .error import ValidationIssue as ValidationIssue
    from .focus_result import FocusResult as FocusResult
    from .info import ServerInfo as ServerInfo
    from .info import ServerInfoEndpoints as ServerInfoEndpoints
    from .info import ServerInfoOAuthEndpoints as ServerInfoOAuthEndpoints
    from .info import ServerInfoPlatform as ServerInfoPlatform
    from .info import ServerInfoServer as ServerInfoServer
    from .label import Label as Label
    from .matrix import MatrixError as MatrixError
    from .matrix import MatrixJoinRequest as MatrixJoinRequest
    from .matrix import MatrixLeaveRequest as MatrixLeaveRequest
    from .matrix import MatrixProfile as MatrixProfile
    from .matrix import MatrixRoomResult as MatrixRoomResult
    from .message import Attachment as Attachment
    from .message import LinkPreview as LinkPreview
    from .message import Message as Message
    from .message import MessageSeen as MessageSeen
    from .message import SendStatus as SendStatus
    from .message import Transcription as Transcription
    from .message_attachment_input import MessageAttachmentInput as MessageAttachmentInput
    from .message_page import MessagePage as MessagePage
    from .message_search_page import MessageSearchPage as MessageSearchPage
    from .message_send_result import MessageSendResult as MessageSendResult
    from .message_update_result import EditedMessage as EditedMessage
    from .message_update_result import LegacyMessageUpdateResult as LegacyMessageUpdateResult
    from .message_update_result import MessageUpdateResult as MessageUpdateResult
    from .messages_bodies import MessageSendRequest as MessageSendRequest
    from .messages_bodies import MessageUpdateRequest as MessageUpdateRequest
    from .oauth import ActiveTokenIntrospection as ActiveTokenIntrospection
    from .oauth import AuthorizationServerMetadata as AuthorizationServerMetadata
    from .oauth import AuthorizeCallbackRequest as AuthorizeCallbackRequest
    from .oauth import AuthorizeCallbackResponse as AuthorizeCallbackResponse
    from .oauth import AuthorizeClientInfo as AuthorizeClientInfo
    from .oauth import ClientRegistrationRequest as ClientRegistrationRequest
    from .oauth import ClientRegistrationResponse as ClientRegistrationResponse
    from .oauth import InactiveTokenIntrospection as InactiveTokenIntrospection
    from .oauth import IntrospectionClient as IntrospectionClient
    from .oauth import IntrospectRequest as IntrospectRequest
    from .oauth import OAuthError as OAuthError
    from .oauth import ProtectedResourceMetadata as ProtectedResourceMetadata
    from .oauth import RevokeRequest as RevokeRequest
    from .oauth import TokenIntrospection as TokenIntrospection
    from .oauth import TokenRequest as TokenRequest
    from .oauth import TokenResponse as TokenResponse
    from .oauth import TokenUserInfo as TokenUserInfo
    from .reaction import Reaction as Reaction
    from .reaction_add_result import ReactionAddResult as ReactionAddResult
    from .reaction_delete_result import ReactionDeleteResult as ReactionDeleteResult
    from .reminder_input import ReminderInput as ReminderInput
    from .required_dimensions import RequiredDimensions as RequiredDimensions
    from .root_bodies import FocusRequest as FocusRequest
    from .server_info_app import ServerInfoApp as ServerInfoApp
    from .start_chat_user import StartChatUser as StartChatUser
    from .unified_search_result import UnifiedSearchResult as UnifiedSearchResult
    from .unified_search_result import UnifiedSearchResults as UnifiedSearchResults
    from .user import User as User
    from .v0 import V0Account as V0Account
    from .v0 import V0AssetDownloadRequest as V0AssetDownloadRequest
    from .v0 import V0Attachment as V0Attachment
    from .v0 import V0BaseResponse as V0BaseResponse
    from .v0 import V0Chat as V0Chat
    from .v0 import V0ChatArchiveRequest as V0ChatArchiveRequest
    from .v0 import V0ChatCreateRequest as V0ChatCreateRequest
    from .v0 import V0ChatCreateResponse as V0ChatCreateResponse
    from .v0 import V0ChatPage as V0ChatPage
    from .v0 import V0ChatParticipants as V0ChatParticipants
    from .v0 import V0Error as V0Error
    from .v0 import V0Message as V0Message
    from .v0 import V0MessageSearchPage as V0MessageSearchPage
    from .v0 import V0MessageSendRequest as V0MessageSendRequest
    from .v0 import V0MessageSendResponse as V0MessageSendResponse
    from .v0 import V0OpenAppRequest as V0OpenAppRequest
    from .v0 import V0OpenAppResponse as V0OpenAppResponse
    from .v0 import V0ReminderCreateRequest as V0ReminderCreateRequest
    from .v0 import V0ReminderDeleteRequest as V0ReminderDeleteRequest
    from .v0 import V0ReminderInput as V0ReminderInput
    from .v0 import V0UnifiedSearchResult as V0UnifiedSearchResult
    from .v0 import V0UnifiedSearchResults as V0UnifiedSearchResults
    from .ws_outgoing import LegacyChatCreateRequest as LegacyChatCreateRequest
    from .ws_outgoing import LegacyMessagePage as LegacyMessagePage
    from .ws_outgoing import WSAppStateUpdated as WSAppStateUpdated
    from .ws_outgoing import WSAppSubscription as WSAppSubscription
    from .ws_outgoing import WSDomainEvent as WSDomainEvent
    from .ws_outgoing import WSError as WSError
    from .ws_outgoing import WSOutgoing as WSOutgoing
    from .ws_outgoing import WSReady as WSReady
    from .ws_outgoing import WSSubscriptionsSet as WSSubscriptionsSet
    from .ws_outgoing import WSSubscriptionsUpdated as WSSubscriptionsUpdated
    from .ws_outgoing import WSVerificationRemoved as WSVerificationRemoved
    from .ws_outgoing import WSVerificationUpdated as WSVerificationUpdated

__all__ = [
    "APIError",
    "Account",
    "AccountBridge",
    "AccountStatus",
    "ActiveTokenIntrospection",
    "AppE2EE",
    "AppE2EESecrets",
    "AppMatrixIdentity",
    "AppSetupState",
    "AppStateSnapshot",
    "AssetDownloadRequest",
    "AssetDownloadResult",
    "AssetUploadBase64Request",
    "AssetUploadMultipart",
    "AssetUploadResult",
    "Attachment",
    "AttachmentCapabilities",
    "AttachmentHint",
    "AttachmentType",
    "AuthorizationServerMetadata",
    "AuthorizeCallbackRequest",
    "AuthorizeCallbackResponse",
    "AuthorizeClientInfo",
    "Bridge",
    "BridgeList",
    "BridgeLogin",
    "BridgeLoginList",
    "BridgeLoginRemoval",
    "BridgeLoginRemoveRequest",
    "BridgeLoginStatus",
    "BridgeProvider",
    "BridgeStatus",
    "CapabilityLevel",
    "Chat",
    "ChatArchiveRequest",
    "ChatCapabilities",
    "ChatCreateRequest",
    "ChatCreateResult",
    "ChatCreateStatus",
    "ChatDisappearingTimerCapabilities",
    "ChatDraft",
    "ChatDraftInput",
    "ChatMarkReadRequest",
    "ChatMarkUnreadRequest",
    "ChatMerge",
    "ChatPage",
    "ChatParticipants",
    "ChatReminder",
    "ChatSearchScope",
    "ChatSnooze",
    "ChatStartRequest",
    "ChatStateCapabilities",
    "ChatType",
    "ChatTypeFilter",
    "ChatUpdateRequest",
    "ChatWithPreview",
    "ChatWithPreviewPage",
    "ClientRegistrationRequest",
    "ClientRegistrationResponse",
    "CodeLoginDisplay",
    "CompleteLoginStep",
    "ContactPage",
    "ContactSearchResult",
    "CookieField",
    "CookieFieldType",
    "CookiesLoginStep",
    "CreatedChat",
    "Dimensions",
    "Direction",
    "DisappearingTimerCapability",
    "DisappearingTimerType",
    "DisplayAndWaitLoginStep",
    "DraftAttachment",
    "DraftAttachmentInput",
    "DraftAttachmentType",
    "EditedMessage",
    "EmojiLoginDisplay",
    "EmptyLoginDisplay",
    "Error",
    "ErrorDetails",
    "FocusRequest",
    "FocusResult",
    "GroupFieldCapability",
    "GroupTimerType",
    "GroupTypeCapabilities",
    "InactiveTokenIntrospection",
    "InboxName",
    "IntrospectRequest",
    "IntrospectionClient",
    "Label",
    "LegacyActionResult",
    "LegacyChatCreateMode",
    "LegacyChatCreateRequest",
    "LegacyChatCreateResult",
    "LegacyMessagePage",
    "LegacyMessageUpdateResult",
    "LinkPreview",
    "LoginDisplay",
    "LoginFlow",
    "LoginFlowList",
    "LoginInputField",
    "LoginRemovalScope",
    "LoginSession",
    "LoginSessionCancellation",
    "LoginSessionCreateRequest",
    "LoginSessionStatus",
    "LoginStep",
    "LoginStepKind",
    "LoginStepSource",
    "LoginStepSubmitRequest",
    "MatrixError",
    "MatrixJoinRequest",
    "MatrixLeaveRequest",
    "MatrixProfile",
    "MatrixRoomResult",
    "MediaType",
    "Message",
    "MessageAttachmentInput",
    "MessagePage",
    "MessageRequestCapabilities",
    "MessageSearchPage",
    "MessageSeen",
    "MessageSendRequest",
    "MessageSendResult",
    "MessageType",
    "MessageUpdateRequest",
    "MessageUpdateResult",
    "OAuthError",
    "OAuthScope",
    "Participant",
    "ParticipantActionCapabilities",
    "ProtectedResourceMetadata",
    "ProvisioningCapabilities",
    "QRCodeLoginDisplay",
    "QRScanRequest",
    "Reaction",
    "ReactionAddRequest",
    "ReactionAddResult",
    "ReactionDeleteResult",
    "RecoveryKeyRequest",
    "RecoveryKeyResetRequest",
    "RecoveryKeyResetResult",
    "ReminderCreateRequest",
    "ReminderInput",
    "RequiredDimensions",
    "ResolveIdentifierCapabilities",
    "RevokeRequest",
    "SendStatus",
    "SendStatusCode",
    "ServerInfo",
    "ServerInfoApp",
    "ServerInfoEndpoints",
    "ServerInfoOAuthEndpoints",
    "ServerInfoPlatform",
    "ServerInfoServer",
    "SessionResult",
    "SetupCompleteResult",
    "SetupCredentials",
    "SetupEmailRequest",
    "SetupRegisterRequest",
    "SetupRegistrationCopy",
    "SetupRegistrationRequired",
    "SetupResponseRequest",
    "SetupResponseResult",
    "SetupStartResult",
    "StartChatUser",
    "StateCapability",
    "TokenIntrospection",
    "TokenRequest",
    "TokenResponse",
    "TokenTypeHint",
    "TokenUserInfo",
    "Transcription",
    "UnifiedSearchResult",
    "UnifiedSearchResults",
    "User",
    "UserInputLoginStep",
    "V0Account",
    "V0AssetDownloadRequest",
    "V0Attachment",
    "V0BaseResponse",
    "V0Chat",
    "V0ChatArchiveRequest",
    "V0ChatCreateRequest",
    "V0ChatCreateResponse",
    "V0ChatPage",
    "V0ChatParticipants",
    "V0Error",
    "V0Message",
    "V0MessageSearchPage",
    "V0MessageSendRequest",
    "V0MessageSendResponse",
    "V0OpenAppRequest",
    "V0OpenAppResponse",
    "V0ReminderCreateRequest",
    "V0ReminderDeleteRequest",
    "V0ReminderInput",
    "V0UnifiedSearchResult",
    "V0UnifiedSearchResults",
    "ValidationErrorDetails",
    "ValidationIssue",
    "Verification",
    "VerificationAction",
    "VerificationCancelRequest",
    "VerificationCreateRequest",
    "VerificationDevice",
    "VerificationDirection",
    "VerificationError",
    "VerificationList",
    "VerificationMethod",
    "VerificationPurpose",
    "VerificationQR",
    "VerificationResult",
    "VerificationSAS",
    "VerificationState",
    "WSAppStateUpdated",
    "WSAppSubscription",
    "WSDomainEvent",
    "WSDomainEventType",
    "WSError",
    "WSErrorCode",
    "WSOutgoing",
    "WSReady",
    "WSSubscriptionsSet",
    "WSSubscriptionsUpdated",
    "WSVerificationRemoved",
    "WSVerificationUpdated",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        {
            "Account": "account",
            "AccountBridge": "account",
            "AccountStatus": "_enums",
            "ActiveTokenIntrospection": "oauth",
            "APIError": "bridges",
            "AppE2EE": "app",
            "AppE2EESecrets": "app",
            "AppMatrixIdentity": "app",
            "AppSetupState": "_enums",
            "AppStateSnapshot": "app",
            "AssetDownloadRequest": "assets_bodies",
            "AssetDownloadResult": "asset_download_result",
            "AssetUploadBase64Request": "assets_bodies",
            "AssetUploadMultipart": "assets_bodies",
            "AssetUploadResult": "asset_upload_result",
            "Attachment": "message",
            "AttachmentCapabilities": "chat",
            "AttachmentHint": "_enums",
            "AttachmentType": "_enums",
            "AuthorizationServerMetadata": "oauth",
            "AuthorizeCallbackRequest": "oauth",
            "AuthorizeCallbackResponse": "oauth",
            "AuthorizeClientInfo": "oauth",
            "Bridge": "bridges",
            "BridgeList": "bridges",
            "BridgeLogin": "bridges",
            "BridgeLoginList": "bridges",
            "BridgeLoginRemoval": "bridges",
            "BridgeLoginRemoveRequest": "bridges",
            "BridgeLoginStatus": "_enums",
            "BridgeProvider": "_enums",
            "BridgeStatus": "_enums",
            "CapabilityLevel": "_enums",
            "Chat": "chat",
            "ChatArchiveRequest": "chats_bodies",
            "ChatCapabilities": "chat",
            "ChatCreateRequest": "chats_bodies",
            "ChatCreateResult": "chat_create_result",
            "ChatCreateStatus": "_enums",
            "ChatDisappearingTimerCapabilities": "chat",
            "ChatDraft": "chat",
            "ChatDraftInput": "chat_draft_input",
            "ChatMarkReadRequest": "chats_bodies",
            "ChatMarkUnreadRequest": "chats_bodies",
            "ChatMerge": "chat",
            "ChatPage": "chat_page",
            "ChatParticipants": "chat",
            "ChatReminder": "chat",
            "ChatSearchScope": "_enums",
            "ChatSnooze": "chat",
            "ChatStartRequest": "chats_bodies",
            "ChatStateCapabilities": "chat",
            "ChatType": "_enums",
            "ChatTypeFilter": "_enums",
            "ChatUpdateRequest": "chats_bodies",
            "ChatWithPreview": "chat_with_preview_page",
            "ChatWithPreviewPage": "chat_with_preview_page",
            "ClientRegistrationRequest": "oauth",
            "ClientRegistrationResponse": "oauth",
            "CodeLoginDisplay": "bridges",
            "CompleteLoginStep": "bridges",
            "ContactPage": "contact_page",
            "ContactSearchResult": "contact_search_result",
            "CookieField": "bridges",
            "CookieFieldType": "_enums",
            "CookiesLoginStep": "bridges",
            "CreatedChat": "created_chat",
            "Dimensions": "dimensions",
            "Direction": "_enums",
            "DisappearingTimerCapability": "bridges",
            "DisappearingTimerType": "_enums",
            "DisplayAndWaitLoginStep": "bridges",
            "DraftAttachment": "chat",
            "DraftAttachmentInput": "chat_draft_input",
            "DraftAttachmentType": "_enums",
            "EditedMessage": "message_update_result",
            "EmojiLoginDisplay": "bridges",
            "EmptyLoginDisplay": "bridges",
            "Error": "error",
            "ErrorDetails": "error",
            "FocusRequest": "root_bodies",
            "FocusResult": "focus_result",
            "GroupFieldCapability": "bridges",
            "GroupTimerType": "_enums",
            "GroupTypeCapabilities": "bridges",
            "InactiveTokenIntrospection": "oauth",
            "InboxName": "_enums",
            "IntrospectionClient": "oauth",
            "IntrospectRequest": "oauth",
            "Label": "label",
            "LegacyActionResult": "chats_bodies",
            "LegacyChatCreateMode": "_enums",
            "LegacyChatCreateRequest": "ws_outgoing",
            "LegacyChatCreateResult": "chat_create_result",
            "LegacyMessagePage": "ws_outgoing",
            "LegacyMessageUpdateResult": "message_update_result",
            "LinkPreview": "message",
            "LoginDisplay": "bridges",
            "LoginFlow": "bridges",
            "LoginFlowList": "bridges",
            "LoginInputField": "bridges",
            "LoginRemovalScope": "_enums",
            "LoginSession": "bridges",
            "LoginSessionCancellation": "bridges",
            "LoginSessionCreateRequest": "bridges",
            "LoginSessionStatus": "_enums",
            "LoginStep": "bridges",
            "LoginStepKind": "_enums",
            "LoginStepSource": "_enums",
            "LoginStepSubmitRequest": "bridges",
            "MatrixError": "matrix",
            "MatrixJoinRequest": "matrix",
            "MatrixLeaveRequest": "matrix",
            "MatrixProfile": "matrix",
            "MatrixRoomResult": "matrix",
            "MediaType": "_enums",
            "Message": "message",
            "MessageAttachmentInput": "message_attachment_input",
            "MessagePage": "message_page",
            "MessageRequestCapabilities": "chat",
            "MessageSearchPage": "message_search_page",
            "MessageSeen": "message",
            "MessageSendRequest": "messages_bodies",
            "MessageSendResult": "message_send_result",
            "MessageType": "_enums",
            "MessageUpdateRequest": "messages_bodies",
            "MessageUpdateResult": "message_update_result",
            "OAuthError": "oauth",
            "OAuthScope": "_enums",
            "Participant": "chat",
            "ParticipantActionCapabilities": "chat",
            "ProtectedResourceMetadata": "oauth",
            "ProvisioningCapabilities": "bridges",
            "QRCodeLoginDisplay": "bridges",
            "QRScanRequest": "app",
            "Reaction": "reaction",
            "ReactionAddRequest": "chats_bodies",
            "ReactionAddResult": "reaction_add_result",
            "ReactionDeleteResult": "reaction_delete_result",
            "RecoveryKeyRequest": "app",
            "RecoveryKeyResetRequest": "app",
            "RecoveryKeyResetResult": "app",
            "ReminderCreateRequest": "chats_bodies",
            "ReminderInput": "reminder_input",
            "RequiredDimensions": "required_dimensions",
            "ResolveIdentifierCapabilities": "bridges",
            "RevokeRequest": "oauth",
            "SendStatus": "message",
            "SendStatusCode": "_enums",
            "ServerInfo": "info",
            "ServerInfoApp": "server_info_app",
            "ServerInfoEndpoints": "info",
            "ServerInfoOAuthEndpoints": "info",
            "ServerInfoPlatform": "info",
            "ServerInfoServer": "info",
            "SessionResult": "app",
            "SetupCompleteResult": "app",
            "SetupCredentials": "app",
            "SetupEmailRequest": "app",
            "SetupRegisterRequest": "app",
            "SetupRegistrationCopy": "app",
            "SetupRegistrationRequired": "app",
            "SetupResponseRequest": "app",
            "SetupResponseResult": "app",
            "SetupStartResult": "app",
            "StartChatUser": "start_chat_user",
            "StateCapability": "chat",
            "TokenIntrospection": "oauth",
            "TokenRequest": "oauth",
            "TokenResponse": "oauth",
            "TokenTypeHint": "_enums",
            "TokenUserInfo": "oauth",
            "Transcription": "message",
            "UnifiedSearchResult": "unified_search_result",
            "UnifiedSearchResults": "unified_search_result",
            "User": "user",
            "UserInputLoginStep": "bridges",
            "V0Account": "v0",
            "V0AssetDownloadRequest": "v0",
            "V0Attachment": "v0",
            "V0BaseResponse": "v0",
            "V0Chat": "v0",
            "V0ChatArchiveRequest": "v0",
            "V0ChatCreateRequest": "v0",
            "V0ChatCreateResponse": "v0",
            "V0ChatPage": "v0",
            "V0ChatParticipants": "v0",
            "V0Error": "v0",
            "V0Message": "v0",
            "V0MessageSearchPage": "v0",
            "V0MessageSendRequest": "v0",
            "V0MessageSendResponse": "v0",
            "V0OpenAppRequest": "v0",
            "V0OpenAppResponse": "v0",
            "V0ReminderCreateRequest": "v0",
            "V0ReminderDeleteRequest": "v0",
            "V0ReminderInput": "v0",
            "V0UnifiedSearchResult": "v0",
            "V0UnifiedSearchResults": "v0",
            "ValidationErrorDetails": "error",
            "ValidationIssue": "error",
            "Verification": "app",
            "VerificationAction": "_enums",
            "VerificationCancelRequest": "app",
            "VerificationCreateRequest": "app",
            "VerificationDevice": "app",
            "VerificationDirection": "_enums",
            "VerificationError": "app",
            "VerificationList": "app",
            "VerificationMethod": "_enums",
            "VerificationPurpose": "_enums",
            "VerificationQR": "app",
            "VerificationResult": "app",
            "VerificationSAS": "app",
            "VerificationState": "_enums",
            "WSAppStateUpdated": "ws_outgoing",
            "WSAppSubscription": "ws_outgoing",
            "WSDomainEvent": "ws_outgoing",
            "WSDomainEventType": "_enums",
            "WSError": "ws_outgoing",
            "WSErrorCode": "_enums",
            "WSOutgoing": "ws_outgoing",
            "WSReady": "ws_outgoing",
            "WSSubscriptionsSet": "ws_outgoing",
            "WSSubscriptionsUpdated": "ws_outgoing",
            "WSVerificationRemoved": "ws_outgoing",
            "WSVerificationUpdated": "ws_outgoing",
        },
        (),
    )
