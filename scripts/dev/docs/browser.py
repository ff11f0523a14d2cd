"""Looks at the built site in a headless Chromium: pictures of its pages, and the results of its search.

    python -m scripts.dev.docs.browser pictures FOLDER [PAGE ...]
    python -m scripts.dev.docs.browser search

Each page is opened 400 and 1,400 pixels wide, in light and dark colors. It is a fault if a page is wider than the
window, logs an error, or sends a request to another host. `search` types the queries of searches.txt, and prints the
rank of the page that answers each; a rank below 3 is a fault. Run scripts/docs first.
"""

from __future__ import annotations

import argparse
import base64
import sys
import tempfile
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from scripts.dev.chromium import Chromium, why_not

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

SITE = Path(__file__).resolve().parents[3] / "site"
SEARCHES = Path(__file__).with_name("searches.txt")
WIDTHS = (400, 1400)
SCHEMES = ("light", "dark")
HEIGHT = 1000
GOOD_RANK = 3
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TYPED = """(text => {{
    document.getElementById('__search').checked = true;
    const input = document.querySelector('.md-search__input');
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('keyup', {{bubbles: true}}));
    input.dispatchEvent(new Event('input', {{bubbles: true}}));
}})({query!r})"""
READY = "document.querySelector('.md-search-result__meta')?.innerText"
RESULTS = """[...document.querySelectorAll('.md-search-result__item')].map(
    item => [...item.querySelectorAll('a.md-search-result__link')].map(link => link.href))"""


class _Files(SimpleHTTPRequestHandler):
    @override
    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@contextmanager
def served() -> Generator[str]:
    """The address at which the site is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(SITE))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def browser() -> Generator[Chromium]:
    """A browser that records requests and errors."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, Chromium(Path(profile)) as chromium:
        for domain in ("Page", "Network", "Log", "Runtime"):
            chromium.command(f"{domain}.enable")
        yield chromium


def show(chromium: Chromium, url: str, width: int, scheme: str) -> None:
    """Open a page in a window of a width."""
    chromium.command(
        "Emulation.setDeviceMetricsOverride", width=width, height=HEIGHT, deviceScaleFactor=1, mobile=width < WIDTHS[1]
    )
    chromium.command(
        "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}], media="screen"
    )
    chromium.open(url)
    chromium.wait_for(f"document.readyState === 'complete' && location.href === {url!r}")


def faults(chromium: Chromium, home: str) -> Iterator[str]:
    """What is wrong with the page that is open."""
    wider = chromium.run(WIDER)
    if wider:
        yield f"is {wider} pixels wider than the window"
    for event in chromium.events:
        parameters: dict[str, Any] = event["params"]
        if event["method"] == "Network.requestWillBeSent":
            url: str = parameters["request"]["url"]
            if not url.startswith((home, "data:", "blob:", "about:")):
                yield f"requests {url}"
        elif event["method"] == "Runtime.exceptionThrown":
            yield f"raises {parameters['exceptionDetails']['text']}"
        elif event["method"] == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            yield f"logs {parameters['entry']['text']}"
    chromium.events.clear()


def pictures(folder: Path, names: Sequence[str]) -> int:
    """Save a picture of each page in each width and scheme. Returns the number of faults."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = names or [path.relative_to(SITE).as_posix() for path in sorted(SITE.rglob("*.html"))]
    found = 0
    with served() as home, browser() as chromium:
        for name in pages:
            for width, scheme in ((width, scheme) for width in WIDTHS for scheme in SCHEMES):
                show(chromium, f"{home}/{name}", width, scheme)
                for fault in faults(chromium, home):
                    found += 1
                    print(f"{name}, {width} pixels, {scheme}: {fault}")
                data = chromium.command("Page.captureScreenshot", format="png")["data"]
                picture = folder / f"{name.removesuffix('.html').replace('/', '-')}-{width}-{scheme}.png"
                picture.write_bytes(base64.b64decode(data))
    print(f"{len(pages)} pages, {len(WIDTHS) * len(SCHEMES)} pictures of each, {found} faults")
    return found


def searches() -> list[tuple[str, str]]:
    """The queries, and the page with which each is answered."""
    lines = SEARCHES.read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(" -> ") for line in lines if line and not line.startswith("#")]
    return [(query.strip(), page.strip()) for query, _, page in pairs]


def search() -> int:
    """Print the rank of the page that answers each query. Returns how many are below the third."""
    low = 0
    with served() as home, browser() as chromium:
        for query, page in searches():
            show(chromium, f"{home}/index.html", WIDTHS[1], SCHEMES[0])
            before = chromium.wait_for(READY)
            chromium.run(TYPED.format(query=query))
            chromium.wait_for(f"{READY} !== {before!r}")
            results: list[list[str]] = chromium.run(RESULTS)
            ranks = [
                number
                for number, links in enumerate(results, 1)
                if any(link.partition("?")[0] == f"{home}/{page.partition('#')[0]}" for link in links)
            ]
            rank = ranks[0] if ranks else None
            low += rank is None or rank > GOOD_RANK
            print(f"{rank or '-':>3}  {query:40} {page}", flush=True)
    return low


def main(arguments: Sequence[str]) -> int:
    """Run the command. Returns its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.dev.docs.browser", description=(__doc__ or "").partition("\n\n")[0]
    )
    commands = parser.add_subparsers(dest="command", required=True)
    pictured = commands.add_parser("pictures", help="save pictures of pages")
    pictured.add_argument("folder", type=Path)
    pictured.add_argument("page", nargs="*", help="such as guides/files.html (default: all)")
    commands.add_parser("search", help="print the rank of the right page for each query")
    chosen = parser.parse_args(arguments)
    if reason := why_not():
        parser.error(reason)
    if not SITE.exists():
        parser.error("run scripts/docs first")
    return 1 if (search() if chosen.command == "search" else pictures(chosen.folder, chosen.page)) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
