# @generated

"""Service interfaces of this package's router groups; regenerate them instead of editing."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from beeper_sdk_server import models
from fastapi import Request
from fastapi.responses import Response
from pydantic import AwareDatetime
from typing_extensions import TypeVar

from ._runtime.server.responses import HTTPResult

PrincipalT_contra = TypeVar("PrincipalT_contra", contravariant=True)


class DesktopService(Protocol[PrincipalT_contra]):
    """Implement the desktop operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def focus(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.FocusRequest | None,
    ) -> models.FocusResult | HTTPResult[models.FocusResult | models.Error] | Response:
        """
        Handle POST /v1/focus.
        """

    @abstractmethod
    async def search(
        self,
        *,
        principal: PrincipalT_contra,
        query: str,
    ) -> models.UnifiedSearchResult | HTTPResult[models.UnifiedSearchResult | models.Error] | Response:
        """
        Handle GET /v1/search.
        """


class AccountsService(Protocol[PrincipalT_contra]):
    """Implement the accounts operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def accounts_list(
        self,
        *,
        principal: PrincipalT_contra,
    ) -> models.AccountsListResponse | HTTPResult[models.AccountsListResponse | models.Error] | Response:
        """
        Handle GET /v1/accounts.
        """

    @abstractmethod
    async def accounts_retrieve(
        self,
        *,
        principal: PrincipalT_contra,
        account_id: str,
    ) -> models.Account | HTTPResult[models.Account | models.Error] | Response:
        """
        Handle GET /v1/accounts/{accountID}.
        """


class ContactsService(Protocol[PrincipalT_contra]):
    """Implement the contacts operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def accounts_contacts_search(
        self,
        *,
        principal: PrincipalT_contra,
        account_id: str,
        query: str,
    ) -> models.ContactSearchResult | HTTPResult[models.ContactSearchResult | models.Error] | Response:
        """
        Handle GET /v1/accounts/{accountID}/contacts.
        """

    @abstractmethod
    async def accounts_contacts_list(
        self,
        *,
        principal: PrincipalT_contra,
        account_id: str,
        cursor: str | None,
        direction: models.Direction | None,
        limit: int,
        query: str | None,
    ) -> models.ContactPage | HTTPResult[models.ContactPage | models.Error] | Response:
        """
        Handle GET /v1/accounts/{accountID}/contacts/list.
        """


