# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .._model import Model

if TYPE_CHECKING:
    from .._model import Json


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MatrixError(Model):
    """The error envelope of Matrix. Since app 4.3.0."""

    errcode: str
    """Machine-readable code, e.g. M_FORBIDDEN, M_NOT_FOUND, M_NOT_JSON, M_BAD_JSON, M_INVALID_PARAM or
    M_LIMIT_EXCEEDED."""
    error: str | None = None
    """Human-readable explanation."""
    retry_after_ms: int | None = None
    """How long to wait, in milliseconds; only with 429."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "errcode": "errcode",
        "error": "error",
        "retry_after_ms": "retry_after_ms",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MatrixJoinRequest(Model):
    """How to join a room; all optional. Since app 4.3.0."""

    reason: str | None = None
    """Why, shown to the room."""
    third_party_signed: dict[str, Json] | None = None
    """Signed proof of an invitation by a third party."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "reason": "reason",
        "third_party_signed": "third_party_signed",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MatrixLeaveRequest(Model):
    """How to leave a room; all optional. Since app 4.3.0."""

    reason: str | None = None
    """Why, shown to the room."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "reason": "reason",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MatrixProfile(Model):
    """Profile of a Matrix user. Other keys are possible. Since app 4.3.0."""

    displayname: str | None = None
    """Display name."""
    avatar_url: str | None = None
    """Avatar, an mxc:// URL."""
    m_tz: str | None = None
    """Time zone, e.g. Europe/Berlin."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "displayname": "displayname",
        "avatar_url": "avatar_url",
        "m.tz": "m_tz",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MatrixRoomResult(Model):
    """A room joined or created. Since app 4.3.0."""

    room_id: str
    """Room ID."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "room_id": "room_id",
    }
