# @generated

"""Models, unions and enums of the API. Each is imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import by_module, lazy

if TYPE_CHECKING:
    from .._message_kind import MessageKind as MessageKind
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
    from ._enums import ChatTypeInput as ChatTypeInput
    from ._enums import CookieFieldType as CookieFieldType
    from ._enums import Direction as Direction
    from ._enums import DisappearingTimerType as DisappearingTimerType
    from ._enums import DraftAttachmentType as DraftAttachmentType
    from ._enums import GroupTimerType as GroupTimerType
    from ._enums import InboxName as InboxName
    from ._enums import LegacyChatCreateMode as LegacyChatCreateMode
    from ._enums import LoginRemovalScope as LoginRemovalScope
    from ._enums import LoginRemovalScopeInput as LoginRemovalScopeInput
    from ._enums import LoginSessionStatus as LoginSessionStatus
    from ._enums import LoginStepKind as LoginStepKind
    from ._enums import LoginStepSource as LoginStepSource
    from ._enums import MediaType as MediaType
    from ._enums import MessageType as MessageType
    from ._enums import OAuthScope as OAuthScope
    from ._enums import OAuthScopeInput as OAuthScopeInput
    from ._enums import SendStatusCode as SendStatusCode
    from ._enums import TokenTypeHint as TokenTypeHint
    from ._enums import VerificationAction as VerificationAction
    from ._enums import VerificationDirection as VerificationDirection
    from ._enums import VerificationMethod as VerificationMethod
    from ._enums import VerificationPurpose as VerificationPurpose
    from ._enums import VerificationPurposeInput as VerificationPurposeInput
    from ._enums import VerificationState as VerificationState
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
    from .assets import AssetDownloadRequest as AssetDownloadRequest
    from .assets import AssetUploadBase64Request as AssetUploadBase64Request
    from .assets import AssetUploadMultipart as AssetUploadMultipart
    from .assets import AssetUploadResult as AssetUploadResult
    from .bodies import AppStateUpdated as AppStateUpdated
    from .bodies import ChatArchiveRequest as ChatArchiveRequest
    from .bodies import ChatCreateRequest as ChatCreateRequest
    from .bodies import ChatDeleted as ChatDeleted
    from .bodies import ChatMarkReadRequest as ChatMarkReadRequest
    from .bodies import ChatMarkUnreadRequest as ChatMarkUnreadRequest
    from .bodies import ChatStartRequest as ChatStartRequest
    from .bodies import ChatUpdateRequest as ChatUpdateRequest
    from .bodies import ChatUpserted as ChatUpserted
    from .bodies import Error as Error
    from .bodies import ErrorDetails as ErrorDetails
    from .bodies import LegacyActionResult as LegacyActionResult
    from .bodies import LegacyChatCreateRequest as LegacyChatCreateRequest
    from .bodies import LegacyMessagePage as LegacyMessagePage
    from .bodies import MessageDeleted as MessageDeleted
    from .bodies import MessageSendRequest as MessageSendRequest
    from .bodies import MessageUpdateRequest as MessageUpdateRequest
    from .bodies import MessageUpserted as MessageUpserted
    from .bodies import ReactionAddRequest as ReactionAddRequest
    from .bodies import ReminderCreateRequest as ReminderCreateRequest
    from .bodies import ValidationErrorDetails as ValidationErrorDetails
    from .bodies import ValidationIssue as ValidationIssue
    from .bodies import VerificationRemoved as VerificationRemoved
    from .bodies import VerificationUpdated as VerificationUpdated
    from .bodies import WSAppSubscription as WSAppSubscription
    from .bodies import WSError as WSError
    from .bodies import WSOutgoing as WSOutgoing
    from .bodies import WSReady as WSReady
    from .bodies import WSSubscriptionsSet as WSSubscriptionsSet
    from .bodies import WSSubscriptionsUpdated as WSSubscriptionsUpdated
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
    from .chat_page import ChatPage as ChatPage
    from .chat_with_preview_page import ChatWithPreview as ChatWithPreview
    from .chat_with_preview_page import ChatWithPreviewPage as ChatWithPreviewPage
    from .contact_page import ContactPage as ContactPage
    from .contact_search_result import ContactSearchResult as ContactSearchResult
    from .created_chat import CreatedChat as CreatedChat
    from .dimensions import Dimensions as Dimensions
    from .info import ServerInfo as ServerInfo
    from .info import ServerInfoEndpoints as ServerInfoEndpoints
    from .info import ServerInfoOAuthEndpoints as ServerInfoOAuthEndpoints
    from .info import ServerInfoPlatform as ServerInfoPlatform
    from .info import ServerInfoServer as ServerInfoServer
    from .input_dicts import AuthorizeClientInfoDict as AuthorizeClientInfoDict
    from .input_dicts import ChatDraftInputDict as ChatDraftInputDict
    from .input_dicts import DraftAttachmentInputDict as DraftAttachmentInputDict
    from .input_dicts import MessageAttachmentInputDict as MessageAttachmentInputDict
    from .input_dicts import ReminderInputDict as ReminderInputDict
    from .input_dicts import RequiredDimensionsDict as RequiredDimensionsDict
    from .input_dicts import StartChatUserDict as StartChatUserDict
    from .input_dicts import V0ReminderInputDict as V0ReminderInputDict
    from .inputs import ChatDraftInput as ChatDraftInput
    from .inputs import DraftAttachmentInput as DraftAttachmentInput
    from .inputs import MessageAttachmentInput as MessageAttachmentInput
    from .inputs import ReminderInput as ReminderInput
    from .inputs import RequiredDimensions as RequiredDimensions
    from .inputs import StartChatUser as StartChatUser
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
    from .message_page import MessagePage as MessagePage
    from .message_search_page import MessageSearchPage as MessageSearchPage
    from .message_send_result import MessageSendResult as MessageSendResult
    from .message_update_result import EditedMessage as EditedMessage
    from .message_update_result import LegacyMessageUpdateResult as LegacyMessageUpdateResult
    from .message_update_result import MessageUpdateResult as MessageUpdateResult
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
    from .root import FocusRequest as FocusRequest
    from .root import FocusResult as FocusResult
    from .root import UnifiedSearchResult as UnifiedSearchResult
    from .root import UnifiedSearchResults as UnifiedSearchResults
    from .server_info_app import ServerInfoApp as ServerInfoApp
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

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        by_module(
            **{"._message_kind": "MessageKind"},
            _enums="AccountStatus AppSetupState AttachmentHint AttachmentType BridgeLoginStatus BridgeProvider "
            "BridgeStatus CapabilityLevel ChatCreateStatus ChatSearchScope ChatType ChatTypeFilter ChatTypeInput "
            "CookieFieldType Direction DisappearingTimerType DraftAttachmentType GroupTimerType InboxName "
            "LegacyChatCreateMode LoginRemovalScope LoginRemovalScopeInput LoginSessionStatus LoginStepKind "
            "LoginStepSource MediaType MessageType OAuthScope OAuthScopeInput SendStatusCode TokenTypeHint "
            "VerificationAction VerificationDirection VerificationMethod VerificationPurpose "
            "VerificationPurposeInput VerificationState WSErrorCode",
            account="Account AccountBridge",
            app="AppE2EE AppE2EESecrets AppMatrixIdentity AppStateSnapshot QRScanRequest RecoveryKeyRequest "
            "RecoveryKeyResetRequest RecoveryKeyResetResult SessionResult SetupCompleteResult SetupCredentials "
            "SetupEmailRequest SetupRegisterRequest SetupRegistrationCopy SetupRegistrationRequired "
            "SetupResponseRequest SetupResponseResult SetupStartResult Verification VerificationCancelRequest "
            "VerificationCreateRequest VerificationDevice VerificationError VerificationList VerificationQR "
            "VerificationResult VerificationSAS",
            asset_download_result="AssetDownloadResult",
            assets="AssetDownloadRequest AssetUploadBase64Request AssetUploadMultipart AssetUploadResult",
            bodies="AppStateUpdated ChatArchiveRequest ChatCreateRequest ChatDeleted ChatMarkReadRequest "
            "ChatMarkUnreadRequest ChatStartRequest ChatUpdateRequest ChatUpserted Error ErrorDetails "
            "LegacyActionResult LegacyChatCreateRequest LegacyMessagePage MessageDeleted MessageSendRequest "
            "MessageUpdateRequest MessageUpserted ReactionAddRequest ReminderCreateRequest ValidationErrorDetails "
            "ValidationIssue VerificationRemoved VerificationUpdated WSAppSubscription WSError WSOutgoing WSReady "
            "WSSubscriptionsSet WSSubscriptionsUpdated",
            bridges="APIError Bridge BridgeList BridgeLogin BridgeLoginList BridgeLoginRemoval BridgeLoginRemoveRequest "
            "CodeLoginDisplay CompleteLoginStep CookieField CookiesLoginStep DisappearingTimerCapability "
            "DisplayAndWaitLoginStep EmojiLoginDisplay EmptyLoginDisplay GroupFieldCapability "
            "GroupTypeCapabilities LoginDisplay LoginFlow LoginFlowList LoginInputField LoginSession "
            "LoginSessionCancellation LoginSessionCreateRequest LoginStep LoginStepSubmitRequest "
            "ProvisioningCapabilities QRCodeLoginDisplay ResolveIdentifierCapabilities UserInputLoginStep",
            chat="AttachmentCapabilities Chat ChatCapabilities ChatDisappearingTimerCapabilities ChatDraft ChatMerge "
            "ChatParticipants ChatReminder ChatSnooze ChatStateCapabilities DraftAttachment "
            "MessageRequestCapabilities Participant ParticipantActionCapabilities StateCapability",
            chat_create_result="ChatCreateResult LegacyChatCreateResult",
            chat_page="ChatPage",
            chat_with_preview_page="ChatWithPreview ChatWithPreviewPage",
            contact_page="ContactPage",
            contact_search_result="ContactSearchResult",
            created_chat="CreatedChat",
            dimensions="Dimensions",
            info="ServerInfo ServerInfoEndpoints ServerInfoOAuthEndpoints ServerInfoPlatform ServerInfoServer",
            input_dicts="AuthorizeClientInfoDict ChatDraftInputDict DraftAttachmentInputDict MessageAttachmentInputDict "
            "ReminderInputDict RequiredDimensionsDict StartChatUserDict V0ReminderInputDict",
            inputs="ChatDraftInput DraftAttachmentInput MessageAttachmentInput ReminderInput RequiredDimensions "
            "StartChatUser",
            label="Label",
            matrix="MatrixError MatrixJoinRequest MatrixLeaveRequest MatrixProfile MatrixRoomResult",
            message="Attachment LinkPreview Message MessageSeen SendStatus Transcription",
            message_page="MessagePage",
            message_search_page="MessageSearchPage",
            message_send_result="MessageSendResult",
            message_update_result="EditedMessage LegacyMessageUpdateResult MessageUpdateResult",
            oauth="ActiveTokenIntrospection AuthorizationServerMetadata AuthorizeCallbackRequest "
            "AuthorizeCallbackResponse AuthorizeClientInfo ClientRegistrationRequest ClientRegistrationResponse "
            "InactiveTokenIntrospection IntrospectionClient IntrospectRequest OAuthError "
            "ProtectedResourceMetadata RevokeRequest TokenIntrospection TokenRequest TokenResponse TokenUserInfo",
            reaction="Reaction",
            reaction_add_result="ReactionAddResult",
            reaction_delete_result="ReactionDeleteResult",
            root="FocusRequest FocusResult UnifiedSearchResult UnifiedSearchResults",
            server_info_app="ServerInfoApp",
            user="User",
            v0="V0Account V0AssetDownloadRequest V0Attachment V0BaseResponse V0Chat V0ChatArchiveRequest "
            "V0ChatCreateRequest V0ChatCreateResponse V0ChatPage V0ChatParticipants V0Error V0Message "
            "V0MessageSearchPage V0MessageSendRequest V0MessageSendResponse V0OpenAppRequest V0OpenAppResponse "
            "V0ReminderCreateRequest V0ReminderDeleteRequest V0ReminderInput V0UnifiedSearchResult "
            "V0UnifiedSearchResults",
        ),
        (),
    )
    __all__ = __dir__()
