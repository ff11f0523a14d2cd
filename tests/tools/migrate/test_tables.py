"""The tables: every old name has a case, and every new one exists."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import beeper_sdk
from beeper_sdk import Beeper, Response, errors
from beeper_sdk import models as ours
from beeper_sdk._tools.migrate import official, v0
from tests.each import each_of
from tests.tools.migrate.golden import ALL
from tests.tools.migrate.official_methods import METHODS as OFFICIAL_METHODS

ROOT = Path(__file__).parents[3]
SURFACE = (ROOT / "tests/generated/surface.txt").read_text(encoding="utf-8")
METHODS = {line[4 : line.index("(")]: line for line in SURFACE.splitlines() if line.startswith("api.")}
MODELS = set(re.findall(r"^models\.(\w+)(?:\(| =)", SURFACE, re.MULTILINE))
V0 = [case for case in ALL if case.name.startswith("v0_")]
RAW = [case for case in ALL if case.name.startswith("raw_")]
OFFICIAL = [case for case in ALL if case.name.startswith("official_")]


def _parameters(method: str) -> set[str]:
    return set(re.findall(r"(\w+): ", METHODS[method].split(") -> ", maxsplit=1)[0]))


@each_of(v0.CALLS)
def test_every_v0_call_has_a_case_and_a_successor(name: str) -> None:
    old = v0.CALLS[name]
    same = old.target.rpartition(".")[2] == name  # search, oauth.userinfo
    assert any(case.changes(f".{name}") or (same and case.name == f"v0_{name}") for case in V0)
    assert f".{old.target}(" in "".join(case.after for case in V0)
    assert set(old.arguments) <= _parameters(old.target)
    assert {argument for argument, _ in old.defaults} <= _parameters(old.target)


def test_the_v0_calls_are_those_of_the_api() -> None:
    in_api = {name.removeprefix("v0.") for name in METHODS if name.startswith("v0.")}
    assert set(v0.CALLS) == in_api | {"userinfo"}
    for name in in_api:
        assert set(v0.CALLS[name].arguments) == _parameters(f"v0.{name}")


@each_of(v0.ROUTES)
def test_every_v0_route_has_a_case_and_a_successor(name: str) -> None:
    assert any(case.changes(f"/v0/{name}") for case in RAW)
    route = v0.ROUTES[name]
    paths = _paths()
    assert (route.method, f"/v0/{name}") in paths
    assert (route.new_method or route.method, route.path) in paths


def _paths() -> set[tuple[str, str]]:
    """Methods and paths of the spec, every parameter called ``{id}``."""
    methods_and_paths: set[tuple[str, str]] = set()
    path = ""
    for line in (ROOT / "openapi.yaml").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"  (/[^:]*):", line):
            path = re.sub(r"\{\w+\}", "{id}", match[1])
        elif match := re.match(r"    (get|post|put|patch|delete):", line):
            methods_and_paths.add((match[1].upper(), path))
    return methods_and_paths


def test_every_method_of_the_official_sdk_exists_here() -> None:
    of_official = frozenset[str]().union(*OFFICIAL_METHODS.values())
    assert of_official <= official.OPERATIONS <= set(METHODS)
    assert {name for name in of_official if ", paged" in METHODS[name]} == official.PAGED


@pytest.mark.parametrize(
    "code",
    [
        *official.CLIENTS, *official.ERRORS, *official.OPTIONS, *official.CALL_OPTIONS, *sorted(official.NOT_GIVEN),
        *official.HTTP_CLIENTS, *official.RAW_FIELDS, *official.MODEL_FIELDS, *official.HINTS, *official.CHAT_KEYS,
        "remind_at_ms", "mode", "with_raw_response", "with_streaming_response", "parse", "iter_pages", "to_dict",
        "model_dump", "model_copy", "copy", "write_to_file", "stream_to_file", "get_next_page", "has_next_page",
    ],
)  # fmt: skip
def test_every_renamed_name_of_the_official_sdk_has_a_case(code: str) -> None:
    assert any(re.search(rf"\b{re.escape(code)}\b", case.before) for case in OFFICIAL)


@pytest.mark.parametrize("method", ["chats.create", "chats.messages.reactions.delete", "chats.reminders.create"])
def test_every_call_that_changed_has_a_case_for_each_form(method: str) -> None:
    forms = [case for case in OFFICIAL if f".{method}(" in case.before and case.before != case.after]
    assert forms != []
    assert METHODS[method]


def test_every_new_name_of_a_model_exists() -> None:
    tables = [official.MODELS_BY_NAME, official.MODELS_BY_MODULE, official.LIST_MODELS, v0.MODELS]
    assert [new for table in tables for new in table.values() if new not in MODELS] == []
    assert [old for old in v0.MODELS if old not in MODELS] == []


def test_every_new_name_of_a_class_exists() -> None:
    assert {*official.CLIENTS.values(), *v0.CLIENTS.values()} <= set(beeper_sdk.__all__)
    assert [new for new in official.ERRORS.values() if not inspect.isclass(getattr(errors, new, None))] == []


def test_every_new_option_exists() -> None:
    assert _missing(official.OPTIONS.values(), Beeper) == []
    assert _missing(official.CALL_OPTIONS.values(), Beeper.with_options) == []


def _missing(names: Iterable[str], function: object) -> list[str]:
    assert callable(function)
    return [name for name in names if name not in inspect.signature(function).parameters]


def test_every_new_attribute_of_an_answer_exists() -> None:
    assert set(official.RAW_FIELDS.values()) <= set(dir(Response))
    assert {"evolve", "to_dict", "additional_properties"} <= set(dir(ours.Chat))
    assert all(hasattr(errors.APIStatusError, new) for new in official.ERROR_FIELDS.values() if new != "str")
    for new in v0.FIELDS.values():
        assert f"models.Message.{new}: " in SURFACE
