"""Opening the browser, and waiting until it comes back: once blocking and once async, by hand, kept alike.

The async half is on anyio, and waits in short steps: so it ends at once when it is cancelled, on every event loop, and
leaves no thread behind.
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
"""Seconds; nobody notices so short a pause after a click."""
_LONG_STEP = 0.5
"""Seconds; Ctrl-C is noticed no later on systems where it does not interrupt a wait."""


def wait_for_callback(listener: RedirectListener, attempt: LoginAttempt, timeout: float) -> CallbackResult:
    """With what the browser came back. Raises LoginFailed when it did not, in this many seconds."""
    end, read = monotonic() + timeout, partial(callback_result, attempt)
    while (seconds_left := end - monotonic()) > 0:
        if (result := listener.poll(read, min(seconds_left, _LONG_STEP))) is not None:
            return result
    raise _too_late(timeout)


async def async_wait_for_callback(listener: RedirectListener, attempt: LoginAttempt, timeout: float) -> CallbackResult:  # noqa: ASYNC109  # one timeout for both worlds
    """With what the browser came back. Raises LoginFailed when it did not, in this many seconds."""
    from anyio import sleep

    end, read = monotonic() + timeout, partial(callback_result, attempt)
    while (seconds_left := end - monotonic()) > 0:
        if (result := listener.poll(read, 0)) is not None:
            return result
        await sleep(min(seconds_left, _STEP))
    raise _too_late(timeout)


def _too_late(timeout: float) -> LoginFailed:
    return LoginFailed(f"the browser did not come back within {timeout:g} s: log in again, and allow it on the page")


def show_page(url: str, open_browser: bool, on_url: Callable[[str], object] | None) -> None:
    """Let a person see the page: hand its address on, and open it. Where neither can be, it is written to stderr."""
    if on_url is not None:
        on_url(url)
    if open_browser and _open(url):
        return
    if on_url is None:
        _write(url)


async def async_show_page(url: str, open_browser: bool, on_url: Callable[[str], object] | None) -> None:
    """Let a person see the page: hand its address on, and open it. Where neither can be, it is written to stderr."""
    from anyio.to_thread import run_sync

    if on_url is not None:
        on_url(url)
    if open_browser and await run_sync(_open, url):  # starts a program, which may take its time
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
    """Would a browser opened here be seen by whoever is at the keyboard?

    ``BROWSER`` says so. A shell over ssh has none, unless windows are forwarded; and a browser inside the terminal,
    as `webbrowser` would start one without a display, could not show the page.
    """
    if environment.get("BROWSER"):
        return True
    if platform in ("win32", "cygwin"):
        return True
    if platform == "darwin":
        return not environment.get("SSH_CONNECTION")
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _write(url: str) -> None:
    sys.stderr.write(f"Open this page in a browser on this machine, and allow the log-in:\n\n  {url}\n\n")
    sys.stderr.flush()
