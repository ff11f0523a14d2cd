"""Docstrings of the generated client name things as Python does: attributes, `None`, `True`; and say what is raised."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

import beeper_sdk_client
from beeper_sdk_client import models, resources
from beeper_sdk_client._annotations import is_model
from scripts.compiler.render.python_words import python_names
from tests.generated.contract import function, operation, operation_names, plan, source

MODULES: list[ModuleType] = [beeper_sdk_client]
MODULES += [
    import_module(module.name)
    for module in pkgutil.walk_packages(beeper_sdk_client.__path__, "beeper_sdk_client.")
    if not module.name.rpartition(".")[2].startswith("_") or module.name.endswith(("._operations", "._root"))
]
PLACEHOLDER = re.compile(r"\{\w+\}")
ONCE = [name for name in operation_names() if operation(name).raw["x-beeper-effect"] == "once"]


def docstrings() -> Iterator[tuple[str, str]]:
    """Every docstring that a user can see, by the name of what it documents."""
    for module in MODULES:
        yield module.__name__, module.__doc__ or ""
        for name, documented in vars(module).items():
            if getattr(documented, "__module__", None) != module.__name__ or name.startswith("_"):
                continue
            yield f"{module.__name__}.{name}", documented.__doc__ or ""
            if inspect.isclass(documented):
                yield from ((f"{name}.{member}", value.__doc__ or "") for member, value in public_members(documented))
        yield from attribute_docstrings(module)


def public_members(kind: type) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in vars(kind).items() if not name.startswith("_") and callable(value)]


def attribute_docstrings(module: ModuleType) -> Iterator[tuple[str, str]]:
    """Strings below attributes and aliases, which editors show: they are in the source only."""
    for number, text in enumerate(re.findall(r'^ *"""(.*?)"""', inspect.getsource(module), re.DOTALL | re.MULTILINE)):
        yield f"{module.__name__}, string {number}", text


def test_names_are_those_of_python() -> None:
    names = python_names(source().document)
    assert names["hasMore"] == "has_more"
    foreign_words = [
        (location, word)
        for location, text in docstrings()
        for word in re.findall(r"\w+", PLACEHOLDER.sub("", text))
        if word in names or word == "null"
    ]
    assert foreign_words == []


def test_truth_values_are_those_of_python() -> None:
    assert [(location, text) for location, text in docstrings() if re.search(r"\b(true|false)\b", text)] == []


def test_percent_encoding_is_explained_once() -> None:
    assert {location.partition(",")[0] for location, text in docstrings() if "percent-encoded" in text} == {
        "beeper_sdk_client"
    }


@pytest.mark.parametrize("name", operation_names())
def test_what_must_not_be_repeated_raises_delivery_uncertain_and_nothing_else_does(name: str) -> None:
    group, _, verb = name.rpartition(".")
    path = "".join(part.title().replace("_", "") for part in group.split(".")) or "Root"
    texts = [getattr(getattr(resources, f"{prefix}{path}Api"), verb).__doc__ for prefix in ("", "Async")]
    for text in (*texts, function(name).__doc__):
        raised = re.search(r"Raises:\n\s+(\w+)", text)
        first = raised[1] if raised is not None else ""
        assert (first == "DeliveryUncertain") == (name in ONCE)
        assert ("DeliveryUncertain" in text) == (name in ONCE)


def test_sends_are_among_them() -> None:
    assert {"messages.send", "chats.create", "v0.send_message"} <= set(ONCE)


@pytest.mark.parametrize("group", [".".join(group) for group in plan().groups() if group])
def test_a_group_says_what_it_is_for(group: str) -> None:
    name = "".join(part.title().replace("_", "") for part in group.split("."))
    for prefix in ("", "Async"):
        text = getattr(resources, f"{prefix}{name}Api").__doc__
        assert text is not None
        assert not text.startswith("Operations of")


def test_every_public_method_of_a_model_has_a_docstring() -> None:
    for name in dir(models):
        kind: object = getattr(models, name)
        if is_model(kind):
            assert [member for member, value in public_members(kind) if not inspect.getdoc(value)] == []
