# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..._core.calls.alternate_form import with_json
from ..._core.http.outcome import HttpResponse
from ..._core.util.override import override
from ...errors import BadRequestError, ConflictError
from ...v0._deprecation import same_arguments_as
from ...v0._translation import V1_EQUIVALENTS, old_answer, old_refusal
from ..client import Beeper
from ..engine.server_probe import probe_generation

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._core.generated import contract
    from ..engine.sender import RequestSender

T = TypeVar("T")


class V0Base:
    """A v0 client without its calls."""

    @same_arguments_as(Beeper.__init__)
    def __init__(self, *args: Any, **options: Any) -> None:
        self.warned: set[tuple[str, str, int]] = set()
        """The lines for which this client has already issued a warning."""
        self._beeper = Beeper(*args, **options)

    @property
    def _engine(self) -> RequestSender:
        return self._beeper._engine  # noqa: SLF001 - it knows the API generation of the server

    def _execute(self, request: contract.Request[T]) -> T:
        source, server = self._engine, self._engine.state.server
        if request.matches_nothing:
            return source.send(request)
        if server.generation is None and (failure := probe_generation(source)) is not None:
            raise failure
        if server.generation == "v0":
            return source.send(request)
        equivalent = V1_EQUIVALENTS[request.operation.name]
        try:
            old = old_answer(request, source.send(equivalent.to_v1(request)))
        except (BadRequestError, ConflictError) as failure:
            if not equivalent.flagged:
                raise
            old = old_refusal(request, failure.server_message or str(failure))
        return request.decode(with_json(HttpResponse(200, {}, b""), old, 200))

    def close(self) -> None:
        """Close the connections."""
        self._beeper.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @override
    def __repr__(self) -> str:
        return f"<v0.Client {self._engine.settings.base_url}>"
