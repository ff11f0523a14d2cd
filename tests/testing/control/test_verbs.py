"""Every public method is a request, or is left out for a reason; and every request does what the method does."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.control.table import CLASSES, LEFT_OUT, PLACES, public_names, verbs
from beeper_sdk.testing.control.verbs import Verb
from beeper_sdk.testing.wire.json_values import is_object
from tests.testing.control.examples import EXAMPLES, Json
from tests.testing.control.remote import Remote
from tests.testing.websocket.helpers import listening

KEYS = [f"{verb.method} {verb.path.removeprefix('/_fake')}" for verb in verbs(FakeBeeper)]
WITH_SOCKETS = "POST /websockets/wait"


def _unaccounted(server: type) -> list[str]:
    """Public names that are neither verbs nor left out."""
    owners = {"server": "FakeBeeper", "person": "Person", "me": "Me", "world": "WorldView", "clock": "FakeClock"}
    owners |= {"requests": "Requests", "websockets": "WebSockets", "extras": "Extras"}
    known = {f"{owners[verb.subject]}.{verb.name}" for verb in verbs(server)} | set(LEFT_OUT)
    names = [f"FakeBeeper.{name}" for name in public_names(server)]
    names += [f"{owner.__name__}.{name}" for owner in CLASSES for name in public_names(owner)]
    return sorted(set(names) - known)


def test_every_public_name_is_a_verb_or_left_out() -> None:
    assert _unaccounted(FakeBeeper) == []


def test_a_new_method_is_noticed() -> None:
    class Newer(FakeBeeper):
        def explode(self) -> None:
            pass

    assert _unaccounted(Newer) == ["FakeBeeper.explode"]


def test_what_is_left_out_exists_and_is_no_verb() -> None:
    owners: dict[str, type] = {"FakeBeeper": FakeBeeper} | {owner.__name__: owner for owner in CLASSES}
    for source in (*LEFT_OUT, *(source for source in PLACES if not source.startswith("Extras."))):
        owner, _, name = source.partition(".")
        assert name in public_names(owners[owner])
    assert set(LEFT_OUT) & set(PLACES) == set()


def test_no_two_verbs_have_the_same_request() -> None:
    assert len(KEYS) == len(set(KEYS)) > 60


def test_every_verb_has_an_example() -> None:
    assert {*EXAMPLES, WITH_SOCKETS} == set(KEYS)


def _filled(value: Any, names: Json) -> Any:
    if isinstance(value, str) and value.startswith("{"):
        return names[value[1:-1]]
    return {key: _filled(one, names) for key, one in value.items()} if is_object(value) else value


@pytest.mark.parametrize("key", EXAMPLES)
def test_a_verb_does_what_its_method_does(remote: Remote, key: str) -> None:
    example, (method, path) = EXAMPLES[key], key.split(" ")
    names = example.before(remote.fake)
    for name, value in example.names.items():
        path = path.replace(f"{{{name}}}", quote(_filled(value, names), safe=""))
    result = remote.call(method, path, names.get("", _filled(example.given, names)))
    assert example.check(remote.fake, result)


def test_a_client_of_the_websocket_is_waited_for(remote: Remote) -> None:
    with listening(remote.fake, "*"):
        remote.call("POST", "/websockets/wait", {"count": 1, "subscribed": True, "timeout": 5})
        assert [one["chat_ids"] for one in remote.call("GET", "/websockets")] == [["*"]]
        remote.call("POST", "/websockets/drop")
    error = remote.refused(409, "POST", "/websockets/wait", json={"timeout": 0.01, "count": 3})
    assert error["message"].startswith("fewer than 3 WebSocket clients")


def test_verbs_describe_themselves() -> None:
    def lacks(verb: Verb) -> bool:
        return not verb.about.summary

    assert [verb.path for verb in verbs(FakeBeeper) if lacks(verb)] == []
