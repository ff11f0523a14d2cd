"""What holds for any two documents: no change gives no report, what is removed comes back, nothing crashes."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._cli.doctor.openapi_document import is_array, is_node
from scripts.compiler.compare import Change, compare, report
from tests.compiler.compare.edits import MINI, ROOT, Document, edited, load
from tests.compiler.compare.test_edits import EDITS
from tests.compiler.compare.vocabulary import REF
from tests.each import each_of

SPEC = load(ROOT / "openapi.yaml")
KINDS = st.sampled_from(sorted(EDITS))
JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, 3, "text", ["x"], {"type": "integer"}, {"$ref": f"{REF}Chat"}),
        *(list[str](), dict[str, str](), {"allOf": [{"$ref": f"{REF}Participant"}]}),
        {"anyOf": [{"$ref": f"{REF}Event"}, {"type": ["null", "array"]}]},
    ]
)


@pytest.mark.parametrize("document", [MINI, SPEC], ids=["mini", "openapi.yaml"])
def test_a_document_does_not_differ_from_its_copy(document: Document) -> None:
    assert compare(document, copy.deepcopy(document)) == []


def test_the_order_of_keys_means_nothing() -> None:
    assert compare(SPEC, turned(SPEC)) == []


def turned(raw: Any) -> Any:
    if is_node(raw):
        return {key: turned(raw[key]) for key in reversed([*raw])}
    return [turned(item) for item in raw] if is_array(raw) else raw


@given(st.lists(KINDS, max_size=6, unique=True))
def test_edits_one_after_the_other_are_told_and_never_crash(kinds: list[str]) -> None:
    document = copy.deepcopy(MINI)
    for kind in kinds:
        attempt(document, kind)

    changes = compare(MINI, document)

    assert bool(changes) == (document != MINI)
    assert report.text(changes, "1.2.3").startswith("no API changes" if not changes else f"{len(changes)} change")


def attempt(document: Document, kind: str) -> None:
    """An edit may find that another has removed its target."""
    try:
        for edit in EDITS[kind][0]:
            edit(document)
    except (KeyError, IndexError, StopIteration, ValueError, TypeError, AttributeError):
        return


@each_of(EDITS)
def test_what_one_way_takes_away_the_other_way_brings(kind: str) -> None:
    document = edited(MINI, *EDITS[kind][0])
    there, back = compare(MINI, document), compare(document, MINI)

    assert things(there, "removed") == things(back, "added")
    assert things(there, "added") == things(back, "removed")
    assert renamings(there) == renamings(back)


def things(changes: list[Change], verb: str) -> list[tuple[str, str]]:
    return sorted((change.kind, change.name) for change in changes if change.verb == verb)


def renamings(changes: list[Change]) -> list[str]:
    return sorted(change.kind for change in changes if change.verb == "renamed")


def paths(raw: Any, prefix: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a document."""
    here = [prefix] if prefix else []
    if is_node(raw):
        return here + [path for key, value in raw.items() for path in paths(value, (*prefix, key))]
    if is_array(raw):
        return here + [path for number, value in enumerate(raw) for path in paths(value, (*prefix, number))]
    return here


PATHS = [path for path in paths(MINI) if path[0] in ("paths", "components")]


@given(st.lists(st.tuples(st.sampled_from(PATHS), JUNK, st.booleans()), max_size=8))
def test_nonsense_never_crashes(edits: list[tuple[tuple[Any, ...], Any, bool]]) -> None:
    document = copy.deepcopy(MINI)
    for path, junk, taken_away in edits:
        spoil(document, path, junk, taken_away=taken_away)

    assert bool(compare(MINI, document)) == (document != MINI)
    assert bool(compare(document, MINI)) == (document != MINI)


def spoil(document: Document, path: tuple[Any, ...], junk: Any, *, taken_away: bool) -> None:
    where: Any = document
    try:
        for segment in path[:-1]:
            where = where[segment]
        if taken_away:
            del where[path[-1]]
        else:
            where[path[-1]] = copy.deepcopy(junk)
    except (KeyError, IndexError, TypeError):
        return


def test_schemas_that_hold_themselves_come_to_an_end() -> None:
    loop: Document = {
        "paths": {},
        "components": {
            "schemas": {
                "A": {"$ref": "#/components/schemas/B"},
                "B": {"$ref": "#/components/schemas/A"},
                "C": {
                    "allOf": [{"$ref": "#/components/schemas/C"}],
                    "properties": {"c": {"type": "array", "items": {"$ref": "#/components/schemas/A"}}},
                },
                "D": {"type": "array", "items": {"$ref": "#/components/schemas/D"}},
            }
        },
    }
    extended = copy.deepcopy(loop)
    extended["components"]["schemas"]["C"]["properties"]["d"] = {"$ref": "#/components/schemas/D"}

    assert [change.name for change in compare(loop, extended)] == ["models.C.d"]
