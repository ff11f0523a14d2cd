"""Processes that save tokens at the same time, and processes that are killed while they save.

    python -m tests.auth.processes concurrent FOLDER PROCESSES SAVES
    python -m tests.auth.processes killed FOLDER STEP

`test_processes.py` runs both; its long form is `--hypothesis-profile=long`.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType

from beeper_sdk import auth

CANARY = "canary-token-7c1"
FIRST, SECOND = "http://127.0.0.1:1", "http://127.0.0.1:2"


def concurrent(folder: Path, processes: int, saves: int) -> None:
    """Save from several processes at once, and count what is kept."""
    store = auth.FileToken(folder / "shared" / "tokens.json")

    def save(first: int) -> None:
        for number in range(first, first + saves):
            store.save(auth.Token(CANARY, f"http://127.0.0.1:{number}"))

    children = [in_child(partial(save, 1000 * number)) for number in range(1, processes + 1)]
    ended = [os.waitpid(child, 0)[1] for child in children]
    kept = len(json.loads(store.path.read_text())["tokens"])
    names = sorted(path.name for path in store.path.parent.iterdir())
    print(json.dumps({"saved": processes * saves, "kept": kept, "failed": sum(map(bool, ended)), "files": names}))


def killed(folder: Path, step: int) -> None:
    """Kill saves and logouts before and after calls of functions of C, and so of the system, and check the file."""
    store = auth.FileToken(folder / "killed" / "tokens.json", base_url=SECOND)
    acts: dict[str, Callable[[], object]] = {
        "first save": lambda: store.save(auth.Token(CANARY, SECOND)),
        "save": lambda: store.save(auth.Token(CANARY, SECOND)),
        "trial": store.check,
        "logout": store.delete,
    }
    counts = Counter[str]()
    for name, act in acts.items():
        for number in count(1, step):
            prepare(store, name)
            child = in_child(partial(kill_at, number, act))
            if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
                break
            counts[name] += 1
            counts["left files"] += bool(check(store, name))
    print(json.dumps(counts))


def prepare(store: auth.FileToken, name: str) -> None:
    """The state before an operation: the token of another server, and before a logout that of this one."""
    shutil.rmtree(store.path.parent, ignore_errors=True)
    if name != "first save":
        store.save(auth.Token("other", FIRST))
    if name == "logout":
        store.save(auth.Token(CANARY, SECOND))


def check(store: auth.FileToken, name: str) -> list[Path]:
    """The file has its old content or the new one, and a logout removes every token. Returns what was left."""
    token = store.load()
    assert token is None or token.access_token == CANARY, "the file has neither the old content nor the new one"
    if not store.path.parent.exists():
        return []
    left = [path for path in store.path.parent.iterdir() if path.suffix == ".tmp"]
    store.delete()
    rest = {path.name: path.read_text() for path in store.path.parent.iterdir()}
    assert CANARY not in str(rest), "a logout leaves a token"
    assert not [name for name in rest if name.endswith(".tmp")], "a temporary file is left"
    assert name == "first save" or "other" in rest["tokens.json"], "the token of another server is lost"
    store.check()
    return left


def in_child(act: Callable[[], object]) -> int:
    """The process that does this."""
    child = os.fork()
    if not child:
        try:
            act()
        except BaseException as error:  # noqa: BLE001  # the parent counts it
            print(type(error).__name__, error, file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    return child


def kill_at(number: int, act: Callable[[], object]) -> None:
    """Do something, and kill this process at the boundary between Python and C that has this number."""
    seen = count(1)

    def profile(_: FrameType, event: str, __: object) -> None:
        if event.startswith("c_") and next(seen) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(profile)
    act()
    sys.setprofile(None)


if __name__ == "__main__":
    command, where, *numbers = sys.argv[1:]
    if command == "concurrent":
        concurrent(Path(where), *map(int, numbers))
    else:
        killed(Path(where), *map(int, numbers))
