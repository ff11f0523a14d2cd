"""The walker behind decode errors, `strict` and diagnostics, on JSON that was changed in random places."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk_client import DecodeError
from beeper_sdk_client._annotations import type_of
from beeper_sdk_client._decode_errors import describe, first_fault
from beeper_sdk_client._model import decode, is_list, is_object
from beeper_sdk_client._validation import Mismatch, validate
from tests.generated.contract import example, loader
from tests.generated.strategies import NEW_KEYS, TIMES, of_component
from tests.sweeps import examples

GENERATED = settings.get_profile("generated")
WRONG: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([None, True, 7, 1.5, "2026-W36-1", "never", [], {}, [{}], {"type": "new"}, {"a b": [None]}]), TIMES
)
UNKNOWN = ("unknown_field", "unknown_value")


def changed(draw: st.DrawFn, value: Any) -> Any:
    """A copy with one key removed, one added or one value replaced, at some depth."""
    action = draw(st.integers(0, 5))
    if is_object(value) and value and action:
        key = draw(st.sampled_from(sorted(value)))
        if action == 1:
            return {name: inner for name, inner in value.items() if name != key}
        if action == 2:
            return value | {draw(NEW_KEYS): draw(WRONG)}
        return value | {key: changed(draw, value[key])}
    if is_list(value) and value and action:
        return [changed(draw, value[0]), *value[1:]]
    return draw(WRONG)


@st.composite
def mutated(draw: st.DrawFn, name: str) -> Any:
    """JSON of a schema with up to three changes."""
    value = draw(of_component(name))
    for _ in range(draw(st.integers(0, 3))):
        value = changed(draw, value)
    return value


def mismatches(name: str, data: object, **options: Any) -> list[Mismatch]:
    return list(validate(type_of(loader(name)), data, **options))


def decoding_error(name: str, data: object) -> DecodeError | None:
    try:
        decode(loader(name), data)
    except DecodeError as error:
        return error
    return None


def line(mismatch: Mismatch) -> str:
    return f"{mismatch.path}: {describe(mismatch)}"


def spelled(error: DecodeError | None) -> list[str]:
    return [] if error is None else [str(error)]


@pytest.mark.parametrize(
    "name", ["Account", "Chat", "ChatCreateResult", "ErrorDetails", "LoginSession", "MessagePage", "WSOutgoing"]
)
def test_decoding_strict_mode_and_diagnostics_agree(name: str) -> None:
    @settings(GENERATED, max_examples=examples(20))
    @given(mutated(name))
    def check(data: Any) -> None:
        reported = mismatches(name, data)
        everything = mismatches(name, data, report_unknown=True)
        assert [mismatch for mismatch in everything if mismatch.kind not in UNKNOWN] == reported
        structural = [mismatch for mismatch in reported if mismatch.structural]
        assert spelled(first_fault(loader(name), data)) == [*map(line, structural or reported)][:1]
        error = decoding_error(
            name, data
        )  # None for some structural mismatches: fields of two types are read leniently
        assert error is None or spelled(error) == [line(structural[0])]

    check()


def test_a_mismatch_holds_where_it_is_and_what_was_expected() -> None:
    data = example("Chat") | {"unreadCount": "3", "type": "channel", "a b": [1]}
    del data["id"]
    assert mismatches("Chat", data, report_unknown=True) == [
        Mismatch("missing", "$.id", "Chat.id", structural=True),
        Mismatch("unknown_value", "$.type", "Chat.type", found="str", unknown="channel"),
        Mismatch("wrong_type", "$.unreadCount", "Chat.unreadCount", "int", "str"),
        Mismatch("unknown_field", "$", "Chat", found="list", unknown="a b"),
    ]


def test_only_so_many_items_are_looked_at() -> None:
    values = {"a": ["1"] * 5, "b": ["1"] * 5, "c": []}
    assert len(list(validate(dict[str, list[int]], values))) == 10
    assert len(list(validate(dict[str, list[int]], values, max_items=2))) == 4
    assert len(list(validate(dict[str, list[int]], values, max_items=1))) == 1


def test_mismatches_are_found_one_by_one() -> None:
    iterator = validate(list[int], ["1", "2"])
    assert next(iterator).path == "$[0]"
    assert next(iterator).path == "$[1]"
