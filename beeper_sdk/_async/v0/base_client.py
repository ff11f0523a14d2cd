"""What carries the calls of v0: settings, life cycle, and the choice between v1 and v0. The calls are in `v0`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.compat.response_rewrite import with_json
from ..._core.config.retry_policy import STANDARD, RetryPolicy
from ..._core.config.settings import MOST_BYTES
from ..._core.http.outcome import Answer
from ..._core.util.override import override
from ...errors import BadRequestError, ConflictError
from ...v0._translation import NEWER, old_answer, old_refusal
from ..client import AsyncBeeper

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType
    from typing import Self

    from ..._core.config.credentials import TokenSource
    from ..._core.config.rate_limit import RateLimit
    from ..._core.config.settings import ApiGeneration, Guard, Headers
    from ..._core.diagnostics.findings import Diagnose
    from ..._core.generated import contract
    from ..._transport.adapter import AsyncHttpClient, AsyncTransport
    from ...hooks import Hooks
    from ..engine.sender import AsyncRequestSender

T = TypeVar("T")


class AsyncV0Base:
    """A client of v0 without its calls."""

    def __init__(
        self,
        access_token: str | TokenSource | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        retry: RetryPolicy = STANDARD,
        headers: Headers | None = None,
        transport: AsyncTransport | None = None,
        http_client: AsyncHttpClient | None = None,
        read_only: bool = False,
        guard: Guard | None = None,
        allow_remote: bool = False,
        api: ApiGeneration = "auto",
        strict: bool = False,
        max_response_bytes: int | None = MOST_BYTES,
        rate_limit: RateLimit | None = None,
        hooks: Hooks | Iterable[Hooks] = (),
        diagnose: Diagnose = "off",
    ) -> None:
        self.warned: set[tuple[str, str, int]] = set()
        """Where this client has warned already."""
        self._beeper = AsyncBeeper(
            access_token,
            base_url=base_url,
            timeout=timeout,
            retry=retry,
            headers=headers,
            transport=transport,
            http_client=http_client,
            read_only=read_only,
            guard=guard,
            allow_remote=allow_remote,
            api=api,
            strict=strict,
            max_response_bytes=max_response_bytes,
            rate_limit=rate_limit,
            hooks=hooks,
            diagnose=diagnose,
        )

    @property
    def _source(self) -> AsyncRequestSender:
        return self._beeper._source  # noqa: SLF001 - it learns, and tells, what the server is

    async def _carry(self, asked: contract.Request[T]) -> T:
        """Carry a call of v0 out, through v1 where there is one."""
        source = self._source
        if source.server.generation is None and (error := await source.ask()) is not None:
            raise error
        if source.server.generation == "v0":
            return await source.send(asked)
        newer = NEWER[asked.operation.name]
        try:
            old = old_answer(asked, await source.send(newer.renew(asked)))
        except (BadRequestError, ConflictError) as refused:
            if not newer.flagged:
                raise
            old = old_refusal(asked, str(refused))
        return asked.decode(with_json(Answer(200, {}, b""), old, 200))

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
        return f"<v0.AsyncClient {self._source.settings.base_url}>"
