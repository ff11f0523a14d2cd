"""One edit per kind of change, and the class it must have. Nothing else may be reported with it."""

from __future__ import annotations

from tests.compiler.compare import table_answers, table_bodies, table_conduct, table_operations
from tests.compiler.compare.edits import MINI, edited, reported
from tests.compiler.compare.vocabulary import Table
from tests.each import each_of

EDITS: Table = {**table_operations.EDITS, **table_bodies.EDITS, **table_answers.EDITS, **table_conduct.EDITS}


@each_of(EDITS)
def test_each_kind_of_change_has_its_class(kind: str) -> None:
    edits, expected = EDITS[kind]

    assert reported(MINI, *edits) == expected


def test_every_edit_changes_the_spec() -> None:
    assert [kind for kind, (edits, _) in EDITS.items() if edited(MINI, *edits) == MINI] == []
    assert len(EDITS) >= 60
