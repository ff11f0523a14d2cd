"""Calls the method of a service that answers a request, with the arguments that the spec describes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from ..state import SITE
from ..wire.errors import Refused, unauthorized
from ..wire.json_values import Json
from ..wire.requests import Call, ServerResponse
from ..wire.spec import CONSENT, Operation
from ..wire.tokens import Token
from .arguments import Arguments, Body, invalid, read_json
from .asgi import Receive, Scope, read

if TYPE_CHECKING:
    from starlette.requests import Request

T = TypeVar("T")
Method: TypeAlias = Callable[..., Awaitable[ServerResponse]]


class Dispatcher:
    """Answers the requests of all operations.

    Args:
        services: What answers the operations of each tag of the spec: any object whose methods have the names and
            arguments of `beeper_sdk_server.handlers`. Arguments are valid when a method is called.
    """

    def __init__(self, services: Mapping[str, object]) -> None:
        self._services = services
        self._arguments: dict[str, Arguments] = {}

    async def __call__(
        self, operation: Operation, call: Call, query: str, scope: Scope, receive: Receive
    ) -> ServerResponse:
        """The response to a request of an operation, whose query may differ from that of the call.

        Raises:
            Refused: An argument is invalid, or the service refuses the request.
        """
        method: Method = getattr(self._services[operation.tag], operation.id)
        if operation is CONSENT:  # the spec does not describe it
            return await method(query=query)
        arguments = self._arguments.get(operation.id) or self._arguments.setdefault(operation.id, Arguments(operation))
        values, problems = arguments.read(call, query)
        if arguments.has_principal:
            values["principal"] = _principal(call)
        if arguments.body is not None:
            if arguments.body.is_unread:
                _check(problems, call, query)
                return await _with_request(method, scope, receive, values)
            values["body"], found = await _body(arguments.body, call, scope, receive)
            problems += found
        _check(problems, call, query)
        return await method(**values)


def _check(problems: list[Json], call: Call, query: str) -> None:
    if problems:
        raise invalid(problems, call.path, query)


def _principal(call: Call) -> Token | None:
    """The token of a request. Operations that need one are not called without it; others may be."""
    if call.token is None or not call.token.isascii():
        return None
    site = SITE.get()
    token = site.tokens.find(call.token, site.world.clock.seconds())
    if token is None:
        raise unauthorized()
    return token


async def _body(body: Body, call: Call, scope: Scope, receive: Receive) -> tuple[Json, list[Json]]:
    if body.is_form:
        return body.read(await _form(body, scope, receive))
    content = await read(receive)
    if not content:
        return {}, body.absent()
    value, problems = read_json(content, call.headers.get("content-type", ""))
    return ({}, problems) if problems else body.read(value)


async def _form(body: Body, scope: Scope, receive: Receive) -> object:
    async def fields(*, request: Request) -> object:
        async with request.form() as form:
            return body.of_form(form.multi_items())

    return await _with_request(fields, scope, receive, {})


async def _with_request(
    use: Callable[..., Awaitable[T]], scope: Scope, receive: Receive, values: Mapping[str, object]
) -> T:
    """Call a function that reads the body of a request itself.

    Raises:
        Refused: The body is incomplete, or no form.
    """
    from starlette.formparsers import MultiPartException
    from starlette.requests import ClientDisconnect, Request

    try:
        return await use(request=Request(scope, receive), **values)
    except ClientDisconnect:
        raise Refused(400, "The request broke off") from None
    except MultiPartException as error:
        raise Refused(400, error.message) from None
