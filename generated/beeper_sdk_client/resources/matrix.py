# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import matrix as _matrix

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._model import Json
    from .._protocols import AsyncSender, ItemsOf, Sender
    from ..models.matrix import MatrixProfile, MatrixRoomResult


class MatrixApi:
    """The Matrix client-server API, passed through to the homeserver."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def get_account_data(self, type: str, *, user_id: str) -> dict[str, Json]:
        """Account data of a user.

        Args:
            user_id: Matrix user ID.
            type: Type of the account data.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/user/{userId}/account_data/{type}; error statuses: 403, 404.
        """
        return self._sender.send(_matrix.get_account_data(type, user_id=user_id))

    def set_account_data(self, type: str, *, user_id: str, body: Mapping[str, object]) -> dict[str, Json]:
        """Write account data of a user.

        Any JSON object; the whole content is replaced.

        Args:
            user_id: Matrix user ID.
            type: Type of the account data.
            body: .

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: PUT /_matrix/client/v3/user/{userId}/account_data/{type}; error statuses: 400,
        403, 405.
        """
        return self._sender.send(_matrix.set_account_data(type, user_id=user_id, body=body))

    def get_room_account_data(self, type: str, *, user_id: str, room_id: str) -> dict[str, Json]:
        """Account data of a user in a room.

        Args:
            user_id: Matrix user ID.
            room_id: Matrix room ID.
            type: Type of the account data.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}; error statuses: 400,
        403, 404.
        """
        return self._sender.send(_matrix.get_room_account_data(type, user_id=user_id, room_id=room_id))

    def set_room_account_data(
        self, type: str, *, user_id: str, room_id: str, body: Mapping[str, object]
    ) -> dict[str, Json]:
        """Write account data of a user in a room.

        Any JSON object; the whole content is replaced.

        Args:
            user_id: Matrix user ID.
            room_id: Matrix room ID.
            type: Type of the account data.
            body: .

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}; error
        statuses: 400, 403, 405.
        """
        return self._sender.send(_matrix.set_room_account_data(type, user_id=user_id, room_id=room_id, body=body))

    def get_room_state(self, room_id: str) -> list[dict[str, Json]]:
        """All state events of a room.

        Args:
            room_id: Matrix room ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/rooms/{roomId}/state; error statuses: 403.
        """
        return self._sender.send(_matrix.get_room_state(room_id))

    def get_room_state_event(self, state_key: str, *, room_id: str, event_type: str) -> dict[str, Json]:
        """Content of one state event.

        Args:
            room_id: Matrix room ID.
            event_type: Type of the state event.
            state_key: State key of the event.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}; error statuses: 403, 404.
        """
        return self._sender.send(_matrix.get_room_state_event(state_key, room_id=room_id, event_type=event_type))

    def get_room_event(self, event_id: str, *, room_id: str) -> dict[str, Json]:
        """One event of a room.

        Args:
            room_id: Matrix room ID.
            event_id: Event ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/rooms/{roomId}/event/{eventId}; error statuses: 404.
        """
        return self._sender.send(_matrix.get_room_event(event_id, room_id=room_id))

    def get_profile(self, user_id: str) -> MatrixProfile:
        """Profile of a user.

        Args:
            user_id: Matrix user ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/profile/{userId}; error statuses: 403, 404.
        """
        return self._sender.send(_matrix.get_profile(user_id))

    def join_room(
        self,
        room_id_or_alias: str,
        *,
        via: ItemsOf[str] | None = None,
        reason: str | None = None,
        third_party_signed: Mapping[str, object] | None = None,
    ) -> MatrixRoomResult:
        """Join a room.

        Args:
            room_id_or_alias: Room ID or alias.
            via: Servers to join through.
            reason: Why, shown to the room.
            third_party_signed: Signed proof of an invitation by a third party.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: POST /_matrix/client/v3/join/{roomIdOrAlias}; error statuses: 403, 429.
        """
        return self._sender.send(
            _matrix.join_room(room_id_or_alias, via=via, reason=reason, third_party_signed=third_party_signed)
        )

    def leave_room(self, room_id: str, *, reason: str | None = None) -> dict[str, Json]:
        """Leave a room.

        Args:
            room_id: Matrix room ID.
            reason: Why, shown to the room.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: POST /_matrix/client/v3/rooms/{roomId}/leave; error statuses: 429.
        """
        return self._sender.send(_matrix.leave_room(room_id, reason=reason))

    def create_room(self, *, body: Mapping[str, object]) -> MatrixRoomResult:
        """Create a room.

        Args:
            body: .

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /_matrix/client/v3/createRoom; error statuses: 400,
        403.
        """
        return self._sender.send(_matrix.create_room(body=body))


class AsyncMatrixApi:
    """The Matrix client-server API, passed through to the homeserver."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def get_account_data(self, type: str, *, user_id: str) -> dict[str, Json]:
        """Account data of a user.

        Args:
            user_id: Matrix user ID.
            type: Type of the account data.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/user/{userId}/account_data/{type}; error statuses: 403, 404.
        """
        return await self._sender.send(_matrix.get_account_data(type, user_id=user_id))

    async def set_account_data(self, type: str, *, user_id: str, body: Mapping[str, object]) -> dict[str, Json]:
        """Write account data of a user.

        Any JSON object; the whole content is replaced.

        Args:
            user_id: Matrix user ID.
            type: Type of the account data.
            body: .

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: PUT /_matrix/client/v3/user/{userId}/account_data/{type}; error statuses: 400,
        403, 405.
        """
        return await self._sender.send(_matrix.set_account_data(type, user_id=user_id, body=body))

    async def get_room_account_data(self, type: str, *, user_id: str, room_id: str) -> dict[str, Json]:
        """Account data of a user in a room.

        Args:
            user_id: Matrix user ID.
            room_id: Matrix room ID.
            type: Type of the account data.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}; error statuses: 400,
        403, 404.
        """
        return await self._sender.send(_matrix.get_room_account_data(type, user_id=user_id, room_id=room_id))

    async def set_room_account_data(
        self, type: str, *, user_id: str, room_id: str, body: Mapping[str, object]
    ) -> dict[str, Json]:
        """Write account data of a user in a room.

        Any JSON object; the whole content is replaced.

        Args:
            user_id: Matrix user ID.
            room_id: Matrix room ID.
            type: Type of the account data.
            body: .

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}; error
        statuses: 400, 403, 405.
        """
        return await self._sender.send(_matrix.set_room_account_data(type, user_id=user_id, room_id=room_id, body=body))

    async def get_room_state(self, room_id: str) -> list[dict[str, Json]]:
        """All state events of a room.

        Args:
            room_id: Matrix room ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/rooms/{roomId}/state; error statuses: 403.
        """
        return await self._sender.send(_matrix.get_room_state(room_id))

    async def get_room_state_event(self, state_key: str, *, room_id: str, event_type: str) -> dict[str, Json]:
        """Content of one state event.

        Args:
            room_id: Matrix room ID.
            event_type: Type of the state event.
            state_key: State key of the event.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}; error statuses: 403, 404.
        """
        return await self._sender.send(_matrix.get_room_state_event(state_key, room_id=room_id, event_type=event_type))

    async def get_room_event(self, event_id: str, *, room_id: str) -> dict[str, Json]:
        """One event of a room.

        Args:
            room_id: Matrix room ID.
            event_id: Event ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/rooms/{roomId}/event/{eventId}; error statuses: 404.
        """
        return await self._sender.send(_matrix.get_room_event(event_id, room_id=room_id))

    async def get_profile(self, user_id: str) -> MatrixProfile:
        """Profile of a user.

        Args:
            user_id: Matrix user ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /_matrix/client/v3/profile/{userId}; error statuses: 403, 404.
        """
        return await self._sender.send(_matrix.get_profile(user_id))

    async def join_room(
        self,
        room_id_or_alias: str,
        *,
        via: ItemsOf[str] | None = None,
        reason: str | None = None,
        third_party_signed: Mapping[str, object] | None = None,
    ) -> MatrixRoomResult:
        """Join a room.

        Args:
            room_id_or_alias: Room ID or alias.
            via: Servers to join through.
            reason: Why, shown to the room.
            third_party_signed: Signed proof of an invitation by a third party.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: POST /_matrix/client/v3/join/{roomIdOrAlias}; error statuses: 403, 429.
        """
        return await self._sender.send(
            _matrix.join_room(room_id_or_alias, via=via, reason=reason, third_party_signed=third_party_signed)
        )

    async def leave_room(self, room_id: str, *, reason: str | None = None) -> dict[str, Json]:
        """Leave a room.

        Args:
            room_id: Matrix room ID.
            reason: Why, shown to the room.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: POST /_matrix/client/v3/rooms/{roomId}/leave; error statuses: 429.
        """
        return await self._sender.send(_matrix.leave_room(room_id, reason=reason))

    async def create_room(self, *, body: Mapping[str, object]) -> MatrixRoomResult:
        """Create a room.

        Args:
            body: .

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /_matrix/client/v3/createRoom; error statuses: 400,
        403.
        """
        return await self._sender.send(_matrix.create_room(body=body))
