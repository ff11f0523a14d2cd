"""Which models share a module: nothing is imported in vain, and no two modules import each other."""

from __future__ import annotations

import sys
from graphlib import TopologicalSorter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.compiler.plan.planner import make
from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.parsed_spec import read
from tests.compiler.conftest import Compile
from tests.compiler.mini import STRING, answer, body, dump, get, obj, ref, spec
from tests.sweeps import examples


def places(document: dict[str, Any]) -> dict[str, str]:
    """The module of each schema."""
    return dict(make(read(dump(document))).modules)


def documented(schemas: dict[str, Any], **operations: dict[str, Any]) -> dict[str, Any]:
    """A spec with operations by their names (a__b for a.b)."""
    paths = {f"/{name}": {"get": get(name.replace("__", "."), response)} for name, response in operations.items()}
    return {**spec(paths=paths), "components": {"schemas": schemas}}


def test_what_only_comes_with_a_model_is_in_its_module() -> None:
    schemas = {
        "Chat": obj({"draft": ref("Draft"), "author": ref("User")}),
        "Draft": obj({"text": STRING}),
        "User": obj({"id": STRING}),
    }
    modules = places(documented(schemas, chats__get=answer(ref("Chat")), accounts__me=answer(ref("User"))))
    assert modules == {"Chat": "chat", "Draft": "chat", "User": "user"}


def test_a_call_of_a_group_that_programs_begin_with_loads_only_what_it_answers() -> None:
    schemas = {"One": obj({"id": STRING}), "Two": obj({"id": STRING})}
    lean = documented(schemas, chats__one=answer(ref("One")), chats__two=answer(ref("Two")))
    assert places(lean) == {"One": "one", "Two": "two"}
    rare = documented(schemas, oauth__one=answer(ref("One")), oauth__two=answer(ref("Two")))
    assert places(rare) == {"One": "oauth", "Two": "oauth"}


def test_what_no_response_holds_is_apart() -> None:
    schemas = {"One": obj({"id": STRING}), "Two": obj({"id": STRING}), "Fault": obj({"error": STRING})}
    document = documented(schemas, chats__one={"200": {"description": "Done."}}, chats__two=answer(ref("Fault"), "400"))
    document["paths"]["/chats__one"] = {
        "post": {**document["paths"]["/chats__one"]["get"], "requestBody": body(ref("One"))}
    }
    document["paths"]["/chats__two"]["get"]["responses"]["204"] = {"description": "Done."}
    assert places(document) == {"One": "bodies", "Fault": "bodies", "Two": "bodies"}


def test_models_that_refer_to_each_other_are_in_one_module(compiled: Compile) -> None:
    schemas = {
        "One": obj({"two": ref("Two")}),
        "Two": obj({"one": ref("One"), "either": ref("Either")}),
        "Either": {"anyOf": [ref("One"), STRING]},
    }
    document = documented(schemas, chats__one=answer(ref("One")), messages__two=answer(ref("Two")))
    assert set(places(document).values()) == {"either"}
    read_ = compiled(document).module("models.either").One.from_dict({"two": {"either": {"two": {}}}})
    assert read_.to_dict() == {"two": {"either": {"two": {}}}}


def test_two_modules_of_one_name_are_refused() -> None:
    schemas = {"Oauth": obj({"id": STRING}), "Token": obj({"id": STRING})}
    answers = {"chats__x": answer(ref("Oauth")), "oauth__x": answer(ref("Oauth")), "oauth__y": answer(ref("Token"))}
    with pytest.raises(SpecError, match=r"^two modules of models would be named oauth: rename a schema of "):
        places(documented(schemas, **answers))


NAMES = ["Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord"]


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Schemas that refer to and inherit from each other in any way, and operations that answer them."""
    schemas: dict[str, Any] = {}
    for number, name in enumerate(NAMES):
        fields = {
            referenced.lower(): ref(referenced) for referenced in draw(st.sets(st.sampled_from(NAMES), max_size=3))
        }
        own = obj({f"own_{name.lower()}": STRING, **{f"{name.lower()}_{key}": field for key, field in fields.items()}})
        base = draw(st.sampled_from([None, *NAMES[:number]]))
        schemas[name] = own if base is None else {"allOf": [ref(base), own]}
    called = st.tuples(st.sampled_from(["chats", "messages", "oauth", "matrix"]), st.sampled_from(NAMES))
    operations = {f"{group}__{name.lower()}": answer(ref(name)) for group, name in draw(st.sets(called, min_size=1))}
    return documented(schemas, **operations)


@settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents(), first=st.sampled_from(NAMES))
def test_no_two_modules_import_each_other(document: dict[str, Any], first: str, compiled: Compile) -> None:
    plan = make(read(dump(document)))
    imports = {
        module: {
            plan.modules[reference]
            for name in plan.modules
            if plan.modules[name] == module
            for reference in plan.references[name]
        }
        - {module}
        for module in plan.modules.values()
    }
    TopologicalSorter(imports).prepare()  # raises CycleError
    mini = compiled(document)
    assert getattr(mini.module(f"models.{plan.modules[first]}"), first).from_dict({}).to_dict() == {}
    loaded = {name.rpartition(".")[2] for name in sys.modules if name.startswith(f"{mini.name}.models.")}
    # Models without generated methods find those that they refer to when they are first read.
    assert {name for name in loaded if not name.startswith("_")} <= reached(plan.modules[first], imports)


def reached(module: str, imports: dict[str, set[str]]) -> set[str]:
    return {module}.union(*(reached(imported, imports) for imported in imports[module]))
