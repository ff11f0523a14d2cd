"""Records the responses of a fake server to a scenario, and replays them with one change."""

from __future__ import annotations

from typing import NamedTuple, Self

import httpx
from typing_extensions import override

from tests.faults.answers.values import Change

MAX_REQUESTS = 60
"""More than any scenario needs: a client that goes on and on is ended."""


class Key(NamedTuple):
    """One request. The boundary of a multipart body is random: it is left out."""

    method: str
    url: str
    body: bytes


class EndlessRequests(Exception):
    """A client sends more and more requests."""


class Recorded:
    """The responses to the requests of one scenario, in the order in which they were first sent."""

    def __init__(self) -> None:
        self._server = httpx.HTTPTransport(verify=False, trust_env=False)
        self.responses: dict[Key, httpx.Response] = {}

    def response(self, request: httpx.Request) -> tuple[Key, httpx.Response]:
        """The response to a request: of the server for the first of its kind."""
        body = request.read()
        key = Key(request.method, str(request.url), b"" if "multipart" in _type(request) else body)
        if key not in self.responses:
            answer = self._server.handle_request(request)
            answer.read()
            self.responses[key] = answer
        return key, self.responses[key]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connections."""
        self._server.close()


class Fixed(Recorded):
    """The same response to every request."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        self._response = response

    @override
    def response(self, request: httpx.Request) -> tuple[Key, httpx.Response]:
        key = Key(request.method, str(request.url), b"")
        self.responses.setdefault(key, self._response)
        return key, self._response


def _type(request: httpx.Request) -> str:
    return str(request.headers.get("content-type", ""))


class Replay:
    """A transport that replays, and changes the response to one request."""

    def __init__(self, recorded: Recorded, key: Key | None = None, change: Change | None = None) -> None:
        self._recorded = recorded
        self._key = key
        self._change = change
        self.count = 0
        self.written: list[int] = []
        """The statuses of the responses to requests that are not read requests."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.count += 1
        if self.count > MAX_REQUESTS:
            raise EndlessRequests
        key, response = self._recorded.response(request)
        if key == self._key and self._change is not None:
            response = self._change.of(response)
        else:
            response = httpx.Response(response.status_code, headers=response.headers, content=response.content)
        if request.method != "GET":
            self.written.append(response.status_code)
        return response
