"""What each app version served and sent, copied by hand from evolution.md and v0-to-v1.md: a check on the spec's marks.

Answers of older apps no longer fit the pydantic models, which know the newest form alone; these tables read them.
"""

from __future__ import annotations

from typing import Any

VERSIONS = ("4.1.92", "4.1.155", "4.1.294", "4.2.499", "4.2.557", "4.2.808", "4.3.0", "6.0")
NUMBERS = {**{name: tuple(map(int, name.split("."))) for name in VERSIONS}, "6.0": (4, 3, 73)}

Span = tuple[str | None, str | None]
"""From one version on, before another; None leaves an end open."""


def is_within(version: str, span: Span) -> bool:
    """Whether a version lies in a span."""
    since, before = (None if end is None else tuple(map(int, end.split("."))) for end in span)
    number = NUMBERS[version]
    return (since is None or since <= number) and (before is None or number < before)


OPERATIONS: dict[Span, str] = {
    ("4.1.92", "4.3.0"): (
        "v0_get_accounts v0_search v0_search_users v0_open_app v0_get_chat v0_search_chats v0_search_messages"
        " v0_send_message v0_create_chat v0_download_asset v0_archive_chat v0_set_chat_reminder v0_clear_chat_reminder"
    ),
    ("4.1.92", None): (
        "oauth_userinfo oauth_authorize_callback oauth_token oauth_register oauth_revoke"
        " oauth_authorization_server_metadata oauth_protected_resource_metadata"
    ),
    ("4.1.294", None): (
        "focus search accounts_list accounts_contacts_search chats_list chats_create chats_search chats_retrieve"
        " chats_archive chats_reminders_create chats_reminders_delete messages_list messages_send messages_search"
        " assets_download"
    ),
    ("4.2.499", None): "messages_update assets_upload assets_upload_base64",
    ("4.2.509", None): "assets_serve",
    ("4.2.557", None): ("info_retrieve info_spec accounts_contacts_list chats_messages_reactions_add oauth_introspect"),
    ("4.2.808", None): (
        "chats_start chats_update chats_mark_read chats_mark_unread chats_notify_anyway messages_retrieve"
        " messages_delete chats_messages_reactions_delete"
    ),
    ("4.3.0", None): (
        "accounts_retrieve bridges_list bridges_retrieve bridges_retrieve_capabilities bridges_login_flows_list"
        " bridges_logins_list bridges_logins_retrieve bridges_logins_remove bridges_login_sessions_create"
        " bridges_login_sessions_retrieve bridges_login_sessions_cancel bridges_login_sessions_steps_submit"
        " app_setup_retrieve app_setup_start app_setup_email app_setup_response app_setup_register"
        " app_setup_recovery_key_verify app_setup_recovery_key_reset_create app_setup_recovery_key_reset_confirm"
        " app_setup_verifications_list app_setup_verifications_create app_setup_verifications_retrieve"
        " app_setup_verifications_accept app_setup_verifications_cancel app_setup_verifications_qr_scan"
        " app_setup_verifications_qr_confirm_scanned app_setup_verifications_sas_start"
        " app_setup_verifications_sas_confirm matrix_get_account_data matrix_set_account_data"
        " matrix_get_room_account_data matrix_set_room_account_data matrix_get_room_state"
        " matrix_get_room_state_event matrix_get_room_event matrix_get_profile matrix_join_room matrix_leave_room"
        " matrix_create_room"
    ),
    ("4.3.1", None): "labels_list",
}

ALWAYS: Span = (None, None)
ACCOUNT: dict[Span, str] = {
    ALWAYS: "accountID user",
    (None, "4.2.557"): "network",
    ("4.2.808", None): "network bridge",
    ("4.3.0", None): "status statusText loginID capabilities",
}
CHAT: dict[Span, str] = {
    ALWAYS: (
        "id localChatID accountID title type participants lastActivity unreadCount lastReadMessageSortKey"
        " isArchived isMuted isPinned"
    ),
    (None, "4.2.510"): "network",
    ("4.2.808", None): (
        "network description imgURL isReadOnly isMarkedUnread isLowPriority unreadMentionsCount draft reminder snooze"
        " messageExpirySeconds capabilities"
    ),
    ("4.3.1", None): "labels merge mergedIntoChatID",
}
PERSON: dict[Span, str] = {
    ALWAYS: "id username phoneNumber email fullName imgURL cannotMessage isSelf",
    ("4.2.808", None): "isAdmin isPending isNetworkBot",
}
MESSAGE: dict[Span, str] = {
    ALWAYS: ("id chatID accountID senderID senderName timestamp sortKey text isSender isUnread attachments reactions"),
    ("4.2.499", None): "type linkedMessageID",
    ("4.2.808", None): "editedTimestamp sendStatus isHidden isDeleted mentions links seen",
}
ATTACHMENT: dict[Span, str] = {
    ALWAYS: ("type srcURL mimeType fileName fileSize isGif isSticker isVoiceNote duration posterImg size"),
    ("4.2.499", None): "id",
    ("4.2.808", None): "transcription",
}
V0_ACCOUNT = {"accountID", "network", "user"}
V0_CHAT: dict[Span, str] = {
    ALWAYS: (
        "id accountID network title type participants lastActivity unreadCount lastReadMessageSortKey isArchived"
        " isMuted isPinned"
    ),
    ("4.1.155", None): "localChatID",
}
_V0_MESSAGE = (
    "id messageID chatID accountID senderID senderName timestamp sortKey text isSender isUnread attachments reactions"
)
V0_MESSAGE = set(_V0_MESSAGE.split())


def known(table: dict[Span, str], version: str) -> set[str]:
    """The names a version had."""
    return {name for span, names in table.items() if is_within(version, span) for name in names.split()}


def names(objects: list[Any]) -> set[str]:
    """Every field that any of the objects has."""
    return {name for entry in objects for name in entry}
