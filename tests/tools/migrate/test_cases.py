"""What becomes of old code: golden cases, and what holds for all of them."""

from __future__ import annotations

import io
import tokenize
from collections import Counter

import pytest

from beeper_sdk._tools.migrate.engine import NotPython, migrate
from tests.each import each_of
from tests.tools.migrate.golden import ALL, Case

each_case = each_of(ALL)


@each_case
def test_old_code_becomes_new_code(case: Case) -> None:
    outcome = migrate(case.before)
    assert outcome.text == case.after
    assert "".join(f"{note.line}: {note.text}\n" for note in outcome.notes) == case.notes
    assert bool(outcome.changes) == (case.before != case.after)


@each_case
def test_a_second_run_changes_nothing(case: Case) -> None:
    again = migrate(case.after)
    assert (again.text, again.changes) == (case.after, 0)


@each_case
def test_comments_stay_or_are_listed(case: Case) -> None:
    lost = Counter(_comments(case.before)) - Counter(_comments(case.after))
    assert [text for text in lost if text not in case.notes] == []


@each_of(ALL[::4])
def test_line_ends_stay(case: Case) -> None:
    outcome = migrate(case.before.replace("\n", "\r\n"))
    assert outcome.text == case.after.replace("\n", "\r\n")


def _comments(text: str) -> list[str]:
    return [
        token.string for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type == tokenize.COMMENT
    ]


def test_there_are_enough_cases() -> None:
    assert len(ALL) >= 45


def test_what_is_not_listed_has_nothing_old_in_it() -> None:
    still_old = {case.name for case in ALL if not case.notes and "beeper_desktop_api" in case.after}
    assert still_old == {"official_nothing_to_do", "official_module_may_be_missing"}  # as the name of something else


def test_layout_stays() -> None:
    old = (
        "from beeper_sdk import v0\nc = v0.Client( )\nx  =  c.get_chat( chat_id = 'a' , max_participant_count=3) # y\n"
    )
    new = "from beeper_sdk import Beeper\nc = Beeper( )\nx  =  c.chats.retrieve( 'a' , max_participant_count=3) # y\n"
    assert migrate(old).text == new


def test_text_that_is_not_python_is_refused_with_its_line() -> None:
    with pytest.raises(NotPython, match="line 2"):
        migrate("import beeper_sdk\nx = (\n")


def test_code_that_cannot_be_parsed_is_reported_without_old_names_too() -> None:
    with pytest.raises(NotPython, match="line 1: parser error"):
        migrate("x = (")
