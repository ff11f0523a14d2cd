"""A copy at work, in a process that can import nothing of this project by its own name."""

from __future__ import annotations

import pickle
import pickletools
import re
import shutil
from pathlib import Path

import pytest

from beeper_sdk.__main__ import main
from beeper_sdk._tools.vendor import originals
from beeper_sdk._tools.vendor.originals import Originals
from beeper_sdk.testing import FakeBeeper
from tests.tools.vendor import hosts
from tests.tools.vendor.hosts import run

STORY = """
import asyncio, pickle
from acme import service

url, token, out = sys.argv[1:]
print(service.titles(url, token))
chat, sent, members = asyncio.run(service.say(url, token, "from a copy"))
print(type(chat).__module__, members > 1)
print(chat.to_dict(), sent.to_dict())
error = service.is_there(url, token, "!none:beeper.local")
print(repr(error), type(error).__module__)
from acme._vendor.beeper.beeper_sdk import AsyncBeeper, Beeper
with open(out, "wb") as file:
    pickle.dump((chat, sent, error, Beeper(token, base_url=url), AsyncBeeper(token, base_url=url)), file)
"""
SECOND = """
import asyncio, pickle
with open(sys.argv[1], "rb") as file:
    chat, sent, error, beeper, later = pickle.load(file)
print(chat.to_dict(), sent.to_dict())
print(repr(error), type(error).__module__)
print(beeper.chats.retrieve(chat.id).id == asyncio.run(later.chats.retrieve(chat.id)).id == chat.id)
"""
EVERYTHING = """
import importlib, pkgutil
import acme._vendor.beeper as beeper
from acme._vendor.beeper import beeper_sdk_client, beeper_sdk

skipped = []
for found in pkgutil.walk_packages(beeper.__path__, beeper.__name__ + "."):
    if found.name.endswith("__main__"):
        continue
    try:
        module = importlib.import_module(found.name)
    except ModuleNotFoundError as error:
        skipped.append(error.name)
        continue
    for name in getattr(module, "__all__", ()):
        getattr(module, name)
for package in (beeper_sdk, beeper_sdk_client):
    for name in package.__all__:
        getattr(package, name)
    assert dir(package) == sorted(package.__all__)
print(*skipped)
"""
"""Imports every module, and takes every public name."""


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
def test_a_service_talks_to_beeper_and_pickles_what_it_got(
    source: Path, python: Path, fake: FakeBeeper, tmp_path: Path, *, zipped: bool
) -> None:
    where = Path(shutil.make_archive(str(tmp_path / "service"), "zip", source)) if zipped else source
    pickled = tmp_path / "all.pickle"
    lines = run(python, where, STORY, fake.url, fake.token, str(pickled)).splitlines()
    assert_names_the_copy_only(pickled.read_bytes())
    assert lines[0].startswith("['Bob Irisfield', ")
    assert lines[1] == f"{hosts.NAMESPACE}.beeper_sdk_client.models.chat True"
    assert lines[3].startswith("NotFoundError(")
    assert lines[3].endswith(f" {hosts.NAMESPACE}.beeper_sdk.errors")
    # Always from the folder: a zip keeps no bytecode, so another process compiles all of it again.
    assert run(python, source, SECOND, str(pickled)).splitlines() == [*lines[2:], "True"]
    assert [request.path for request in fake.requests].count("/v1/chats") == 1
    assert sum(request.method == "POST" for request in fake.requests) == 1


def assert_names_the_copy_only(pickled: bytes) -> None:
    """Nothing else of ours is named in what was pickled."""
    texts = [value for _, value, _ in pickletools.genops(pickled) if isinstance(value, str)]
    module_names = [text for text in texts if "beeper_sdk." in text or "beeper_sdk_client." in text]
    assert module_names
    assert [text for text in module_names if not text.startswith(f"{hosts.NAMESPACE}.")] == []
    with pytest.raises(ModuleNotFoundError, match="acme"):
        pickle.loads(pickled)


@pytest.mark.parametrize("without", [(), ("v0",)], ids=["whole", "without v0"])
def test_every_module_and_name_of_a_copy_is_there(
    source: Path, without_v0: Path, python: Path, without: tuple[str, ...]
) -> None:
    where = without_v0 if without else source
    assert set(run(python, where, EVERYTHING).split()) <= {"httptools", "opentelemetry", "orjson", "websockets"}


