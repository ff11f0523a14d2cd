"""The API's real history in small: from version 0 to the official SDK 6.0.0. The reports are pinned beside it.

To write them anew after a change of the tool, and then read what changed:
``python -m tests.compiler.compare.test_history``
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from beeper_sdk._cli.doctor.openapi_document import is_node
from scripts.compiler.compare import compare, report
from tests.compiler.compare.edits import HERE, Document, load

PLACE = HERE / "history"
STEPS = ("4.1.294", "4.2.557", "4.2.808", "4.3.0", "6.0.0")


def patched(target: Any, patch: Any) -> Any:
    """A JSON merge patch: null takes away, what is no object stands for itself."""
    if not is_node(patch):
        return patch
    result: Document = {**target} if is_node(target) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), value)
    return result


def states() -> dict[str, Document]:
    """Every state by its name, the oldest first."""
    documents = {"v0": load(PLACE / "base.yaml")}
    for state in STEPS:
        documents[state] = patched([*documents.values()][-1], load(PLACE / f"{state}.yaml"))
    return documents


STATES = states()


def reported(state: str) -> str:
    names = [*STATES]
    return report.text(compare(STATES[names[names.index(state) - 1]], STATES[state]), "1.0.0")


def pin(state: str) -> Path:
    return PLACE / f"{state}.txt"


@pytest.mark.parametrize("state", STEPS)
def test_each_step_of_the_history_has_its_report(state: str) -> None:
    assert reported(state) == pin(state).read_text(encoding="utf-8")


def classes(state: str, level: str) -> set[str]:
    names = [*STATES]
    return {
        change.name for change in compare(STATES[names[names.index(state) - 1]], STATES[state]) if level in change.level
    }


def test_what_is_known_to_have_hurt_is_found() -> None:
    """The breaks that users of the official SDK met, by what they typed."""
    assert {
        "beeper.chats.retrieve(max_participant_count=)",
        "beeper.messages.search(limit=)",
        "beeper.messages.send",
        "beeper.oauth.userinfo",
    } <= classes("4.1.294", "callers")
    assert {"beeper.chats.archive", "models.Error.error", "models.Message.message_id"} <= classes("4.1.294", "readers")
    assert "models.Chat.last_read_message_sort_key" not in classes("4.1.294", "breaking")
    assert {"models.Account.network", "models.Chat.network"} == classes("4.2.557", "readers")
    assert {"beeper.chats.create(mode=)", "models.ReminderInput.remind_at_ms"} <= classes("4.2.808", "callers")
    assert "beeper.chats.retrieve(max_participant_count=)" in classes("4.2.808", "callers")
    assert classes("4.3.0", "breaking") == set()
    assert classes("6.0.0", "breaking") == set()


if __name__ == "__main__":
    for state in STEPS:
        pin(state).write_text(reported(state), encoding="utf-8")
