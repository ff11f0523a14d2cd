"""Generated methods that are overridden by hand: whatever the generated one accepts is accepted in the same way."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

from beeper_sdk._core.generated import resources
from tests.each import each_of

PACKAGES = ("beeper_sdk._async.resources", "beeper_sdk._sync.resources")
PREFIXES = ("models.", "senders.", "contract.", "times.")
"""Modules that hand-written code names in annotations where generated code imports the names."""


def overridden() -> Iterator[tuple[str, Any, Any]]:
    """Methods of the resources and the generated ones that they override."""
    for package in PACKAGES:
        for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
            for kind in vars(importlib.import_module(module.name)).values():
                if isinstance(kind, type) and kind.__module__ == module.name:
                    yield from _methods(kind)


def _methods(kind: type) -> Iterator[tuple[str, Any, Any]]:
    for base in kind.__mro__[1:]:
        if base.__module__.startswith(resources.__name__):
            for name, method in vars(base).items():
                own = vars(kind).get(name)
                if own is not None and inspect.isfunction(method) and not name.startswith("_"):
                    yield f"{kind.__module__}.{kind.__name__}.{name}", method, own


def spelled(parameter: inspect.Parameter) -> tuple[str, object, object]:
    text = str(parameter.annotation)
    for prefix in PREFIXES:
        text = text.replace(prefix, "")
    return text, parameter.kind, parameter.default


def differing(generated: Any, own: Any) -> list[str]:
    """The parameters of a generated method that are missing in another one, or differ."""
    theirs, ours = inspect.signature(generated).parameters, inspect.signature(own).parameters
    return [
        name
        for name, each in theirs.items()
        if name != "self" and (name not in ours or spelled(each) != spelled(ours[name]))
    ]


@each_of(overridden())
def test_an_override_has_every_generated_parameter_and_needs_no_other(name: str, generated: Any, own: Any) -> None:
    assert differing(generated, own) == [], name
    theirs, ours = inspect.signature(generated).parameters, inspect.signature(own).parameters
    assert [added for added in ours.keys() - theirs.keys() if ours[added].default is inspect.Parameter.empty] == []


def test_there_are_overrides_and_what_differs_is_found() -> None:
    names = {name.rpartition(".")[2] for name, _, _ in overridden()}
    assert {"list", "search", "create", "start"} <= names

    def own(self: object, chat_id: str, *, cursor: str | None = "x", resume: str | None = None) -> None: ...

    generated = resources.MessagesApi.list
    assert differing(generated, own) == ["chat_id", "cursor", "direction"]
