# @generated

"""Endpoints of the v0 operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Query, Security, params
from fastapi.security import HTTPAuthorizationCredentials
from pydantic import AwareDatetime, Field, StringConstraints

from .. import security
from .._generated import contract
from .._generated.contract import OperationDependencies
from .._runtime.server.application import Wiring, build, checked
from .._runtime.server.responses import dispatch
from .._runtime.server.security import (
    AsyncAuthorize,
    Authorize,
    PrincipalT,
    authenticate,
)
from ..services import V0Service


def _add_v0_get_accounts(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_get_accounts_handler = checked(
        v0.v0_get_accounts,
        "The v0.v0_get_accounts method of GET /v0/get-accounts",
        ("principal",),
        asynchronous=True,
    )

    v0_get_accounts_authorize = wiring.authorizer()

    async def v0_get_accounts_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            v0_get_accounts_authorize,
            "Bearer",
        )

    async def v0_get_accounts(
        *,
        principal: Annotated[object, Depends(v0_get_accounts_principal)],
    ) -> object:
        return dispatch(
            await v0_get_accounts_handler(
                principal=principal,
            ),
            contract.V0GetAccounts.RESPONSES,
        )

    router.add_api_route(
        "/v0/get-accounts",
        v0_get_accounts,
        methods=["GET"],
        status_code=200,
        response_model=models.V0GetAccountsResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_get_accounts",
        tags=["V0"],
        summary="List connected accounts.",
        deprecated=True,
        response_description="All accounts.",
        dependencies=wiring.dependencies.get("v0_get_accounts"),
    )


def _add_v0_search(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_search_handler = checked(
        v0.v0_search,
        "The v0.v0_search method of GET /v0/search",
        ("principal", "query"),
        asynchronous=True,
    )

    v0_search_authorize = wiring.authorizer()

    async def v0_search_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            v0_search_authorize,
            "Bearer",
        )

    async def v0_search(
        *,
        principal: Annotated[object, Depends(v0_search_principal)],
        query: Annotated[
            str,
            StringConstraints(min_length=1),
            Query(alias="query", description="Words as typed. At least 1 character."),
        ],
    ) -> object:
        return dispatch(
            await v0_search_handler(
                principal=principal,
                query=query,
            ),
            contract.V0Search.RESPONSES,
        )

    router.add_api_route(
        "/v0/search",
        v0_search,
        methods=["GET"],
        status_code=200,
        response_model=models.V0UnifiedSearchResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_search",
        tags=["V0"],
        summary="Search once for chats, groups by participant and messages.",
        deprecated=True,
        response_description="Chats, groups and messages found.",
        dependencies=wiring.dependencies.get("v0_search"),
    )


def _add_v0_search_users(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_search_users_handler = checked(
        v0.v0_search_users,
        "The v0.v0_search_users method of GET /v0/search-users",
        ("principal", "account_id", "query"),
        asynchronous=True,
    )

    v0_search_users_authorize = wiring.authorizer()

    async def v0_search_users_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            v0_search_users_authorize,
            "Bearer",
        )

    async def v0_search_users(
        *,
        principal: Annotated[object, Depends(v0_search_users_principal)],
        account_id: Annotated[str, Query(alias="accountID", description="Account to search on.")],
        query: Annotated[
            str,
            StringConstraints(min_length=1),
            Query(alias="query", description="Text to search for, at least 1 character."),
        ],
    ) -> object:
        return dispatch(
            await v0_search_users_handler(
                principal=principal,
                account_id=account_id,
                query=query,
            ),
            contract.V0SearchUsers.RESPONSES,
        )

    router.add_api_route(
        "/v0/search-users",
        v0_search_users,
        methods=["GET"],
        status_code=200,
        response_model=models.ContactSearchResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_search_users",
        tags=["V0"],
        summary="Search contacts of an account.",
        description="For starting new chats.",
        deprecated=True,
        response_description="The matches.",
        dependencies=wiring.dependencies.get("v0_search_users"),
    )


def _add_v0_open_app(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_open_app_handler = checked(
        v0.v0_open_app,
        "The v0.v0_open_app method of POST /v0/open-app",
        ("principal", "body"),
        asynchronous=True,
    )

    v0_open_app_authorize = wiring.authorizer()

    async def v0_open_app_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            v0_open_app_authorize,
            "Bearer",
        )

    async def v0_open_app(
        *,
        principal: Annotated[object, Depends(v0_open_app_principal)],
        body: Annotated[models.V0OpenAppRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await v0_open_app_handler(
                principal=principal,
                body=body,
            ),
            contract.V0OpenApp.RESPONSES,
        )

    router.add_api_route(
        "/v0/open-app",
        v0_open_app,
        methods=["POST"],
        status_code=200,
        response_model=models.V0OpenAppResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_open_app",
        tags=["V0"],
        summary="Bring Beeper to the front.",
        deprecated=True,
        response_description="The outcome; `success` is true if it worked.",
        dependencies=wiring.dependencies.get("v0_open_app"),
    )


def _add_v0_get_chat(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_get_chat_handler = checked(
        v0.v0_get_chat,
        "The v0.v0_get_chat method of GET /v0/get-chat",
        ("principal", "chat_id", "max_participant_count"),
        asynchronous=True,
    )

    v0_get_chat_authorize = wiring.authorizer()

    async def v0_get_chat_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            v0_get_chat_authorize,
            "Bearer",
        )

    async def v0_get_chat(
        *,
        principal: Annotated[object, Depends(v0_get_chat_principal)],
        chat_id: Annotated[str, Query(alias="chatID", description="Chat ID. iMessage chats are not available.")],
        max_participant_count: Annotated[
            Annotated[int, Field(ge=-1, le=500)] | None,
            Query(alias="maxParticipantCount", description="Members to return: 0 to 500, or -1 for all."),
        ] = 20,
    ) -> object:
        return dispatch(
            await v0_get_chat_handler(
                principal=principal,
                chat_id=chat_id,
                max_participant_count=max_participant_count,
            ),
            contract.V0GetChat.RESPONSES,
        )

    router.add_api_route(
        "/v0/get-chat",
        v0_get_chat,
        methods=["GET"],
        status_code=200,
        response_model=models.V0Chat,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_get_chat",
        tags=["V0"],
        summary="Get one chat.",
        description="Returns at most 20 participants unless maxParticipantCount is larger. Not available for iMessage chats.",
        deprecated=True,
        response_description="The chat.",
        dependencies=wiring.dependencies.get("v0_get_chat"),
    )


def _add_v0_search_chats(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_search_chats_handler = checked(
        v0.v0_search_chats,
        "The v0.v0_search_chats method of GET /v0/search-chats",
        (
            "principal",
            "account_ids",
            "cursor",
            "direction",
            "inbox",
            "include_muted",
            "last_activity_after",
            "last_activity_before",
            "limit",
            "query",
            "scope",
            "type",
            "unread_only",
        ),
        asynchronous=True,
    )

    v0_search_chats_authorize = wiring.authorizer()

    async def v0_search_chats_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            v0_search_chats_authorize,
            "Bearer",
        )

    async def v0_search_chats(
        *,
        principal: Annotated[object, Depends(v0_search_chats_principal)],
        account_ids: Annotated[
            list[str] | None, Query(alias="accountIDs", description="Only these accounts; all if omitted.")
        ] = None,
        cursor: Annotated[
            str | None,
            Query(
                alias="cursor",
                description="Opaque cursor: oldestCursor or newestCursor of a page. Starts at the first page if omitted.",
            ),
        ] = None,
        direction: Annotated[
            models.Direction | None,
            Query(
                alias="direction",
                description="Use `before` with oldestCursor for older items, or `after` with newestCursor for newer ones. The default is `before`.",
            ),
        ] = None,
        inbox: Annotated[
            models.InboxName | None, Query(alias="inbox", description="Only chats in this inbox; all chats if omitted.")
        ] = None,
        include_muted: Annotated[bool | None, Query(alias="includeMuted", description="Include muted chats.")] = True,
        last_activity_after: Annotated[
            AwareDatetime | None, Query(alias="lastActivityAfter", description="Only chats active after this time.")
        ] = None,
        last_activity_before: Annotated[
            AwareDatetime | None, Query(alias="lastActivityBefore", description="Only chats active before this time.")
        ] = None,
        limit: Annotated[int, Field(ge=1, le=200), Query(alias="limit", description="Chats per page.")] = 50,
        query: Annotated[
            Annotated[str, StringConstraints(min_length=1)] | None,
            Query(alias="query", description="Literal words, at least 1 character. All must match."),
        ] = None,
        scope: Annotated[
            models.ChatSearchScope, Query(alias="scope", description="Where to look: titles or participants.")
        ] = models.ChatSearchScope("titles"),
        type: Annotated[
            models.ChatTypeFilter, Query(alias="type", description="Kind of chat.")
        ] = models.ChatTypeFilter("any"),
        unread_only: Annotated[
            bool | None, Query(alias="unreadOnly", description="Only chats with unread messages.")
        ] = None,
    ) -> object:
        return dispatch(
            await v0_search_chats_handler(
                principal=principal,
                account_ids=account_ids,
                cursor=cursor,
                direction=direction,
                inbox=inbox,
                include_muted=include_muted,
                last_activity_after=last_activity_after,
                last_activity_before=last_activity_before,
                limit=limit,
                query=query,
                scope=scope,
                type=type,
                unread_only=unread_only,
            ),
            contract.V0SearchChats.RESPONSES,
        )

    router.add_api_route(
        "/v0/search-chats",
        v0_search_chats,
        methods=["GET"],
        status_code=200,
        response_model=models.V0ChatPage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_search_chats",
        tags=["V0"],
        summary="Search chats.",
        deprecated=True,
        response_description="A page of chats.",
        dependencies=wiring.dependencies.get("v0_search_chats"),
    )


def _add_v0_search_messages(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_search_messages_handler = checked(
        v0.v0_search_messages,
        "The v0.v0_search_messages method of GET /v0/search-messages",
        (
            "principal",
            "account_ids",
            "chat_ids",
            "chat_type",
            "cursor",
            "date_after",
            "date_before",
            "direction",
            "exclude_low_priority",
            "include_muted",
            "limit",
            "media_types",
            "query",
            "sender",
        ),
        asynchronous=True,
    )

    v0_search_messages_authorize = wiring.authorizer()

    async def v0_search_messages_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            v0_search_messages_authorize,
            "Bearer",
        )

    async def v0_search_messages(
        *,
        principal: Annotated[object, Depends(v0_search_messages_principal)],
        account_ids: Annotated[
            list[str] | None, Query(alias="accountIDs", description="Only these accounts; all if omitted.")
        ] = None,
        chat_ids: Annotated[
            list[str] | None,
            Query(alias="chatIDs", description="Only these chats, by chat ID or local chat ID; all if omitted."),
        ] = None,
        chat_type: Annotated[
            models.ChatType | None, Query(alias="chatType", description="Only chats of this kind.")
        ] = None,
        cursor: Annotated[
            str | None,
            Query(
                alias="cursor",
                description="Opaque cursor: oldestCursor or newestCursor of a page. Starts at the first page if omitted.",
            ),
        ] = None,
        date_after: Annotated[
            AwareDatetime | None, Query(alias="dateAfter", description="Only messages strictly after this time.")
        ] = None,
        date_before: Annotated[
            AwareDatetime | None, Query(alias="dateBefore", description="Only messages strictly before this time.")
        ] = None,
        direction: Annotated[
            models.Direction | None,
            Query(
                alias="direction",
                description="Use `before` with oldestCursor for older items, or `after` with newestCursor for newer ones. The default is `before`.",
            ),
        ] = None,
        exclude_low_priority: Annotated[
            bool | None, Query(alias="excludeLowPriority", description="Exclude chats in the low-priority inbox.")
        ] = True,
        include_muted: Annotated[bool | None, Query(alias="includeMuted", description="Include muted chats.")] = True,
        limit: Annotated[
            int,
            Field(ge=1, le=500),
            Query(alias="limit", description="Messages per page: 1 to 500 are accepted, but a page holds at most 20."),
        ] = 20,
        media_types: Annotated[
            list[models.MediaType] | None,
            Query(alias="mediaTypes", description="Only messages with one of these kinds of media."),
        ] = None,
        query: Annotated[
            str | None, Query(alias="query", description="Literal words; only the other filters when left out.")
        ] = None,
        sender: Annotated[
            str | None, Query(alias="sender", description="Only messages of this sender: me, others or a user ID.")
        ] = None,
    ) -> object:
        return dispatch(
            await v0_search_messages_handler(
                principal=principal,
                account_ids=account_ids,
                chat_ids=chat_ids,
                chat_type=chat_type,
                cursor=cursor,
                date_after=date_after,
                date_before=date_before,
                direction=direction,
                exclude_low_priority=exclude_low_priority,
                include_muted=include_muted,
                limit=limit,
                media_types=media_types,
                query=query,
                sender=sender,
            ),
            contract.V0SearchMessages.RESPONSES,
        )

    router.add_api_route(
        "/v0/search-messages",
        v0_search_messages,
        methods=["GET"],
        status_code=200,
        response_model=models.V0MessageSearchPage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_search_messages",
        tags=["V0"],
        summary="Search messages across chats.",
        description="Before app 4.1.244 the text of messages is truncated to 500 characters.",
        deprecated=True,
        response_description="A page of messages, with their chats.",
        dependencies=wiring.dependencies.get("v0_search_messages"),
    )


def _add_v0_send_message(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_send_message_handler = checked(
        v0.v0_send_message,
        "The v0.v0_send_message method of POST /v0/send-message",
        ("principal", "body"),
        asynchronous=True,
    )

    v0_send_message_authorize = wiring.authorizer()

    async def v0_send_message_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            v0_send_message_authorize,
            "Bearer",
        )

    async def v0_send_message(
        *,
        principal: Annotated[object, Depends(v0_send_message_principal)],
        body: Annotated[models.V0MessageSendRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await v0_send_message_handler(
                principal=principal,
                body=body,
            ),
            contract.V0SendMessage.RESPONSES,
        )

    router.add_api_route(
        "/v0/send-message",
        v0_send_message,
        methods=["POST"],
        status_code=200,
        response_model=models.V0MessageSendResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_send_message",
        tags=["V0"],
        summary="Send a text.",
        deprecated=True,
        response_description="The outcome; `success` is true if it worked.",
        dependencies=wiring.dependencies.get("v0_send_message"),
    )


def _add_v0_create_chat(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_create_chat_handler = checked(
        v0.v0_create_chat,
        "The v0.v0_create_chat method of POST /v0/create-chat",
        ("principal", "body"),
        asynchronous=True,
    )

    v0_create_chat_authorize = wiring.authorizer()

    async def v0_create_chat_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            v0_create_chat_authorize,
            "Bearer",
        )

    async def v0_create_chat(
        *,
        principal: Annotated[object, Depends(v0_create_chat_principal)],
        body: Annotated[models.V0ChatCreateRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await v0_create_chat_handler(
                principal=principal,
                body=body,
            ),
            contract.V0CreateChat.RESPONSES,
        )

    router.add_api_route(
        "/v0/create-chat",
        v0_create_chat,
        methods=["POST"],
        status_code=200,
        response_model=models.V0ChatCreateResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_create_chat",
        tags=["V0"],
        summary="Create a chat.",
        deprecated=True,
        response_description="The outcome; `success` is true if it worked.",
        dependencies=wiring.dependencies.get("v0_create_chat"),
    )


def _add_v0_download_asset(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_download_asset_handler = checked(
        v0.v0_download_asset,
        "The v0.v0_download_asset method of POST /v0/download-asset",
        ("principal", "body"),
        asynchronous=True,
    )

    v0_download_asset_authorize = wiring.authorizer()

    async def v0_download_asset_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            v0_download_asset_authorize,
            "Bearer",
        )

    async def v0_download_asset(
        *,
        principal: Annotated[object, Depends(v0_download_asset_principal)],
        body: Annotated[models.V0AssetDownloadRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await v0_download_asset_handler(
                principal=principal,
                body=body,
            ),
            contract.V0DownloadAsset.RESPONSES,
        )

    router.add_api_route(
        "/v0/download-asset",
        v0_download_asset,
        methods=["POST"],
        status_code=200,
        response_model=models.AssetDownloadResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_download_asset",
        tags=["V0"],
        summary="Fetch media and get its local URL.",
        deprecated=True,
        response_description="The local URL, or why not.",
        dependencies=wiring.dependencies.get("v0_download_asset"),
    )


def _add_v0_archive_chat(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_archive_chat_handler = checked(
        v0.v0_archive_chat,
        "The v0.v0_archive_chat method of POST /v0/archive-chat",
        ("principal", "body"),
        asynchronous=True,
    )

    v0_archive_chat_authorize = wiring.authorizer()

    async def v0_archive_chat_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            v0_archive_chat_authorize,
            "Bearer",
        )

    async def v0_archive_chat(
        *,
        principal: Annotated[object, Depends(v0_archive_chat_principal)],
        body: Annotated[models.V0ChatArchiveRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await v0_archive_chat_handler(
                principal=principal,
                body=body,
            ),
            contract.V0ArchiveChat.RESPONSES,
        )

    router.add_api_route(
        "/v0/archive-chat",
        v0_archive_chat,
        methods=["POST"],
        status_code=200,
        response_model=models.V0BaseResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_archive_chat",
        tags=["V0"],
        summary="Archive or restore a chat.",
        deprecated=True,
        response_description="The outcome; `success` is true if it worked.",
        dependencies=wiring.dependencies.get("v0_archive_chat"),
    )


def _add_v0_set_chat_reminder(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_set_chat_reminder_handler = checked(
        v0.v0_set_chat_reminder,
        "The v0.v0_set_chat_reminder method of POST /v0/set-chat-reminder",
        ("principal", "body"),
        asynchronous=True,
    )

    v0_set_chat_reminder_authorize = wiring.authorizer()

    async def v0_set_chat_reminder_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            v0_set_chat_reminder_authorize,
            "Bearer",
        )

    async def v0_set_chat_reminder(
        *,
        principal: Annotated[object, Depends(v0_set_chat_reminder_principal)],
        body: Annotated[models.V0ReminderCreateRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await v0_set_chat_reminder_handler(
                principal=principal,
                body=body,
            ),
            contract.V0SetChatReminder.RESPONSES,
        )

    router.add_api_route(
        "/v0/set-chat-reminder",
        v0_set_chat_reminder,
        methods=["POST"],
        status_code=200,
        response_model=models.V0BaseResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_set_chat_reminder",
        tags=["V0"],
        summary="Set the reminder of a chat.",
        deprecated=True,
        response_description="The outcome; `success` is true if it worked.",
        dependencies=wiring.dependencies.get("v0_set_chat_reminder"),
    )


def _add_v0_clear_chat_reminder(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    v0: V0Service[object] = wiring.services["v0"]
    v0_clear_chat_reminder_handler = checked(
        v0.v0_clear_chat_reminder,
        "The v0.v0_clear_chat_reminder method of POST /v0/clear-chat-reminder",
        ("principal", "body"),
        asynchronous=True,
    )

    v0_clear_chat_reminder_authorize = wiring.authorizer()

    async def v0_clear_chat_reminder_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            v0_clear_chat_reminder_authorize,
            "Bearer",
        )

    async def v0_clear_chat_reminder(
        *,
        principal: Annotated[object, Depends(v0_clear_chat_reminder_principal)],
        body: Annotated[models.V0ReminderDeleteRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await v0_clear_chat_reminder_handler(
                principal=principal,
                body=body,
            ),
            contract.V0ClearChatReminder.RESPONSES,
        )

    router.add_api_route(
        "/v0/clear-chat-reminder",
        v0_clear_chat_reminder,
        methods=["POST"],
        status_code=200,
        response_model=models.V0BaseResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="v0_clear_chat_reminder",
        tags=["V0"],
        summary="Clear the reminder of a chat.",
        deprecated=True,
        response_description="The outcome; `success` is true if it worked.",
        dependencies=wiring.dependencies.get("v0_clear_chat_reminder"),
    )


LITERAL_ROUTES: Final = (
    ("v0_get_accounts", _add_v0_get_accounts),
    ("v0_search", _add_v0_search),
    ("v0_search_users", _add_v0_search_users),
    ("v0_open_app", _add_v0_open_app),
    ("v0_get_chat", _add_v0_get_chat),
    ("v0_search_chats", _add_v0_search_chats),
    ("v0_search_messages", _add_v0_search_messages),
    ("v0_send_message", _add_v0_send_message),
    ("v0_create_chat", _add_v0_create_chat),
    ("v0_download_asset", _add_v0_download_asset),
    ("v0_archive_chat", _add_v0_archive_chat),
    ("v0_set_chat_reminder", _add_v0_set_chat_reminder),
    ("v0_clear_chat_reminder", _add_v0_clear_chat_reminder),
)
TEMPLATED_ROUTES: Final = ()


def build_router(
    *,
    v0: V0Service[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the v0 operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"v0": v0},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
