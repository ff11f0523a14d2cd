"""`dir()` and `help()` show what is promised and nothing else, and everything they show is documented."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from beeper_sdk import models
from beeper_sdk.testing import FakeBeeper
from beeper_sdk_client import _annotations
from beeper_sdk_client._model import Model, Started
from tests.generated.contract import plan
from tests.project import surface

MODEL_MEMBERS = {"additional_properties", "evolve", "from_dict", "missing_fields", "to_dict"}
OURS = ("beeper_sdk", "beeper_sdk_client")


def module(name: str) -> ModuleType:
    return import_module(f"beeper_sdk.{name}" if name else "beeper_sdk")


def public_names(value: object) -> list[str]:
    return [name for name in dir(value) if not name.startswith("_")]


@pytest.mark.parametrize("name", ["", *surface.MODULES])
def test_a_public_module_shows_its_public_names_only(name: str) -> None:
    assert public_names(module(name)) == [
        member for member in surface.public(module(name)) if not member.startswith("_")
    ]


def classes() -> dict[str, type]:
    """Every public class of ours, by its name."""
    by_name: dict[str, type] = {}
    for name in ("", *surface.MODULES):
        for member in surface.public(module(name)):
            value: object = getattr(module(name), member)
            if isinstance(value, type) and value.__module__.split(".")[0] in OURS:
                by_name[f"{name}.{member}".strip(".")] = value
    return by_name


def groups(client: str) -> Iterator[tuple[str, object]]:
    """A client and its groups of operations, by their paths."""
    todo: list[tuple[str, Any]] = [(client, surface.CLIENTS[client]("token", base_url="http://127.0.0.1:9"))]
    while todo:
        path, value = todo.pop()
        yield path, value
        for member in public_names(value):
            if isinstance(inspect.getattr_static(type(value), member, None), property):
                inner = getattr(value, member)
                if type(inner).__module__.split(".")[0] in OURS:
                    todo.append((f"{path}.{member}", inner))


def undocumented(kind: type) -> list[str]:
    """Methods and properties without a docstring. Those that other people's base classes define do not count."""
    names: list[str] = []
    for name in public_names(kind):
        owner = next((base for base in kind.__mro__ if name in vars(base)), None)
        value = inspect.getattr_static(kind, name)
        if owner is None or owner.__module__.split(".")[0] not in OURS:
            continue
        if isinstance(value, property | classmethod | staticmethod) or inspect.isfunction(value):
            names += [name] if not inspect.getdoc(getattr(kind, name)) else []
    return names


@pytest.mark.parametrize("kind", classes().values(), ids=classes())
def test_what_a_public_class_shows_is_documented(kind: type) -> None:
    assert inspect.getdoc(kind)
    assert undocumented(kind) == []


@pytest.mark.parametrize("client", surface.CLIENTS)
def test_a_client_and_its_groups_show_what_the_pin_has(client: str) -> None:
    pinned = (surface.HERE / "surface.txt").read_text(encoding="utf-8").splitlines()
    known = {re.split(r"[(:= ]", line.removeprefix("class "), maxsplit=1)[0] for line in pinned}
    for path, value in groups(client):
        for name in public_names(value):
            assert any(entry == f"{path}.{name}" or entry.startswith(f"{path}.{name}.") for entry in known), (
                f"{path}.{name}"
            )
        assert undocumented(type(value)) == [], path


@pytest.mark.parametrize("name", [name for name in dir(models) if _annotations.is_model(getattr(models, name))])
def test_a_model_shows_its_fields_and_five_members(name: str) -> None:
    kind: type[Model] = getattr(models, name)
    fields = {field.name for field in plan().models[name].properties} if name in plan().models else {"data"}
    added = {"text_status"} if issubclass(kind, Started) else set[str]()
    added |= {"kind"} if issubclass(kind, models.Message | models.V0Message) else set()
    assert set(public_names(kind)) == fields | MODEL_MEMBERS | added
    assert undocumented(kind) == []


def test_what_a_running_fake_server_gives_is_promised() -> None:
    pinned = (surface.HERE / "surface.txt").read_text(encoding="utf-8")
    with FakeBeeper() as fake:
        given = {
            "FakeBeeper": fake,
            "FakeClock": fake.clock,
            "Requests": fake.requests,
            "WebSockets": fake.websockets,
            "WorldView": fake.world,
            "Me": fake.world.me,
            "Person": fake.world.person("+15550100001"),
            "RuleHandle": fake.quirk("conflict", optional=True),
        }
        for name, value in given.items():
            for member in public_names(value):
                assert f"\ntesting.{name}.{member}" in pinned
