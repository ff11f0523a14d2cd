"""``FakeBeeper``: a fake server in this process, over real HTTP.

It has state, checks tokens and arguments, and responds as Beeper would. Its data is made up (``world/seed``), its
behaviour is in ``rules``, and the irregular behaviour of real servers is available as quirks.
"""

from __future__ import annotations

import atexit
import re
import weakref
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .._core.compat.server_info import FIRST
from .._core.util.override import override
from .._core.util.validation import check_count, check_flags, check_port, check_text
from .oauth.grants import LIFETIME
from .quirks import QuirkHandle, Quirks
from .state import Site
from .view import WorldView
from .wire.requests import RequestLog, Requests
from .wire.spec import version_number
from .wire.tokens import SCOPES
from .world.clock import Now, real_time
from .world.world import Act, Hooks, World

if TYPE_CHECKING:
    from .server.thread import ServerThread


class FakeBeeper:
    """A fake Beeper server. ``with FakeBeeper() as fake: Beeper(fake.token, base_url=fake.url)``.

    Args:
        seed: Seed of the made-up data; the same seed gives the same data.
        version: App version to imitate, e.g. ``"4.2.557"``: its operations, requests, responses and
            ``X-Beeper-Desktop-Version`` header. ``"6.0"``, the newest official SDK, means the newest app. If omitted,
            the server is the newest app and serves v0 as well.
        port: Port to listen on; 0 for any free port.
        now: Clock for what happens after the start; the system clock if omitted.
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
        now: Now = real_time,
        token_lifetime: int = LIFETIME,
        signed_in: bool = True,
    ) -> None:
        if version is not None and not re.fullmatch(r"\d+(\.\d+)+", check_text("version", version)):
            raise ValueError("version must be an app version such as 4.2.808")
        if version is not None and version_number(version) < FIRST:
            raise ValueError(f"version must be {'.'.join(map(str, FIRST))} or later, such as 4.2.808")
        check_count("seed", seed, 0)
        check_port(port)
        check_count("token_lifetime", token_lifetime)
        check_flags(signed_in=signed_in)
        self._seed, self._version, self._port, self._now = seed, version, port, now
        self._signed_in, self._lifetime = signed_in, token_lifetime
        self._quirks = Quirks(self._listen)
        self._log = RequestLog()
        self._requests = Requests(self._log)
        self._hooks = Hooks()
        self._site: Site | None = None
        self._thread: ServerThread | None = None
        self._token = ""

    @override
    def __repr__(self) -> str:
        where = "stopped" if self._thread is None else self.url
        return f"<FakeBeeper {where}>"

    def start(self) -> Self:
        """Start the server with fresh data, also after `stop`.

        Raises:
            ModuleNotFoundError: FastAPI or uvicorn is missing; install ``beeper-sdk[testing]``.
            RuntimeError: The server is running.
        """
        if self._thread is not None:
            raise RuntimeError("this FakeBeeper is already running; call stop() before starting it again")
        try:
            from .server.app import build
            from .server.thread import ServerThread
        except ModuleNotFoundError as error:
            raise _startup_error(error) from error
        world = World(self._seed, self._now)
        site = Site(world, self._version, quirks=self._quirks, requests=self._log, hooks=self._hooks)
        site.oauth.lifetime = self._lifetime
        site.setup.state = "ready" if self._signed_in else "needs-login"
        self._token = site.tokens.issue(SCOPES, site.world.clock.seconds())
        thread = ServerThread(build(site), self._port, ipv6=self._quirks.is_on("ipv6_only"))
        thread.start()
        self._site, self._thread = site, thread
        _running.add(self)
        return self

    def stop(self) -> None:
        """Stop the server and its thread, within a second. It may be called repeatedly."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()
        if self._site is not None:
            self._site.world.media.close()
            self._site = None
        _running.discard(self)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _serving(self) -> tuple[Site, ServerThread]:
        if self._site is None or self._thread is None:
            raise RuntimeError("this FakeBeeper is not running; use it in a with block or call start()")
        return self._site, self._thread

    @property
    def url(self) -> str:
        """The base URL, e.g. ``http://127.0.0.1:41234``."""
        thread = self._serving()[1]
        return f"http://{'[::1]' if thread.ipv6 else '127.0.0.1'}:{thread.port}"

    def _listen(self) -> None:
        """Listen on the addresses that the quirks require."""
        if self._thread is not None:
            self._thread.listen(ipv6=self._quirks.is_on("ipv6_only"))

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
    def world(self) -> WorldView:
        """The state of the server. It can be read and changed while the server runs."""
        site, thread = self._serving()
        return WorldView(site.world, thread.run)


_running: weakref.WeakSet[FakeBeeper] = weakref.WeakSet()


@atexit.register
def _stop_all() -> None:
    for fake in list(_running):
        fake.stop()


def _startup_error(error: ModuleNotFoundError) -> ModuleNotFoundError:
    """The same error, with what to install if a dependency of the extra is missing."""
    if error.name in {"fastapi", "uvicorn", "pydantic", "starlette", "typing_extensions"}:
        return ModuleNotFoundError(f"FakeBeeper requires {error.name}; install beeper-sdk[testing]", name=error.name)
    return error
