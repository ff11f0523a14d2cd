"""Opens the browser and waits for its redirect, blocking and async. Written by hand for both; keep them alike.

The async version uses anyio and polls in short steps, so that it can be cancelled at any time, works on every event
loop, and leaves no thread behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from ..errors import LoginFailed
from ._pkce_flow import callback_result

if TYPE_CHECKING:
    from ._callback_server import RedirectListener
    from ._pkce_flow import CallbackResult, LoginAttempt

_STEP = 0.05
"""Polling interval in seconds of the async version, short enough not to be noticed after a click."""
_LONG_STEP = 0.5
"""Maximum seconds of a wait in the blocking version: on Windows, Ctrl-C does not interrupt it."""


def wait_for_callback(listener: RedirectListener, attempt: LoginAttempt, timeout: float) -> CallbackResult:
    """Wait for the browser's redirect. Raises LoginFailed after `timeout` seconds."""
    end, read = monotonic() + timeout, partial(callback_result, attempt)
    while (seconds_left := end - monotonic()) > 0:
        if (result := listener.poll(read, min(seconds_left, _LONG_STEP))) is not None:
            return result
    raise _too_late(timeout)


async def async_wait_for_callback(listener: RedirectListener, attempt: LoginAttempt, timeout: float) -> CallbackResult:  # noqa: ASYNC109  # one timeout for both worlds
    """Wait for the browser's redirect. Raises LoginFailed after `timeout` seconds."""
    from anyio import sleep

    end, read = monotonic() + timeout, partial(callback_result, attempt)
    while (seconds_left := end - monotonic()) > 0:
        if (result := listener.poll(read, 0)) is not None:
            return result
        await sleep(min(seconds_left, _STEP))
    raise _too_late(timeout)


def _too_late(timeout: float) -> LoginFailed:
    return LoginFailed(
        f"the login was not completed in the browser within {timeout:g} s; log in again and approve it on the page"
    )


def show_page(url: str, open_browser: bool, on_url: Callable[[str], object] | None) -> None:
    """Show the login page: call `on_url`, and open the browser. Without either, write the URL to stderr."""
    if on_url is not None:
        on_url(url)
    if open_browser and _open(url):
        return
    if on_url is None:
        _write(url)


async def async_show_page(url: str, open_browser: bool, on_url: Callable[[str], object] | None) -> None:
    """Show the login page: call `on_url`, and open the browser. Without either, write the URL to stderr."""
    from anyio.to_thread import run_sync

    if on_url is not None:
        on_url(url)
    if open_browser and await run_sync(_open, url):  # starts a program, which may take a while
        return
    if on_url is None:
        _write(url)


def _open(url: str) -> bool:
    if not has_browser(os.environ, sys.platform):
        return False
    import webbrowser

    try:
        return webbrowser.open(url)
    except (webbrowser.Error, OSError):
        return False


def has_browser(environment: Mapping[str, str], platform: str) -> bool:
    """Whether the user would see a browser that is opened on this machine.

    True if ``BROWSER`` is set. False in an ssh session without X forwarding. Without a display, `webbrowser` would
    start a text browser in the terminal, which cannot show the page.
    """
    if environment.get("BROWSER"):
        return True
    if platform in ("win32", "cygwin"):
        return True
    if platform == "darwin":
        return not environment.get("SSH_CONNECTION")
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _write(url: str) -> None:
    sys.stderr.write(f"Open this page in a browser on this machine and approve the login:\n\n  {url}\n\n")
    sys.stderr.flush()
