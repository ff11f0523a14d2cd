"""`WritePolicy`: which writes a client may send, and how many. It checks requests and sends nothing.

The part that does I/O (requesting the account of a chat, awaiting a confirmation) is in ``_async/engine/guard_check``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from copy import deepcopy
from typing import Any, NoReturn, TypeAlias, final

from attrs import Factory, field, frozen

from .._core.concurrency.primitives import resolve_result
from .._core.generated import AnyRequest, contract
from .._core.util.override import override
from .._core.util.validation import check_flags, wrong_type
from . import _validation as names
from ._policy_state import PolicyState
from ._rules import CONFIRM, Rules
from ._targets import WriteTargets, text


@frozen(eq=False)
class Write:
    """A write that is about to be sent, as passed to the ``confirm`` function of a `WritePolicy`.

    Its repr shows the operation only, because the other attributes are private data. ``body`` is a copy: changing it
    does not change the request.
    """

    operation: str
    """As in ``beeper.messages.send``: ``messages.send``."""
    chat_id: str | None = field(repr=False)
    """ID of the target chat. None if the write has no target chat, or several."""
    account_id: str | None = field(repr=False)
    """ID of the account. None if it is not known; with ``accounts=`` it is always known."""
    text: str | None = field(repr=False)
    """The text that people will read: the message, its new text, or the draft."""
    body: Any = field(repr=False)
    """The request body as JSON. For an upload, the form fields without the file. None without a body."""


Confirm: TypeAlias = Callable[[Write], bool | Awaitable[bool]]
"""Called with a write that the policy allows; only True lets it be sent."""


def _new_state(policy: WritePolicy) -> PolicyState:
    limits = [
        (count, seconds) for count, seconds in ((policy.per_minute, 60), (policy.per_hour, 3600)) if count is not None
    ]
    return PolicyState(Rules(policy.chats, policy.accounts, policy.operations), limits, dry_run=policy.dry_run)


@final
@frozen(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class WritePolicy:
    """Restricts the writes of a client: ``Beeper(guard=WritePolicy(...))``. Reads are always allowed.

    An omitted argument restricts nothing. An empty list allows nothing. A write whose target cannot be determined is
    refused. Policies are immutable. All threads, tasks and clients that use the same policy share its write counts; a
    pickle or copy starts with empty counts.

    Args:
        chats: IDs of the chats that may be written to. They are compared with the ID that a method is called with: if
            you use local IDs, list those too. Writes without a target chat (``chats.create``, or ``focus`` without a
            chat) are refused.
        accounts: IDs of the accounts that may be used to write. If the account of a chat is not known yet, it is
            requested (one read). Merged chats are refused, because any of their member chats may receive the message.
        operations: Operation names such as ``messages.send``, or groups such as ``messages.*``. A v0 operation is
            allowed if the operation that replaced it is. Uploads have no recipient: with ``chats`` or ``accounts``
            they are allowed only if listed here. That of ``messages.send(file=...)`` is a part of the message: it does
            not count, and with ``operations`` it must be listed too.
        per_minute: Maximum number of writes in any 60 seconds. Retries of a call do not count.
        per_hour: Maximum number of writes in any 3600 seconds.
        dry_run: Check every write, but send none: allowed writes raise DryRun and are added to `held`.
        confirm: A function that is called last, with a `Write`. Any result but True refuses the write. It may be async
            with AsyncBeeper.

    Raises:
        ValueError, TypeError: an argument is invalid, or names an unknown operation.
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
        check_flags(dry_run=self.dry_run)
        if self.confirm is not None and not callable(self.confirm):
            raise wrong_type("confirm", "a function or None", self.confirm)

    @override
    def __init_subclass__(cls) -> NoReturn:
        # The engine reads the policy's private state to do I/O for it; an overridden check() would never be called.
        raise TypeError("WritePolicy cannot be subclassed; write a guard whose check(request) calls the policy's check")

    @property
    def held(self) -> list[AnyRequest]:
        """The last 100 requests that a dry run did not send, oldest first. They contain the full request bodies."""
        return self._state.held

    def check(self, request: AnyRequest, /) -> None:
        """Check a request by its own contents. For custom guards that also apply a policy.

        A client that has the policy as its guard additionally requests the accounts of chats, and awaits ``confirm``.

        Args:
            request: The request that is about to be sent.

        Raises:
            PolicyRefused: the write is not allowed; WriteLimitReached: not at the moment; DryRun: allowed, dry run.
            TypeError: ``confirm`` is async.
        """
        state = self._state
        targets = state.rules.targets(request)
        if targets is None:
            return
        state.rules.check_accounts(request, targets, {})
        with state.reserve(request):
            if self.confirm is not None:
                state.require_confirmation(request, resolve_result(self.confirm(shown(request, targets, {})), CONFIRM))
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
    """The state of a policy, for the engine, which checks with I/O. Not for users."""
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
    """Recreate a policy from a pickle."""
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
    """The `Write` that is passed to ``confirm``."""
    accounts = targets.accounts | {known[chat] for chat in targets.chats if chat in known}
    return Write(request.operation.name, _single(targets.chats), _single(accounts), text(request), _body(request))


def _single(ids: frozenset[str]) -> str | None:
    return next(iter(ids)) if len(ids) == 1 else None


def _body(request: AnyRequest) -> Any:
    body = request.body
    if isinstance(body, contract.JsonBody):
        return deepcopy(body.value)
    return None if body is None else dict(body.fields)
