# @generated

"""The interfaces of `services` for servers without FastAPI and models: bodies are JSON objects, and enums are strings.

A body that is optional is empty if it was not sent.
A parameter of an interface is the type that its methods return.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from starlette.requests import Request

PrincipalT_contra = TypeVar("PrincipalT_contra", contravariant=True)
AnswerT_co = TypeVar("AnswerT_co", covariant=True)


class DesktopService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the desktop operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def focus(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/focus.
        """

    @abstractmethod
    async def search(self, *, principal: PrincipalT_contra, query: str) -> AnswerT_co:
        """
        Handle GET /v1/search.
        """


class AccountsService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the accounts operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def accounts_list(self, *, principal: PrincipalT_contra) -> AnswerT_co:
        """
        Handle GET /v1/accounts.
        """

    @abstractmethod
    async def accounts_retrieve(self, *, principal: PrincipalT_contra, account_id: str) -> AnswerT_co:
        """
        Handle GET /v1/accounts/{accountID}.
        """


class ContactsService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the contacts operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def accounts_contacts_search(
        self, *, principal: PrincipalT_contra, account_id: str, query: str
    ) -> AnswerT_co:
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
        direction: str | None,
        limit: int,
        query: str | None,
    ) -> AnswerT_co:
        """
        Handle GET /v1/accounts/{accountID}/contacts/list.
        """


