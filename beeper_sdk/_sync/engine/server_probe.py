# @generated from beeper_sdk/_async; do not edit


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.compat.version_table import check_operation, supported
from ..._core.generated import api
from ...errors import AnsweredError, APIError, NotFoundError

if TYPE_CHECKING:
    from ..._core.generated import AnyRequest
    from .protocols import Engine


def version(engine: Engine) -> str | None:
    try:
        _probe_version(engine)
    except NotFoundError:  # the app has no /v1/info, and without a token no other response contains the version
        return None
    return engine.state.server.version_text


def supports(engine: Engine, operation: str) -> bool:
    check_operation(operation)
    if engine.state.server.forced != "v0":  # with v0 forced, the version does not matter
        _probe_version(engine)
    return supported(operation, engine.state.server)


def _probe_version(engine: Engine) -> None:
    server = engine.state.server
    if server.version_text is not None or server.version_probed:
        return
    if engine.settings.has_token:
        engine.send(api.oauth.userinfo())
        server.version_probed = True
        return
    request = api.info.retrieve()
    server.set_version(request.path, (engine.send(request)).app.version)
    server.version_probed = True


def probe_generation(engine: Engine) -> APIError | None:
    engine.state.server.generation_probed = True  # at most once, even if the requests fail
    error = _probe_one(engine, api.accounts.list())
    if isinstance(error, NotFoundError):
        error = _probe_one(engine, api.v0.get_accounts())
    return error


def _probe_one(engine: Engine, request: AnyRequest) -> APIError | None:
    server = engine.state.server
    try:
        _, answer = engine.execute(request, alternate=False)
    except AnsweredError as error:
        server.update_from_probe(request.path, error.status, error.answer.server_version)
        return error if server.generation is None else None
    except APIError as error:
        return error
    server.update_from_probe(request.path, answer.status_code, None)
    return None
