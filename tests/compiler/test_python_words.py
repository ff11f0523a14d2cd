"""Descriptions of the spec become docstrings in the words of Python."""

from __future__ import annotations

import pytest

from scripts.compiler.render.python_words import in_python, python_names
from tests.compiler.mini import STRING, obj, spec

NAMES = {"hasMore": "has_more", "chatID": "chat_id", "m.tz": "m_tz", "isReadOnly": "is_read_only"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("hasMore can stay true.", "`has_more` can stay `True`."),
        ("Draft; null when there is none.", "Draft; `None` when there is none."),
        ("As in Chat.isReadOnly.", "As in `Chat.is_read_only`."),
        ("GET /v1/chats/{chatID}/messages", "GET /v1/chats/{chatID}/messages"),
        ("Sent as ``chatID``.", "Sent as ``chatID``."),
        ("A truthful nullable hasMoreItems.", "A truthful nullable hasMoreItems."),
    ],
)
def test_names_and_literals_become_those_of_python(said: str, expected: str) -> None:
    assert in_python(said, NAMES) == expected


def test_the_names_are_those_of_fields_and_parameters_that_differ() -> None:
    schemas = {"Chat": obj({"chatID": STRING, "id": STRING, "from": STRING, "inner": obj({"isGIF": STRING})})}
    assert python_names(spec(schemas)) == {"chatID": "chat_id", "isGIF": "is_gif"}
