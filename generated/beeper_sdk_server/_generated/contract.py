# @generated

"""Operation plans of this package; regenerate them instead of editing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict

from beeper_sdk_server import models
from fastapi import params

from .._runtime.server.responses import Declared, OperationResponses

OperationDependencies = TypedDict(
    "OperationDependencies",
    {
        "focus": Sequence[params.Depends],
        "search": Sequence[params.Depends],
        "accounts_list": Sequence[params.Depends],
        "accounts_retrieve": Sequence[params.Depends],
        "accounts_contacts_search": Sequence[params.Depends],
        "accounts_contacts_list": Sequence[params.Depends],
        "bridges_list": Sequence[params.Depends],
        "bridges_retrieve": Sequence[params.Depends],
        "bridges_retrieve_capabilities": Sequence[params.Depends],
        "bridges_login_flows_list": Sequence[params.Depends],
        "bridges_logins_list": Sequence[params.Depends],
        "bridges_logins_retrieve": Sequence[params.Depends],
        "bridges_logins_remove": Sequence[params.Depends],
        "bridges_login_sessions_create": Sequence[params.Depends],
        "bridges_login_sessions_retrieve": Sequence[params.Depends],
        "bridges_login_sessions_cancel": Sequence[params.Depends],
        "bridges_login_sessions_steps_submit": Sequence[params.Depends],
        "chats_list": Sequence[params.Depends],
        "chats_create": Sequence[params.Depends],
        "chats_start": Sequence[params.Depends],
        "chats_search": Sequence[params.Depends],
        "chats_retrieve": Sequence[params.Depends],
        "chats_update": Sequence[params.Depends],
        "chats_archive": Sequence[params.Depends],
        "chats_mark_read": Sequence[params.Depends],
        "chats_mark_unread": Sequence[params.Depends],
        "chats_notify_anyway": Sequence[params.Depends],
        "chats_reminders_create": Sequence[params.Depends],
        "chats_reminders_delete": Sequence[params.Depends],
        "chats_messages_reactions_add": Sequence[params.Depends],
        "chats_messages_reactions_delete": Sequence[params.Depends],
        "messages_list": Sequence[params.Depends],
        "messages_send": Sequence[params.Depends],
        "messages_search": Sequence[params.Depends],
        "messages_retrieve": Sequence[params.Depends],
        "messages_update": Sequence[params.Depends],
        "messages_delete": Sequence[params.Depends],
        "labels_list": Sequence[params.Depends],
        "assets_download": Sequence[params.Depends],
        "assets_serve": Sequence[params.Depends],
        "assets_upload": Sequence[params.Depends],
        "assets_upload_base64": Sequence[params.Depends],
        "info_retrieve": Sequence[params.Depends],
        "info_spec": Sequence[params.Depends],
        "app_setup_retrieve": Sequence[params.Depends],
        "app_setup_start": Sequence[params.Depends],
        "app_setup_email": Sequence[params.Depends],
        "app_setup_response": Sequence[params.Depends],
        "app_setup_register": Sequence[params.Depends],
        "app_setup_recovery_key_verify": Sequence[params.Depends],
        "app_setup_recovery_key_reset_create": Sequence[params.Depends],
        "app_setup_recovery_key_reset_confirm": Sequence[params.Depends],
        "app_setup_verifications_list": Sequence[params.Depends],
        "app_setup_verifications_create": Sequence[params.Depends],
        "app_setup_verifications_retrieve": Sequence[params.Depends],
        "app_setup_verifications_accept": Sequence[params.Depends],
        "app_setup_verifications_cancel": Sequence[params.Depends],
        "app_setup_verifications_qr_scan": Sequence[params.Depends],
        "app_setup_verifications_qr_confirm_scanned": Sequence[params.Depends],
        "app_setup_verifications_sas_start": Sequence[params.Depends],
        "app_setup_verifications_sas_confirm": Sequence[params.Depends],
        "oauth_userinfo": Sequence[params.Depends],
        "oauth_authorize_callback": Sequence[params.Depends],
        "oauth_token": Sequence[params.Depends],
        "oauth_register": Sequence[params.Depends],
        "oauth_introspect": Sequence[params.Depends],
        "oauth_revoke": Sequence[params.Depends],
        "oauth_authorization_server_metadata": Sequence[params.Depends],
        "oauth_protected_resource_metadata": Sequence[params.Depends],
        "matrix_get_account_data": Sequence[params.Depends],
        "matrix_set_account_data": Sequence[params.Depends],
        "matrix_get_room_account_data": Sequence[params.Depends],
        "matrix_set_room_account_data": Sequence[params.Depends],
        "matrix_get_room_state": Sequence[params.Depends],
        "matrix_get_room_state_event": Sequence[params.Depends],
        "matrix_get_room_event": Sequence[params.Depends],
        "matrix_get_profile": Sequence[params.Depends],
        "matrix_join_room": Sequence[params.Depends],
        "matrix_leave_room": Sequence[params.Depends],
        "matrix_create_room": Sequence[params.Depends],
        "v0_get_accounts": Sequence[params.Depends],
        "v0_search": Sequence[params.Depends],
        "v0_search_users": Sequence[params.Depends],
        "v0_open_app": Sequence[params.Depends],
        "v0_get_chat": Sequence[params.Depends],
        "v0_search_chats": Sequence[params.Depends],
        "v0_search_messages": Sequence[params.Depends],
        "v0_send_message": Sequence[params.Depends],
        "v0_create_chat": Sequence[params.Depends],
        "v0_download_asset": Sequence[params.Depends],
        "v0_archive_chat": Sequence[params.Depends],
        "v0_set_chat_reminder": Sequence[params.Depends],
        "v0_clear_chat_reminder": Sequence[params.Depends],
    },
    total=False,
)


class Focus:
    """Plans of the focus operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.FocusResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class Search:
    """Plans of the search operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.UnifiedSearchResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AccountsList:
    """Plans of the accounts_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.AccountsListResponse),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AccountsRetrieve:
    """Plans of the accounts_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.Account),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AccountsContactsSearch:
    """Plans of the accounts_contacts_search operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ContactSearchResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AccountsContactsList:
    """Plans of the accounts_contacts_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ContactPage),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesList:
    """Plans of the bridges_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.BridgeList),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesRetrieve:
    """Plans of the bridges_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.Bridge),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesRetrieveCapabilities:
    """Plans of the bridges_retrieve_capabilities operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ProvisioningCapabilities),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesLoginFlowsList:
    """Plans of the bridges_login_flows_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LoginFlowList),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesLoginsList:
    """Plans of the bridges_logins_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.BridgeLoginList),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesLoginsRetrieve:
    """Plans of the bridges_logins_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.BridgeLogin),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesLoginsRemove:
    """Plans of the bridges_logins_remove operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.BridgeLoginRemoval),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesLoginSessionsCreate:
    """Plans of the bridges_login_sessions_create operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LoginSession),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesLoginSessionsRetrieve:
    """Plans of the bridges_login_sessions_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LoginSession),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesLoginSessionsCancel:
    """Plans of the bridges_login_sessions_cancel operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LoginSessionCancellation),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class BridgesLoginSessionsStepsSubmit:
    """Plans of the bridges_login_sessions_steps_submit operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LoginSession),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsList:
    """Plans of the chats_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ChatWithPreviewPage),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsCreate:
    """Plans of the chats_create operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ChatCreateResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsStart:
    """Plans of the chats_start operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.CreatedChat),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsSearch:
    """Plans of the chats_search operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ChatPage),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsRetrieve:
    """Plans of the chats_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.Chat),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsUpdate:
    """Plans of the chats_update operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.Chat),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsArchive:
    """Plans of the chats_archive operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LegacyActionResult),
            "204": Declared(),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsMarkRead:
    """Plans of the chats_mark_read operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.Chat),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsMarkUnread:
    """Plans of the chats_mark_unread operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.Chat),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsNotifyAnyway:
    """Plans of the chats_notify_anyway operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.Chat),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsRemindersCreate:
    """Plans of the chats_reminders_create operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LegacyActionResult),
            "204": Declared(),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsRemindersDelete:
    """Plans of the chats_reminders_delete operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LegacyActionResult),
            "204": Declared(),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsMessagesReactionsAdd:
    """Plans of the chats_messages_reactions_add operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ReactionAddResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class ChatsMessagesReactionsDelete:
    """Plans of the chats_messages_reactions_delete operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ReactionDeleteResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class MessagesList:
    """Plans of the messages_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MessagePage),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class MessagesSend:
    """Plans of the messages_send operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MessageSendResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class MessagesSearch:
    """Plans of the messages_search operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MessageSearchPage),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class MessagesRetrieve:
    """Plans of the messages_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.Message),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class MessagesUpdate:
    """Plans of the messages_update operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MessageUpdateResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class MessagesDelete:
    """Plans of the messages_delete operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(),
            "204": Declared(),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
        primary=200,
    )