class BridgesService(Protocol[PrincipalT_contra]):
    """Implement the bridges operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def bridges_list(
        self,
        *,
        principal: PrincipalT_contra,
    ) -> models.BridgeList | HTTPResult[models.BridgeList | models.Error] | Response:
        """
        Handle GET /v1/bridges.
        """

    @abstractmethod
    async def bridges_retrieve(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
    ) -> models.Bridge | HTTPResult[models.Bridge | models.Error] | Response:
        """
        Handle GET /v1/bridges/{bridgeID}.
        """

    @abstractmethod
    async def bridges_retrieve_capabilities(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
    ) -> models.ProvisioningCapabilities | HTTPResult[models.ProvisioningCapabilities | models.Error] | Response:
        """
        Handle GET /v1/bridges/{bridgeID}/capabilities.
        """

    @abstractmethod
    async def bridges_login_flows_list(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
    ) -> models.LoginFlowList | HTTPResult[models.LoginFlowList | models.Error] | Response:
        """
        Handle GET /v1/bridges/{bridgeID}/login-flows.
        """

    @abstractmethod
    async def bridges_logins_list(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
    ) -> models.BridgeLoginList | HTTPResult[models.BridgeLoginList | models.Error] | Response:
        """
        Handle GET /v1/bridges/{bridgeID}/logins.
        """

    @abstractmethod
    async def bridges_logins_retrieve(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
        login_id: str,
    ) -> models.BridgeLogin | HTTPResult[models.BridgeLogin | models.Error] | Response:
        """
        Handle GET /v1/bridges/{bridgeID}/logins/{loginID}.
        """

    @abstractmethod
    async def bridges_logins_remove(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
        login_id: str,
        body: models.BridgeLoginRemoveRequest,
    ) -> models.BridgeLoginRemoval | HTTPResult[models.BridgeLoginRemoval | models.Error] | Response:
        """
        Handle POST /v1/bridges/{bridgeID}/logins/{loginID}/remove.
        """

    @abstractmethod
    async def bridges_login_sessions_create(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
        body: models.LoginSessionCreateRequest | None,
    ) -> models.LoginSession | HTTPResult[models.LoginSession | models.Error] | Response:
        """
        Handle POST /v1/bridges/{bridgeID}/login-sessions.
        """

    @abstractmethod
    async def bridges_login_sessions_retrieve(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
        login_session_id: str,
    ) -> models.LoginSession | HTTPResult[models.LoginSession | models.Error] | Response:
        """
        Handle GET /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}.
        """

    @abstractmethod
    async def bridges_login_sessions_cancel(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
        login_session_id: str,
    ) -> models.LoginSessionCancellation | HTTPResult[models.LoginSessionCancellation | models.Error] | Response:
        """
        Handle DELETE /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}.
        """

    @abstractmethod
    async def bridges_login_sessions_steps_submit(
        self,
        *,
        principal: PrincipalT_contra,
        bridge_id: str,
        login_session_id: str,
        step_id: str,
        body: models.LoginStepSubmitRequest,
    ) -> models.LoginSession | HTTPResult[models.LoginSession | models.Error] | Response:
        """
        Handle POST /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}.
        """


class ChatsService(Protocol[PrincipalT_contra]):
    """Implement the chats operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def chats_list(
        self,
        *,
        principal: PrincipalT_contra,
        account_ids: list[str] | None,
        cursor: str | None,
        direction: models.Direction | None,
        limit: int,
    ) -> models.ChatWithPreviewPage | HTTPResult[models.ChatWithPreviewPage | models.Error] | Response:
        """
        Handle GET /v1/chats.
        """

    @abstractmethod
    async def chats_create(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.ChatCreateRequest,
    ) -> models.ChatCreateResult | HTTPResult[models.ChatCreateResult | models.Error] | Response:
        """
        Handle POST /v1/chats.
        """

    @abstractmethod
    async def chats_start(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.ChatStartRequest,
    ) -> models.CreatedChat | HTTPResult[models.CreatedChat | models.Error] | Response:
        """
        Handle POST /v1/chats/start.
        """

    @abstractmethod
    async def chats_search(
        self,
        *,
        principal: PrincipalT_contra,
        account_ids: list[str] | None,
        cursor: str | None,
        direction: models.Direction | None,
        inbox: models.InboxName | None,
        include_muted: bool | None,
        label_id: str | None,
        last_activity_after: AwareDatetime | None,
        last_activity_before: AwareDatetime | None,
        limit: int,
        query: str | None,
        scope: models.ChatSearchScope,
        type: models.ChatTypeFilter,
        unread_only: bool | None,
    ) -> models.ChatPage | HTTPResult[models.ChatPage | models.Error] | Response:
        """
        Handle GET /v1/chats/search.
        """

    @abstractmethod
    async def chats_retrieve(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        max_participant_count: int | None,
    ) -> models.Chat | HTTPResult[models.Chat | models.Error] | Response:
        """
        Handle GET /v1/chats/{chatID}.
        """

    @abstractmethod
    async def chats_update(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        body: models.ChatUpdateRequest,
    ) -> models.Chat | HTTPResult[models.Chat | models.Error] | Response:
        """
        Handle PATCH /v1/chats/{chatID}.
        """

    @abstractmethod
    async def chats_archive(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        body: models.ChatArchiveRequest | None,
    ) -> models.LegacyActionResult | HTTPResult[models.LegacyActionResult | models.Error] | Response:
        """
        Handle POST /v1/chats/{chatID}/archive.
        """

    @abstractmethod
    async def chats_mark_read(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        body: models.ChatMarkReadRequest | None,
    ) -> models.Chat | HTTPResult[models.Chat | models.Error] | Response:
        """
        Handle POST /v1/chats/{chatID}/read.
        """

    @abstractmethod
    async def chats_mark_unread(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        body: models.ChatMarkUnreadRequest | None,
    ) -> models.Chat | HTTPResult[models.Chat | models.Error] | Response:
        """
        Handle POST /v1/chats/{chatID}/unread.
        """

    @abstractmethod
    async def chats_notify_anyway(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        body: models.EmptyRequest | None,
    ) -> models.Chat | HTTPResult[models.Chat | models.Error] | Response:
        """
        Handle POST /v1/chats/{chatID}/notify-anyway.
        """

    @abstractmethod
    async def chats_reminders_create(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        body: models.ReminderCreateRequest,
    ) -> models.LegacyActionResult | HTTPResult[models.LegacyActionResult | models.Error] | Response:
        """
        Handle POST /v1/chats/{chatID}/reminders.
        """

    @abstractmethod
    async def chats_reminders_delete(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
    ) -> models.LegacyActionResult | HTTPResult[models.LegacyActionResult | models.Error] | Response:
        """
        Handle DELETE /v1/chats/{chatID}/reminders.
        """


