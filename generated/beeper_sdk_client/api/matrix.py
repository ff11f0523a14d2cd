# @generated

"""The operations of matrix: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _arguments
from .._decoding import JsonDecoder
from .._model import as_list, as_object
from .._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._model import Json
    from .._protocols import ItemsOf
    from ..models.matrix import MatrixProfile, MatrixRoomResult


def _get_account_data_reader() -> Callable[[Any], dict[str, Json]]:

    def read(data: Any) -> dict[str, Json]:
        return as_object(data)

    return read


GET_ACCOUNT_DATA: Operation[dict[str, Json]] = Operation(
    "matrix.get_account_data",
    "GET",
    "/_matrix/client/v3/user/{userId}/account_data/{type}",
    "read",
    "required",
    JsonDecoder(_get_account_data_reader),
)


def get_account_data(type: str, *, user_id: str) -> Request[dict[str, Json]]:
    """Account data of a user.

    See `Beeper.matrix.get_account_data` for its arguments and errors.
    """
    return Request(
        GET_ACCOUNT_DATA,
        "/_matrix/client/v3/user/"
        + _arguments.path_segment("user_id", user_id)
        + "/account_data/"
        + _arguments.path_segment("type", type),
    )


def _set_account_data_reader() -> Callable[[Any], dict[str, Json]]:

    def read(data: Any) -> dict[str, Json]:
        return as_object(data)

    return read


SET_ACCOUNT_DATA: Operation[dict[str, Json]] = Operation(
    "matrix.set_account_data",
    "PUT",
    "/_matrix/client/v3/user/{userId}/account_data/{type}",
    "idempotent",
    "required",
    JsonDecoder(_set_account_data_reader),
)


def set_account_data(type: str, *, user_id: str, body: Mapping[str, object]) -> Request[dict[str, Json]]:
    """Write account data of a user.

    See `Beeper.matrix.set_account_data` for its arguments and errors.
    """
    return Request(
        SET_ACCOUNT_DATA,
        "/_matrix/client/v3/user/"
        + _arguments.path_segment("user_id", user_id)
        + "/account_data/"
        + _arguments.path_segment("type", type),
        body=JsonBody(_arguments.mapping("body", _arguments.required("body", body))),
    )


def _get_room_account_data_reader() -> Callable[[Any], dict[str, Json]]:

    def read(data: Any) -> dict[str, Json]:
        return as_object(data)

    return read


GET_ROOM_ACCOUNT_DATA: Operation[dict[str, Json]] = Operation(
    "matrix.get_room_account_data",
    "GET",
    "/_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}",
    "read",
    "required",
    JsonDecoder(_get_room_account_data_reader),
)


def get_room_account_data(type: str, *, user_id: str, room_id: str) -> Request[dict[str, Json]]:
    """Account data of a user in a room.

    See `Beeper.matrix.get_room_account_data` for its arguments and errors.
    """
    return Request(
        GET_ROOM_ACCOUNT_DATA,
        "/_matrix/client/v3/user/"
        + _arguments.path_segment("user_id", user_id)
        + "/rooms/"
        + _arguments.path_segment("room_id", room_id)
        + "/account_data/"
        + _arguments.path_segment("type", type),
    )


def _set_room_account_data_reader() -> Callable[[Any], dict[str, Json]]:

    def read(data: Any) -> dict[str, Json]:
        return as_object(data)

    return read


SET_ROOM_ACCOUNT_DATA: Operation[dict[str, Json]] = Operation(
    "matrix.set_room_account_data",
    "PUT",
    "/_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}",
    "idempotent",
    "required",
    JsonDecoder(_set_room_account_data_reader),
)


def set_room_account_data(
    type: str, *, user_id: str, room_id: str, body: Mapping[str, object]
) -> Request[dict[str, Json]]:
    """Write account data of a user in a room.

    See `Beeper.matrix.set_room_account_data` for its arguments and errors.
    """
    return Request(
        SET_ROOM_ACCOUNT_DATA,
        "/_matrix/client/v3/user/"
        + _arguments.path_segment("user_id", user_id)
        + "/rooms/"
        + _arguments.path_segment("room_id", room_id)
        + "/account_data/"
        + _arguments.path_segment("type", type),
        body=JsonBody(_arguments.mapping("body", _arguments.required("body", body))),
    )


def _get_room_state_reader() -> Callable[[Any], list[dict[str, Json]]]:

    def read(data: Any) -> list[dict[str, Json]]:
        return as_list(data)

    return read


GET_ROOM_STATE: Operation[list[dict[str, Json]]] = Operation(
    "matrix.get_room_state",
    "GET",
    "/_matrix/client/v3/rooms/{roomId}/state",
    "read",
    "required",
    JsonDecoder(_get_room_state_reader),
)


def get_room_state(room_id: str) -> Request[list[dict[str, Json]]]:
    """All state events of a room.

    See `Beeper.matrix.get_room_state` for its arguments and errors.
    """
    return Request(
        GET_ROOM_STATE,
        "/_matrix/client/v3/rooms/" + _arguments.path_segment("room_id", room_id) + "/state",
    )


def _get_room_state_event_reader() -> Callable[[Any], dict[str, Json]]:

    def read(data: Any) -> dict[str, Json]:
        return as_object(data)

    return read


GET_ROOM_STATE_EVENT: Operation[dict[str, Json]] = Operation(
    "matrix.get_room_state_event",
    "GET",
    "/_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}",
    "read",
    "required",
    JsonDecoder(_get_room_state_event_reader),
)


def get_room_state_event(state_key: str, *, room_id: str, event_type: str) -> Request[dict[str, Json]]:
    """Content of one state event.

    See `Beeper.matrix.get_room_state_event` for its arguments and errors.
    """
    return Request(
        GET_ROOM_STATE_EVENT,
        "/_matrix/client/v3/rooms/"
        + _arguments.path_segment("room_id", room_id)
        + "/state/"
        + _arguments.path_segment("event_type", event_type)
        + "/"
        + _arguments.path_segment("state_key", state_key),
    )


def _get_room_event_reader() -> Callable[[Any], dict[str, Json]]:

    def read(data: Any) -> dict[str, Json]:
        return as_object(data)

    return read


GET_ROOM_EVENT: Operation[dict[str, Json]] = Operation(
    "matrix.get_room_event",
    "GET",
    "/_matrix/client/v3/rooms/{roomId}/event/{eventId}",
    "read",
    "required",
    JsonDecoder(_get_room_event_reader),
)


def get_room_event(event_id: str, *, room_id: str) -> Request[dict[str, Json]]:
    """One event of a room.

    See `Beeper.matrix.get_room_event` for its arguments and errors.
    """
    return Request(
        GET_ROOM_EVENT,
        "/_matrix/client/v3/rooms/"
        + _arguments.path_segment("room_id", room_id)
        + "/event/"
        + _arguments.path_segment("event_id", event_id),
    )


def _get_profile_reader() -> Callable[[Any], MatrixProfile]:
    from ..models.matrix import MatrixProfile

    return MatrixProfile._read


GET_PROFILE: Operation[MatrixProfile] = Operation(
    "matrix.get_profile",
    "GET",
    "/_matrix/client/v3/profile/{userId}",
    "read",
    "required",
    JsonDecoder(_get_profile_reader),
)


def get_profile(user_id: str) -> Request[MatrixProfile]:
    """Profile of a user.

    See `Beeper.matrix.get_profile` for its arguments and errors.
    """
    return Request(
        GET_PROFILE,
        "/_matrix/client/v3/profile/" + _arguments.path_segment("user_id", user_id),
    )


def _join_room_reader() -> Callable[[Any], MatrixRoomResult]:
    from ..models.matrix import MatrixRoomResult

    return MatrixRoomResult._read


JOIN_ROOM: Operation[MatrixRoomResult] = Operation(
    "matrix.join_room",
    "POST",
    "/_matrix/client/v3/join/{roomIdOrAlias}",
    "idempotent",
    "required",
    JsonDecoder(_join_room_reader),
)


def join_room(
    room_id_or_alias: str,
    *,
    via: ItemsOf[str] | None = None,
    reason: str | None = None,
    third_party_signed: Mapping[str, object] | None = None,
) -> Request[MatrixRoomResult]:
    """Join a room.

    See `Beeper.matrix.join_room` for its arguments and errors.
    """
    return Request(
        JOIN_ROOM,
        "/_matrix/client/v3/join/" + _arguments.path_segment("room_id_or_alias", room_id_or_alias),
        query=_arguments.pairs(
            (
                "via",
                _arguments.convert_items(
                    "via", _arguments.sequence("via", via), lambda item, at: _arguments.string(at, item)
                ),
            )
        ),
        body=JsonBody(
            _arguments.body(
                ("reason", _arguments.optional(_arguments.string("reason", reason))),
                (
                    "third_party_signed",
                    _arguments.optional(
                        None
                        if third_party_signed is None
                        else _arguments.mapping("third_party_signed", third_party_signed)
                    ),
                ),
            )
        ),
    )


def _leave_room_reader() -> Callable[[Any], dict[str, Json]]:

    def read(data: Any) -> dict[str, Json]:
        return as_object(data)

    return read


LEAVE_ROOM: Operation[dict[str, Json]] = Operation(
    "matrix.leave_room",
    "POST",
    "/_matrix/client/v3/rooms/{roomId}/leave",
    "idempotent",
    "required",
    JsonDecoder(_leave_room_reader),
)


def leave_room(room_id: str, *, reason: str | None = None) -> Request[dict[str, Json]]:
    """Leave a room.

    See `Beeper.matrix.leave_room` for its arguments and errors.
    """
    return Request(
        LEAVE_ROOM,
        "/_matrix/client/v3/rooms/" + _arguments.path_segment("room_id", room_id) + "/leave",
        body=JsonBody(_arguments.body(("reason", _arguments.optional(_arguments.string("reason", reason))))),
    )


def _create_room_reader() -> Callable[[Any], MatrixRoomResult]:
    from ..models.matrix import MatrixRoomResult

    return MatrixRoomResult._read


CREATE_ROOM: Operation[MatrixRoomResult] = Operation(
    "matrix.create_room",
    "POST",
    "/_matrix/client/v3/createRoom",
    "once",
    "required",
    JsonDecoder(_create_room_reader),
)


def create_room(*, body: Mapping[str, object]) -> Request[MatrixRoomResult]:
    """Create a room.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.matrix.create_room` for its arguments and errors.
    """
    return Request(
        CREATE_ROOM,
        "/_matrix/client/v3/createRoom",
        body=JsonBody(_arguments.mapping("body", _arguments.required("body", body))),
    )
