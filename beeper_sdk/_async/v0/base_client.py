"""The base of the v0 clients: settings, life cycle, and the choice between v1 and v0. The calls are in `client`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..._core.calls.alternate_form import with_json
from ..._core.http.outcome import HttpResponse
from ..._core.util.override import override
from ...errors import BadRequestError, ConflictError
from ...v0._deprecation import same_arguments_as
from ...v0._translation import V1_EQUIVALENTS, old_answer, old_refusal
from ..client import AsyncBeeper
from ..engine.server_probe import probe_generation

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._core.generated import contract
    from ..engine.sender import AsyncRequestSender

T = TypeVar("T")


class AsyncV0Base:
    """A v0 client without its calls."""

    @same_arguments_as(AsyncBeeper.__init__)
    def __init__(self, *args: Any, **options: Any) -> None:
        self.warned: set[tuple[str, str, int]] = set()
        """The lines for which this client has already issued a warning."""
        self._beeper = AsyncBeeper(*args, **options)

    @property
    def _engine(self) -> AsyncRequestSender:
        return self._beeper._engine  # noqa: SLF001 - it knows the API generation of the server

    async def _execute(self, request: contract.Request[T]) -> T:
        """Execute a call of v0, through v1 if the server has it."""
        source, server = self._engine, self._engine.state.server
        if request.matches_nothing:
            return await source.send(request)
        # The generation must be known before the call: a send cannot be tried in v1 and then again in v0.
        if server.generation is None and (failure := await probe_generation(source)) is not None:
            raise failure
        if server.generation == "v0":
            return await source.send(request)
        equivalent = V1_EQUIVALENTS[request.operation.name]
        try:
            old = old_answer(request, await source.send(equivalent.to_v1(request)))
        except (BadRequestError, ConflictError) as failure:
            if not equivalent.flagged:
                raise
            old = old_refusal(request, failure.server_message or str(failure))
        return request.decode(with_json(HttpResponse(200, {}, b""), old, 200))

    async def close(self) -> None:
        """Close the connections."""
        await self._beeper.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @override
    def __repr__(self) -> str:
        return f"<v0.AsyncClient {self._engine.settings.base_url}>"