class MessagesService(Protocol[PrincipalT_contra]):
    """Implement the messages operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def chats_messages_reactions_add(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        message_id: str,
        body: models.ReactionAddRequest,
    ) -> models.ReactionAddResult | HTTPResult[models.ReactionAddResult | models.Error] | Response:
        """
        Handle POST /v1/chats/{chatID}/messages/{messageID}/reactions.
        """

    @abstractmethod
    async def chats_messages_reactions_delete(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        message_id: str,
        reaction_key: str,
    ) -> models.ReactionDeleteResult | HTTPResult[models.ReactionDeleteResult | models.Error] | Response:
        """
        Handle DELETE /v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}.
        """

    @abstractmethod
    async def messages_list(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        cursor: str | None,
        direction: models.Direction | None,
    ) -> models.MessagePage | HTTPResult[models.MessagePage | models.Error] | Response:
        """
        Handle GET /v1/chats/{chatID}/messages.
        """

    @abstractmethod
    async def messages_send(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        body: models.MessageSendRequest,
    ) -> models.MessageSendResult | HTTPResult[models.MessageSendResult | models.Error] | Response:
        """
        Handle POST /v1/chats/{chatID}/messages.
        """

    @abstractmethod
    async def messages_search(
        self,
        *,
        principal: PrincipalT_contra,
        account_ids: list[str] | None,
        chat_ids: list[str] | None,
        chat_type: models.ChatType | None,
        cursor: str | None,
        date_after: AwareDatetime | None,
        date_before: AwareDatetime | None,
        direction: models.Direction | None,
        exclude_low_priority: bool | None,
        include_muted: bool | None,
        limit: int,
        media_types: list[models.MediaType] | None,
        query: str | None,
        sender: str | None,
    ) -> models.MessageSearchPage | HTTPResult[models.MessageSearchPage | models.Error] | Response:
        """
        Handle GET /v1/messages/search.
        """

    @abstractmethod
    async def messages_retrieve(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        message_id: str,
    ) -> models.Message | HTTPResult[models.Message | models.Error] | Response:
        """
        Handle GET /v1/chats/{chatID}/messages/{messageID}.
        """

    @abstractmethod
    async def messages_update(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        message_id: str,
        body: models.MessageUpdateRequest,
    ) -> models.MessageUpdateResult | HTTPResult[models.MessageUpdateResult | models.Error] | Response:
        """
        Handle PUT /v1/chats/{chatID}/messages/{messageID}.
        """

    @abstractmethod
    async def messages_delete(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        message_id: str,
        for_everyone: bool | None,
    ) -> None | HTTPResult[models.Error] | Response:
        """
        Handle DELETE /v1/chats/{chatID}/messages/{messageID}.
        """


class LabelsService(Protocol[PrincipalT_contra]):
    """Implement the labels operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def labels_list(
        self,
        *,
        principal: PrincipalT_contra,
    ) -> models.LabelsListResponse | HTTPResult[models.LabelsListResponse | models.Error] | Response:
        """
        Handle GET /v1/labels.
        """


