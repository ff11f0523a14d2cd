"""The text of messages, for people and programs: plain text, Markdown and safe HTML. Pure functions, no request.

    from beeper_sdk import render

    for message in beeper.messages.last(chat):
        print(render.plain(message))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._core.text.controls import without_controls
from ._core.text.entities import decoded, is_escaped
from ._core.text.message_text import text_of, with_sender
from ._core.text.plain_form import PlainForm
from ._core.text.tags import markup

if TYPE_CHECKING:
    from ._core.generated import models

__all__ = ["plain"]


def plain(message: models.Message | str) -> str:
    text = without_controls(text_of(message))
    source = markup(text)
    rendered = PlainForm.render(source) if source else decoded(text) if is_escaped(text) else text
    return with_sender(rendered, message, str)
