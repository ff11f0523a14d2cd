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

from beeper_sdk import AsyncBeeper, Beeper
from scripts.compiler.render import unasync

ROOT = Path(__file__).parents[2]
TWIN = sorted(path for target in unasync.FOLDERS.values() for path in (ROOT / target).rglob("*.py"))
FOLDERS = {name.replace("/", "."): target.replace("/", ".") for name, target in unasync.FOLDERS.items()}
MODULES = [
    (f"{async_folder}.{name}", f"{sync_folder}.{name}")
    for async_folder, sync_folder in FOLDERS.items()
    for module in pkgutil.walk_packages(importlib.import_module(async_folder).__path__, f"{async_folder}.")
    for name in [module.name.removeprefix(f"{async_folder}.")]
]
PUBLIC = unasync.PUBLIC_FOLDER.replace("/", ".")


def classes(module: ModuleType) -> dict[str, type]:
    """Its own classes, by the blocking one's name."""
    own = inspect.getmembers(module, lambda value: inspect.isclass(value) and value.__module__ == module.__name__)
    return {name.replace("Async", ""): kind for name, kind in own}


def docstring(name: str, text: str | None) -> str:
    """The docstring of a public name without what must differ. Those of private names are in the async half only."""
    if name.startswith("_") and not name.endswith("__"):
        return ""
    return re.sub(r"\s+", " ", re.sub(r"\b(async|await) |(?<=\b)Async(?=[A-Z])|\b(tasks|threads)\b", "", text or ""))


def members(kind: type) -> dict[str, Any]:
    twins = {"__aenter__": "__enter__", "__aexit__": "__exit__", "__aiter__": "__iter__", "__anext__": "__next__"}
    hidden = {"__annotations__", "__dict__", "__doc__", "__module__", "__orig_bases__", "__parameters__", "__weakref__",
              "__abstractmethods__", "_abc_impl", "__slots__", "__static_attributes__", "__firstlineno__",
              "__slotnames__"}  # what copying leaves on a class  # fmt: skip
    return {twins.get(name, name): value for name, value in vars(kind).items() if name not in hidden}


def parameters(value: Any) -> list[tuple[str, str, str]]:
    """Names, defaults and types of the parameters of a function, without what must differ."""
    inner = value.fget if isinstance(value, property) else value
    if not inspect.isfunction(inner):
        return []
    signature_parameters = inspect.signature(inner).parameters.values()
    return [
        (parameter.name, repr(parameter.default), re.sub("Async|_async", "", str(parameter.annotation)))
        for parameter in signature_parameters
    ]


def same(sync_class: type, async_class: type, *, documented: bool = True) -> None:
    """Internal modules of the blocking half are not documented: their docstrings are in the async half only."""
    if documented:
        assert docstring(sync_class.__name__, sync_class.__doc__) == docstring(
            async_class.__name__, async_class.__doc__
        )
    ours, theirs = members(sync_class), members(async_class)
    assert sorted(ours) == sorted(theirs)
    for name, value in ours.items():
        assert parameters(value) == parameters(theirs[name]), name
        if documented:
            assert docstring(name, value.__doc__) == docstring(name, theirs[name].__doc__), name


@pytest.mark.parametrize(("async_name", "sync_name"), MODULES)
def test_names_parameters_and_docstrings_are_the_same(async_name: str, sync_name: str) -> None:
    sync_classes = classes(importlib.import_module(sync_name))
    async_classes = classes(importlib.import_module(async_name))
    assert sorted(sync_classes) == sorted(async_classes)
    public = tuple(f"{PUBLIC}.{name}".replace("/", ".") for name in unasync.PUBLIC)
    for kind, sync_class in sync_classes.items():
        same(sync_class, async_classes[kind], documented=async_name.startswith(public))


def groups(root: type) -> dict[str, type]:
    """The class behind each group of operations, nested ones too."""
    by_name: dict[str, type] = {}
    for name, value in inspect.getmembers(root, lambda member: isinstance(member, property)):
        made: Any = value.fget(object.__new__(_Rootless))
        if made is None:
            continue  # no group
        kind: type = made.__class__
        by_name |= {name: kind} | {f"{name}.{inner}": nested for inner, nested in groups(kind).items()}
    return by_name


class _Rootless:
    """Stands for a client where only the class of a group matters."""

    _sender = None
    _accounts = _assets = _attachments = _chats = _messages = _people = None
    _engine = SimpleNamespace(state=SimpleNamespace(recorder=SimpleNamespace(diagnostics=None)))


def test_every_group_of_operations_is_on_both_clients() -> None:
    sync_groups, async_groups = groups(Beeper), groups(AsyncBeeper)
    assert sorted(sync_groups) == sorted(async_groups)
    assert "chats.messages.reactions" in sync_groups
    for name, kind in sync_groups.items():
        public = [sorted(member for member in dir(group) if member[0] != "_") for group in (kind, async_groups[name])]
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
    assert all(content.startswith(b"# @generated") for content in rendered.values())


def test_nothing_async_is_left_in_it() -> None:
    for path in TWIN:
        body = path.read_text().partition("\n")[2]
        assert re.findall(r"async|await(?!ing_reply)|Async|anyio", body) == [], path.name


def test_words_are_exchanged_whole_and_in_docstrings_too() -> None:
    source = '''"""Of a private module."""
async def f(x: AsyncIterator[_AsyncItems]) -> None:
    """Use ``async with AsyncBeeper() as beeper``; asynchronous, AsyncIO-like, async_."""
    async for y in x:
        await async_sleep(y)
        raise StopAsyncIteration
'''
    assert (
        unasync.translate(source, set())
        == '''def f(x: Iterator[_Items]) -> None:
    """Use ``with Beeper() as beeper``; asynchronous, IO-like, async_."""
    for y in x:
        sleep(y)
        raise StopIteration
'''
    )


DOCUMENTED = '''"""A module."""

LIMIT = 1
"""A constant."""
_limit = 1
"""A private one."""


class A:
    """A class."""

    x: int = 1
    """An attribute."""
    _y: int = 1
    """A private one."""

    def __init__(self) -> None:
        self.z = 1
        """Another attribute."""
        self._z = 1
        """A private one."""
        found = 1
        """A variable."""


class _B:
    """A private class."""

    x: int = 1
    """Its attribute."""
'''


@pytest.mark.parametrize(
    ("public", "kept"),
    [(True, ["A constant.", "A class.", "An attribute.", "Another attribute."]), (False, [])],
)
def test_docstrings_of_public_names_are_kept(public: bool, kept: list[str]) -> None:
    source = unasync.without_private_docstrings(DOCUMENTED, public=public)
    assert re.findall('"""(.*)"""', source) == kept


def test_a_rule_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    folder = tmp_path / next(iter(unasync.FOLDERS))
    folder.mkdir(parents=True)
    (folder / "a.py").write_text("async def f() -> None:\n    await async_sleep(1)\n")
    with pytest.raises(unasync.UnusedRule, match="StopAsyncIteration"):
        unasync.render_sync(tmp_path)
