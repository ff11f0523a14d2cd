"""What the server is and can do: asked for by the smallest request there is, where no response has shown it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.compat.version_table import check_operation, supported
from ..._core.generated import api
from ...errors import AnsweredError, APIError, NotFoundError

if TYPE_CHECKING:
    from ..._core.generated import AnyRequest
    from .protocols import AsyncEngine


async def version(engine: AsyncEngine) -> str | None:
    """The version of the app, asked for where it is not known; None where it does not say."""
    try:
        await _ask_version(engine)
    except NotFoundError:  # it has no /v1/info, and says nothing else without a token
        return None
    return engine.state.server.version_text


async def supports(engine: AsyncEngine, operation: str) -> bool:
    """Can an operation be called there? Raises ValueError for one that does not exist."""
    check_operation(operation)
    if engine.state.server.forced != "v0":  # then there is nothing to learn
        await _ask_version(engine)
    return supported(operation, engine.state.server)


async def _ask_version(engine: AsyncEngine) -> None:
    """Ask by what every app has; without a token by what needs none, which newer apps have.

    Every app answers ``/oauth/userinfo``, and from 4.1.239 on its response names the version."""
    server = engine.state.server
    if server.version_text is not None or server.version_asked:
        return
    if engine.settings.has_token:
        await engine.send(api.oauth.userinfo())
        server.version_asked = True
        return
    request = api.info.retrieve()
    server.set_version(request.path, (await engine.send(request)).app.version)
    server.version_asked = True


async def probe_generation(engine: AsyncEngine) -> APIError | None:
    """Learn which generation the server is of, by its accounts in v1 and then in v0: at most two requests.

    Returns:
        The error of the last one where neither shows it.
    """
    engine.state.server.generation_probed = True
    error = await _probe(engine, api.accounts.list())
    if isinstance(error, NotFoundError):
        error = await _probe(engine, api.v0.get_accounts())
    return error


async def _probe(engine: AsyncEngine, request: AnyRequest) -> APIError | None:
    """Send a request that exists in one generation. Returns its error where that shows nothing."""
    server = engine.state.server
    try:
        _, answer = await engine.execute(request, alternate=False)
    except AnsweredError as error:
        server.update_from_probe(request.path, error.status, error.answer.server_version)
        return error if server.generation is None else None
    except APIError as error:
        return error
    server.update_from_probe(request.path, answer.status_code, None)
    return None
