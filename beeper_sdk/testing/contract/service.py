"""What answers all operations without state: with their examples."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode

from ..oauth.grants import leads_out
from ..state import SITE
from ..wire.errors import Refused, invalid
from ..wire.requests import ServerResponse
from ..wire.spec import Operation, operations
from .examples import example_response

if TYPE_CHECKING:
    from starlette.requests import Request

CODE = "made-up-code"


class ExampleService:
    """Has a method for each operation, which returns its example. Arguments are valid when it is called."""

    def __getattr__(self, name: str) -> Callable[..., Awaitable[ServerResponse]]:
        operation = _operation(name)
        if operation is None:
            raise AttributeError(name)

        async def answer(**_: object) -> ServerResponse:
            return example_response(operation, _address())

        return answer

    async def assets_upload(self, *, request: Request, **_: object) -> ServerResponse:
        """The example, if the body is a form with a file: services read such bodies themselves."""
        if not request.headers.get("content-type", "").startswith("multipart/form-data"):
            raise Refused(415, "The body must be multipart/form-data")
        async with request.form() as form:
            if "file" not in form:
                raise invalid("Field required", "body", "file", code="missing")
        operation = _operation("assets_upload")
        assert operation is not None  # noqa: S101 - the spec has it
        return example_response(operation, _address())

    async def oauth_authorize(self, *, query: str) -> ServerResponse:
        """The redirect after consent, which is given at once: there is no page."""
        given = parse_qs(query, keep_blank_values=True)
        uri = given.get("redirect_uri", [""])[0]
        if given.get("response_type") != ["code"]:
            raise Refused(400, "response_type must be code")
        if not leads_out(uri) or not (uri.isascii() and uri.isprintable()):
            raise Refused(400, "redirect_uri must be an absolute URI without a fragment")
        answer = {"code": CODE, **({"state": given["state"][0]} if "state" in given else {})}
        location = f"{uri}{'&' if '?' in uri else '?'}{urlencode(answer)}"
        return ServerResponse(302, (("location", location),), b"")


def _address() -> str:
    """The host and the port that the current request was sent to."""
    return SITE.get().base_url.removeprefix("http://")


def _operation(name: str) -> Operation | None:
    return next((operation for operation in operations() if operation.id == name), None)
