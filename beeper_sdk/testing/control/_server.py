"""What is used of the server that is controlled. `FakeBeeper` itself imports this package."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol, Unpack

from .._options import FakeOptions
from ..clock import FakeClock
from ..recorded.requests import Requests
from ..view import WorldView
from ..websockets import WebSockets


class Server(Protocol):
    """A fake server."""

    @property
    def url(self) -> str:
        """The base URL."""
        ...

    @property
    def control_url(self) -> str:
        """The URL below which it is controlled."""
        ...

    @property
    def token(self) -> str:
        """An access token of the API."""
        ...

    @property
    def version(self) -> str:
        """The app version that it imitates."""
        ...

    @property
    def world(self) -> WorldView:
        """Its state."""
        ...

    @property
    def clock(self) -> FakeClock:
        """Its clock."""
        ...

    @property
    def requests(self) -> Requests:
        """The requests that it received."""
        ...

    @property
    def websockets(self) -> WebSockets:
        """The connections that are open."""
        ...

    def reset(self, *, state: str | None = None, **options: Unpack[FakeOptions]) -> None:
        """Go back to the state after the start, or to another one."""
        ...

    def consent(
        self, url: str, *, allow: bool = True, scopes: Sequence[str] | None = None, follow: bool = False
    ) -> str:
        """Act as the user on the consent page of a login."""
        ...

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the data to a file."""
        ...
