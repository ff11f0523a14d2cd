"""The classes and names of `beeper_sdk.v0`."""

from __future__ import annotations

import inspect
import pickle

import pytest

import beeper_sdk
from beeper_sdk import v0
from tests.v0.calls import CALLS


def test_there_are_fourteen_calls_with_the_parameters_of_v0() -> None:
    names = {name for name, _ in inspect.getmembers(v0.Client, inspect.isfunction) if name[0] != "_"}
    assert names == {*CALLS, "close"}
    for name in CALLS.keys() - {"userinfo"}:
        ours = list(inspect.signature(getattr(v0.Client, name)).parameters)
        theirs = list(inspect.signature(getattr(beeper_sdk.api.v0, name)).parameters)
        assert ours[1:] == theirs


def test_the_client_takes_what_the_client_of_today_takes() -> None:
    for old, new in ((v0.Client, beeper_sdk.Beeper), (v0.AsyncClient, beeper_sdk.AsyncBeeper)):
        ours, theirs = (inspect.signature(client_class.__init__).parameters for client_class in (old, new))
        assert [(parameter.name, parameter.default, parameter.kind) for parameter in ours.values()] == [
            (parameter.name, parameter.default, parameter.kind) for parameter in theirs.values()
        ]


def test_it_pickles_and_shows_no_token() -> None:
    with v0.Client("secret") as client:
        again = pickle.loads(pickle.dumps(client))
        assert "secret" not in repr(client)
        assert repr(again) == repr(client) == "<v0.Client http://localhost:23373>"
        again.close()


def test_the_names_of_the_module() -> None:
    assert v0.__all__ == sorted(v0.__all__) == dir(v0)
    assert all(getattr(v0, name) is not None for name in v0.__all__)
    with pytest.raises(AttributeError, match="no attribute 'client'"):
        getattr(v0, "client")  # noqa: B009
    assert beeper_sdk.v0 is v0
