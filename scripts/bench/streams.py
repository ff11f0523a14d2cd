"""Measures files in pieces, 100 kB and 100 MB: downloaded by `beeper.stream`, uploaded from a path."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.bench import report, server
from scripts.bench.clients import HEADERS
from scripts.bench.contest import KEY, WITHOUT_EXTRAS, Contest, Times, amount, repeated

if TYPE_CHECKING:
    from collections.abc import Callable

    from scripts.bench.environment import Place

SIZES = {"100 kB": (100_000, 20, 8), "100 MB": (100_000_000, 5, 1)}
"""Bytes, rounds, and calls in a round."""
LEAST = 1_000_000
"""The larger one in tests."""


def rows(place: Place) -> list[report.Row]:
    """Compare with httpx."""
    with server.running() as url:
        times = place.measure("streams", WITHOUT_EXTRAS, url)
    made: list[report.Row] = []
    for which in WAYS:
        for size in SIZES:
            ours, theirs = f"{which}, {size}, ours", f"{which}, {size}, bare httpx"
            made.append(report.compare(f"{which} {size}", times, ours, theirs, label="bare httpx"))
    return made


def measure(kind: str, url: str) -> Times:
    """One contest for each direction and size."""
    del kind
    times = Times()
    with tempfile.TemporaryDirectory() as folder:
        for which, makers in WAYS.items():
            for size, (length, rounds, loops) in SIZES.items():
                path = Path(folder) / "file.bin"
                path.write_bytes(b"")
                with path.open("r+b") as file:
                    file.truncate(min(length, amount(length, LEAST)))
                contest = Contest()
                for name, make in makers.items():
                    contest.add(f"{which}, {size}, {name}", partial(prepared, make, url, path))
                times += contest.measure(rounds, loops)
    return times


def prepared(make: Callable[[str, Path], Callable[[], object]], url: str, path: Path) -> Callable[[int], object]:
    """What sends or receives a file of that size a number of times."""
    return repeated(make(url, path))


def download(url: str, path: Path) -> Callable[[], object]:
    """This SDK, which decodes nothing here."""
    from beeper_sdk import Beeper, api

    beeper, size = Beeper(KEY, base_url=url), path.stat().st_size
    request = api.assets.serve(url=f"mxc://local/size-{size}")

    def call() -> None:
        with beeper.stream(request) as stream:
            check(sum(len(piece) for piece in stream.iter_bytes()), size)

    return call


def httpx_download(url: str, path: Path) -> Callable[[], object]:
    """Httpx."""
    import httpx

    client, size = httpx.Client(base_url=url, headers=HEADERS, trust_env=False), path.stat().st_size

    def call() -> None:
        with client.stream("GET", f"/v1/assets/serve?url=size-{size}") as response:
            check(sum(len(piece) for piece in response.iter_bytes()), size)

    return call


def check(received: int, size: int) -> None:
    """Raise EOFError if something is missing."""
    if received != size:
        raise EOFError(f"received {received} of {size} bytes")


def upload(url: str, path: Path) -> Callable[[], object]:
    """This SDK."""
    from beeper_sdk import Beeper

    beeper = Beeper(KEY, base_url=url)
    return lambda: beeper.assets.upload(file=path)


def httpx_upload(url: str, path: Path) -> Callable[[], object]:
    """Httpx."""
    import httpx

    client = httpx.Client(base_url=url, headers=HEADERS, trust_env=False)

    def call() -> None:
        with path.open("rb") as file:
            client.post("/v1/assets/upload", files={"file": (path.name, file, "application/octet-stream")}).json()

    return call


WAYS = {
    "download": {"ours": download, "bare httpx": httpx_download},
    "upload": {"ours": upload, "bare httpx": httpx_upload},
}
