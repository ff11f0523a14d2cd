"""docs/contributing: the drawings show what pyproject.toml, the folders and a traced call show."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from types import FrameType
from typing import Any

import anyio

import beeper_sdk
import beeper_sdk_client
from beeper_sdk import AsyncBeeper
from beeper_sdk.testing import FakeBeeper

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    name: (ROOT / f"docs/contributing/{name}.md").read_text(encoding="utf-8") for name in ("architecture", "compiler")
}
PACKAGE, GENERATED = (Path(str(module.__file__)).parent for module in (beeper_sdk, beeper_sdk_client))


def drawing(name: str, page: str = "architecture") -> list[str]:
    """The lines of a drawing, which follows a comment with its name."""
    found = re.search(rf"^<!-- {name}: .*? -->\n\n```text\n(.*?)^```$", PAGES[page], re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1].splitlines()


def wings() -> list[list[str]]:
    """The names in each line of the map, from top to bottom."""
    found = [re.match(r"│ ([\w.]+(?: \| [\w.]+)*) {2,}", line) for line in drawing("map of the wings")]
    return [match[1].split(" | ") for match in found if match]


def packages(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if (path / "__init__.py").exists()}


def test_the_map_of_the_wings_has_the_layers_of_the_import_rules() -> None:
    rules: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = (rule["layers"] for rule in rules["contracts"] if rule["id"] == "layers")
    assert wings() == [layer.replace("beeper_sdk.", "").split(" | ") for layer in layers]


def test_every_package_is_on_the_map_of_the_wings() -> None:
    shown = {name for line in wings() for name in line}
    assert packages(PACKAGE) - {"_core"} <= shown
    assert {f"_core.{name}" for name in packages(PACKAGE / "_core")} <= shown
    assert [name for name in shown if not _exists(name)] == []


def _exists(name: str) -> bool:
    path = PACKAGE / name.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()


def test_every_package_of_the_clients_is_on_their_map() -> None:
    rows = [line for line in drawing("map of the clients") if re.match(r"\w+/ ", line)][1:]
    assert {row.split("/")[0] for row in rows} == packages(PACKAGE / "_async")
    rules = {name.strip("/") for row in rows for name in re.findall(r"\w+/", row[66:])}
    assert rules
    assert rules <= packages(PACKAGE / "_core")


def steps(name: str, page: str = "architecture") -> list[tuple[str, str]]:
    """The functions in a drawing, each with the path of its file, which stands before it or above it."""
    found: list[tuple[str, str]] = []
    path = ""
    for line in drawing(name, page):
        if step := re.match(r" [├└]─► (\S+\.py)(?: +(\w+))?", line):
            path = step[1]
            found += [(path, step[2])] if step[2] else []
        elif function := re.match(r" │ {5}([A-Za-z_][\w.]*)", line):
            found.append((path, function[1]))
    return found


def traced(fake: FakeBeeper) -> list[tuple[str, str]]:
    """The functions that a second call enters, in the order in which they are first entered."""
    found: dict[tuple[str, str], None] = {}

    def profile(frame: FrameType, event: str, _: object) -> None:
        path = Path(frame.f_code.co_filename)
        for root in (PACKAGE, GENERATED):
            if event == "call" and path.is_relative_to(root):
                found.setdefault((path.relative_to(root).as_posix(), frame.f_code.co_qualname))

    async def main() -> None:
        async with AsyncBeeper(fake.token, base_url=fake.url) as beeper:
            chat = await beeper.chats.list().first()
            assert chat is not None
            await beeper.chats.retrieve(chat.id)  # it imports and connects
            sys.setprofile(profile)
            try:
                await beeper.chats.retrieve(chat.id)
            finally:
                sys.setprofile(None)

    anyio.run(main)
    return list(found)


def test_the_way_of_a_call_is_that_of_a_traced_call(fake_beeper: FakeBeeper) -> None:
    shown, entered = steps("way of a call"), traced(fake_beeper)
    assert len(shown) > 20
    assert [step for step in shown if step not in entered] == []
    places = [entered.index(step) for step in shown]
    assert places == sorted(places)


def test_the_steps_of_the_compiler_are_functions_of_it() -> None:
    shown = steps("steps of the compiler", "compiler")
    assert len(shown) > 5
    for path, name in shown:
        code = (ROOT / "scripts/compiler" / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {name}\(", code, re.MULTILINE), (path, name)
