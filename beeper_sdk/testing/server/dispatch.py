"""Passes each request to an application that has the route of its operation only.

FastAPI tries one route after the other, twice for each request: with 73 routes, half of the time of a request.
"""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from ..wire.spec import Operation
from .asgi import Receive, Scope, Send

OPERATION = "beeper.operation"
"""The key of the operation in the scope of a request, if its path is that of the operation."""


class Dispatcher:
    """An ASGI application of all routes of a router.

    Args:
        router: The routes. Its class is that of the routers with one route each.
        make: Makes an application without routes.
    """

    def __init__(self, router: APIRouter, make: Callable[[], FastAPI]) -> None:
        self.all: FastAPI = make()
        """The application for requests of no operation, and for those in the form of an older app."""
        self.all.include_router(router)
        self._make = make
        self._router = router
        self._routes = {
            (method, route.path_format): route
            for route in router.routes
            if isinstance(route, APIRoute)
            for method in route.methods or ()
        }
        self._single: dict[tuple[str, str], FastAPI] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        operation: Operation | None = scope.get(OPERATION)
        key = ("", "") if operation is None else (operation.method, operation.template)
        application = self._application(key) if key in self._routes else self.all
        await application(scope, receive, send)

    def _application(self, key: tuple[str, str]) -> FastAPI:
        application = self._single.get(key)
        if application is None:
            router = type(self._router)()
            router.routes.append(self._routes[key])
            application = self._single[key] = self._make()
            application.include_router(router)
        return application
