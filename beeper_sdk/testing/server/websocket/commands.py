"""The commands of clients: the contents of a frame, or why it is rejected."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal, NoReturn, TypeAlias, TypeGuard

from ...wire.json_values import Json, is_list, is_object
from ...wire.spec import APP_EVENTS, Version

Code: TypeAlias = Literal["INVALID_COMMAND", "INVALID_PAYLOAD", "NOT_SUBSCRIBED", "INTERNAL_ERROR"]
ALL_CHATS = "*"


class CommandError(Exception):
    """A command is rejected."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code: Code = code
        self.message: str = message


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a connection is subscribed to."""

    chat_ids: tuple[str, ...] = ()
    """As the client wrote them: chat IDs, local IDs, or only ``*``."""
    app_state: bool = False


def parse(text: str | None) -> Json:
    """The JSON object in a frame; None is a binary frame."""
    if text is None:
        raise CommandError("INVALID_COMMAND", "Commands must be text frames")
    try:
        found: object = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise CommandError("INVALID_COMMAND", "Commands must be JSON") from None
    if not is_object(found):
        raise CommandError("INVALID_COMMAND", "A command must be a JSON object")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def request_id(command: Json) -> str | None:
    """The requestID of a command, if it has a valid one."""
    found = command.get("requestID")
    return found if isinstance(found, str) else None


def read_subscription(command: Json, version: Version | None) -> Subscription:
    """What a command subscribes to. The schema has no additional members; before app 4.3.0 it had fewer."""
    if command.get("type") != "subscriptions.set":
        raise CommandError("INVALID_COMMAND", "type must be subscriptions.set")
    has_app = version is None or version in APP_EVENTS
    _check_members(command, {"type", "requestID", "chatIDs"} | ({"app"} if has_app else set[str]()))
    if "requestID" in command and request_id(command) is None:
        raise CommandError("INVALID_PAYLOAD", "requestID must be a string")
    if "chatIDs" not in command and not has_app:
        raise CommandError("INVALID_PAYLOAD", "chatIDs is required")
    return Subscription(_chat_ids(command.get("chatIDs", [])), _app_state(command))


def _check_members(found: Json, known: set[str]) -> None:
    if found.keys() - known:
        raise CommandError("INVALID_PAYLOAD", f"Only these members are allowed: {', '.join(sorted(known))}")


def _chat_ids(found: object) -> tuple[str, ...]:
    if not _is_texts(found):
        raise CommandError("INVALID_PAYLOAD", "chatIDs must be an array of strings")
    if ALL_CHATS in found and len(found) > 1:
        raise CommandError("INVALID_PAYLOAD", "chatIDs must not mix * with IDs")
    return tuple(found)


def _is_texts(found: object) -> TypeGuard[list[str]]:
    return is_list(found) and all(isinstance(item, str) for item in found)


def _app_state(command: Json) -> bool:
    if "app" not in command:
        return False
    app: object = command["app"]
    if not is_object(app):
        raise CommandError("INVALID_PAYLOAD", "app must be an object")
    _check_members(app, {"state"})
    if not isinstance(app.get("state"), bool):
        raise CommandError("INVALID_PAYLOAD", "app.state must be true or false")
    return bool(app["state"])
