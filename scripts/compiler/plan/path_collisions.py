"""IDs that would reach another operation: `/chats/{chatID}` with the ID `search` is the path of the chat search.

Percent-encoding cannot help, since servers decode before they choose. Such IDs are rejected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from scripts.compiler.plan.plan import Argument, Operation
from scripts.compiler.spec.errors import SpecError


def guarded(operations: Sequence[Operation]) -> tuple[Operation, ...]:
    """The operations, with the IDs that their path arguments must not have."""
    return tuple(_guarded(operation, operations) for operation in operations)


def _guarded(operation: Operation, others: Sequence[Operation]) -> Operation:
    reserved = [found for other in others if other is not operation for found in _reserved(operation, other)]
    if not reserved:
        return operation

    def guard(argument: Argument) -> Argument:
        words = tuple(sorted({word for name, word in reserved if argument.place == "path" and name == argument.wire}))
        return evolve(argument, reserved=words) if words else argument

    return evolve(operation, arguments=tuple(map(guard, operation.arguments)))


def _reserved(operation: Operation, other: Operation) -> Iterator[tuple[str, str]]:
    """The parameter of one operation, and the value of it, that leads to the other."""
    ours, theirs = operation.path.split("/"), other.path.split("/")
    if operation.method != other.method or len(ours) != len(theirs):
        return
    different = [(mine, word) for mine, word in zip(ours, theirs, strict=True) if mine != word]
    if not all(mine.startswith("{") and not word.startswith("{") for mine, word in different):
        return
    if len(different) != 1:
        raise SpecError(f"{operation.name}: there is no rule for two ids that together reach {other.name}")
    ((mine, word),) = different
    yield mine[1:-1], word
