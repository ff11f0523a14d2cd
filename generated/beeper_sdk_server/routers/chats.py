# @generated

"""Endpoints of the chats operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Path, Query, Security, params
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
from ..services import ChatsService


def _add_chats_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_list_handler = checked(
        chats.chats_list,
        "The chats.chats_list method of GET /v1/chats",
        ("principal", "account_ids", "cursor", "direction", "limit"),
        asynchronous=True,
    )

    chats_list_authorize = wiring.authorizer()

    async def chats_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            chats_list_authorize,
            "Bearer",
        )

    async def chats_list(
        *,
        principal: Annotated[object, Depends(chats_list_principal)],
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
        limit: Annotated[
            int,
            Field(ge=1, le=200),
            Query(alias="limit", description="Chats per page. Apps up to 4.3.0 ignore it and return 25."),
        ] = 25,
    ) -> object:
        return dispatch(
            await chats_list_handler(
                principal=principal,
                account_ids=account_ids,
                cursor=cursor,
                direction=direction,
                limit=limit,
            ),
            contract.ChatsList.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats",
        chats_list,
        methods=["GET"],
        status_code=200,
        response_model=models.ChatWithPreviewPage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_list",
        tags=["Chats"],
        summary="List chats of all accounts.",
        description="Ordered by last activity, newest first. Each chat includes at most 20 participants. The members of a merged chat are not listed, only the merged chat is. To list unread chats only, use `chats.search`.",
        response_description="A page of chats with their last messages.",
        dependencies=wiring.dependencies.get("chats_list"),
    )


def _add_chats_create(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_create_handler = checked(
        chats.chats_create,
        "The chats.chats_create method of POST /v1/chats",
        ("principal", "body"),
        asynchronous=True,
    )

    chats_create_authorize = wiring.authorizer()

    async def chats_create_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_create_authorize,
            "Bearer",
        )

    async def chats_create(
        *,
        principal: Annotated[object, Depends(chats_create_principal)],
        body: Annotated[models.ChatCreateRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await chats_create_handler(
                principal=principal,
                body=body,
            ),
            contract.ChatsCreate.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats",
        chats_create,
        methods=["POST"],
        status_code=200,
        response_model=models.ChatCreateResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_create",
        tags=["Chats"],
        summary="Create a direct or group chat from user IDs.",
        description="Apps before 4.2.808 return only the ID of the chat. In apps 4.2.557 to 4.2.807, opening a direct chat with a person was part of this operation.",
        response_description="The chat; only its ID before app 4.2.808.",
        dependencies=wiring.dependencies.get("chats_create"),
    )


def _add_chats_start(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_start_handler = checked(
        chats.chats_start,
        "The chats.chats_start method of POST /v1/chats/start",
        ("principal", "body"),
        asynchronous=True,
    )

    chats_start_authorize = wiring.authorizer()

    async def chats_start_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_start_authorize,
            "Bearer",
        )

    async def chats_start(
        *,
        principal: Annotated[object, Depends(chats_start_principal)],
        body: Annotated[models.ChatStartRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await chats_start_handler(
                principal=principal,
                body=body,
            ),
            contract.ChatsStart.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/start",
        chats_start,
        methods=["POST"],
        status_code=200,
        response_model=models.CreatedChat,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_start",
        tags=["Chats"],
        summary="Open a direct chat with a person.",
        description="Looks the person up by the given data. An existing direct chat is reused.",
        response_description="The chat.",
        dependencies=wiring.dependencies.get("chats_start"),
    )


def _add_chats_search(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_search_handler = checked(
        chats.chats_search,
        "The chats.chats_search method of GET /v1/chats/search",
        (
            "principal",
            "account_ids",
            "cursor",
            "direction",
            "inbox",
            "include_muted",
            "label_id",
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

    chats_search_authorize = wiring.authorizer()

    async def chats_search_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            chats_search_authorize,
            "Bearer",
        )

    async def chats_search(
        *,
        principal: Annotated[object, Depends(chats_search_principal)],
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
            models.InboxName | None,
            Query(
                alias="inbox",
                description="Only chats in this inbox; all chats if omitted. The primary inbox follows the rules of the app.",
            ),
        ] = None,
        include_muted: Annotated[bool | None, Query(alias="includeMuted", description="Include muted chats.")] = True,
        label_id: Annotated[str | None, Query(alias="labelID", description="Only chats with this label.")] = None,
        last_activity_after: Annotated[
            AwareDatetime | None, Query(alias="lastActivityAfter", description="Only chats active after this time.")
        ] = None,
        last_activity_before: Annotated[
            AwareDatetime | None, Query(alias="lastActivityBefore", description="Only chats active before this time.")
        ] = None,
        limit: Annotated[int, Field(ge=1, le=200), Query(alias="limit", description="Chats per page.")] = 50,
        query: Annotated[
            Annotated[str, StringConstraints(min_length=1)] | None,
            Query(
                alias="query",
                description="Literal words, at least 1 character. All must match; case is ignored. Omit it to match all chats.",
            ),
        ] = None,
        scope: Annotated[
            models.ChatSearchScope,
            Query(alias="scope", description="Where to look: titles (and networks) or participants."),
        ] = models.ChatSearchScope("titles"),
        type: Annotated[
            models.ChatTypeFilter, Query(alias="type", description="Kind of chat.")
        ] = models.ChatTypeFilter("any"),
        unread_only: Annotated[
            bool | None, Query(alias="unreadOnly", description="Only chats with unread messages.")
        ] = None,
    ) -> object:
        return dispatch(
            await chats_search_handler(
                principal=principal,
                account_ids=account_ids,
                cursor=cursor,
                direction=direction,
                inbox=inbox,
                include_muted=include_muted,
                label_id=label_id,
                last_activity_after=last_activity_after,
                last_activity_before=last_activity_before,
                limit=limit,
                query=query,
                scope=scope,
                type=type,
                unread_only=unread_only,
            ),
            contract.ChatsSearch.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/search",
        chats_search,
        methods=["GET"],
        status_code=200,
        response_model=models.ChatPage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_search",
        tags=["Chats"],
        summary="Search chats.",
        description="Searches titles and networks, or participants. Ordered by last activity, newest first. Each chat includes at most 20 participants.",
        response_description="A page of chats.",
        dependencies=wiring.dependencies.get("chats_search"),
    )


def _add_chats_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_retrieve_handler = checked(
        chats.chats_retrieve,
        "The chats.chats_retrieve method of GET /v1/chats/{chatID}",
        ("principal", "chat_id", "max_participant_count"),
        asynchronous=True,
    )

    chats_retrieve_authorize = wiring.authorizer()

    async def chats_retrieve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            chats_retrieve_authorize,
            "Bearer",
        )

    async def chats_retrieve(
        *,
        principal: Annotated[object, Depends(chats_retrieve_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        max_participant_count: Annotated[
            Annotated[int, Field(ge=-1, le=500)] | None,
            Query(
                alias="maxParticipantCount",
                description="Members to return: 0 to 500, or -1 for all. The default is 100 since app 4.2.808 and was -1 in apps 4.1.294 to 4.2.807.",
            ),
        ] = 100,
    ) -> object:
        return dispatch(
            await chats_retrieve_handler(
                principal=principal,
                chat_id=chat_id,
                max_participant_count=max_participant_count,
            ),
            contract.ChatsRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}",
        chats_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.Chat,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_retrieve",
        tags=["Chats"],
        summary="Get one chat.",
        response_description="The chat.",
        dependencies=wiring.dependencies.get("chats_retrieve"),
    )


def _add_chats_update(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_update_handler = checked(
        chats.chats_update,
        "The chats.chats_update method of PATCH /v1/chats/{chatID}",
        ("principal", "chat_id", "body"),
        asynchronous=True,
    )

    chats_update_authorize = wiring.authorizer()

    async def chats_update_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_update_authorize,
            "Bearer",
        )

    async def chats_update(
        *,
        principal: Annotated[object, Depends(chats_update_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        body: Annotated[models.ChatUpdateRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await chats_update_handler(
                principal=principal,
                chat_id=chat_id,
                body=body,
            ),
            contract.ChatsUpdate.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}",
        chats_update,
        methods=["PATCH"],
        status_code=200,
        response_model=models.Chat,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_update",
        tags=["Chats"],
        summary="Change the state of a chat.",
        description="Changes the title, topic, avatar, draft, inbox, notifications, pin or disappearing timer. What is omitted is not changed. Replacing a draft needs two calls: first null, then the new draft.",
        response_description="The chat.",
        dependencies=wiring.dependencies.get("chats_update"),
    )


def _add_chats_archive(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_archive_handler = checked(
        chats.chats_archive,
        "The chats.chats_archive method of POST /v1/chats/{chatID}/archive",
        ("principal", "chat_id", "body"),
        asynchronous=True,
    )

    chats_archive_authorize = wiring.authorizer()

    async def chats_archive_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_archive_authorize,
            "Bearer",
        )

    async def chats_archive(
        *,
        principal: Annotated[object, Depends(chats_archive_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        body: Annotated[models.ChatArchiveRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await chats_archive_handler(
                principal=principal,
                chat_id=chat_id,
                body=body,
            ),
            contract.ChatsArchive.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/archive",
        chats_archive,
        methods=["POST"],
        status_code=200,
        response_model=models.LegacyActionResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_archive",
        tags=["Chats"],
        summary="Archive or restore a chat.",
        description="Some builds between app 4.2.509 and 4.2.557 respond with a body, which is ignored.",
        response_description="Done, as some builds between app 4.2.509 and 4.2.557 respond.",
        dependencies=wiring.dependencies.get("chats_archive"),
    )


def _add_chats_mark_read(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_mark_read_handler = checked(
        chats.chats_mark_read,
        "The chats.chats_mark_read method of POST /v1/chats/{chatID}/read",
        ("principal", "chat_id", "body"),
        asynchronous=True,
    )

    chats_mark_read_authorize = wiring.authorizer()

    async def chats_mark_read_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_mark_read_authorize,
            "Bearer",
        )

    async def chats_mark_read(
        *,
        principal: Annotated[object, Depends(chats_mark_read_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        body: Annotated[models.ChatMarkReadRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await chats_mark_read_handler(
                principal=principal,
                chat_id=chat_id,
                body=body,
            ),
            contract.ChatsMarkRead.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/read",
        chats_mark_read,
        methods=["POST"],
        status_code=200,
        response_model=models.Chat,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_mark_read",
        tags=["Chats"],
        summary="Mark a chat read.",
        description="Optionally only up to one message.",
        response_description="The chat.",
        dependencies=wiring.dependencies.get("chats_mark_read"),
    )


def _add_chats_mark_unread(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_mark_unread_handler = checked(
        chats.chats_mark_unread,
        "The chats.chats_mark_unread method of POST /v1/chats/{chatID}/unread",
        ("principal", "chat_id", "body"),
        asynchronous=True,
    )

    chats_mark_unread_authorize = wiring.authorizer()

    async def chats_mark_unread_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_mark_unread_authorize,
            "Bearer",
        )

    async def chats_mark_unread(
        *,
        principal: Annotated[object, Depends(chats_mark_unread_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        body: Annotated[models.ChatMarkUnreadRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await chats_mark_unread_handler(
                principal=principal,
                chat_id=chat_id,
                body=body,
            ),
            contract.ChatsMarkUnread.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/unread",
        chats_mark_unread,
        methods=["POST"],
        status_code=200,
        response_model=models.Chat,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_mark_unread",
        tags=["Chats"],
        summary="Mark a chat unread.",
        description="Optionally only from one message on. An archived chat returns to the inbox.",
        response_description="The chat.",
        dependencies=wiring.dependencies.get("chats_mark_unread"),
    )


def _add_chats_notify_anyway(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_notify_anyway_handler = checked(
        chats.chats_notify_anyway,
        "The chats.chats_notify_anyway method of POST /v1/chats/{chatID}/notify-anyway",
        ("principal", "chat_id", "body"),
        asynchronous=True,
    )

    chats_notify_anyway_authorize = wiring.authorizer()

    async def chats_notify_anyway_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_notify_anyway_authorize,
            "Bearer",
        )

    async def chats_notify_anyway(
        *,
        principal: Annotated[object, Depends(chats_notify_anyway_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        body: Annotated[models.EmptyRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await chats_notify_anyway_handler(
                principal=principal,
                chat_id=chat_id,
                body=body,
            ),
            contract.ChatsNotifyAnyway.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/notify-anyway",
        chats_notify_anyway,
        methods=["POST"],
        status_code=200,
        response_model=models.Chat,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_notify_anyway",
        tags=["Chats"],
        summary="Notify the recipient in spite of their focus state.",
        description="For iMessage on macOS; other networks respond with an error.",
        response_description="The chat.",
        dependencies=wiring.dependencies.get("chats_notify_anyway"),
    )


def _add_chats_reminders_create(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_reminders_create_handler = checked(
        chats.chats_reminders_create,
        "The chats.chats_reminders_create method of POST /v1/chats/{chatID}/reminders",
        ("principal", "chat_id", "body"),
        asynchronous=True,
    )

    chats_reminders_create_authorize = wiring.authorizer()

    async def chats_reminders_create_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_reminders_create_authorize,
            "Bearer",
        )

    async def chats_reminders_create(
        *,
        principal: Annotated[object, Depends(chats_reminders_create_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        body: Annotated[models.ReminderCreateRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await chats_reminders_create_handler(
                principal=principal,
                chat_id=chat_id,
                body=body,
            ),
            contract.ChatsRemindersCreate.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/reminders",
        chats_reminders_create,
        methods=["POST"],
        status_code=200,
        response_model=models.LegacyActionResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_reminders_create",
        tags=["Chats"],
        summary="Set the reminder of a chat.",
        description="Apps before 4.2.808 expect Unix milliseconds; the SDK converts the time for them.",
        response_description="Done, as some builds between app 4.2.509 and 4.2.557 respond.",
        dependencies=wiring.dependencies.get("chats_reminders_create"),
    )


def _add_chats_reminders_delete(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    chats: ChatsService[object] = wiring.services["chats"]
    chats_reminders_delete_handler = checked(
        chats.chats_reminders_delete,
        "The chats.chats_reminders_delete method of DELETE /v1/chats/{chatID}/reminders",
        ("principal", "chat_id"),
        asynchronous=True,
    )

    chats_reminders_delete_authorize = wiring.authorizer()

    async def chats_reminders_delete_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_reminders_delete_authorize,
            "Bearer",
        )

    async def chats_reminders_delete(
        *,
        principal: Annotated[object, Depends(chats_reminders_delete_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
    ) -> object:
        return dispatch(
            await chats_reminders_delete_handler(
                principal=principal,
                chat_id=chat_id,
            ),
            contract.ChatsRemindersDelete.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/reminders",
        chats_reminders_delete,
        methods=["DELETE"],
        status_code=200,
        response_model=models.LegacyActionResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_reminders_delete",
        tags=["Chats"],
        summary="Clear the reminder of a chat.",
        response_description="Done, as some builds between app 4.2.509 and 4.2.557 respond.",
        dependencies=wiring.dependencies.get("chats_reminders_delete"),
    )


LITERAL_ROUTES: Final = (
    ("chats_list", _add_chats_list),
    ("chats_create", _add_chats_create),
    ("chats_start", _add_chats_start),
    ("chats_search", _add_chats_search),
)
TEMPLATED_ROUTES: Final = (
    ("chats_retrieve", _add_chats_retrieve),
    ("chats_update", _add_chats_update),
    ("chats_archive", _add_chats_archive),
    ("chats_mark_read", _add_chats_mark_read),
    ("chats_mark_unread", _add_chats_mark_unread),
    ("chats_notify_anyway", _add_chats_notify_anyway),
    ("chats_reminders_create", _add_chats_reminders_create),
    ("chats_reminders_delete", _add_chats_reminders_delete),
)


def build_router(
    *,
    chats: ChatsService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the chats operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"chats": chats},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
