"""What runs a `FakeBeeper`: its server, started, stopped and reset, and the data that the server works on."""

from __future__ import annotations

import atexit
import os
import weakref
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from .._core.util.override import override
from .._core.util.urls import LOOPBACKS
from .._core.util.validation import check_port
from ._address import check_host, check_token, url_of
from ._options import FakeOptions, Options, check_names
from ._states import States
from .faults.fail import Faults
from .faults.rules import RuleHandle, explained
from .quirks import Quirks
from .quirks._base import Begin
from .recorded.log import RequestLog
from .recorded.requests import Requests
from .rules import due
from .server.listeners import is_free
from .server.missing import check_later_imports, startup_error
from .state import Site
from .websockets import WebSockets
from .wire.spec import MERGED_CHATS
from .wire.tokens import SCOPES
from .world.start import StoredStart
from .world.world import Hooks, World
from .worlds import start_of

if TYPE_CHECKING:
    from .server.app import Application
    from .server.asgi import Asgi
    from .server.dispatch import Dispatcher
    from .server.thread import ServerThread


class Host:
    """A server that can be started, stopped and reset."""

    def __init__(self, options: Options, port: int, *, host: str | None = None, token: str | None = None) -> None:
        check_port(port)
        self._home = check_host(host)
        self._first_token = check_token(token) or ""
        self._options = self._first_options = options
        self._port = port
        self._quirks = Quirks(self._listen, self._begin)
        self._faults = Faults(options.seed)
        self._log = RequestLog()
        self._requests = Requests(self._log)
        self._hooks = Hooks()
        self._states = States()
        self._control: Asgi | None = None
        self._site: Site | None = None
        self._application: Application | None = None
        self._thread: ServerThread | None = None
        self._token, self._resets, self._process = "", 0, 0

    @override
    def __repr__(self) -> str:
        where = "stopped" if self._thread is None else self.url
        return f"<{type(self).__name__} {where}>"

    def start(self) -> Self:
        """Start the server with fresh data, also after `stop`. Rules, quirks and recorded requests stay.

        Raises:
            ModuleNotFoundError: uvicorn or another dependency is missing; install ``beeper-sdk[testing]``.
            RuntimeError: The server is running.
        """
        if self._thread is not None:
            raise RuntimeError("this FakeBeeper is already running; call stop() before starting it again")
        try:
            from .server.app import Application
            from .server.thread import ServerThread
        except ModuleNotFoundError as error:
            raise startup_error(error) from error
        check_later_imports()
        self._options, self._token, self._resets = self._first_options, self._first_token, 0
        site = self._new_site()
        application = Application(site, self._dispatcher())
        thread = ServerThread(application, self._port, addresses=self._addresses(), pings=self._options.websocket_pings)
        thread.start()
        self._site, self._application, self._thread = site, application, thread
        self._process = os.getpid()
        _running[self] = thread.port
        try:
            self._listen()
        except OSError:
            self.stop()
            raise
        return self

    def _dispatcher(self) -> Dispatcher | None:
        """What answers the operations; None for the services, which work on the data."""
        return None

    def _new_site(self, start: StoredStart | None = None) -> Site:
        options = self._options
        world = World(start or start_of(options.world, options.seed), options.now)
        world.resets = self._resets
        due.begin(world)
        site = Site(world, options.version, quirks=self._quirks, requests=self._log, hooks=self._hooks)
        if site.age is not None and site.age not in MERGED_CHATS:
            world.split_merged_chats()
        self._quirks.begin_with(world)
        world.journal.shows_edits = lambda: not self._quirks.applies("silent_edit")
        site.strict_requests, site.control = options.strict_requests, self._control
        site.faults, self._faults.seed = self._faults, options.seed
        site.oauth.lifetime = options.token_lifetime
        site.setup.state = "ready" if options.signed_in else "needs-login"
        self._token = site.tokens.issue(SCOPES, world.clock.seconds(), text=self._token or None)
        return site

    def reset(self, *, state: str | None = None, **options: Unpack[FakeOptions]) -> None:
        """Go back to the state after `start`, without starting again: URL and token stay, clients stay connected.

        The data is fresh; quirks and rules are off, used or not; recorded requests and functions of `before` are
        removed, and tokens issued since are no longer valid. A request that is being handled ends on the data that it
        began with.

        Args:
            state: A state that `FakeBeeper.keep` has kept, to go back to in place of the state after `start`.
            options: Arguments of `FakeBeeper` that hold until the next reset; those not given are as at first.

        Raises:
            RuntimeError: The server is not running.
            ValueError, TypeError: An argument is invalid, or nothing is kept under the name.
        """
        old, thread = self._serving()
        assert self._application is not None  # noqa: S101 - it serves
        check_names("reset", options)
        if state is not None and ("world" in options or "seed" in options):
            raise TypeError("world and seed must be omitted with a state, which has its data already")
        start = None if state is None else self._states.find(state)
        self._options = replace(self._first_options, **options)
        self._resets += 1
        self._quirks.clear()
        self._faults.clear()
        self._hooks.clear()
        site, application = self._new_site(start), self._application
        thread.run(lambda: application.replace(site))
        self._site = site
        old.world.media.close()
        self._log.clear()

    def stop(self) -> None:
        """Stop the server and its thread, within a second. It may be called repeatedly."""
        thread, self._thread = self._thread, None
        site, self._site = self._site, None
        if os.getpid() == self._process:  # in a fork, the thread and the files are those of the parent
            if thread is not None:
                thread.stop()
            if site is not None:
                site.world.media.close()
        _running.pop(self, None)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        __tracebackhide__ = True
        self.stop()
        if kind is None:
            self.assert_rules_used()

    def assert_rules_used(self) -> None:
        """Assert that each quirk, and each rule of ``fail``, applied to a request, unless it is ``optional``.

        A ``with`` block of the server ends with this, unless it ends with an exception, and so does the fixture
        ``fake_beeper``, unless the test failed; `stop` and `reset` do not. A rule that was used in a ``with`` block of
        its own was asserted there.

        Raises:
            AssertionError: One never applied. The message names it, and the requests that were received.
        """
        __tracebackhide__ = True
        if problems := [*self._quirks.unused(), *self._faults.unused()]:
            raise AssertionError(explained(problems))

    def _handles(self) -> list[RuleHandle]:
        """The quirks and rules that are on."""
        return [*self._quirks.handles(), *self._faults.handles()]

    def _serving(self) -> tuple[Site, ServerThread]:
        if self._site is None or self._thread is None:
            raise RuntimeError("this FakeBeeper is not running; use it in a with block or call start()")
        return self._site, self._thread

    @property
    def websockets(self) -> WebSockets:
        """The WebSocket connections of clients that are open at the moment."""
        thread = self._serving()[1]
        assert self._application is not None  # noqa: S101 - it serves
        return WebSockets(self._application, thread.run)

    @property
    def url(self) -> str:
        """The base URL for programs of this machine, e.g. ``http://127.0.0.1:41234``."""
        thread = self._serving()[1]
        return url_of(thread.addresses[0], thread.port)

    def _addresses(self) -> tuple[str, ...]:
        """The addresses that the quirks require. Raises ValueError if there is no choice."""
        if self._home != LOOPBACKS:
            if self._quirks.is_on("ipv4_only") or self._quirks.is_on("ipv6_only"):
                raise ValueError("ipv4_only and ipv6_only must not be used with a host")
            return self._home
        return LOOPBACKS[:1] if self._quirks.is_on("ipv4_only") else LOOPBACKS[self._quirks.is_on("ipv6_only") :]

    def _listen(self) -> None:
        addresses = self._addresses()
        if self._thread is not None:
            self._thread.listen(addresses, moved=self._quirks.is_on("port_moves"))
            _running[self] = self._thread.port
            _used.add(self._thread.port)

    def _begin(self, begin: Begin) -> None:
        if self._thread is not None and self._site is not None:
            world = self._site.world
            self._thread.run(lambda: begin(world))


_running: weakref.WeakKeyDictionary[Host, int] = weakref.WeakKeyDictionary()
"""The servers of this process that run, and the ports that they listen on."""
_used: set[int] = set()
"""The ports of all servers of this process, also of those that were stopped."""


def may_connect(port: int) -> bool:
    """Whether nothing but a fake server of this process can accept a connection to a port of this machine.

    A test may stop a server to see what its code does then. The system may give its port to another program later.
    """
    return port in list(_running.values()) or (port in _used and is_free(port))


@atexit.register
def _stop_all() -> None:
    for host in list(_running):
        host.stop()
