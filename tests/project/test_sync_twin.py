"""The blocking half and the async one are the same but for `await`, and the blocking one is what the table makes."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from beeper_sdk import AsyncBeeper, Beeper, _async
from scripts.compiler.render import unasync

ROOT = Path(__file__).parents[2]
TWIN = sorted((ROOT / unasync.TARGET).rglob("*.py"))
MODULES = [
    module.name.removeprefix("beeper_sdk._async.")
    for module in pkgutil.walk_packages(_async.__path__, "beeper_sdk._async.")
]


def classes(module: ModuleType) -> dict[str, type]:
    """Its own classes, by the blocking one's name."""
    own = inspect.getmembers(module, lambda value: inspect.isclass(value) and value.__module__ == module.__name__)
    return {name.replace("Async", ""): kind for name, kind in own}


def told(text: str | None) -> str:
    """A docstring without what must differ."""
    return re.sub(r"\s+", " ", re.sub(r"\b(async|await) |(?<=\b)Async(?=[A-Z])|\b(tasks|threads)\b", "", text or ""))


def members(kind: type) -> dict[str, Any]:
    twins = {"__aenter__": "__enter__", "__aexit__": "__exit__", "__aiter__": "__iter__", "__anext__": "__next__"}
    hidden = {"__annotations__", "__dict__", "__doc__", "__module__", "__orig_bases__", "__parameters__", "__weakref__",
              "__abstractmethods__", "_abc_impl", "__slots__", "__static_attributes__", "__firstlineno__",
              "__slotnames__"}  # what copying leaves on a class  # fmt: skip
    return {twins.get(name, name): value for name, value in vars(kind).items() if name not in hidden}


def parameters(value: Any) -> list[tuple[str, str, str]]:
    """Names, defaults and types of a function's parameters, without what must differ."""
    inner = value.fget if isinstance(value, property) else value
    if not inspect.isfunction(inner):
        return []
    found = inspect.signature(inner).parameters.values()
    return [(each.name, repr(each.default), str(each.annotation).replace("Async", "")) for each in found]


def same(one: type, other: type) -> None:
    assert told(one.__doc__) == told(other.__doc__)
    ours, theirs = members(one), members(other)
    assert sorted(ours) == sorted(theirs)
    for name, value in ours.items():
        assert parameters(value) == parameters(theirs[name]), name
        assert told(value.__doc__) == told(theirs[name].__doc__), name


@pytest.mark.parametrize("name", MODULES)
def test_names_parameters_and_docstrings_are_the_same(name: str) -> None:
    one = classes(importlib.import_module(f"beeper_sdk._sync.{name}"))
    other = classes(importlib.import_module(f"beeper_sdk._async.{name}"))
    assert sorted(one) == sorted(other)
    for kind, found in one.items():
        same(found, other[kind])


def groups(root: type) -> dict[str, type]:
    """The class behind each group of operations, nested ones too."""
    found: dict[str, type] = {}
    for name, value in inspect.getmembers(root, lambda member: isinstance(member, property)):
        made: Any = value.fget(object.__new__(_Rootless))
        if made is None:
            continue  # no group
        kind: type = made.__class__
        found |= {name: kind} | {f"{name}.{inner}": nested for inner, nested in groups(kind).items()}
    return found


class _Rootless:
    """Stands for a client where only the class of a group matters."""

    _sender = None
    _accounts = _chats = _messages = _people = None
    _engine = SimpleNamespace(state=SimpleNamespace(recorder=SimpleNamespace(diagnostics=None)))


def test_every_group_of_operations_is_on_both_clients() -> None:
    one, other = groups(Beeper), groups(AsyncBeeper)
    assert sorted(one) == sorted(other)
    assert "chats.messages.reactions" in one
    for name, kind in one.items():
        public = [sorted(each for each in dir(found) if each[0] != "_") for found in (kind, other[name])]
        assert public[0] == public[1], name


def test_every_public_name_says_what_one_gets() -> None:
    for kind in (Beeper, AsyncBeeper, *groups(Beeper).values()):
        bare = [name for name, value in inspect.getmembers(kind) if name[0] != "_" and not inspect.getdoc(value)]
        assert bare == []


def test_the_committed_blocking_half_is_what_the_table_makes() -> None:
    rendered = unasync.render_sync(ROOT)
    committed = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in TWIN}
    assert sorted(committed) == sorted(rendered)
    assert [path for path, content in rendered.items() if committed[path] != content] == []
    assert all(content.startswith(b"# @generated from ") for content in rendered.values())


def test_nothing_async_is_left_in_it() -> None:
    for path in TWIN:
        body = path.read_text().partition("\n")[2]
        assert re.findall(r"async|await|Async|anyio", body) == [], path.name


def test_words_are_exchanged_whole_and_in_docstrings_too() -> None:
    source = '''"""Use ``async with AsyncBeeper() as beeper``; asynchronous, AsyncIO-like, async_."""
async def f(x: AsyncIterator[_AsyncItems]) -> None:
    async for y in x:
        await async_sleep(y)
        raise StopAsyncIteration
'''
    assert (
        unasync.translate(source, set())
        == '''"""Use ``with Beeper() as beeper``; asynchronous, IO-like, async_."""
def f(x: Iterator[_Items]) -> None:
    for y in x:
        sleep(y)
        raise StopIteration
'''
    )


def test_a_rule_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    folder = tmp_path / unasync.SOURCE
    folder.mkdir(parents=True)
    (folder / "a.py").write_text("async def f() -> None:\n    await async_sleep(1)\n")
    with pytest.raises(unasync.UnusedRule, match="StopAsyncIteration"):
        unasync.render_sync(tmp_path)