class LabelsList:
    """Plans of the labels_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.LabelsListResponse),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AssetsDownload:
    """Plans of the assets_download operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.AssetDownloadResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AssetsServe:
    """Plans of the assets_serve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/octet-stream", kind="binary"),
            "206": Declared(media_type="application/octet-stream", kind="binary"),
            "304": Declared(),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "416": Declared(),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
        primary=200,
    )


class AssetsUpload:
    """Plans of the assets_upload operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.AssetUploadResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AssetsUploadBase64:
    """Plans of the assets_upload_base64 operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.AssetUploadResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class InfoRetrieve:
    """Plans of the info_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ServerInfo),
            "500": Declared(media_type="application/json", model=models.Error),
        },
    )


class InfoSpec:
    """Plans of the info_spec operation."""

    RESPONSES: Final = OperationResponses(
        responses={"200": Declared(media_type="application/json", model=models.OpenAPIDocument)},
    )


class AppSetupRetrieve:
    """Plans of the app_setup_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.AppStateSnapshot),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupStart:
    """Plans of the app_setup_start operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.SetupStartResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupEmail:
    """Plans of the app_setup_email operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "204": Declared(),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
        primary=204,
    )


class AppSetupResponse:
    """Plans of the app_setup_response operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.SetupResponseResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupRegister:
    """Plans of the app_setup_register operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.SetupCompleteResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupRecoveryKeyVerify:
    """Plans of the app_setup_recovery_key_verify operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.SessionResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupRecoveryKeyResetCreate:
    """Plans of the app_setup_recovery_key_reset_create operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.RecoveryKeyResetResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupRecoveryKeyResetConfirm:
    """Plans of the app_setup_recovery_key_reset_confirm operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.SessionResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsList:
    """Plans of the app_setup_verifications_list operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationList),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsCreate:
    """Plans of the app_setup_verifications_create operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsRetrieve:
    """Plans of the app_setup_verifications_retrieve operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsAccept:
    """Plans of the app_setup_verifications_accept operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsCancel:
    """Plans of the app_setup_verifications_cancel operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsQrScan:
    """Plans of the app_setup_verifications_qr_scan operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsQrConfirmScanned:
    """Plans of the app_setup_verifications_qr_confirm_scanned operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsSasStart:
    """Plans of the app_setup_verifications_sas_start operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class AppSetupVerificationsSasConfirm:
    """Plans of the app_setup_verifications_sas_confirm operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.VerificationResult),
            "400": Declared(media_type="application/json", model=models.Error),
            "401": Declared(media_type="application/json", model=models.Error),
            "403": Declared(media_type="application/json", model=models.Error),
            "404": Declared(media_type="application/json", model=models.Error),
            "409": Declared(media_type="application/json", model=models.Error),
            "422": Declared(media_type="application/json", model=models.Error),
            "429": Declared(media_type="application/json", model=models.Error),
            "500": Declared(media_type="application/json", model=models.Error),
            "502": Declared(media_type="application/json", model=models.Error),
        },
    )


class OauthUserinfo:
    """Plans of the oauth_userinfo operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.TokenUserInfo),
            "401": Declared(media_type="application/json", model=models.Error),
        },
    )


