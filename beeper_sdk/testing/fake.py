"""``FakeBeeper``: a fake server in this process, over real HTTP.

It has state, checks tokens and arguments, and responds as Beeper would. Its data is made up (``world/seed``), its
behaviour is in ``rules``, and the irregular behaviour of real servers is available as quirks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from .._core.util.validation import check_flags
from ._host import Host, Options
from .clock import FakeClock
from .oauth.grants import LIFETIME
from .quirks import QuirkHandle
from .view import WorldView
from .wire.requests import Requests
from .wire.tokens import SCOPES
from .world.clock import Now
from .world.world import Act


class FakeBeeper(Host):
    """A fake Beeper server. ``with FakeBeeper() as fake: Beeper(fake.token, base_url=fake.url)``.

    Args:
        seed: Seed of the made-up data; the same seed gives the same data.
        version: App version to imitate, e.g. ``"4.2.557"``: its operations, requests, responses and
            ``X-Beeper-Desktop-Version`` header. ``"6.0"``, the newest official SDK, means the newest app. If omitted,
            the server is the newest app and serves v0 as well.
        port: Port to listen on; 0 for any free port.
        now: The time of the server, to which its data is dated: the newest message is less than a day old, and none
            is in the future. The clock of the machine if omitted. With an aware datetime, the clock stands at that
            moment, and moves by a millisecond with each event; the same seed and moment give the same bytes. A
            function that returns an aware datetime is called whenever the time is needed. `clock` moves all of them.
        token_lifetime: Lifetime, in seconds, of tokens that are issued by OAuth; a year if omitted.
        signed_in: Whether a user is signed in to the app; if not, ``/v1/app/setup`` starts at ``needs-login``.

    Raises:
        ValueError, TypeError: An argument is invalid.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        version: str | None = None,
        port: int = 0,
        now: Now | datetime | None = None,
        token_lifetime: int = LIFETIME,
        signed_in: bool = True,
    ) -> None:
        options = Options(seed=seed, version=version, now=now, token_lifetime=token_lifetime, signed_in=signed_in)
        super().__init__(options, port)

    @property
    def token(self) -> str:
        """An access token with both scopes."""
        self._serving()
        return self._token

    def issue_token(self, *scopes: str, lifetime: int | None = None) -> str:
        """Issue another token with these scopes (``read``, ``write``). It expires after `lifetime` seconds or never."""
        if unknown := set(scopes) - set(SCOPES):
            raise ValueError(f"scopes must be {' or '.join(SCOPES)}, not {', '.join(sorted(unknown))}")
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
            RuntimeError: The page or the redirect URI responded with an error.
        """
        from .oauth.consent import consent

        check_flags(allow=allow, follow=follow)
        self._serving()
        return consent(url, allow=allow, scopes=scopes, follow=follow)

    def quirk(self, name: str, times: int | None = None, *, operation: str | None = None) -> QuirkHandle:
        """Switch a quirk on: irregular behaviour of real servers. ``python -m beeper_sdk quirks`` lists them.

        Args:
            name: The name of the quirk.
            times: How many requests it applies to; all if omitted, until it is switched off.
            operation: Apply it to this operation only, e.g. ``messages.send``.

        Returns:
            A handle with ``off()``. Leaving its ``with`` block switches the quirk off.

        Raises:
            ValueError, TypeError: An argument is invalid. The message suggests similar names of quirks or operations.
        """
        return self._quirks.on(name, times, operation)

    def before(self, operation: str, act: Act, times: int | None = 1) -> None:
        """Call a function that changes the state of the server, just before it handles a request.

        Args:
            operation: The operation of the requests, e.g. ``chats.retrieve``.
            act: The function. It is called with the `World` and must not block.
            times: How many requests to call it before; one if omitted, all if None.

        Raises:
            ValueError, TypeError: An argument is invalid. The message suggests similar names of operations.
        """
        self._hooks.add(operation, act, times)

    @property
    def requests(self) -> Requests:
        """The requests that the server received. They can be read after it was stopped."""
        return self._requests

    @property
    def clock(self) -> FakeClock:
        """The clock of the server. It can be read and moved forward while the server runs."""
        site, thread = self._serving()
        return FakeClock(site.world, thread.run)

    @property
    def world(self) -> WorldView:
        """The state of the server. It can be read and changed while the server runs."""
        site, thread = self._serving()
        return WorldView(site.world, thread.run)
