"""Hand-written methods that override generated ones have all their parameters, and further ones by keyword only."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from inspect import Parameter
from types import FunctionType
from typing import Any

import pytest

from beeper_sdk._core.util.override import with_parameters_of
from beeper_sdk_client import models
from beeper_sdk_client.models import Chat
from tests.generated.surface import MODULE

GENERATED = "beeper_sdk_client.resources"
CLIENTS = ("beeper_sdk._async", "beeper_sdk._sync")


def classes() -> Iterator[type]:
    """Every hand-written class with a generated base class."""
    for package in CLIENTS:
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            for kind in vars(importlib.import_module(module.name)).values():
                if isinstance(kind, type) and kind.__module__ == module.name and generated_bases(kind):
                    yield kind


def generated_bases(kind: type) -> list[type]:
    return [base for base in kind.__mro__ if base.__module__.startswith(GENERATED)]


def overrides(kind: type) -> Iterator[tuple[Callable[..., Any], Callable[..., Any]]]:
    """The methods of a class that override a generated one, each with that."""
    for name, value in vars(kind).items():
        generated = next((vars(base)[name] for base in generated_bases(kind) if name in vars(base)), None)
        if isinstance(value, FunctionType) and isinstance(generated, FunctionType) and not name.startswith("_"):
            yield value, generated


def differences(override: Callable[..., Any], generated: Callable[..., Any]) -> list[str]:
    """What is wrong with the parameters of an override."""
    found, wanted = (inspect.signature(method).parameters for method in (override, generated))
    extra = [parameter for name, parameter in found.items() if name not in wanted]
    problems = [f"{name}: missing" for name in wanted if name not in found]
    common = [name for name in found if name in wanted]
    if common != [name for name in wanted if name in found]:
        problems.append(f"another order: {', '.join(common)}")
    for name in common:
        one, other = found[name], wanted[name]
        if one.kind != other.kind:
            problems.append(f"{name}: {one.kind.description}, not {other.kind.description}")
        if not accepts_all(annotation(one), annotation(other)):
            problems.append(f"{name}: {annotation(one)}, not {annotation(other)}")
        if one.default != other.default or type(one.default) is not type(other.default):
            problems.append(f"{name}: the default is {one.default!r}, not {other.default!r}")
    problems += unreachable(override)
    for parameter in extra:
        if parameter.kind is not Parameter.KEYWORD_ONLY or parameter.default is Parameter.empty:
            problems.append(f"{parameter.name}: must be keyword-only with a default")
    return problems


def unreachable(override: Callable[..., Any]) -> list[str]:
    """What is wrong with an override that shows the signature of the generated method, and passes its arguments on."""
    shown = inspect.signature(override).parameters
    own = inspect.signature(override, follow_wrapped=False).parameters
    has_rest = any(parameter.kind is Parameter.VAR_KEYWORD for parameter in own.values())
    lost = [
        name
        for name, one in shown.items()
        if name not in own and (one.kind is not Parameter.KEYWORD_ONLY or not has_rest)
    ]
    hidden = [name for name, one in own.items() if name not in shown and one.kind is not Parameter.VAR_KEYWORD]
    return [f"{name}: not passed on" for name in lost] + [f"{name}: not in the signature" for name in hidden]


def accepts_all(annotation: str, generated: str) -> bool:
    """Whether an override accepts all that the generated method accepts; it may accept more."""
    return annotation == generated or set(generated.split(" | ")) < set(annotation.strip("() ").split(" | "))


def annotation(parameter: Parameter) -> str:
    """The text of an annotation without the modules of its names, which hand-written and generated code import
    differently."""
    return MODULE.sub("", str(parameter.annotation))


CLASSES = list(classes())


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_overrides_have_the_parameters_of_the_generated_methods(kind: type) -> None:
    assert {override.__qualname__: differences(override, generated) for override, generated in overrides(kind)} == {
        override.__qualname__: [] for override, _ in overrides(kind)
    }


def test_the_known_overrides_are_among_them() -> None:
    found = {(kind.__name__, override.__name__) for kind in CLASSES for override, _ in overrides(kind)}
    for prefix in ("", "Async"):
        assert {(f"{prefix}Chats", "start"), (f"{prefix}ChatLists", "search"), (f"{prefix}Search", "search")} <= found


class Made:
    """A method as the compiler writes it, and overrides of it."""

    def generated(self, chat_id: str | models.Chat, *, cursor: str | None = None, limit: int = 0) -> None: ...

    def fits(
        self, chat_id: str | Chat, *, since: str | None = None, cursor: str | None = None, limit: int = 0
    ) -> None: ...

    @with_parameters_of(generated)
    def passes_on(self, chat_id: object, *, limit: object = 0, **others: Any) -> None: ...

    def accepts_more(
        self, chat_id: str | models.Message | Chat, *, cursor: str | None = None, limit: int | str = 0
    ) -> None: ...

    def lacks_one(self, chat_id: str | Chat, *, limit: int = 0) -> None: ...

    def in_another_order(self, chat_id: str | Chat, *, limit: int = 0, cursor: str | None = None) -> None: ...

    def by_position(self, chat_id: str | Chat, cursor: str | None = None, *, limit: int = 0) -> None: ...

    def of_other_types(self, chat_id: str, *, cursor: str | None = None, limit: float = 0) -> None: ...

    def with_another_default(self, chat_id: str | Chat, *, cursor: str | None = "", limit: int = False) -> None: ...

    def with_more(
        self, chat_id: str | Chat, more: int = 0, *, cursor: str | None = None, limit: int = 0, most: int
    ) -> None: ...

    @with_parameters_of(generated)
    def passes_nothing_on(self, chat_id: object) -> None: ...

    @with_parameters_of(generated)
    def has_no_place_for_the_first(self, **others: Any) -> None: ...

    @with_parameters_of(generated)
    def hides_one(self, chat_id: object, *, since: object = None, **others: Any) -> None: ...


@pytest.mark.parametrize(
    ("override", "problems"),
    [
        (Made.generated, []),
        (Made.fits, []),
        (Made.passes_on, []),
        (Made.accepts_more, []),
        (Made.lacks_one, ["cursor: missing"]),
        (Made.in_another_order, ["another order: self, chat_id, limit, cursor"]),
        (Made.by_position, ["cursor: positional or keyword, not keyword-only"]),
        (Made.of_other_types, ["chat_id: str, not str | Chat", "limit: float, not int"]),
        (Made.with_another_default, ["cursor: the default is '', not None", "limit: the default is False, not 0"]),
        (Made.with_more, [f"{name}: must be keyword-only with a default" for name in ("more", "most")]),
        (Made.passes_nothing_on, ["cursor: not passed on", "limit: not passed on"]),
        (Made.has_no_place_for_the_first, ["chat_id: not passed on"]),
        (Made.hides_one, ["since: not in the signature"]),
    ],
    ids=lambda value: value.__name__ if inspect.isfunction(value) else "",
)
def test_each_difference_is_found(override: Callable[..., Any], problems: list[str]) -> None:
    assert differences(override, Made.generated) == problems
