"""The error of an answer that cannot be read holds nothing of the answer."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk_client import DecodeError
from beeper_sdk_client._decode_errors import first_fault
from beeper_sdk_client._model import decode, is_list, is_object
from tests.generated.contract import example, loader, model, plan
from tests.generated.strategies import of_component
from tests.sweeps import examples

GENERATED = settings.get_profile("generated")


CANARY = "c4n4ry"


def with_canary(value: Any) -> Any:
    """JSON in which every text is the canary, but for kinds, so that variants stay what they are."""
    if isinstance(value, str):
        return CANARY
    if is_list(value):
        return [with_canary(item) for item in value]
    if is_object(value):
        return {key: item if key == "type" else with_canary(item) for key, item in value.items()}
    return value


WRONG = st.sampled_from([CANARY, [CANARY], {CANARY: CANARY}, 424242, None, True])


@st.composite
def broken(draw: st.DrawFn, name: str) -> Any:
    """JSON of a schema with one value, somewhere, replaced by one of another kind."""
    return _break(draw, with_canary(draw(of_component(name))))


def _break(draw: st.DrawFn, value: Any) -> Any:
    deeper = bool(draw(st.integers(0, 3)))
    if deeper and is_object(value) and value:
        key = draw(st.sampled_from(sorted(value)))
        return value | {key: _break(draw, value[key])}
    if deeper and is_list(value) and value:
        return [_break(draw, value[0]), *value[1:]]
    return draw(WRONG)


@pytest.mark.parametrize(
    "name", ["Chat", "MessagePage", "LoginSession", "ChatCreateResult", "WSOutgoing", "ErrorDetails"]
)
def test_nothing_of_the_answer_is_in_the_error(name: str) -> None:
    @settings(GENERATED, max_examples=examples(25))
    @given(broken(name))
    def check(data: Any) -> None:
        try:
            decode(loader(name), data)
        except DecodeError as error:
            fault = error
        else:
            scalar = first_fault(loader(name), data)
            if scalar is None:
                return
            fault = scalar
        assert CANARY not in str(fault)
        assert "424242" not in str(fault)
        assert fault.path.startswith("$")
        assert "could not be read" not in fault.problem, "the reader did not find what the decoder stumbled over"

    check()


SECRETS = [
    (model_name, field.wire)
    for model_name, planned in sorted(plan().models.items())
    for field in planned.properties
    if field.raw.get("x-beeper-pii") == "secret"
]


@pytest.mark.parametrize(("name", "wire"), SECRETS)
def test_a_model_does_not_show_its_secrets(name: str, wire: str) -> None:
    value = {"code": CANARY} if is_object(example(name).get(wire)) else CANARY
    data = {**example(name), wire: value}
    shown = repr(model(name).from_dict(data))
    assert CANARY not in shown
    assert f"{model(name)._ATTRIBUTES[wire]}=..." in shown


def test_there_are_secrets_to_hide() -> None:
    assert ("TokenResponse", "access_token") in SECRETS
    assert len(SECRETS) > 20
