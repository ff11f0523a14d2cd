"""The FastAPI application: the generated routes over our services, and errors in the real envelopes.

Imports fastapi, pydantic and the generated package: only a FakeBeeper that starts imports this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError

from beeper_sdk_server import Credentials, RequirementSets, build_router

from ..services.app import Accounts, Contacts, Desktop, Labels, Server
from ..services.assets import Assets
from ..services.chats import Chats
from ..services.matrix import Matrix
from ..services.messages import Messages
from ..services.oauth import Oauth
from ..services.setup import Bridges, Setup
from ..services.v0 import V0
from ..state import SITE, Site
from ..wire.errors import Refused, family_of, unauthorized
from ..wire.json_values import Json
from ..wire.requests import CURRENT
from ..wire.spec import CONSENT
from ..wire.tokens import Token
from .asgi import Receive, Scope, Send, refusal
from .dispatch import Dispatcher
from .middleware import Gate
from .websocket.hub import Hub


class Application:
    """The application of one server: passes each request to the gate of its current data."""

    def __init__(self, site: Site) -> None:
        self.silent: set[object] = set()
        """The clients that wait for a response that is never sent. They are disconnected when the server stops."""
        self.hub: Hub = Hub(site)
        """The clients of its WebSocket."""
        self._gate = Gate(site, _routes(), self.silent, self.hub)

    def replace(self, site: Site) -> None:
        """Serve other data from the next request on."""
        self.hub.end()
        self.hub = Hub(site)
        self._gate = Gate(site, _routes(), self.silent, self.hub)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        await self._gate(scope, receive, send)


async def _authorize(_: RequirementSets, __: Credentials) -> Token:
    """The gate let the request in; here is who it is."""
    site = SITE.get()
    token = site.tokens.find(CURRENT.get().token, site.world.clock.seconds())
    if token is None:
        raise unauthorized()
    return token


@lru_cache(maxsize=1)
def _routes() -> Dispatcher:
    oauth = Oauth()
    router = build_router(
        accounts=Accounts(),
        assets=Assets(),
        bridges=Bridges(),
        chats=Chats(),
        contacts=Contacts(),
        desktop=Desktop(),
        labels=Labels(),
        matrix=Matrix(),
        messages=Messages(),
        oauth=oauth,
        server=Server(),
        setup=Setup(),
        v0=V0(),
        authorize=_authorize,
    )
    routes = Dispatcher(router, _application)
    routes.all.add_route(CONSENT.template, oauth.authorize, methods=[CONSENT.method])
    return routes


def _application() -> FastAPI:
    application = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    application.add_exception_handler(Refused, _refused)
    application.add_exception_handler(RequestValidationError, _unprocessable)
    application.add_exception_handler(HTTPException, _http_error)
    return application


def _answer(refused: Refused, request: Request) -> Response:
    made = refusal(refused, request.url.path)
    return Response(made.body, made.status, dict(made.headers))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101 - what it is registered for
    return _answer(error, request)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    return _answer(Refused(error.status_code, str(error.detail)), request)


async def _unprocessable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it is registered for
    found: Sequence[Any] = error.errors()
    issues = [_issue(problem) for problem in found]
    message = issues[0]["message"] if issues else "Invalid request"
    if family_of(request.url.path) == "oauth":
        code = "invalid_client_metadata" if request.url.path == "/oauth/register" else "invalid_request"
        return _answer(Refused(400, message, code=code), request)
    return _answer(Refused(_status(request, found), message, details={"issues": issues}), request)


def _status(request: Request, found: Sequence[Any]) -> int:
    """422, but for what real servers were seen, or are built, to answer with 400."""
    if any(problem["type"] == "json_invalid" for problem in found):
        return 400
    blank = request.url.path == "/v1/chats/search" and request.query_params.get("query") == ""
    return 400 if blank else 422


def _issue(problem: Any) -> Json:
    return {"code": str(problem["type"]), "message": str(problem["msg"]), "path": list(problem["loc"])}