class OauthAuthorizeCallback:
    """Plans of the oauth_authorize_callback operation."""

    RESPONSES: Final = OperationResponses(
        responses={"200": Declared(media_type="application/json", model=models.AuthorizeCallbackResponse)},
    )


class OauthToken:
    """Plans of the oauth_token operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.TokenResponse),
            "400": Declared(media_type="application/json", model=models.OAuthError),
            "500": Declared(media_type="application/json", model=models.OAuthError),
        },
    )


class OauthRegister:
    """Plans of the oauth_register operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "201": Declared(media_type="application/json", model=models.ClientRegistrationResponse),
            "400": Declared(media_type="application/json", model=models.OAuthError),
        },
    )


class OauthIntrospect:
    """Plans of the oauth_introspect operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.TokenIntrospection),
            "400": Declared(media_type="application/json", model=models.OAuthError),
            "500": Declared(media_type="application/json", model=models.OAuthError),
        },
    )


class OauthRevoke:
    """Plans of the oauth_revoke operation."""

    RESPONSES: Final = OperationResponses(
        responses={"200": Declared()},
        primary=200,
    )


class OauthAuthorizationServerMetadata:
    """Plans of the oauth_authorization_server_metadata operation."""

    RESPONSES: Final = OperationResponses(
        responses={"200": Declared(media_type="application/json", model=models.AuthorizationServerMetadata)},
    )


class OauthProtectedResourceMetadata:
    """Plans of the oauth_protected_resource_metadata operation."""

    RESPONSES: Final = OperationResponses(
        responses={"200": Declared(media_type="application/json", model=models.ProtectedResourceMetadata)},
    )


class MatrixGetAccountData:
    """Plans of the matrix_get_account_data operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixContent),
            "403": Declared(media_type="application/json", model=models.MatrixError),
            "404": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixSetAccountData:
    """Plans of the matrix_set_account_data operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixEmptyResult),
            "400": Declared(media_type="application/json", model=models.MatrixError),
            "403": Declared(media_type="application/json", model=models.MatrixError),
            "405": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixGetRoomAccountData:
    """Plans of the matrix_get_room_account_data operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixContent),
            "400": Declared(media_type="application/json", model=models.MatrixError),
            "403": Declared(media_type="application/json", model=models.MatrixError),
            "404": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixSetRoomAccountData:
    """Plans of the matrix_set_room_account_data operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixEmptyResult),
            "400": Declared(media_type="application/json", model=models.MatrixError),
            "403": Declared(media_type="application/json", model=models.MatrixError),
            "405": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixGetRoomState:
    """Plans of the matrix_get_room_state operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixGetRoomStateResponse),
            "403": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixGetRoomStateEvent:
    """Plans of the matrix_get_room_state_event operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixContent),
            "403": Declared(media_type="application/json", model=models.MatrixError),
            "404": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixGetRoomEvent:
    """Plans of the matrix_get_room_event operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixEvent),
            "404": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixGetProfile:
    """Plans of the matrix_get_profile operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixProfile),
            "403": Declared(media_type="application/json", model=models.MatrixError),
            "404": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixJoinRoom:
    """Plans of the matrix_join_room operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixRoomResult),
            "403": Declared(media_type="application/json", model=models.MatrixError),
            "429": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixLeaveRoom:
    """Plans of the matrix_leave_room operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixEmptyResult),
            "429": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class MatrixCreateRoom:
    """Plans of the matrix_create_room operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.MatrixRoomResult),
            "400": Declared(media_type="application/json", model=models.MatrixError),
            "403": Declared(media_type="application/json", model=models.MatrixError),
        },
    )


