"""The command scripts/docs: builds the site, checks it, and serves it.

It runs in the environment .venv-docs.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

from scripts.dev.docs.async_form import NotConvertible
from scripts.dev.docs.built_site import Site
from scripts.dev.docs.staging import ROOT, STAGE, stage

if TYPE_CHECKING:
    from collections.abc import Sequence

SITE = ROOT / "site"
WARNING = re.compile(r"^(?:WARNING|ERROR)", re.MULTILINE)
NOTICE = {"NO_MKDOCS_2_WARNING": "1"}
"""Switches off the advertisement that mkdocs-material prints."""


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        prog="scripts/docs",
        description="Build the documentation site into site/, and check it: no warning, no dead link, and nothing that "
        "is loaded from another host.",
    )
    parser.add_argument("--serve", action="store_true", help="show the site, and build it again after each change")
    parser.add_argument("--port", type=int, default=8000, help="the port of --serve on 127.0.0.1 (default: 8000)")
    return parser.parse_args(arguments)


def mkdocs(*arguments: str) -> list[str]:
    """A command line of mkdocs."""
    return [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(STAGE / "mkdocs.yml")]


def build() -> int:
    """Build and check the site. Returns the exit status."""
    started = time.monotonic()
    pages = stage()
    done = subprocess.run(
        mkdocs("build", "--clean", "--strict"),
        cwd=ROOT,  # hooks.py imports scripts
        env={**os.environ, **NOTICE},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    warnings = len(WARNING.findall(done.stdout))
    if done.returncode:
        print(done.stdout)
        return done.returncode
    site = Site(SITE)
    site.check()
    print(*site.faults, sep="\n", end="\n" if site.faults else "")
    seconds = time.monotonic() - started
    print(f"site/: {pages} pages, {warnings} warnings, {site.links} links, {len(site.faults)} faults, {seconds:.1f} s")
    return 1 if warnings or site.faults else 0


def serve(port: int) -> int:
    """Show the site until Ctrl-C. Pages in docs/ that change are written into .docs/ again."""

    def stage_changes() -> None:
        while True:
            time.sleep(1)
            try:
                stage()
            except (NotConvertible, OSError) as error:  # a page that is being edited
                print(f"the pages are not up to date: {error}", file=sys.stderr)

    stage()
    threading.Thread(target=stage_changes, daemon=True).start()
    command = mkdocs("serve", "--dev-addr", f"127.0.0.1:{port}")
    try:
        return subprocess.run(command, cwd=ROOT, env={**os.environ, **NOTICE}, check=False).returncode
    except KeyboardInterrupt:
        return 130


def main(arguments: Sequence[str]) -> int:
    """Run the command. Returns its exit status."""
    chosen = options(arguments)
    try:
        return serve(chosen.port) if chosen.serve else build()
    except NotConvertible as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
