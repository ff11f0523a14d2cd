"""``FakeBeeper``: a Beeper that runs anywhere, in this process, over real HTTP.

It keeps state, checks tokens and ranges, and answers with the bytes a Beeper would send. What it knows is made
up (``seed``); what it does is in ``rules``; the odd behaviour of real servers is a ``quirk``.
"""

from __future__ import annotations

import atexit
import re
import weakref
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .._core.util.override import override
from .oauth.grants import LIFETIME
from .quirks import QuirkHandle, Quirks
from .state import Site
from .view import WorldView
from .wire.requests import RequestLog, Requests
from .wire.tokens import SCOPES
from .world.clock import Now, real_time
from .world.world import Act, Hooks, World

if TYPE_CHECKING:
    from .server.thread import ServerThread


class FakeBeeper:
    """A stand-in Beeper. ``with FakeBeeper() as fake: Beeper(fake.token, base_url=fake.url)``.

    Args:
        seed: number of the world; the same number gives the same world.
        version: app version to be, e.g. ``"4.2.557"``: it has the operations, takes the requests and gives the
            answers of that app, and says so in ``X-Beeper-Desktop-Version``. ``"6.0"``, the newest official SDK,
            stands for the newest app. Without a version it is the newest app and serves v0 as well.
        port: port to listen on; 0 takes a free one.
        now: clock for what happens after the start; the machine's unless given.
        token_lifetime: seconds that tokens live which are granted by OAuth; a year unless told.
        signed_in: whether somebody is signed in to this Beeper; else ``/v1/app/setup`` starts at ``needs-login``.
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
        if version is not None and not re.fullmatch(r"\d+(\.\d+)+", version):
            raise ValueError(f"version takes an app version such as 4.2.808, not {version!r}")
        self._seed, self._version, self._port, self._now = seed, version, port, now
        if token_lifetime < 1:
            raise ValueError(f"token_lifetime takes seconds from 1, not {token_lifetime}")
        self._signed_in, self._lifetime = signed_in, token_lifetime
        self._quirks = Quirks()
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
        """Make the world and serve it. A FakeBeeper that was stopped starts with a new world.

        Raises:
            ModuleNotFoundError: fastapi or uvicorn is missing; they come with ``beeper-sdk[testing]``.
            RuntimeError: it runs already.
        """
        if self._thread is not None:
            raise RuntimeError("this FakeBeeper runs already")
        try:
            from .server.app import build
            from .server.thread import ServerThread
        except ModuleNotFoundError as error:
            raise _explained(error) from error
        world = World(self._seed, self._now)
        site = Site(world, self._version, quirks=self._quirks, requests=self._log, hooks=self._hooks)
        site.oauth.lifetime = self._lifetime
        site.setup.state = "ready" if self._signed_in else "needs-login"
        self._token = site.tokens.issue(SCOPES, site.world.clock.seconds())
        thread = ServerThread(build(site), self._port)
        thread.start()
        self._site, self._thread = site, thread
        _running.add(self)
        return self

    def stop(self) -> None:
        """End the server and its thread; takes a second at most. Stopping twice is no error."""
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
            raise RuntimeError("this FakeBeeper is not running; use it in a with block, or call start()")
        return self._site, self._thread

    @property
    def url(self) -> str:
        """The base URL, e.g. ``http://127.0.0.1:41234``."""
        return f"http://127.0.0.1:{self._serving()[1].port}"

    @property
    def token(self) -> str:
        """A token with both scopes."""
        self._serving()
        return self._token

    def issue_token(self, *scopes: str, lifetime: int | None = None) -> str:
        """Another token, with these scopes (``read``, ``write``), for that many seconds or for ever."""
        if unknown := set(scopes) - set(SCOPES):
            raise ValueError(f"scopes are {' and '.join(SCOPES)}, not {', '.join(sorted(unknown))}")
        site, thread = self._serving()
        issue = site.tokens.issue
        return thread.run(lambda: issue(scopes, site.world.clock.seconds(), lifetime=lifetime))

    def consent(
        self, url: str, *, allow: bool = True, scopes: Sequence[str] | None = None, follow: bool = False
    ) -> str:
        """Be the person in front of the consent page: open it, press a button, and see where it leads.

        Args:
            url: the page, as a program would open it in a browser.
            allow: which button to press.
            scopes: the scopes to leave ticked; all that were asked for if left out, and none is a refusal.
            follow: go there too, as a browser would, and come back when the listener has answered.

        Returns:
            The redirect URI with ``code`` or ``error``, and ``state``.

        Raises:
            RuntimeError: the page, or the listener, answered an error; the text gives the page's reason.
        """
        from .oauth.consent import consent

        self._serving()
        return consent(url, allow=allow, scopes=scopes, follow=follow)

    def quirk(self, name: str, times: int | None = None, *, operation: str | None = None) -> QuirkHandle:
        """Behave as a real server was seen to; ``python -m beeper_sdk quirks`` lists the names.

        Args:
            name: which quirk.
            times: how many requests it bites; all of them until it is switched off if left out.
            operation: bite only this operation, e.g. ``messages.send``.

        Returns:
            A handle with ``off()``, which a ``with`` block calls at its end.

        Raises:
            ValueError: no such quirk; the message lists them all.
        """
        return self._quirks.on(name, times, operation)

    def before(self, operation: str, act: Act, times: int | None = 1) -> None:
        """Let something happen in the world just before requests, while the client is at work.

        Args:
            operation: before which requests, e.g. ``chats.retrieve``.
            act: what happens; it is given the world and must not wait.
            times: before how many of them; before the next one if left out, before all if None.
        """
        self._hooks.add(operation, act, times)

    @property
    def requests(self) -> Requests:
        """The requests that came in, for counting; they stay readable after the stop."""
        return self._requests

    @property
    def world(self) -> WorldView:
        """What the server knows, read and changed safely while it runs."""
        site, thread = self._serving()
        return WorldView(site.world, thread.run)


_running: weakref.WeakSet[FakeBeeper] = weakref.WeakSet()


@atexit.register
def _stop_all() -> None:
    for fake in list(_running):
        fake.stop()


def _explained(error: ModuleNotFoundError) -> ModuleNotFoundError:
    """The same error, saying what to install if it is an extra that is missing."""
    if error.name in {"fastapi", "uvicorn", "pydantic", "starlette", "typing_extensions"}:
        return ModuleNotFoundError(f"FakeBeeper needs {error.name}: install beeper-sdk[testing]", name=error.name)
    return error
