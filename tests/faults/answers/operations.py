"""Every operation of the API, with a real response of the fake server to it."""

from __future__ import annotations

from functools import cache
from typing import Any

import httpx
from typing_extensions import override

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.wire.spec import match
from tests.faults.answers.acts import Act
from tests.generated.arguments import minimal
from tests.generated.contract import function, plan
from tests.testing.every_operation import PARTS
from tests.testing.wire import Wire


class _Recorder(Wire):
    """Keeps the last successful response of each operation, and does not compare it with the spec."""

    responses: dict[str, httpx.Response]

    @override
    def check(self, answer: httpx.Response) -> None:
        """Keep a response."""
        path = answer.request.url.raw_path.partition(b"?")[0].decode()
        operation = match(answer.request.method, path, None).operation
        if operation is not None and answer.is_success:
            self.responses[operation.id] = answer


@cache
def responses() -> dict[str, httpx.Response]:
    """A response of each operation, by its name."""
    with FakeBeeper() as fake, _Recorder(fake) as wire:
        wire.responses = {}
        for part in PARTS:
            part(wire)
    return {operation.name: wire.responses[operation.name.replace(".", "_")] for operation in plan().operations}


def acts() -> tuple[Act, ...]:
    """One call of each operation."""
    return tuple(_act(operation) for operation in plan().operations)


def _act(operation: Any) -> Act:
    given = minimal(operation)
    last = [given.pop(path[-1].name)] if (path := operation.of("path")) else []
    request = function(operation.name)(*last, **given)
    return Act(operation.name, lambda client, _: client.raw(request), once=request.operation.effect == "once")