def test_without_v0_apps_that_have_only_v0_are_served_all_the_same(without_v0: Path, python: Path) -> None:
    code = """
from acme._vendor.beeper.beeper_sdk import Beeper
import acme._vendor.beeper.beeper_sdk as sdk
with Beeper(sys.argv[2], base_url=sys.argv[1]) as beeper:
    chat = beeper.chats.search(type="single").first()
    print(beeper.chats.retrieve(chat.id).id == chat.id, type(chat).__name__, "v0" in sdk.__all__, hasattr(sdk, "v0"))
try:
    from acme._vendor.beeper.beeper_sdk import v0
except ImportError:
    print("no v0")
"""
    with FakeBeeper(version="4.1.92") as old:
        assert run(python, without_v0, code, old.url, old.token).splitlines() == ["True Chat False False", "no v0"]
        assert {request.path.split("/")[1] for request in old.requests if request.status == 200} == {"v0"}


def _next_version(now: Originals) -> Originals:
    """The SDK as it will be one day: with another version, and an error that says something else."""
    changed = {
        "beeper_sdk/_version.py": b'__version__ = "9.0.0"\n',
        "beeper_sdk/errors/__init__.py": now.files["beeper_sdk/errors/__init__.py"] + b'\nADDED = "later"\n',
    }
    return now._replace(version="9.0.0", files={**now.files, **changed})


def test_two_versions_live_in_one_process(python: Path, fake: FakeBeeper, tmp_path: Path) -> None:
    hosts.host(tmp_path)
    hosts.host(tmp_path, like=_next_version(originals.read()), name="acme.other")
    code = """
import logging, io
import acme._vendor.beeper.beeper_sdk as old
import acme.other.beeper_sdk as new

url, token = sys.argv[1:]
written = sys.stderr = io.StringIO()
chats = []
for sdk in (old, new, old, new):
    with sdk.Beeper(token, base_url=url, transport="httpx") as beeper:
        chats.append(beeper.chats.list().first())
        try:
            beeper.chats.retrieve("!none:beeper.local")
        except old.errors.NotFoundError as error:
            print("old", hasattr(sys.modules[type(error).__module__], "ADDED"))
        except new.errors.NotFoundError as error:
            print("new", hasattr(sys.modules[type(error).__module__], "ADDED"))
print(old.__version__, new.__version__)
print(isinstance(chats[0], old.models.Chat), isinstance(chats[0], new.models.Chat))
print(isinstance(chats[1], old.models.Chat), isinstance(chats[1], new.models.Chat))
print(len(logging.getLogger("httpx").filters), "httpx" in written.getvalue())
for name in ("acme._vendor.beeper.beeper_sdk", "acme.other.beeper_sdk"):
    lines = [line for line in written.getvalue().splitlines() if f" {name} " in line]
    print(sum("chats.list" in line for line in lines), len(logging.getLogger(name).handlers))
"""
    lines = run(python, tmp_path, code, fake.url, fake.token, env={"BEEPER_LOG": "debug"}).splitlines()
    assert lines[:4] == ["old False", "new True", "old False", "new True"]
    assert lines[4].split()[1] == "9.0.0" != lines[4].split()[0]
    assert lines[5:] == ["True False", "False True", "2 False", "2 1", "2 1"]


TOOLS = {"serve", "quirks", "migrate", "vendor"}
"""Commands that stay behind. All others talk to a Beeper, and are in `_cli.commands`."""


def _commands(usage: str) -> set[str]:
    names = set(re.findall(r"^    (\w+) ", usage, re.MULTILINE))
    assert names
    return names


def test_its_command_line_has_what_talks_to_beeper_and_names_itself(
    source: Path, python: Path, fake: FakeBeeper, capsys: pytest.CaptureFixture[str]
) -> None:
    code = """
import runpy
sys.argv[:] = ["beeper", *sys.argv[1:]]
try:
    runpy.run_module("acme._vendor.beeper.beeper_sdk", run_name="__main__", alter_sys=True)
except SystemExit as end:
    print(end.code)
"""
    environment = {"BEEPER_BASE_URL": fake.url, "BEEPER_ACCESS_TOKEN": fake.token}
    assert "Alice Glenleigh" in run(python, source, code, "whoami", env=environment)
    assert run(python, source, code, "doctor", env=environment).endswith("\n0")
    shown = run(python, source, code, "--help")
    assert f"python -m {hosts.NAMESPACE}.beeper_sdk" in shown
    with pytest.raises(SystemExit):
        main(["--help"])
    assert _commands(shown) == _commands(capsys.readouterr().out) - TOOLS


def test_what_to_do_without_a_token_is_told_by_the_name_of_the_copy(source: Path, python: Path) -> None:
    code = """
from acme._vendor.beeper.beeper_sdk import Beeper, errors
try:
    Beeper(base_url="http://127.0.0.1:9").accounts.list()
except errors.MissingToken as error:
    print(error)
"""
    assert f"python -m {hosts.NAMESPACE}.beeper_sdk login" in run(python, source, code)
