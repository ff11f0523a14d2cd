# @generated

"""Endpoints of the messages operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Path, Query, Security, params
from fastapi.responses import Response
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
from ..services import MessagesService


def _add_chats_messages_reactions_add(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    messages: MessagesService[object] = wiring.services["messages"]
    chats_messages_reactions_add_handler = checked(
        messages.chats_messages_reactions_add,
        "The messages.chats_messages_reactions_add method of POST /v1/chats/{chatID}/messages/{messageID}/reactions",
        ("principal", "chat_id", "message_id", "body"),
        asynchronous=True,
    )

    chats_messages_reactions_add_authorize = wiring.authorizer()

    async def chats_messages_reactions_add_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_messages_reactions_add_authorize,
            "Bearer",
        )

    async def chats_messages_reactions_add(
        *,
        principal: Annotated[object, Depends(chats_messages_reactions_add_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        message_id: Annotated[str, Path(alias="messageID", description="Message ID.")],
        body: Annotated[models.ReactionAddRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await chats_messages_reactions_add_handler(
                principal=principal,
                chat_id=chat_id,
                message_id=message_id,
                body=body,
            ),
            contract.ChatsMessagesReactionsAdd.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/messages/{messageID}/reactions",
        chats_messages_reactions_add,
        methods=["POST"],
        status_code=200,
        response_model=models.ReactionAddResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_messages_reactions_add",
        tags=["Messages"],
        summary="React to a message.",
        response_description="Queued.",
        dependencies=wiring.dependencies.get("chats_messages_reactions_add"),
    )


def _add_chats_messages_reactions_delete(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    messages: MessagesService[object] = wiring.services["messages"]
    chats_messages_reactions_delete_handler = checked(
        messages.chats_messages_reactions_delete,
        "The messages.chats_messages_reactions_delete method of DELETE /v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}",
        ("principal", "chat_id", "message_id", "reaction_key"),
        asynchronous=True,
    )

    chats_messages_reactions_delete_authorize = wiring.authorizer()

    async def chats_messages_reactions_delete_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            chats_messages_reactions_delete_authorize,
            "Bearer",
        )

    async def chats_messages_reactions_delete(
        *,
        principal: Annotated[object, Depends(chats_messages_reactions_delete_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        message_id: Annotated[str, Path(alias="messageID", description="Message ID.")],
        reaction_key: Annotated[
            str,
            StringConstraints(min_length=1),
            Path(alias="reactionKey", description="Reaction key, as it was added."),
        ],
    ) -> object:
        return dispatch(
            await chats_messages_reactions_delete_handler(
                principal=principal,
                chat_id=chat_id,
                message_id=message_id,
                reaction_key=reaction_key,
            ),
            contract.ChatsMessagesReactionsDelete.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}",
        chats_messages_reactions_delete,
        methods=["DELETE"],
        status_code=200,
        response_model=models.ReactionDeleteResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="chats_messages_reactions_delete",
        tags=["Messages"],
        summary="Remove a reaction of the user.",
        description="In apps 4.2.557 to 4.2.807 the key is a query parameter of DELETE …/reactions; the SDK converts it.",
        response_description="Queued.",
        dependencies=wiring.dependencies.get("chats_messages_reactions_delete"),
    )


def _add_messages_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    messages: MessagesService[object] = wiring.services["messages"]
    messages_list_handler = checked(
        messages.messages_list,
        "The messages.messages_list method of GET /v1/chats/{chatID}/messages",
        ("principal", "chat_id", "cursor", "direction"),
        asynchronous=True,
    )

    messages_list_authorize = wiring.authorizer()

    async def messages_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            messages_list_authorize,
            "Bearer",
        )

    async def messages_list(
        *,
        principal: Annotated[object, Depends(messages_list_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
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
    ) -> object:
        return dispatch(
            await messages_list_handler(
                principal=principal,
                chat_id=chat_id,
                cursor=cursor,
                direction=direction,
            ),
            contract.MessagesList.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/messages",
        messages_list,
        methods=["GET"],
        status_code=200,
        response_model=models.MessagePage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="messages_list",
        tags=["Messages"],
        summary="List messages of a chat.",
        description="Each page holds about 20 messages, newest first, in both directions. The server may set hasMore to true even at the start of the history; pagination stops at an empty page, a repeated cursor, or a page without a new message. A merged chat has no messages of its own. Before app 4.2.808 pages have no cursors, and the sortKey of the last message is used instead.",
        response_description="A page of messages.",
        dependencies=wiring.dependencies.get("messages_list"),
    )


def _add_messages_send(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    messages: MessagesService[object] = wiring.services["messages"]
    messages_send_handler = checked(
        messages.messages_send,
        "The messages.messages_send method of POST /v1/chats/{chatID}/messages",
        ("principal", "chat_id", "body"),
        asynchronous=True,
    )

    messages_send_authorize = wiring.authorizer()

    async def messages_send_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            messages_send_authorize,
            "Bearer",
        )

    async def messages_send(
        *,
        principal: Annotated[object, Depends(messages_send_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        body: Annotated[models.MessageSendRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await messages_send_handler(
                principal=principal,
                chat_id=chat_id,
                body=body,
            ),
            contract.MessagesSend.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/messages",
        messages_send,
        methods=["POST"],
        status_code=200,
        response_model=models.MessageSendResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="messages_send",
        tags=["Messages"],
        summary="Send text, one attachment, or both.",
        description="A successful response means that the message is queued; whether it was delivered is reported later, in Message.sendStatus. The API has no idempotency key, so sending the same message again can deliver it twice. Read-only chats (Chat.isReadOnly) reject messages.",
        response_description="Queued.",
        dependencies=wiring.dependencies.get("messages_send"),
    )


def _add_messages_search(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    messages: MessagesService[object] = wiring.services["messages"]
    messages_search_handler = checked(
        messages.messages_search,
        "The messages.messages_search method of GET /v1/messages/search",
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

    messages_search_authorize = wiring.authorizer()

    async def messages_search_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            messages_search_authorize,
            "Bearer",
        )

    async def messages_search(
        *,
        principal: Annotated[object, Depends(messages_search_principal)],
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
        limit: Annotated[int, Field(gt=0, le=20), Query(alias="limit", description="Messages per page.")] = 20,
        media_types: Annotated[
            list[models.MediaType] | None,
            Query(alias="mediaTypes", description="Only messages with one of these kinds of media."),
        ] = None,
        query: Annotated[
            Annotated[str, StringConstraints(min_length=0)] | None,
            Query(alias="query", description="Literal words, in any order. If omitted, only the other filters apply."),
        ] = None,
        sender: Annotated[
            str | None, Query(alias="sender", description="Only messages of this sender: me, others or a user ID.")
        ] = None,
    ) -> object:
        return dispatch(
            await messages_search_handler(
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
            contract.MessagesSearch.RESPONSES,
        )

    router.add_api_route(
        "/v1/messages/search",
        messages_search,
        methods=["GET"],
        status_code=200,
        response_model=models.MessageSearchPage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="messages_search",
        tags=["Messages"],
        summary="Search messages across chats.",
        description="The response includes the chats of the messages that were found.",
        response_description="A page of messages, with their chats.",
        dependencies=wiring.dependencies.get("messages_search"),
    )


def _add_messages_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    messages: MessagesService[object] = wiring.services["messages"]
    messages_retrieve_handler = checked(
        messages.messages_retrieve,
        "The messages.messages_retrieve method of GET /v1/chats/{chatID}/messages/{messageID}",
        ("principal", "chat_id", "message_id"),
        asynchronous=True,
    )

    messages_retrieve_authorize = wiring.authorizer()

    async def messages_retrieve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            messages_retrieve_authorize,
            "Bearer",
        )

    async def messages_retrieve(
        *,
        principal: Annotated[object, Depends(messages_retrieve_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        message_id: Annotated[str, Path(alias="messageID", description="Message ID.")],
    ) -> object:
        return dispatch(
            await messages_retrieve_handler(
                principal=principal,
                chat_id=chat_id,
                message_id=message_id,
            ),
            contract.MessagesRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/messages/{messageID}",
        messages_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.Message,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="messages_retrieve",
        tags=["Messages"],
        summary="Get one message.",
        description="Accepts a final ID, a pendingMessageID or a Matrix event ID.",
        response_description="The Message.",
        dependencies=wiring.dependencies.get("messages_retrieve"),
    )


def _add_messages_update(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    messages: MessagesService[object] = wiring.services["messages"]
    messages_update_handler = checked(
        messages.messages_update,
        "The messages.messages_update method of PUT /v1/chats/{chatID}/messages/{messageID}",
        ("principal", "chat_id", "message_id", "body"),
        asynchronous=True,
    )

    messages_update_authorize = wiring.authorizer()

    async def messages_update_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            messages_update_authorize,
            "Bearer",
        )

    async def messages_update(
        *,
        principal: Annotated[object, Depends(messages_update_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        message_id: Annotated[str, Path(alias="messageID", description="Message ID.")],
        body: Annotated[models.MessageUpdateRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await messages_update_handler(
                principal=principal,
                chat_id=chat_id,
                message_id=message_id,
                body=body,
            ),
            contract.MessagesUpdate.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/messages/{messageID}",
        messages_update,
        methods=["PUT"],
        status_code=200,
        response_model=models.MessageUpdateResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="messages_update",
        tags=["Messages"],
        summary="Edit the text of a message.",
        description="Messages with attachments cannot be edited. Before app 4.2.808 the response holds only IDs.",
        response_description="The message; only its IDs before app 4.2.808.",
        dependencies=wiring.dependencies.get("messages_update"),
    )


def _add_messages_delete(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    messages: MessagesService[object] = wiring.services["messages"]
    messages_delete_handler = checked(
        messages.messages_delete,
        "The messages.messages_delete method of DELETE /v1/chats/{chatID}/messages/{messageID}",
        ("principal", "chat_id", "message_id", "for_everyone"),
        asynchronous=True,
    )

    messages_delete_authorize = wiring.authorizer()

    async def messages_delete_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            messages_delete_authorize,
            "Bearer",
        )

    async def messages_delete(
        *,
        principal: Annotated[object, Depends(messages_delete_principal)],
        chat_id: Annotated[str, Path(alias="chatID", description="Chat ID, or local chat ID of this installation.")],
        message_id: Annotated[str, Path(alias="messageID", description="Message ID.")],
        for_everyone: Annotated[
            bool | None,
            Query(
                alias="forEveryone",
                description="If true, delete for everyone, where the network allows it; if false, only for the user.",
            ),
        ] = True,
    ) -> object:
        return dispatch(
            await messages_delete_handler(
                principal=principal,
                chat_id=chat_id,
                message_id=message_id,
                for_everyone=for_everyone,
            ),
            contract.MessagesDelete.RESPONSES,
        )

    router.add_api_route(
        "/v1/chats/{chatID}/messages/{messageID}",
        messages_delete,
        methods=["DELETE"],
        status_code=200,
        response_model=None,
        response_class=Response,
        operation_id="messages_delete",
        tags=["Messages"],
        summary="Delete a message.",
        description="Only final IDs are accepted; pending IDs are rejected. By default the message is deleted for everyone.",
        response_description="Deleted; the body, if any, is ignored.",
        dependencies=wiring.dependencies.get("messages_delete"),
    )


LITERAL_ROUTES: Final = (("messages_search", _add_messages_search),)
TEMPLATED_ROUTES: Final = (
    ("chats_messages_reactions_add", _add_chats_messages_reactions_add),
    ("chats_messages_reactions_delete", _add_chats_messages_reactions_delete),
    ("messages_list", _add_messages_list),
    ("messages_send", _add_messages_send),
    ("messages_retrieve", _add_messages_retrieve),
    ("messages_update", _add_messages_update),
    ("messages_delete", _add_messages_delete),
)


def build_router(
    *,
    messages: MessagesService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the messages operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"messages": messages},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
