"""`WritePolicy`: which writes may leave this program, and how many. Pure: it judges requests, and sends nothing.

What needs I/O (finding out the account of a chat, awaiting a confirmation) is in ``_async/engine/guard_check``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from copy import deepcopy
from typing import Any, NoReturn, TypeAlias, final

from attrs import Factory, field, frozen

from .._core.concurrency.primitives import resolve_result
from .._core.generated import AnyRequest, contract
from .._core.util.override import override
from . import _validation as names
from ._policy_state import PolicyState
from ._rules import Rules
from ._targets import WriteTargets, text


@frozen(eq=False)
class Write:
    """A write that is about to be sent, as ``WritePolicy(confirm=...)`` is asked about it.

    Its repr names the operation only: printing what is in it is up to you. Changing ``body`` changes nothing.
    """

    operation: str
    """As in ``beeper.messages.send``: ``messages.send``."""
    chat_id: str | None = field(repr=False)
    """The chat; None where it is about none, or about several."""
    account_id: str | None = field(repr=False)
    """The account; None where that is not known. With ``accounts`` it always is."""
    text: str | None = field(repr=False)
    """What people will read: the message, its new text, or the draft."""
    body: Any = field(repr=False)
    """All that is sent, as JSON; of an upload what goes with the file. None for nothing."""


Confirm: TypeAlias = Callable[[Write], bool | Awaitable[bool]]


def _new_state(policy: WritePolicy) -> PolicyState:
    limits = [
        (count, seconds) for count, seconds in ((policy.per_minute, 60), (policy.per_hour, 3600)) if count is not None
    ]
    return PolicyState(Rules(policy.chats, policy.accounts, policy.operations), limits, dry_run=policy.dry_run)


@final
@frozen(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class WritePolicy:
    """Which writes a client may send: ``Beeper(guard=WritePolicy(...))``. Reads always pass.

    An argument that is left out restricts nothing, an empty list allows nothing, and what cannot be judged is
    refused. The settings never change. All threads and tasks of all clients that were given a policy share its
    counts; a pickle or a copy starts them anew.

    Args:
        chats: IDs of the only chats to write to, compared as they are given to methods: list a local ID too where
            you use it. What is about no chat (``chats.create``, ``focus`` without one) is refused.
        accounts: IDs of the only accounts to write by. The account of a chat that this client has not seen is asked
            for, which is one read. A merged chat is refused: any of its members may get what is sent.
        operations: Names such as ``messages.send``, and groups such as ``messages.*``. One of v0 passes where what
            replaced it does. Uploads reach nobody: with ``chats`` or ``accounts`` they pass if they are named here.
        per_minute: Most writes let through in any 60 seconds. Further attempts of one call count once.
        per_hour: Most writes let through in any 3600 seconds.
        dry_run: Check everything, then send nothing: what passes raises DryRun and is kept in `held`.
        confirm: Asked last, with a `Write`; anything but True refuses. May be async in an AsyncBeeper.

    Raises:
        ValueError, TypeError: an argument does not fit, or names an operation that there is not.
    """

    chats: frozenset[str] | None = field(default=None, converter=names.chat_ids)
    accounts: frozenset[str] | None = field(default=None, converter=names.account_ids)
    operations: frozenset[str] | None = field(default=None, converter=names.operation_names)
    per_minute: int | None = field(default=None, converter=names.per_minute)
    per_hour: int | None = field(default=None, converter=names.per_hour)
    dry_run: bool = field(default=False)
    confirm: Confirm | None = field(default=None)
    _state: PolicyState = field(init=False, default=Factory(_new_state, takes_self=True))

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.dry_run, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"dry_run takes True or False, not {type(self.dry_run).__name__}")
        if self.confirm is not None and not callable(self.confirm):
            raise TypeError(f"confirm takes a function of a Write, not {type(self.confirm).__name__}")

    @override
    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("WritePolicy has no subclasses: write a guard whose check(request) calls that of a policy")

    @property
    def held(self) -> list[AnyRequest]:
        """The newest 100 writes that a dry run kept back, the latest last. They hold all that would have been sent."""
        return self._state.held

    def check(self, request: AnyRequest, /) -> None:
        """Judge by what the request tells by itself: for a guard of your own that asks a policy too.

        Given to a client, the policy also finds out the accounts of chats, and awaits confirmations.

        Raises:
            PolicyRefused: it may not be sent, or not now (WriteLimitReached), or would have been (DryRun).
            TypeError: the confirmation is async.
        """
        state = self._state
        targets = state.rules.targets(request)
        if targets is None:
            return
        state.rules.check_accounts(request, targets, {})
        with state.reserve(request):
            if self.confirm is not None:
                state.require_confirmation(request, resolve_result(self.confirm(shown(request, targets, {}))))
        state.record_dry_run(request)

    @override
    def __reduce__(self) -> tuple[object, ...]:
        settings = (self.chats, self.accounts, self.operations, self.per_minute, self.per_hour)
        return _again, (*settings, self.dry_run, self.confirm)

    @override
    def __repr__(self) -> str:
        counted = {"chats": self.chats, "accounts": self.accounts}
        parts = [f"{name}=<{len(ids)}>" for name, ids in counted.items() if ids is not None]
        plain = {"per_minute": self.per_minute, "per_hour": self.per_hour, "dry_run": self.dry_run or None}
        if self.operations is not None:
            parts.append(f"operations={sorted(self.operations)}")
        parts += [f"{name}={value}" for name, value in plain.items() if value is not None]
        if self.confirm is not None:
            parts.append("confirm=<function>")
        return f"WritePolicy({', '.join(parts)})"


def policy_state_of(policy: WritePolicy) -> PolicyState:
    """For the module that judges with I/O; users have no business with it."""
    return policy._state  # noqa: SLF001 - a policy's own module


def _again(
    chats: frozenset[str] | None,
    accounts: frozenset[str] | None,
    operations: frozenset[str] | None,
    per_minute: int | None,
    per_hour: int | None,
    dry_run: bool,
    confirm: Confirm | None,
) -> WritePolicy:
    """The policy of a pickle."""
    return WritePolicy(
        chats=chats,
        accounts=accounts,
        operations=operations,
        per_minute=per_minute,
        per_hour=per_hour,
        dry_run=dry_run,
        confirm=confirm,
    )


def shown(request: AnyRequest, targets: WriteTargets, known: Mapping[str, str]) -> Write:
    """The write as it is shown to whoever confirms it."""
    accounts = targets.accounts | {known[chat] for chat in targets.chats if chat in known}
    return Write(request.operation.name, _single(targets.chats), _single(accounts), text(request), _body(request))


def _single(ids: frozenset[str]) -> str | None:
    return next(iter(ids)) if len(ids) == 1 else None


def _body(request: AnyRequest) -> Any:
    body = request.body
    if isinstance(body, contract.JsonBody):
        return deepcopy(body.value)
    return None if body is None else dict(body.fields)
