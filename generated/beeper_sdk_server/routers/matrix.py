# @generated

"""Endpoints of the matrix operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Path, Query, Security, params
from fastapi.security import HTTPAuthorizationCredentials

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
from ..services import MatrixService


def _add_matrix_get_account_data(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_get_account_data_handler = checked(
        matrix.matrix_get_account_data,
        "The matrix.matrix_get_account_data method of GET /_matrix/client/v3/user/{userId}/account_data/{type}",
        ("principal", "user_id", "type"),
        asynchronous=True,
    )

    matrix_get_account_data_authorize = wiring.authorizer()

    async def matrix_get_account_data_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            matrix_get_account_data_authorize,
            "Bearer",
        )

    async def matrix_get_account_data(
        *,
        principal: Annotated[object, Depends(matrix_get_account_data_principal)],
        user_id: Annotated[str, Path(alias="userId", description="Matrix user ID.")],
        type: Annotated[str, Path(alias="type", description="Type of the account data.")],
    ) -> object:
        return dispatch(
            await matrix_get_account_data_handler(
                principal=principal,
                user_id=user_id,
                type=type,
            ),
            contract.MatrixGetAccountData.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/user/{userId}/account_data/{type}",
        matrix_get_account_data,
        methods=["GET"],
        status_code=200,
        response_model=models.MatrixContent,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_get_account_data",
        tags=["Matrix"],
        summary="Account data of a user.",
        response_description="The content.",
        dependencies=wiring.dependencies.get("matrix_get_account_data"),
    )


def _add_matrix_set_account_data(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_set_account_data_handler = checked(
        matrix.matrix_set_account_data,
        "The matrix.matrix_set_account_data method of PUT /_matrix/client/v3/user/{userId}/account_data/{type}",
        ("principal", "user_id", "type", "body"),
        asynchronous=True,
    )

    matrix_set_account_data_authorize = wiring.authorizer()

    async def matrix_set_account_data_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            matrix_set_account_data_authorize,
            "Bearer",
        )

    async def matrix_set_account_data(
        *,
        principal: Annotated[object, Depends(matrix_set_account_data_principal)],
        user_id: Annotated[str, Path(alias="userId", description="Matrix user ID.")],
        type: Annotated[str, Path(alias="type", description="Type of the account data.")],
        body: Annotated[models.MatrixContent, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await matrix_set_account_data_handler(
                principal=principal,
                user_id=user_id,
                type=type,
                body=body,
            ),
            contract.MatrixSetAccountData.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/user/{userId}/account_data/{type}",
        matrix_set_account_data,
        methods=["PUT"],
        status_code=200,
        response_model=models.MatrixEmptyResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_set_account_data",
        tags=["Matrix"],
        summary="Write account data of a user.",
        description="Any JSON object; the whole content is replaced.",
        response_description="Written.",
        dependencies=wiring.dependencies.get("matrix_set_account_data"),
    )


def _add_matrix_get_room_account_data(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_get_room_account_data_handler = checked(
        matrix.matrix_get_room_account_data,
        "The matrix.matrix_get_room_account_data method of GET /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}",
        ("principal", "user_id", "room_id", "type"),
        asynchronous=True,
    )

    matrix_get_room_account_data_authorize = wiring.authorizer()

    async def matrix_get_room_account_data_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            matrix_get_room_account_data_authorize,
            "Bearer",
        )

    async def matrix_get_room_account_data(
        *,
        principal: Annotated[object, Depends(matrix_get_room_account_data_principal)],
        user_id: Annotated[str, Path(alias="userId", description="Matrix user ID.")],
        room_id: Annotated[str, Path(alias="roomId", description="Matrix room ID.")],
        type: Annotated[str, Path(alias="type", description="Type of the account data.")],
    ) -> object:
        return dispatch(
            await matrix_get_room_account_data_handler(
                principal=principal,
                user_id=user_id,
                room_id=room_id,
                type=type,
            ),
            contract.MatrixGetRoomAccountData.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}",
        matrix_get_room_account_data,
        methods=["GET"],
        status_code=200,
        response_model=models.MatrixContent,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_get_room_account_data",
        tags=["Matrix"],
        summary="Account data of a user in a room.",
        response_description="The content.",
        dependencies=wiring.dependencies.get("matrix_get_room_account_data"),
    )


def _add_matrix_set_room_account_data(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_set_room_account_data_handler = checked(
        matrix.matrix_set_room_account_data,
        "The matrix.matrix_set_room_account_data method of PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}",
        ("principal", "user_id", "room_id", "type", "body"),
        asynchronous=True,
    )

    matrix_set_room_account_data_authorize = wiring.authorizer()

    async def matrix_set_room_account_data_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            matrix_set_room_account_data_authorize,
            "Bearer",
        )

    async def matrix_set_room_account_data(
        *,
        principal: Annotated[object, Depends(matrix_set_room_account_data_principal)],
        user_id: Annotated[str, Path(alias="userId", description="Matrix user ID.")],
        room_id: Annotated[str, Path(alias="roomId", description="Matrix room ID.")],
        type: Annotated[str, Path(alias="type", description="Type of the account data.")],
        body: Annotated[models.MatrixContent, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await matrix_set_room_account_data_handler(
                principal=principal,
                user_id=user_id,
                room_id=room_id,
                type=type,
                body=body,
            ),
            contract.MatrixSetRoomAccountData.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}",
        matrix_set_room_account_data,
        methods=["PUT"],
        status_code=200,
        response_model=models.MatrixEmptyResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_set_room_account_data",
        tags=["Matrix"],
        summary="Write account data of a user in a room.",
        description="Any JSON object; the whole content is replaced.",
        response_description="Written.",
        dependencies=wiring.dependencies.get("matrix_set_room_account_data"),
    )


def _add_matrix_get_room_state(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_get_room_state_handler = checked(
        matrix.matrix_get_room_state,
        "The matrix.matrix_get_room_state method of GET /_matrix/client/v3/rooms/{roomId}/state",
        ("principal", "room_id"),
        asynchronous=True,
    )

    matrix_get_room_state_authorize = wiring.authorizer()

    async def matrix_get_room_state_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            matrix_get_room_state_authorize,
            "Bearer",
        )

    async def matrix_get_room_state(
        *,
        principal: Annotated[object, Depends(matrix_get_room_state_principal)],
        room_id: Annotated[str, Path(alias="roomId", description="Matrix room ID.")],
    ) -> object:
        return dispatch(
            await matrix_get_room_state_handler(
                principal=principal,
                room_id=room_id,
            ),
            contract.MatrixGetRoomState.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/rooms/{roomId}/state",
        matrix_get_room_state,
        methods=["GET"],
        status_code=200,
        response_model=models.MatrixGetRoomStateResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_get_room_state",
        tags=["Matrix"],
        summary="All state events of a room.",
        response_description="The state events.",
        dependencies=wiring.dependencies.get("matrix_get_room_state"),
    )


def _add_matrix_get_room_state_event(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_get_room_state_event_handler = checked(
        matrix.matrix_get_room_state_event,
        "The matrix.matrix_get_room_state_event method of GET /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}",
        ("principal", "room_id", "event_type", "state_key"),
        asynchronous=True,
    )

    matrix_get_room_state_event_authorize = wiring.authorizer()

    async def matrix_get_room_state_event_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            matrix_get_room_state_event_authorize,
            "Bearer",
        )

    async def matrix_get_room_state_event(
        *,
        principal: Annotated[object, Depends(matrix_get_room_state_event_principal)],
        room_id: Annotated[str, Path(alias="roomId", description="Matrix room ID.")],
        event_type: Annotated[str, Path(alias="eventType", description="Type of the state event.")],
        state_key: Annotated[str, Path(alias="stateKey", description="State key of the event.")],
    ) -> object:
        return dispatch(
            await matrix_get_room_state_event_handler(
                principal=principal,
                room_id=room_id,
                event_type=event_type,
                state_key=state_key,
            ),
            contract.MatrixGetRoomStateEvent.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}",
        matrix_get_room_state_event,
        methods=["GET"],
        status_code=200,
        response_model=models.MatrixContent,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_get_room_state_event",
        tags=["Matrix"],
        summary="Content of one state event.",
        response_description="The content.",
        dependencies=wiring.dependencies.get("matrix_get_room_state_event"),
    )


def _add_matrix_get_room_event(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_get_room_event_handler = checked(
        matrix.matrix_get_room_event,
        "The matrix.matrix_get_room_event method of GET /_matrix/client/v3/rooms/{roomId}/event/{eventId}",
        ("principal", "room_id", "event_id"),
        asynchronous=True,
    )

    matrix_get_room_event_authorize = wiring.authorizer()

    async def matrix_get_room_event_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            matrix_get_room_event_authorize,
            "Bearer",
        )

    async def matrix_get_room_event(
        *,
        principal: Annotated[object, Depends(matrix_get_room_event_principal)],
        room_id: Annotated[str, Path(alias="roomId", description="Matrix room ID.")],
        event_id: Annotated[str, Path(alias="eventId", description="Event ID.")],
    ) -> object:
        return dispatch(
            await matrix_get_room_event_handler(
                principal=principal,
                room_id=room_id,
                event_id=event_id,
            ),
            contract.MatrixGetRoomEvent.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/rooms/{roomId}/event/{eventId}",
        matrix_get_room_event,
        methods=["GET"],
        status_code=200,
        response_model=models.MatrixEvent,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_get_room_event",
        tags=["Matrix"],
        summary="One event of a room.",
        response_description="The event.",
        dependencies=wiring.dependencies.get("matrix_get_room_event"),
    )


def _add_matrix_get_profile(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_get_profile_handler = checked(
        matrix.matrix_get_profile,
        "The matrix.matrix_get_profile method of GET /_matrix/client/v3/profile/{userId}",
        ("principal", "user_id"),
        asynchronous=True,
    )

    matrix_get_profile_authorize = wiring.authorizer()

    async def matrix_get_profile_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            matrix_get_profile_authorize,
            "Bearer",
        )

    async def matrix_get_profile(
        *,
        principal: Annotated[object, Depends(matrix_get_profile_principal)],
        user_id: Annotated[str, Path(alias="userId", description="Matrix user ID.")],
    ) -> object:
        return dispatch(
            await matrix_get_profile_handler(
                principal=principal,
                user_id=user_id,
            ),
            contract.MatrixGetProfile.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/profile/{userId}",
        matrix_get_profile,
        methods=["GET"],
        status_code=200,
        response_model=models.MatrixProfile,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_get_profile",
        tags=["Matrix"],
        summary="Profile of a user.",
        response_description="The profile.",
        dependencies=wiring.dependencies.get("matrix_get_profile"),
    )


def _add_matrix_join_room(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_join_room_handler = checked(
        matrix.matrix_join_room,
        "The matrix.matrix_join_room method of POST /_matrix/client/v3/join/{roomIdOrAlias}",
        ("principal", "room_id_or_alias", "via", "body"),
        asynchronous=True,
    )

    matrix_join_room_authorize = wiring.authorizer()

    async def matrix_join_room_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            matrix_join_room_authorize,
            "Bearer",
        )

    async def matrix_join_room(
        *,
        principal: Annotated[object, Depends(matrix_join_room_principal)],
        room_id_or_alias: Annotated[str, Path(alias="roomIdOrAlias", description="Room ID or alias.")],
        via: Annotated[list[str] | None, Query(alias="via", description="Servers to join through.")] = None,
        body: Annotated[models.MatrixJoinRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await matrix_join_room_handler(
                principal=principal,
                room_id_or_alias=room_id_or_alias,
                via=via,
                body=body,
            ),
            contract.MatrixJoinRoom.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/join/{roomIdOrAlias}",
        matrix_join_room,
        methods=["POST"],
        status_code=200,
        response_model=models.MatrixRoomResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_join_room",
        tags=["Matrix"],
        summary="Join a room.",
        response_description="The room joined.",
        dependencies=wiring.dependencies.get("matrix_join_room"),
    )


def _add_matrix_leave_room(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_leave_room_handler = checked(
        matrix.matrix_leave_room,
        "The matrix.matrix_leave_room method of POST /_matrix/client/v3/rooms/{roomId}/leave",
        ("principal", "room_id", "body"),
        asynchronous=True,
    )

    matrix_leave_room_authorize = wiring.authorizer()

    async def matrix_leave_room_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            matrix_leave_room_authorize,
            "Bearer",
        )

    async def matrix_leave_room(
        *,
        principal: Annotated[object, Depends(matrix_leave_room_principal)],
        room_id: Annotated[str, Path(alias="roomId", description="Matrix room ID.")],
        body: Annotated[models.MatrixLeaveRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await matrix_leave_room_handler(
                principal=principal,
                room_id=room_id,
                body=body,
            ),
            contract.MatrixLeaveRoom.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/rooms/{roomId}/leave",
        matrix_leave_room,
        methods=["POST"],
        status_code=200,
        response_model=models.MatrixEmptyResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_leave_room",
        tags=["Matrix"],
        summary="Leave a room.",
        response_description="Left.",
        dependencies=wiring.dependencies.get("matrix_leave_room"),
    )


def _add_matrix_create_room(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    matrix: MatrixService[object] = wiring.services["matrix"]
    matrix_create_room_handler = checked(
        matrix.matrix_create_room,
        "The matrix.matrix_create_room method of POST /_matrix/client/v3/createRoom",
        ("principal", "body"),
        asynchronous=True,
    )

    matrix_create_room_authorize = wiring.authorizer()

    async def matrix_create_room_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            matrix_create_room_authorize,
            "Bearer",
        )

    async def matrix_create_room(
        *,
        principal: Annotated[object, Depends(matrix_create_room_principal)],
        body: Annotated[models.MatrixCreateRoomRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await matrix_create_room_handler(
                principal=principal,
                body=body,
            ),
            contract.MatrixCreateRoom.RESPONSES,
        )

    router.add_api_route(
        "/_matrix/client/v3/createRoom",
        matrix_create_room,
        methods=["POST"],
        status_code=200,
        response_model=models.MatrixRoomResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="matrix_create_room",
        tags=["Matrix"],
        summary="Create a room.",
        response_description="The new room.",
        dependencies=wiring.dependencies.get("matrix_create_room"),
    )


LITERAL_ROUTES: Final = (("matrix_create_room", _add_matrix_create_room),)
TEMPLATED_ROUTES: Final = (
    ("matrix_get_account_data", _add_matrix_get_account_data),
    ("matrix_set_account_data", _add_matrix_set_account_data),
    ("matrix_get_room_account_data", _add_matrix_get_room_account_data),
    ("matrix_set_room_account_data", _add_matrix_set_room_account_data),
    ("matrix_get_room_state", _add_matrix_get_room_state),
    ("matrix_get_room_state_event", _add_matrix_get_room_state_event),
    ("matrix_get_room_event", _add_matrix_get_room_event),
    ("matrix_get_profile", _add_matrix_get_profile),
    ("matrix_join_room", _add_matrix_join_room),
    ("matrix_leave_room", _add_matrix_leave_room),
)


def build_router(
    *,
    matrix: MatrixService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the matrix operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"matrix": matrix},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
