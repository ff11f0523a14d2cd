"""Services that carry a copy of the SDK, and a Python that has nothing of ours to run them in."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from importlib.metadata import Distribution, distribution
from importlib.util import cache_from_source
from pathlib import Path

from packaging.requirements import Requirement

from beeper_sdk._tools.vendor import originals, place
from beeper_sdk._tools.vendor.build import CopyOptions, render
from beeper_sdk._tools.vendor.originals import Originals

ROOT = Path(__file__).resolve().parents[3]
NAMESPACE = "acme._vendor.beeper"
NEEDED = ("attrs", "httpx", "python-dateutil")
"""All that a service has to install for its copy."""

SMALL = {
    "beeper_sdk_client/__init__.py": b"",
    "beeper_sdk_client/api/__init__.py": b"",
    "beeper_sdk/_cli/commands.py": b"",
    "beeper_sdk/_cli/__init__.py": b"",
    "beeper_sdk/__init__.py": b"",
    "beeper_sdk/__main__.py": b"from ._tools.vendor import main\nfrom .testing import FakeBeeper\n",
    "beeper_sdk/_tools/__init__.py": b"",
    "beeper_sdk/_tools/vendor.py": b"from .._only_for_tools import x\n",
    "beeper_sdk/_only_for_tools.py": b"x = 1\n",
    "beeper_sdk/errors/__init__.py": b"",
    "beeper_sdk/testing/__init__.py": b"import beeper_sdk_server\n",
    "beeper_sdk/_names_nobody_imports.py": b"",
}
"""An SDK of a few files."""

SERVICE = '''"""What acme does with Beeper."""

from ._vendor.beeper.beeper_sdk import AsyncBeeper, Beeper, errors, models


def titles(url: str, token: str) -> list[str]:
    with Beeper(token, base_url=url) as beeper:
        return [chat.title or "?" for chat in beeper.chats.list().collect(limit=3)]


async def say(url: str, token: str, text: str) -> tuple[models.Chat, models.MessageSendResult, int]:
    async with AsyncBeeper(token, base_url=url) as beeper:
        chat = await beeper.chats.search(type="single").first()
        assert chat is not None
        sent = await beeper.messages.send(chat.id, text=text)
        members = await beeper.chats.participants(chat.id).collect()
        return chat, sent, len(members)


def is_there(url: str, token: str, chat_id: str) -> errors.NotFoundError | None:
    with Beeper(token, base_url=url) as beeper:
        try:
            beeper.chats.retrieve(chat_id)
        except errors.NotFoundError as error:
            return error
    return None
'''

BLOCKED = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("beeper_sdk", "beeper_sdk_client", "beeper_sdk_server"):
            raise ImportError(f"{name} is not to be had here")

sys.meta_path.insert(0, Blocked())
sys.path.insert(0, sys.argv.pop(1))
"""


_rendered: dict[tuple[str, tuple[str, ...], str], dict[str, bytes]] = {}


def rendered(name: str, without: tuple[str, ...] = (), like: Originals | None = None) -> dict[str, bytes]:
    """The files of a copy, made once for each that differs."""
    of = originals.read() if like is None else like
    key = (name, without, of.version)
    if key not in _rendered:
        _rendered[key] = render(of, CopyOptions(name, without))
    return _rendered[key]


def host(root: Path, *, without: tuple[str, ...] = (), like: Originals | None = None, name: str = NAMESPACE) -> Path:
    """A service with a copy in it; where the copy lies."""
    folder = root.joinpath(*name.split("."))
    files = rendered(name, without, like)
    place.replace(folder, files)
    bring_bytecode(folder, files)
    top = root / name.partition(".")[0]
    for package in folder.relative_to(root).parents:
        if package.name:
            (root / package / "__init__.py").touch()
    (top / "service.py").write_text(SERVICE, encoding="utf-8")
    return folder


def bring_bytecode(folder: Path, files: dict[str, bytes]) -> None:
    """For the files that are in a copy as they are here, the bytecode that Python made of them here, if it did.

    That is nine files of ten. Without it, the first program of each copy compiles all that it imports: a second.
    """
    for path, data in files.items():
        original = ROOT / path if path.startswith("beeper_sdk/") else ROOT / "generated" / path
        compiled = Path(cache_from_source(original))
        if path.endswith(".py") and compiled.is_file() and original.read_bytes() == data:
            copied = folder / path
            shutil.copystat(original, copied)  # bytecode is that of a file of this time and size
            target = Path(cache_from_source(copied))
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(compiled, target)


def bare_python(home: Path) -> Path:
    """A Python with the dependencies of a copy; nothing of this project."""
    venv.create(home, symlinks=os.name != "nt", with_pip=False)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    say = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", say], capture_output=True, text=True, check=True).stdout.strip())
    for name in closure():
        bring(distribution(name), site)
    return python


def closure() -> set[str]:
    """What a copy needs, and what that needs."""
    todo, names = [*NEEDED], set[str]()
    while todo:
        name = todo.pop()
        if name not in names:
            names.add(name)
            needs = [Requirement(line) for line in distribution(name).requires or ()]
            todo += [need.name for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]
    return names


def bring(package: Distribution, site: Path) -> None:
    """An installed distribution at another place: a link, where the system has links."""
    for top in {file.parts[0] for file in package.files or () if file.parts[0] not in ("..", "__pycache__")}:
        source = Path(str(package.locate_file(top)))
        if os.name != "nt":
            (site / top).symlink_to(source)
        elif source.is_dir():
            shutil.copytree(source, site / top)
        else:
            shutil.copyfile(source, site / top)


def run(python: Path, path: Path, code: str, *arguments: str, env: dict[str, str] | None = None) -> str:
    """What code prints that finds the service at `path`, and can import nothing of this project by its own name."""
    done = subprocess.run(
        [python, "-I", "-W", "error", "-c", BLOCKED + code, str(path), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=python.parent,
        env={**os.environ, **(env or {})},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
