"""Uses a result as programs do: reads, shows, compares, copies and stores all of it."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from beeper_sdk.types import Model

MAX_ITEMS = 3


def use(value: Any) -> None:
    """Use a value and everything in it."""
    _use(value, 0)


def _use(value: Any, depth: int) -> None:
    repr(value)
    str(value)
    if depth > 8:
        return
    if isinstance(value, datetime):
        value.isoformat()
        value.timestamp()
    elif isinstance(value, Model):
        _use_model(value)
        for inner in attributes(value):
            _use(inner, depth + 1)
    elif isinstance(value, dict):
        for inner in list(value.values())[:MAX_ITEMS]:
            _use(inner, depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value[:MAX_ITEMS]:
            _use(inner, depth + 1)
    elif type(value).__module__.startswith("beeper_sdk"):
        pickle.loads(pickle.dumps(value)) if isinstance(value, Exception) else None
        for inner in attributes(value):
            _use(inner, depth + 1)


def _use_model(value: Model) -> None:
    out: Any = value.to_dict()
    json.dumps(out)
    stored, copied = pickle.loads(pickle.dumps(value)), copy.deepcopy(value)
    if "nan" not in json.dumps(out).casefold():  # which differs from itself
        assert stored == value
        assert copied == value
        if type(out) is dict:  # else it is an item of a list that is not an object
            assert type(value).from_dict(out).to_dict() == out
    _ = value != 5, value.missing_fields, value.additional_properties
    value.evolve()


def attributes(value: object) -> Iterator[Any]:
    """The public attributes and properties of an object; methods are not called."""
    for name in dir(type(value)):
        member = inspect.getattr_static(type(value), name)
        if not name.startswith("_") and (isinstance(member, property) or inspect.isdatadescriptor(member)):
            yield getattr(value, name)
    if not isinstance(value, type):
        yield from list(getattr(value, "__dict__", {}).values())


def subjects(value: Any) -> list[Any]:
    """What is passed back to other methods: the result, or the first items of a list."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return value[:2]
    items = getattr(value, "items", None)
    return [value] if not isinstance(items, list) else list(items[:2])