class BridgesService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the bridges operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def bridges_list(self, *, principal: PrincipalT_contra) -> AnswerT_co:
        """
        Handle GET /v1/bridges.
        """

    @abstractmethod
    async def bridges_retrieve(self, *, principal: PrincipalT_contra, bridge_id: str) -> AnswerT_co:
        """
        Handle GET /v1/bridges/{bridgeID}.
        """

    @abstractmethod
    async def bridges_retrieve_capabilities(self, *, principal: PrincipalT_contra, bridge_id: str) -> AnswerT_co:
        """
        Handle GET /v1/bridges/{bridgeID}/capabilities.
        """

    @abstractmethod
    async def bridges_login_flows_list(self, *, principal: PrincipalT_contra, bridge_id: str) -> AnswerT_co:
        """
        Handle GET /v1/bridges/{bridgeID}/login-flows.
        """

    @abstractmethod
    async def bridges_logins_list(self, *, principal: PrincipalT_contra, bridge_id: str) -> AnswerT_co:
        """
        Handle GET /v1/bridges/{bridgeID}/logins.
        """

    @abstractmethod
    async def bridges_logins_retrieve(
        self, *, principal: PrincipalT_contra, bridge_id: str, login_id: str
    ) -> AnswerT_co:
        """
        Handle GET /v1/bridges/{bridgeID}/logins/{loginID}.
        """

    @abstractmethod
    async def bridges_logins_remove(
        self, *, principal: PrincipalT_contra, bridge_id: str, login_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/bridges/{bridgeID}/logins/{loginID}/remove.
        """

    @abstractmethod
    async def bridges_login_sessions_create(
        self, *, principal: PrincipalT_contra, bridge_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/bridges/{bridgeID}/login-sessions.
        """

    @abstractmethod
    async def bridges_login_sessions_retrieve(
        self, *, principal: PrincipalT_contra, bridge_id: str, login_session_id: str
    ) -> AnswerT_co:
        """
        Handle GET /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}.
        """

    @abstractmethod
    async def bridges_login_sessions_cancel(
        self, *, principal: PrincipalT_contra, bridge_id: str, login_session_id: str
    ) -> AnswerT_co:
        """
        Handle DELETE /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}.
        """

    @abstractmethod
    async def bridges_login_sessions_steps_submit(
        self, *, principal: PrincipalT_contra, bridge_id: str, login_session_id: str, step_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}.
        """


class ChatsService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the chats operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def chats_list(
        self,
        *,
        principal: PrincipalT_contra,
        account_ids: list[str] | None,
        cursor: str | None,
        direction: str | None,
        limit: int,
    ) -> AnswerT_co:
        """
        Handle GET /v1/chats.
        """

    @abstractmethod
    async def chats_create(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/chats.
        """

    @abstractmethod
    async def chats_start(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
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
        direction: str | None,
        inbox: str | None,
        include_muted: bool | None,
        label_id: str | None,
        last_activity_after: datetime | None,
        last_activity_before: datetime | None,
        limit: int,
        query: str | None,
        scope: str,
        type: str,
        unread_only: bool | None,
    ) -> AnswerT_co:
        """
        Handle GET /v1/chats/search.
        """

    @abstractmethod
    async def chats_retrieve(
        self, *, principal: PrincipalT_contra, chat_id: str, max_participant_count: int | None
    ) -> AnswerT_co:
        """
        Handle GET /v1/chats/{chatID}.
        """

    @abstractmethod
    async def chats_update(self, *, principal: PrincipalT_contra, chat_id: str, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle PATCH /v1/chats/{chatID}.
        """

    @abstractmethod
    async def chats_archive(self, *, principal: PrincipalT_contra, chat_id: str, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/chats/{chatID}/archive.
        """

    @abstractmethod
    async def chats_mark_read(self, *, principal: PrincipalT_contra, chat_id: str, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/chats/{chatID}/read.
        """

    @abstractmethod
    async def chats_mark_unread(
        self, *, principal: PrincipalT_contra, chat_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/chats/{chatID}/unread.
        """

    @abstractmethod
    async def chats_notify_anyway(
        self, *, principal: PrincipalT_contra, chat_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/chats/{chatID}/notify-anyway.
        """

    @abstractmethod
    async def chats_reminders_create(
        self, *, principal: PrincipalT_contra, chat_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/chats/{chatID}/reminders.
        """

    @abstractmethod
    async def chats_reminders_delete(self, *, principal: PrincipalT_contra, chat_id: str) -> AnswerT_co:
        """
        Handle DELETE /v1/chats/{chatID}/reminders.
        """


class MessagesService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the messages operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def chats_messages_reactions_add(
        self, *, principal: PrincipalT_contra, chat_id: str, message_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/chats/{chatID}/messages/{messageID}/reactions.
        """

    @abstractmethod
    async def chats_messages_reactions_delete(
        self, *, principal: PrincipalT_contra, chat_id: str, message_id: str, reaction_key: str
    ) -> AnswerT_co:
        """
        Handle DELETE /v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}.
        """

    @abstractmethod
    async def messages_list(
        self, *, principal: PrincipalT_contra, chat_id: str, cursor: str | None, direction: str | None
    ) -> AnswerT_co:
        """
        Handle GET /v1/chats/{chatID}/messages.
        """

    @abstractmethod
    async def messages_send(self, *, principal: PrincipalT_contra, chat_id: str, body: dict[str, Any]) -> AnswerT_co:
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
        chat_type: str | None,
        cursor: str | None,
        date_after: datetime | None,
        date_before: datetime | None,
        direction: str | None,
        exclude_low_priority: bool | None,
        include_muted: bool | None,
        limit: int,
        media_types: list[str] | None,
        query: str | None,
        sender: str | None,
    ) -> AnswerT_co:
        """
        Handle GET /v1/messages/search.
        """

    @abstractmethod
    async def messages_retrieve(self, *, principal: PrincipalT_contra, chat_id: str, message_id: str) -> AnswerT_co:
        """
        Handle GET /v1/chats/{chatID}/messages/{messageID}.
        """

    @abstractmethod
    async def messages_update(
        self, *, principal: PrincipalT_contra, chat_id: str, message_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle PUT /v1/chats/{chatID}/messages/{messageID}.
        """

    @abstractmethod
    async def messages_delete(
        self, *, principal: PrincipalT_contra, chat_id: str, message_id: str, for_everyone: bool | None
    ) -> AnswerT_co:
        """
        Handle DELETE /v1/chats/{chatID}/messages/{messageID}.
        """


class LabelsService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the labels operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def labels_list(self, *, principal: PrincipalT_contra) -> AnswerT_co:
        """
        Handle GET /v1/labels.
        """


class AssetsService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the assets operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def assets_download(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/assets/download.
        """

    @abstractmethod
    async def assets_serve(self, *, principal: PrincipalT_contra, url: str, range: str | None) -> AnswerT_co:
        """
        Handle GET /v1/assets/serve.
        """

    @abstractmethod
    async def assets_upload(self, *, request: Request, principal: PrincipalT_contra) -> AnswerT_co:
        """
        Handle POST /v1/assets/upload.
        """

    @abstractmethod
    async def assets_upload_base64(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/assets/upload/base64.
        """


class ServerService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the server operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def info_retrieve(self) -> AnswerT_co:
        """
        Handle GET /v1/info.
        """

    @abstractmethod
    async def info_spec(self, *, principal: PrincipalT_contra | None) -> AnswerT_co:
        """
        Handle GET /v1/spec.
        """


class SetupService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the setup operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def app_setup_retrieve(self, *, principal: PrincipalT_contra | None) -> AnswerT_co:
        """
        Handle GET /v1/app/setup.
        """

    @abstractmethod
    async def app_setup_start(self) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/start.
        """

    @abstractmethod
    async def app_setup_email(self, *, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/email.
        """

    @abstractmethod
    async def app_setup_response(self, *, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/response.
        """

    @abstractmethod
    async def app_setup_register(self, *, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/register.
        """

    @abstractmethod
    async def app_setup_recovery_key_verify(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verification/recovery-key.
        """

    @abstractmethod
    async def app_setup_recovery_key_reset_create(
        self, *, principal: PrincipalT_contra, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verification/recovery-key/reset.
        """

    @abstractmethod
    async def app_setup_recovery_key_reset_confirm(
        self, *, principal: PrincipalT_contra, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verification/recovery-key/reset/confirm.
        """

    @abstractmethod
    async def app_setup_verifications_list(self, *, principal: PrincipalT_contra) -> AnswerT_co:
        """
        Handle GET /v1/app/setup/verifications.
        """

    @abstractmethod
    async def app_setup_verifications_create(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verifications.
        """

    @abstractmethod
    async def app_setup_verifications_retrieve(
        self, *, principal: PrincipalT_contra, verification_id: str
    ) -> AnswerT_co:
        """
        Handle GET /v1/app/setup/verifications/{verificationID}.
        """

    @abstractmethod
    async def app_setup_verifications_accept(self, *, principal: PrincipalT_contra, verification_id: str) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/accept.
        """

    @abstractmethod
    async def app_setup_verifications_cancel(
        self, *, principal: PrincipalT_contra, verification_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/cancel.
        """

    @abstractmethod
    async def app_setup_verifications_qr_scan(
        self, *, principal: PrincipalT_contra, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verifications/qr/scan.
        """

    @abstractmethod
    async def app_setup_verifications_qr_confirm_scanned(
        self, *, principal: PrincipalT_contra, verification_id: str
    ) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/qr/confirm-scanned.
        """

    @abstractmethod
    async def app_setup_verifications_sas_start(
        self, *, principal: PrincipalT_contra, verification_id: str
    ) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/sas/start.
        """

    @abstractmethod
    async def app_setup_verifications_sas_confirm(
        self, *, principal: PrincipalT_contra, verification_id: str
    ) -> AnswerT_co:
        """
        Handle POST /v1/app/setup/verifications/{verificationID}/sas/confirm.
        """


class OauthService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the oauth operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def oauth_userinfo(self, *, principal: PrincipalT_contra) -> AnswerT_co:
        """
        Handle GET /oauth/userinfo.
        """

    @abstractmethod
    async def oauth_authorize_callback(self, *, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /oauth/authorize/callback.
        """

    @abstractmethod
    async def oauth_token(self, *, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /oauth/token.
        """

    @abstractmethod
    async def oauth_register(self, *, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /oauth/register.
        """

    @abstractmethod
    async def oauth_introspect(self, *, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /oauth/introspect.
        """

    @abstractmethod
    async def oauth_revoke(self, *, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /oauth/revoke.
        """

    @abstractmethod
    async def oauth_authorization_server_metadata(self) -> AnswerT_co:
        """
        Handle GET /.well-known/oauth-authorization-server.
        """

    @abstractmethod
    async def oauth_protected_resource_metadata(self) -> AnswerT_co:
        """
        Handle GET /.well-known/oauth-protected-resource.
        """


class MatrixService(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the matrix operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def matrix_get_account_data(self, *, principal: PrincipalT_contra, user_id: str, type: str) -> AnswerT_co:
        """
        Handle GET /_matrix/client/v3/user/{userId}/account_data/{type}.
        """

    @abstractmethod
    async def matrix_set_account_data(
        self, *, principal: PrincipalT_contra, user_id: str, type: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle PUT /_matrix/client/v3/user/{userId}/account_data/{type}.
        """

    @abstractmethod
    async def matrix_get_room_account_data(
        self, *, principal: PrincipalT_contra, user_id: str, room_id: str, type: str
    ) -> AnswerT_co:
        """
        Handle GET /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}.
        """

    @abstractmethod
    async def matrix_set_room_account_data(
        self, *, principal: PrincipalT_contra, user_id: str, room_id: str, type: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}.
        """

    @abstractmethod
    async def matrix_get_room_state(self, *, principal: PrincipalT_contra, room_id: str) -> AnswerT_co:
        """
        Handle GET /_matrix/client/v3/rooms/{roomId}/state.
        """

    @abstractmethod
    async def matrix_get_room_state_event(
        self, *, principal: PrincipalT_contra, room_id: str, event_type: str, state_key: str
    ) -> AnswerT_co:
        """
        Handle GET /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}.
        """

    @abstractmethod
    async def matrix_get_room_event(self, *, principal: PrincipalT_contra, room_id: str, event_id: str) -> AnswerT_co:
        """
        Handle GET /_matrix/client/v3/rooms/{roomId}/event/{eventId}.
        """

    @abstractmethod
    async def matrix_get_profile(self, *, principal: PrincipalT_contra, user_id: str) -> AnswerT_co:
        """
        Handle GET /_matrix/client/v3/profile/{userId}.
        """

    @abstractmethod
    async def matrix_join_room(
        self, *, principal: PrincipalT_contra, room_id_or_alias: str, via: list[str] | None, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /_matrix/client/v3/join/{roomIdOrAlias}.
        """

    @abstractmethod
    async def matrix_leave_room(
        self, *, principal: PrincipalT_contra, room_id: str, body: dict[str, Any]
    ) -> AnswerT_co:
        """
        Handle POST /_matrix/client/v3/rooms/{roomId}/leave.
        """

    @abstractmethod
    async def matrix_create_room(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /_matrix/client/v3/createRoom.
        """


class V0Service(Protocol[PrincipalT_contra, AnswerT_co]):
    """Implement the v0 operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def v0_get_accounts(self, *, principal: PrincipalT_contra) -> AnswerT_co:
        """
        Handle GET /v0/get-accounts.
        """

    @abstractmethod
    async def v0_search(self, *, principal: PrincipalT_contra, query: str) -> AnswerT_co:
        """
        Handle GET /v0/search.
        """

    @abstractmethod
    async def v0_search_users(self, *, principal: PrincipalT_contra, account_id: str, query: str) -> AnswerT_co:
        """
        Handle GET /v0/search-users.
        """

    @abstractmethod
    async def v0_open_app(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v0/open-app.
        """

    @abstractmethod
    async def v0_get_chat(
        self, *, principal: PrincipalT_contra, chat_id: str, max_participant_count: int | None
    ) -> AnswerT_co:
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
        direction: str | None,
        inbox: str | None,
        include_muted: bool | None,
        last_activity_after: datetime | None,
        last_activity_before: datetime | None,
        limit: int,
        query: str | None,
        scope: str,
        type: str,
        unread_only: bool | None,
    ) -> AnswerT_co:
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
        chat_type: str | None,
        cursor: str | None,
        date_after: datetime | None,
        date_before: datetime | None,
        direction: str | None,
        exclude_low_priority: bool | None,
        include_muted: bool | None,
        limit: int,
        media_types: list[str] | None,
        query: str | None,
        sender: str | None,
    ) -> AnswerT_co:
        """
        Handle GET /v0/search-messages.
        """

    @abstractmethod
    async def v0_send_message(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v0/send-message.
        """

    @abstractmethod
    async def v0_create_chat(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v0/create-chat.
        """

    @abstractmethod
    async def v0_download_asset(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v0/download-asset.
        """

    @abstractmethod
    async def v0_archive_chat(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v0/archive-chat.
        """

    @abstractmethod
    async def v0_set_chat_reminder(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v0/set-chat-reminder.
        """

    @abstractmethod
    async def v0_clear_chat_reminder(self, *, principal: PrincipalT_contra, body: dict[str, Any]) -> AnswerT_co:
        """
        Handle POST /v0/clear-chat-reminder.
        """
