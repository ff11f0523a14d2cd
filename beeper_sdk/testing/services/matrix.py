"""The Matrix pass-through, over HTTP."""

from __future__ import annotations

from ..rules import matrix
from ..wire.json_values import Json
from ..wire.requests import ServerResponse
from ..wire.tokens import Token
from ._base import Service, answer


class Matrix(Service):
    """Implements the Protocol MatrixService."""

    async def matrix_get_account_data(self, *, principal: Token, user_id: str, type: str) -> ServerResponse:  # noqa: A002
        """Global account data."""
        matrix.check_user(user_id)
        return answer(matrix.data(self._world, type))

    async def matrix_set_account_data(
        self,
        *,
        principal: Token,
        user_id: str,
        type: str,  # noqa: A002
        body: Json,
    ) -> ServerResponse:
        """Write global account data."""
        matrix.check_user(user_id)
        matrix.check_type(type)
        matrix.put_data(self._world, type, body)
        return answer({})

    async def matrix_get_room_account_data(
        self,
        *,
        principal: Token,
        user_id: str,
        room_id: str,
        type: str,  # noqa: A002
    ) -> ServerResponse:
        """Account data of a room."""
        matrix.check_user(user_id)
        return answer(matrix.data(self._world, type, matrix.room(self._world, room_id).id))

    async def matrix_set_room_account_data(
        self,
        *,
        principal: Token,
        user_id: str,
        room_id: str,
        type: str,  # noqa: A002
        body: Json,
    ) -> ServerResponse:
        """Write account data of a room."""
        matrix.check_user(user_id)
        matrix.check_type(type)
        matrix.put_data(self._world, type, body, matrix.room(self._world, room_id).id)
        return answer({})

    async def matrix_get_room_state(self, *, principal: Token, room_id: str) -> ServerResponse:
        """All state events, as a bare array."""
        return answer(matrix.state(self._world, matrix.room(self._world, room_id)))

    async def matrix_get_room_state_event(
        self, *, principal: Token, room_id: str, event_type: str, state_key: str
    ) -> ServerResponse:
        """The content of one state event."""
        return answer(matrix.state_content(self._world, matrix.room(self._world, room_id), event_type, state_key))

    async def matrix_get_room_event(self, *, principal: Token, room_id: str, event_id: str) -> ServerResponse:
        """One event."""
        return answer(matrix.event(self._world, room_id, event_id))

    async def matrix_get_profile(self, *, principal: Token, user_id: str) -> ServerResponse:
        """A profile."""
        return answer(matrix.profile(self._world, user_id))

    async def matrix_join_room(
        self,
        *,
        principal: Token,
        room_id_or_alias: str,
        via: list[str] | None,
        body: Json,
    ) -> ServerResponse:
        """Join a room."""
        return answer({"room_id": matrix.join(self._world, room_id_or_alias)})

    async def matrix_leave_room(self, *, principal: Token, room_id: str, body: Json) -> ServerResponse:
        """Leave a room."""
        matrix.leave(self._world, room_id)
        return answer({})

    async def matrix_create_room(self, *, principal: Token, body: Json) -> ServerResponse:
        """Create a room."""
        return answer({"room_id": matrix.create(self._world, body)})