class AssetsService(Protocol[PrincipalT_contra]):
    """Implement the assets operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def assets_download(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.AssetDownloadRequest,
    ) -> models.AssetDownloadResult | HTTPResult[models.AssetDownloadResult | models.Error] | Response:
        """
        Handle POST /v1/assets/download.
        """

    @abstractmethod
    async def assets_serve(
        self,
        *,
        principal: PrincipalT_contra,
        url: str,
        range: str | None,
    ) -> bytes | HTTPResult[bytes | models.Error] | Response:
        """
        Handle GET /v1/assets/serve.
        """

    @abstractmethod
    async def assets_upload(
        self,
        *,
        request: Request,
        principal: PrincipalT_contra,
    ) -> models.AssetUploadResult | HTTPResult[models.AssetUploadResult | models.Error] | Response:
        """
        Handle POST /v1/assets/upload.
        """

    @abstractmethod
    async def assets_upload_base64(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.AssetUploadBase64Request,
    ) -> models.AssetUploadResult | HTTPResult[models.AssetUploadResult | models.Error] | Response:
        """
        Handle POST /v1/assets/upload/base64.
        """


class ServerService(Protocol[PrincipalT_contra]):
    """Implement the server operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def info_retrieve(
        self,
    ) -> models.ServerInfo | HTTPResult[models.ServerInfo | models.Error] | Response:
        """
        Handle GET /v1/info.
        """

    @abstractmethod
    async def info_spec(
        self,
        *,
        principal: PrincipalT_contra | None,
    ) -> models.OpenAPIDocument | HTTPResult[models.OpenAPIDocument] | Response:
        """
        Handle GET /v1/spec.
        """


