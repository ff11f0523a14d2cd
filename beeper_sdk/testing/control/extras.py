"""Verbs that have no method in Python, where an object, a file or a context manager does the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from ..faults.rules import RuleHandle, number_of
from ..quirks import QUIRKS
from ..recorded.request import RecordedRequest
from ..websockets import WebSocket
from ..wire.spec import CONSENT
from ._server import Server
from .results import Encoded

Handles = Callable[[], list[RuleHandle]]
"""Returns the quirks and rules that are on."""


class Extras:
    """The verbs of one server."""

    def __init__(self, fake: Server, handles: Handles) -> None:
        self._fake, self._handles = fake, handles

    def server(self) -> dict[str, str]:
        """Where the server is, an access token of its API with both scopes, and the app version that it imitates."""
        fake = self._fake
        return {"url": fake.url, "control_url": fake.control_url, "token": fake.token, "version": fake.version}

    def save(self) -> Encoded:
        """Return the data of the server as JSON, for `load`, and for a file that a server starts with.

        Tokens, quirks, recorded requests, uploads that were not sent and messages that a quirk holds back are not
        saved.
        """
        with TemporaryDirectory(prefix="beeper-fake-") as folder:
            path = Path(folder, "world.json")
            self._fake.save(path)
            return Encoded(path.read_bytes())

    def load(self, world: bytes) -> None:
        """Go on with data that was saved, as after a reset: URL and token stay. The body is what `save` returned."""
        with TemporaryDirectory(prefix="beeper-fake-") as folder:
            path = Path(folder, "the body")  # messages name the file
            path.write_bytes(world)
            self._fake.reset(world=path)

    def consent(
        self, url: str, *, allow: bool = True, scopes: Sequence[str] | None = None, follow: bool = False
    ) -> str:
        """Act as the user on the consent page of a login at this server: open the page and submit its form.

        Args:
            url: URL of the consent page, which a program opens in a browser. Its host is not used: a program may reach
                this server by another name.
            allow: Whether to allow or to deny access.
            scopes: Scopes to select; all requested ones if omitted. An empty list denies access.
            follow: Also request the redirect URI, as a browser does, and wait for the response.

        Returns:
            The redirect URI with `code` or `error`, and `state`.
        """
        try:
            parts = urlsplit(url)
        except ValueError:
            raise ValueError("url must be a URL") from None
        if parts.path != CONSENT.template:
            raise ValueError(f"url must be that of a consent page, whose path is {CONSENT.template}")
        here = f"{self._fake.url}{parts.path}?{parts.query}"
        return self._fake.consent(here, allow=allow, scopes=scopes, follow=follow)

    def quirks(self) -> list[dict[str, Any]]:
        """All quirks: `name`, `about`, and whether they are `on`."""
        on = {_quirk_of(handle) for handle in self._handles()}
        return [{"name": quirk.name, "about": quirk.about, "on": quirk.name in on} for quirk in QUIRKS.values()]

    def quirk_off(self, name: str) -> list[RuleHandle]:
        """Switch a quirk off, as often as it is on, and return what was on.

        Args:
            name: The name of the quirk.
        """
        on = [handle for handle in self._handles() if _quirk_of(handle) == name]
        if not on:
            raise ValueError(f"there is no quirk {name!r} that is on")
        for handle in on:
            handle.off()
        return on

    def rules(self) -> list[RuleHandle]:
        """The quirks and rules that are on, also those that were switched on elsewhere, and used-up ones."""
        return self._handles()

    def rule(self, id: str) -> RuleHandle:  # noqa: A002 - the name in the path
        """A quirk or rule that is on.

        Args:
            id: The ID, as it was returned when the rule was added.
        """
        for handle in self._handles():
            if str(number_of(handle)) == id:
                return handle
        raise ValueError("there is no such rule; it may have been switched off")

    def rule_off(self, id: str) -> RuleHandle:  # noqa: A002 - the name in the path
        """Switch a quirk or rule off, and return it.

        Args:
            id: The ID, as it was returned when the rule was added.
        """
        handle = self.rule(id)
        handle.off()
        return handle

    def requests(self, operation: str | None = None) -> list[RecordedRequest]:
        """The requests that the server received, oldest first. Those below `/_fake/` are not recorded.

        Args:
            operation: Only those of one operation, by its name (`chats.list`) or operationId (`chats_list`).
        """
        requests = self._fake.requests
        return list(requests) if operation is None else requests.of(operation)

    def websockets(self) -> list[WebSocket]:
        """The WebSocket connections that are open, oldest first."""
        return list(self._fake.websockets)

    def clock(self) -> dict[str, datetime]:
        """The time of the server, as `now`."""
        return {"now": self._fake.clock.now}


def _quirk_of(handle: RuleHandle) -> str | None:
    """The name of the quirk that is on."""
    name = handle.name.partition(" of ")[0]
    return name if name in QUIRKS else None
