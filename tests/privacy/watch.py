"""Collects all that a program could write down of calls: logs, errors with all they hang on, pickles, reprs, hooks."""

from __future__ import annotations

import io
import logging
import pickle
import traceback
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

from typing_extensions import override

from beeper_sdk.hooks import Hooks
from tests.privacy.canaries import find_canary


class LeakDetector:
    """Searches texts for canaries, and lists where one was found."""

    def __init__(self) -> None:
        self.errors = 0
        self.lines = 0
        self.leaks: list[str] = []
        self.where = ""
        self._searched: set[str] = set()
        self.hooks = Hooks(self._on_event, self._on_event, self._on_event)

    def see(self, what: str, text: str) -> None:
        """Search a text that could be written down. The same text is searched once."""
        if text not in self._searched:
            self._searched.add(text)
            leak = find_canary(text)
            if leak is not None:
                self.leaks.append(f"{self.where}: {what}: {leak}")

    def _on_event(self, *events: object) -> None:
        for event in events:
            self.see("hook", f"{event!r} {event}")

    def error(self, error: BaseException) -> None:
        """An error with all that comes with it, wherever it hangs."""
        self.errors += 1
        for link in _chain(error):
            notes = getattr(link, "__notes__", None)
            self.see("text", str(link))
            self.see("repr", f"{link!r} {link.args!r} {notes!r}")
            self.see("state", repr(vars(link)))
        # Without its frames: they show lines of code, which hold no value. Finding and marking them took twice as long
        # as all searching.
        self.see("traceback", "".join(traceback.format_exception(error, limit=0)))
        pickled = pickle.dumps(error)
        self.see("pickle", pickled.decode("latin-1"))
        again = pickle.loads(pickled)  # what it becomes elsewhere
        self.see("unpickled", f"{again!r} {vars(again)!r}")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all errors behind it, hidden ones too."""
    known: set[int] = set()
    ahead = [error]
    while ahead:
        link = ahead.pop()
        if link is not None and id(link) not in known:
            known.add(id(link))
            yield link
            ahead += [link.__cause__, link.__context__, *getattr(link, "exceptions", ())]


class _Logs(logging.Handler):
    def __init__(self, watch: LeakDetector) -> None:
        super().__init__(1)
        self._watch = watch

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self._watch.lines += 1
        self._watch.see(f"log of {record.name}", f"{record.getMessage()} {record.args!r} {self.format(record)}")


@contextmanager
def watching() -> Generator[LeakDetector]:
    """While this lasts, all logs of all levels, warnings, and what is printed are searched."""
    watch, root, printed = LeakDetector(), logging.getLogger(), io.StringIO()
    names = (
        "",
        "beeper_sdk",
        "httpx",
        "httpcore",
        "httpcore.http11",
        "httpcore.connection",
        "anyio",
        "asyncio",
        "trio",
    )
    before = {name: logging.getLogger(name).level for name in names}
    handler = _Logs(watch)
    root.addHandler(handler)
    for name in names:
        logging.getLogger(name).setLevel(1)
    try:
        with redirect_stderr(printed), redirect_stdout(printed), warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            yield watch
            watch.see("warnings", " ".join(f"{warning.message} {warning.source!r}" for warning in warned))
            watch.see("printed", printed.getvalue())
    finally:
        root.removeHandler(handler)
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
