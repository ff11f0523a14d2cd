"""``FakeBeeper``: a fake server in this process, over real HTTP.

It has state, checks tokens and arguments, and responds as Beeper would. Its data is made up (``world/seed``), its
behaviour is in ``rules``, and the irregular behaviour of real servers is available as quirks.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from .._core.util.validation import check_flags, check_kind
from ._controlled import Controlled
from ._options import Options
from .clock import FakeClock
from .oauth.grants import LIFETIME
from .recorded.requests import Requests
from .view import WorldView
from .view.loop import Loop
from .websockets import PINGS
from .wire.tokens import SCOPES
from .world.clock import Now
from .worlds import WorldName


class FakeBeeper(Controlled):
    """A fake Beeper server. ``with FakeBeeper() as fake: Beeper(fake.token, base_url=fake.url)``.

    Args:
        seed: Seed of the made-up data of the demo world; the same seed gives the same data.
        world: The data to start with. ``demo``: large and odd, five accounts with 43 chats and 5,009 messages, which
            may change with any version. ``small``: two accounts, five chats, forty messages, which change with major
            versions only. ``empty``: nothing but the bridges. Or the path of a file that `save` wrote.
        version: App version to imitate, e.g. ``"4.2.557"``: its operations, requests, responses and
            ``X-Beeper-Desktop-Version`` header. ``"6.0"``, the newest official SDK, means the newest app. If omitted,
            the server is the newest app and serves v0 as well.
        port: Port to listen on; 0 for any free port.
        host: The IP address to listen on, such as ``0.0.0.0`` for all of this machine: then other machines can use the
            server too. If omitted, or ``localhost``, the server listens on 127.0.0.1 and ``::1``. With another host,
            the quirks ``ipv4_only`` and ``ipv6_only`` are a ValueError, and ``port_moves`` stays at the address.
        token: The access token `token`, instead of a random one: at least 8 printable ASCII characters without spaces.
        now: The time of the server, to which its data is dated: the newest message is less than a day old, and none
            is in the future. The clock of the machine if omitted. With an aware datetime, the clock stands at that
            moment, and moves by a millisecond with each event; the same seed and moment give the same bytes. A
            function that returns an aware datetime is called whenever the time is needed. `clock` moves all of them.
        token_lifetime: Lifetime, in seconds, of tokens that are issued by OAuth; a year if omitted.
        websocket_pings: Seconds from the opening of a WebSocket to the first ping of the server, and between two pings.
        signed_in: Whether a user is signed in to the app; if not, ``/v1/app/setup`` starts at ``needs-login``.
        strict_requests: Whether names that the API does not have, in a query or a body, are refused with 422. Real apps
            ignore them, and so does the fake server by default: a misspelt name has no effect.
        control: Whether programs in any language can control the server over HTTP, under `control_url`. They send
            `control_token`, which is a random one, or the str that is given: at least 8 printable ASCII characters,
            no spaces. ``docs/reference/fake_server.md`` lists the requests.

    Raises:
        ValueError, TypeError: An argument is invalid, or the file does not contain a world.
        OSError: The file cannot be read.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        world: WorldName = "demo",
        version: str | None = None,
        port: int = 0,
        host: str | None = None,
        token: str | None = None,
        now: Now | datetime | None = None,
        token_lifetime: int = LIFETIME,
        signed_in: bool = True,
        strict_requests: bool = False,
        websocket_pings: tuple[float, float] = PINGS,
        control: bool | str = False,
    ) -> None:
        options = Options(
            seed=seed,
            world=world,
            version=version,
            now=now,
            token_lifetime=token_lifetime,
            signed_in=signed_in,
            strict_requests=strict_requests,
            websocket_pings=websocket_pings,
            control=control,
        )
        super().__init__(options, port, host=host, token=token)
        if control is not False:
            from .control.handler import Control

            self._control = Control(self, self._control_token, self._handles)

    @property
    def version(self) -> str:
        """The app version that it imitates, e.g. ``4.3.73``."""
        return self._serving()[0].version

    @property
    def token(self) -> str:
        """An access token with both scopes."""
        self._serving()
        return self._token

    def issue_token(self, *scopes: str, lifetime: int | None = None) -> str:
        """Issue another token with these scopes (``read``, ``write``). It expires after `lifetime` seconds or never.

        With a `lifetime` of 0 or less it has expired already.

        Args:
            scopes: ``read``, ``write`` or both. Without one, the token allows nothing.
            lifetime: Seconds until it expires; None for never.

        Raises:
            ValueError, TypeError: A scope is unknown, or `lifetime` is not an int.
        """
        if unknown := set(scopes) - set(SCOPES):
            raise ValueError(f"scopes must be {' or '.join(SCOPES)}, not {', '.join(sorted(unknown))}")
        if lifetime is not None:
            check_kind("lifetime", lifetime, int, "an int")
        site, thread = self._serving()
        issue = site.tokens.issue
        return thread.run(lambda: issue(scopes, site.world.clock.seconds(), lifetime=lifetime))

    def consent(
        self, url: str, *, allow: bool = True, scopes: Sequence[str] | None = None, follow: bool = False
    ) -> str:
        """Act as the user on the consent page of a login: open the page and submit its form.

        Args:
            url: URL of the consent page, which a program opens in a browser.
            allow: Whether to allow or to deny access.
            scopes: Scopes to select; all requested ones if omitted. An empty list denies access.
            follow: Also request the redirect URI, as a browser does, and wait for the response.

        Returns:
            The redirect URI with ``code`` or ``error``, and ``state``.

        Raises:
            RuntimeError: The page or the redirect URI cannot be reached, or responded with an error or unexpectedly.
            ValueError: `url` or `scopes` is invalid.
        """
        from .oauth.consent import consent

        check_flags(allow=allow, follow=follow)
        self._serving()
        return consent(url, allow=allow, scopes=scopes, follow=follow)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the data of the server to a file of JSON, for ``FakeBeeper(world=path)``.

        A server that starts with the file gives the same responses. The format is described in
        ``beeper_sdk.testing.worlds.saving``. Tokens, quirks, recorded requests, uploads that were not sent and
        messages that a quirk holds back are not saved.

        Args:
            path: The file. Its folder must exist.

        Raises:
            OSError: The file cannot be written. A file that was there is unchanged.
            RuntimeError: The server is not running.
            ValueError: The files of the messages have more than 64 MB; nothing is written.
        """
        from ._states import state_of
        from .worlds.saving import dump, write

        site, thread = self._serving()
        stored = thread.run(lambda: state_of(site.world))
        write(Path(path), dump(stored.start(stored.made_ms)))

    @property
    def requests(self) -> Requests:
        """The requests that the server received. They can be read after it was stopped."""
        return self._requests

    @property
    def clock(self) -> FakeClock:
        """The clock of the server. It can be read and moved forward while the server runs."""
        return FakeClock(self._loop())

    @property
    def world(self) -> WorldView:
        """The state of the server. It can be read and changed while the server runs."""
        return WorldView(self._loop())

    def _loop(self) -> Loop:
        """Runs functions on the event loop of the server, with the state that it has then."""
        thread = self._serving()[1]
        return Loop(lambda: self._serving()[0].world, thread.run)
