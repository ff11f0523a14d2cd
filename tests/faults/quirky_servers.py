"""Servers with quirks behind the same proxy, and the error that calls to them must end in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.faults.operation import Operation

Variant: TypeAlias = Literal["not-loaded", "read-only", "expired", "drops-text", "older"]
VARIANTS: tuple[Variant, ...] = ("not-loaded", "read-only", "expired", "drops-text", "older")
OF_OLDER = (
    "labels.list", "info.retrieve", "bridges.retrieve", "accounts.retrieve", "chats.notify_anyway", "chats.update",
    "chats.mark_read", "matrix.create_room", "chats.messages.reactions.add",
)  # fmt: skip
"""Operations that app 4.2.500 does not have."""
_OF_CHATS = ("messages.send", "chats.create", "chats.start", "chats.messages.reactions.add")


@dataclass(frozen=True)
class ExpectedError:
    """The error that an undisturbed call must end in."""

    kind: type[errors.BeeperError]
    status: int | None
    code: str | None = None
    also: Callable[[Any], bool] = lambda _: True

    def problem(self, error: BaseException | None) -> str | None:
        """Why it is not that error, if it is not."""
        if type(error) is not self.kind:
            return f"it must end in {self.kind.__name__}"
        found = getattr(error, "status", None), getattr(error, "code", None)
        if found[0] != self.status or (self.code is not None and found[1] != self.code):
            return f"its status and code are {found}, not {(self.status, self.code)}"
        return None if self.also(error) else "its attributes are not those of the failure"


EXPECTED_ERRORS: dict[Variant, ExpectedError] = {
    "not-loaded": ExpectedError(errors.ServerNotLoaded, 500, "TOOL_EXECUTION_ERROR"),
    "read-only": ExpectedError(errors.MissingScope, 401, also=lambda error: error.scope == "write"),
    "expired": ExpectedError(errors.TokenExpired, 401),
    "older": ExpectedError(errors.NotSupportedByServer, None),
}
"""Calls to `drops-text` succeed."""


def _applies(variant: Variant, operation: Operation) -> bool:
    """Whether the server rejects this operation, whatever its arguments; for `drops-text`, drops its text."""
    name, writes = operation.name, operation.effect != "read"
    if variant == "drops-text":
        return operation.may_drop_text
    if variant == "older":
        return name in OF_OLDER
    if variant == "not-loaded":
        return name in _OF_CHATS
    scoped = not name.startswith(("oauth.", "info."))
    return scoped and (writes or variant == "expired")


def variants_for(operation: Operation) -> tuple[Variant, ...]:
    """The servers where an operation has one possible outcome."""
    return tuple(variant for variant in VARIANTS if _applies(variant, operation))


class QuirkyServers:
    """One server for each variant."""

    def __init__(self, stack: ExitStack) -> None:
        self._fakes = {variant: stack.enter_context(_made(variant)) for variant in VARIANTS}

    def at(self, variant: Variant) -> FakeBeeper:
        """The server of a variant."""
        return self._fakes[variant]

    def token(self, variant: Variant | None, fake: FakeBeeper) -> str:
        """A token for the server of a variant, or for the usual server."""
        if variant == "expired":
            return self.at(variant).issue_token("read", "write", lifetime=-1)
        return (fake if variant is None else self.at(variant)).token


def _made(variant: Variant) -> FakeBeeper:
    if variant == "older":
        return FakeBeeper(version="4.2.500")
    fake = FakeBeeper()
    quirk = {"not-loaded": "server_not_loaded", "read-only": "read_only_401", "expired": "token_expired_text"}
    fake.quirk(quirk.get(variant, "start_drops_text"), optional=True)
    return fake