class V0GetAccounts:
    """Plans of the v0_get_accounts operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0GetAccountsResponse),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0Search:
    """Plans of the v0_search operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0UnifiedSearchResult),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0SearchUsers:
    """Plans of the v0_search_users operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.ContactSearchResult),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0OpenApp:
    """Plans of the v0_open_app operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0OpenAppResponse),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0GetChat:
    """Plans of the v0_get_chat operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0Chat),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0SearchChats:
    """Plans of the v0_search_chats operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0ChatPage),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0SearchMessages:
    """Plans of the v0_search_messages operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0MessageSearchPage),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0SendMessage:
    """Plans of the v0_send_message operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0MessageSendResponse),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0CreateChat:
    """Plans of the v0_create_chat operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0ChatCreateResponse),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0DownloadAsset:
    """Plans of the v0_download_asset operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.AssetDownloadResult),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0ArchiveChat:
    """Plans of the v0_archive_chat operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0BaseResponse),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0SetChatReminder:
    """Plans of the v0_set_chat_reminder operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0BaseResponse),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )


class V0ClearChatReminder:
    """Plans of the v0_clear_chat_reminder operation."""

    RESPONSES: Final = OperationResponses(
        responses={
            "200": Declared(media_type="application/json", model=models.V0BaseResponse),
            "400": Declared(media_type="application/json", model=models.V0Error),
            "401": Declared(media_type="application/json", model=models.V0Error),
            "403": Declared(media_type="application/json", model=models.V0Error),
            "404": Declared(media_type="application/json", model=models.V0Error),
            "422": Declared(media_type="application/json", model=models.V0Error),
            "429": Declared(media_type="application/json", model=models.V0Error),
            "500": Declared(media_type="application/json", model=models.V0Error),
        },
    )
