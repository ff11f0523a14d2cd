"""A headless Chromium, driven over a pipe by its own DevTools protocol: no package, no port."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_OPTIONS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no connections to other machines
)
# It reads from 3 and writes to 4, so our pipes are put there, whatever their numbers are.
_START = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


def why_not() -> str | None:
    """Why there is no browser to drive; None where there is one."""
    if os.name != "posix":
        return "Chromium is driven over pipes with fixed numbers, which only POSIX has"
    path = _path()
    if path is None:
        return f"no Chromium on the PATH (looked for {', '.join(NAMES)})"
    version = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=30)
    return None if version.returncode == 0 else f"{Path(path).name} is there and does not start"


def _path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """A browser with one page."""

    def __init__(self, profile: Path) -> None:
        read, self._commands = os.pipe()
        self._in, write = os.pipe()
        options = [*_OPTIONS, f"--user-data-dir={profile}"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")  # it refuses to start as root otherwise
        command = [sys.executable, "-c", _START, str(read), str(write), _path() or "", *options, "about:blank"]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, pass_fds=(read, write), stdin=quiet, stdout=quiet, stderr=quiet)
        os.close(read)
        os.close(write)
        self.events: list[Mapping[str, Any]] = []
        """The events of the protocol that were received, for what was enabled by a command."""
        self._received = b""
        self._count = 0
        self._session: str | None = None

    def __enter__(self) -> Self:
        pages = self.command("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in pages if target["type"] == "page")
        self._session = self.command("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
        os.close(self._in)
        os.close(self._commands)

    def open(self, url: str) -> None:
        """Go to a page."""
        self.command("Page.navigate", url=url)

    def run(self, script: str) -> Any:
        """The value of an expression on the page."""
        response = self.command("Runtime.evaluate", expression=script, returnByValue=True, userGesture=True)
        return response["result"].get("value")

    def wait_for(self, script: str, seconds: float = 20.0) -> Any:
        """The value of an expression on the page, once it is a true one."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with suppress(RuntimeError):  # while one page replaces another, nothing can be evaluated
                if value := self.run(script):
                    return value
            time.sleep(0.02)
        raise TimeoutError(f"not true on the page after {seconds:.0f} s: {script}")

    def command(self, method: str, **parameters: object) -> Mapping[str, Any]:
        """Send a command of the protocol, and return its result."""
        self._count += 1
        message: dict[str, object] = {"id": self._count, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while (response := self._next()).get("id") != self._count:
            pass  # events
        if "error" in response:
            raise RuntimeError(f"{method}: {response['error']['message']}")
        result: Mapping[str, Any] = response["result"]
        return result

    def _next(self) -> Mapping[str, Any]:
        while b"\0" not in self._received:
            piece = os.read(self._in, 65536)
            if not piece:
                raise EOFError("the browser ended")
            self._received += piece
        text, _, self._received = self._received.partition(b"\0")
        message: Mapping[str, Any] = json.loads(text)
        if "method" in message:
            self.events.append(message)
        return message
