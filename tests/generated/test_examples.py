"""Every example of the spec is read by both compilations of it, and the client gives it back unchanged."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

import beeper_sdk_server.models
from beeper_sdk_client._model import to_json
from tests.each import each_of
from tests.generated.contract import example, loader, model, model_names, plan, schemas


@each_of(sorted(schemas()))
def test_pydantic_accepts_it(name: str) -> None:
    reader: TypeAdapter[Any] = TypeAdapter(getattr(beeper_sdk_server.models, name))
    reader.validate_json(json.dumps(example(name)))


@each_of(model_names())
def test_a_model_gives_back_its_example(name: str) -> None:
    assert model(name).from_dict(example(name)).to_dict() == example(name)


@each_of(sorted(plan().unions))
def test_a_union_gives_back_its_example(name: str) -> None:
    assert to_json(loader(name)(example(name))) == example(name)


@each_of(model_names())
def test_nothing_of_an_example_is_unknown(name: str) -> None:
    assert model(name).from_dict(example(name)).additional_properties == {}