class SetupService(Protocol[PrincipalT_contra]):
    """Implement the setup operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def app_setup_retrieve(
        self,
        *,
        principal: PrincipalT_contra | None,
    ) -> models.AppStateSnapshot | HTTPResult[models.AppStateSnapshot | models.Error] | Response:
        """
        Handle GET /v1/app/setup.
        """

    @abstractmethod
    async def app_setup_start(
        self,
    ) -> models.SetupStartResult | HTTPResult[models.SetupStartResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/start.
        """

    @abstractmethod
    async def app_setup_email(
        self,
        *,
        body: models.SetupEmailRequest,
    ) -> None | HTTPResult[models.Error] | Response:
        """
        Handle POST /v1/app/setup/email.
        """

    @abstractmethod
    async def app_setup_response(
        self,
        *,
        body: models.SetupResponseRequest,
    ) -> models.SetupResponseResult | HTTPResult[models.SetupResponseResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/response.
        """

    @abstractmethod
    async def app_setup_register(
        self,
        *,
        body: models.SetupRegisterRequest,
    ) -> models.SetupCompleteResult | HTTPResult[models.SetupCompleteResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/register.
        """

    @abstractmethod
    async def app_setup_recovery_key_verify(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.RecoveryKeyRequest,
    ) -> models.SessionResult | HTTPResult[models.SessionResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verification/recovery-key.
        """

    @abstractmethod
    async def app_setup_recovery_key_reset_create(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.RecoveryKeyResetRequest | None,
    ) -> models.RecoveryKeyResetResult | HTTPResult[models.RecoveryKeyResetResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verification/recovery-key/reset.
        """

    @abstractmethod
    async def app_setup_recovery_key_reset_confirm(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.RecoveryKeyRequest,
    ) -> models.SessionResult | HTTPResult[models.SessionResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verification/recovery-key/reset/confirm.
        """

    @abstractmethod
    async def app_setup_verifications_list(
        self,
        *,
        principal: PrincipalT_contra,
    ) -> models.VerificationList | HTTPResult[models.VerificationList | models.Error] | Response:
        """
        Handle GET /v1/app/setup/verifications.
        """

    @abstractmethod
    async def app_setup_verifications_create(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.VerificationCreateRequest | None,
    ) -> models.VerificationResult | HTTPResult[models.VerificationResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verifications.
        """

    @abstractmethod
    async def app_setup_verifications_retrieve(
        self,
        *,
        principal: PrincipalT_contra,
        verification_id: str,
    ) -> models.VerificationResult | HTTPResult[models.VerificationResult | models.Error] | Response:
        """
        Handle GET /v1/app/setup/verifications/{verificationID}.
        """

    @abstractmethod
    async def app_setup_verifications_accept(
        self,
        *,
        principal: PrincipalT_contra,
        verification_id: str,
    ) -> models.VerificationResult | HTTPResult[models.VerificationResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/accept.
        """

    @abstractmethod
    async def app_setup_verifications_cancel(
        self,
        *,
        principal: PrincipalT_contra,
        verification_id: str,
        body: models.VerificationCancelRequest | None,
    ) -> models.VerificationResult | HTTPResult[models.VerificationResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/cancel.
        """

    @abstractmethod
    async def app_setup_verifications_qr_scan(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.QRScanRequest,
    ) -> models.VerificationResult | HTTPResult[models.VerificationResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verifications/qr/scan.
        """

    @abstractmethod
    async def app_setup_verifications_qr_confirm_scanned(
        self,
        *,
        principal: PrincipalT_contra,
        verification_id: str,
    ) -> models.VerificationResult | HTTPResult[models.VerificationResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/qr/confirm-scanned.
        """

    @abstractmethod
    async def app_setup_verifications_sas_start(
        self,
        *,
        principal: PrincipalT_contra,
        verification_id: str,
    ) -> models.VerificationResult | HTTPResult[models.VerificationResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/sas/start.
        """

    @abstractmethod
    async def app_setup_verifications_sas_confirm(
        self,
        *,
        principal: PrincipalT_contra,
        verification_id: str,
    ) -> models.VerificationResult | HTTPResult[models.VerificationResult | models.Error] | Response:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/sas/confirm.
        """


class OauthService(Protocol[PrincipalT_contra]):
    """Implement the oauth operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def oauth_userinfo(
        self,
        *,
        principal: PrincipalT_contra,
    ) -> models.TokenUserInfo | HTTPResult[models.TokenUserInfo | models.Error] | Response:
        """
        Handle GET /oauth/userinfo.
        """

    @abstractmethod
    async def oauth_authorize_callback(
        self,
        *,
        body: models.AuthorizeCallbackRequest,
    ) -> models.AuthorizeCallbackResponse | HTTPResult[models.AuthorizeCallbackResponse] | Response:
        """
        Handle POST /oauth/authorize/callback.
        """

    @abstractmethod
    async def oauth_token(
        self,
        *,
        body: models.TokenRequest,
    ) -> models.TokenResponse | HTTPResult[models.TokenResponse | models.OAuthError] | Response:
        """
        Handle POST /oauth/token.
        """

    @abstractmethod
    async def oauth_register(
        self,
        *,
        body: models.ClientRegistrationRequest,
    ) -> (
        models.ClientRegistrationResponse | HTTPResult[models.ClientRegistrationResponse | models.OAuthError] | Response
    ):
        """
        Handle POST /oauth/register.
        """

    @abstractmethod
    async def oauth_introspect(
        self,
        *,
        body: models.IntrospectRequest,
    ) -> models.TokenIntrospection | HTTPResult[models.TokenIntrospection | models.OAuthError] | Response:
        """
        Handle POST /oauth/introspect.
        """

    @abstractmethod
    async def oauth_revoke(
        self,
        *,
        body: models.RevokeRequest,
    ) -> None | HTTPResult[None] | Response:
        """
        Handle POST /oauth/revoke.
        """

    @abstractmethod
    async def oauth_authorization_server_metadata(
        self,
    ) -> models.AuthorizationServerMetadata | HTTPResult[models.AuthorizationServerMetadata] | Response:
        """
        Handle GET /.well-known/oauth-authorization-server.
        """

    @abstractmethod
    async def oauth_protected_resource_metadata(
        self,
    ) -> models.ProtectedResourceMetadata | HTTPResult[models.ProtectedResourceMetadata] | Response:
        """
        Handle GET /.well-known/oauth-protected-resource.
        """


class MatrixService(Protocol[PrincipalT_contra]):
    """Implement the matrix operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def matrix_get_account_data(
        self,
        *,
        principal: PrincipalT_contra,
        user_id: str,
        type: str,
    ) -> models.MatrixContent | HTTPResult[models.MatrixContent | models.MatrixError] | Response:
        """
        Handle GET /_matrix/client/v3/user/{userId}/account_data/{type}.
        """

    @abstractmethod
    async def matrix_set_account_data(
        self,
        *,
        principal: PrincipalT_contra,
        user_id: str,
        type: str,
        body: models.MatrixContent,
    ) -> models.MatrixEmptyResult | HTTPResult[models.MatrixEmptyResult | models.MatrixError] | Response:
        """
        Handle PUT /_matrix/client/v3/user/{userId}/account_data/{type}.
        """

    @abstractmethod
    async def matrix_get_room_account_data(
        self,
        *,
        principal: PrincipalT_contra,
        user_id: str,
        room_id: str,
        type: str,
    ) -> models.MatrixContent | HTTPResult[models.MatrixContent | models.MatrixError] | Response:
        """
        Handle GET /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}.
        """

    @abstractmethod
    async def matrix_set_room_account_data(
        self,
        *,
        principal: PrincipalT_contra,
        user_id: str,
        room_id: str,
        type: str,
        body: models.MatrixContent,
    ) -> models.MatrixEmptyResult | HTTPResult[models.MatrixEmptyResult | models.MatrixError] | Response:
        """
        Handle PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}.
        """

    @abstractmethod
    async def matrix_get_room_state(
        self,
        *,
        principal: PrincipalT_contra,
        room_id: str,
    ) -> (
        models.MatrixGetRoomStateResponse
        | HTTPResult[models.MatrixGetRoomStateResponse | models.MatrixError]
        | Response
    ):
        """
        Handle GET /_matrix/client/v3/rooms/{roomId}/state.
        """

    @abstractmethod
    async def matrix_get_room_state_event(
        self,
        *,
        principal: PrincipalT_contra,
        room_id: str,
        event_type: str,
        state_key: str,
    ) -> models.MatrixContent | HTTPResult[models.MatrixContent | models.MatrixError] | Response:
        """
        Handle GET /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}.
        """

    @abstractmethod
    async def matrix_get_room_event(
        self,
        *,
        principal: PrincipalT_contra,
        room_id: str,
        event_id: str,
    ) -> models.MatrixEvent | HTTPResult[models.MatrixEvent | models.MatrixError] | Response:
        """
        Handle GET /_matrix/client/v3/rooms/{roomId}/event/{eventId}.
        """

    @abstractmethod
    async def matrix_get_profile(
        self,
        *,
        principal: PrincipalT_contra,
        user_id: str,
    ) -> models.MatrixProfile | HTTPResult[models.MatrixProfile | models.MatrixError] | Response:
        """
        Handle GET /_matrix/client/v3/profile/{userId}.
        """

    @abstractmethod
    async def matrix_join_room(
        self,
        *,
        principal: PrincipalT_contra,
        room_id_or_alias: str,
        via: list[str] | None,
        body: models.MatrixJoinRequest | None,
    ) -> models.MatrixRoomResult | HTTPResult[models.MatrixRoomResult | models.MatrixError] | Response:
        """
        Handle POST /_matrix/client/v3/join/{roomIdOrAlias}.
        """

    @abstractmethod
    async def matrix_leave_room(
        self,
        *,
        principal: PrincipalT_contra,
        room_id: str,
        body: models.MatrixLeaveRequest | None,
    ) -> models.MatrixEmptyResult | HTTPResult[models.MatrixEmptyResult | models.MatrixError] | Response:
        """
        Handle POST /_matrix/client/v3/rooms/{roomId}/leave.
        """

    @abstractmethod
    async def matrix_create_room(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.MatrixCreateRoomRequest,
    ) -> models.MatrixRoomResult | HTTPResult[models.MatrixRoomResult | models.MatrixError] | Response:
        """
        Handle POST /_matrix/client/v3/createRoom.
        """


class V0Service(Protocol[PrincipalT_contra]):
    """Implement the v0 operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def v0_get_accounts(
        self,
        *,
        principal: PrincipalT_contra,
    ) -> models.V0GetAccountsResponse | HTTPResult[models.V0GetAccountsResponse | models.V0Error] | Response:
        """
        Handle GET /v0/get-accounts.
        """

    @abstractmethod
    async def v0_search(
        self,
        *,
        principal: PrincipalT_contra,
        query: str,
    ) -> models.V0UnifiedSearchResult | HTTPResult[models.V0UnifiedSearchResult | models.V0Error] | Response:
        """
        Handle GET /v0/search.
        """

    @abstractmethod
    async def v0_search_users(
        self,
        *,
        principal: PrincipalT_contra,
        account_id: str,
        query: str,
    ) -> models.ContactSearchResult | HTTPResult[models.ContactSearchResult | models.V0Error] | Response:
        """
        Handle GET /v0/search-users.
        """

    @abstractmethod
    async def v0_open_app(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.V0OpenAppRequest,
    ) -> models.V0OpenAppResponse | HTTPResult[models.V0OpenAppResponse | models.V0Error] | Response:
        """
        Handle POST /v0/open-app.
        """

    @abstractmethod
    async def v0_get_chat(
        self,
        *,
        principal: PrincipalT_contra,
        chat_id: str,
        max_participant_count: int | None,
    ) -> models.V0Chat | HTTPResult[models.V0Chat | models.V0Error] | Response:
        """
        Handle GET /v0/get-chat.
        """

    @abstractmethod
    async def v0_search_chats(
        self,
        *,
        principal: PrincipalT_contra,
        account_ids: list[str] | None,
        cursor: str | None,
        direction: models.Direction | None,
        inbox: models.InboxName | None,
        include_muted: bool | None,
        last_activity_after: AwareDatetime | None,
        last_activity_before: AwareDatetime | None,
        limit: int,
        query: str | None,
        scope: models.ChatSearchScope,
        type: models.ChatTypeFilter,
        unread_only: bool | None,
    ) -> models.V0ChatPage | HTTPResult[models.V0ChatPage | models.V0Error] | Response:
        """
        Handle GET /v0/search-chats.
        """

    @abstractmethod
    async def v0_search_messages(
        self,
        *,
        principal: PrincipalT_contra,
        account_ids: list[str] | None,
        chat_ids: list[str] | None,
        chat_type: models.ChatType | None,
        cursor: str | None,
        date_after: AwareDatetime | None,
        date_before: AwareDatetime | None,
        direction: models.Direction | None,
        exclude_low_priority: bool | None,
        include_muted: bool | None,
        limit: int,
        media_types: list[models.MediaType] | None,
        query: str | None,
        sender: str | None,
    ) -> models.V0MessageSearchPage | HTTPResult[models.V0MessageSearchPage | models.V0Error] | Response:
        """
        Handle GET /v0/search-messages.
        """

    @abstractmethod
    async def v0_send_message(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.V0MessageSendRequest,
    ) -> models.V0MessageSendResponse | HTTPResult[models.V0MessageSendResponse | models.V0Error] | Response:
        """
        Handle POST /v0/send-message.
        """

    @abstractmethod
    async def v0_create_chat(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.V0ChatCreateRequest,
    ) -> models.V0ChatCreateResponse | HTTPResult[models.V0ChatCreateResponse | models.V0Error] | Response:
        """
        Handle POST /v0/create-chat.
        """

    @abstractmethod
    async def v0_download_asset(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.V0AssetDownloadRequest,
    ) -> models.AssetDownloadResult | HTTPResult[models.AssetDownloadResult | models.V0Error] | Response:
        """
        Handle POST /v0/download-asset.
        """

    @abstractmethod
    async def v0_archive_chat(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.V0ChatArchiveRequest,
    ) -> models.V0BaseResponse | HTTPResult[models.V0BaseResponse | models.V0Error] | Response:
        """
        Handle POST /v0/archive-chat.
        """

    @abstractmethod
    async def v0_set_chat_reminder(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.V0ReminderCreateRequest,
    ) -> models.V0BaseResponse | HTTPResult[models.V0BaseResponse | models.V0Error] | Response:
        """
        Handle POST /v0/set-chat-reminder.
        """

    @abstractmethod
    async def v0_clear_chat_reminder(
        self,
        *,
        principal: PrincipalT_contra,
        body: models.V0ReminderDeleteRequest,
    ) -> models.V0BaseResponse | HTTPResult[models.V0BaseResponse | models.V0Error] | Response:
        """
        Handle POST /v0/clear-chat-reminder.
        """
