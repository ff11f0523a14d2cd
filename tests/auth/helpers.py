"""What the tests of logging in share: both worlds called in one way, and the person at the browser."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, Literal, TypeAlias

import anyio

from beeper_sdk import auth
from beeper_sdk.auth._selection import select_credentials
from beeper_sdk.testing import FakeBeeper

Kind: TypeAlias = Literal["sync", "asyncio", "trio"]
KINDS: tuple[Kind, ...] = ("sync", "asyncio", "trio")


def call(kind: Kind, name: str, *arguments: Any, **keywords: Any) -> Any:
    """``auth.login(...)``, or ``await auth.async_login(...)`` on an event loop."""
    if kind == "sync":
        return getattr(auth, name)(*arguments, **keywords)
    return anyio.run(partial(getattr(auth, f"async_{name}"), *arguments, **keywords), backend=kind)


def using(kind: Kind, act: Callable[[Any], Any], *arguments: Any, **options: Any) -> Any:
    """What `act` gives for a client of this kind."""
    from beeper_sdk import AsyncBeeper, Beeper

    if kind == "sync":
        with Beeper(*arguments, **options) as beeper:
            return act(beeper)

    async def run() -> Any:
        async with AsyncBeeper(*arguments, **options) as beeper:
            result = act(beeper)
            return await result if inspect.isawaitable(result) else result

    return anyio.run(run, backend=kind)


class Visitor:
    """Does something with the page's address in a thread, as a browser would; give it as ``on_url``."""

    def __init__(self, act: Callable[[str], object]) -> None:
        self.urls: list[str] = []
        self._act = act
        self._failure: Exception | None = None
        self._thread: threading.Thread | None = None

    def __call__(self, url: str) -> None:
        self.urls.append(url)
        self._thread = threading.Thread(target=self._run, args=(url,))
        self._thread.start()

    def _run(self, url: str) -> None:
        try:
            self._act(url)
        except Exception as error:  # noqa: BLE001  # raised by `done`
            self._failure = error

    def done(self) -> None:
        """Wait until it is over; its failure is the test's."""
        assert self._thread is not None
        self._thread.join(10)
        assert not self._thread.is_alive()
        if self._failure is not None:
            raise self._failure


def person(fake: FakeBeeper, **choices: Any) -> Visitor:
    """Somebody who opens the page and presses a button."""
    return Visitor(lambda url: fake.consent(url, follow=True, **choices))


def stored_token(base_url: str) -> str | None:
    """The token that a client of this server finds where logins are stored."""
    return select_credentials(None, base_url).token
