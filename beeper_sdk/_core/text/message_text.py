"""The text of a message, before it is rendered: without the quote of a reply, and with the name of its sender."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..generated import models
from ..people.names import real_name
from ..util.message_kinds import SERVICE_KINDS
from ..util.validation import string
from .controls import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias, TypeGuard

    Content: TypeAlias = models.Message | str

SENDER = "{{sender}}"
"""What the app writes for the name of the sender in notices and reactions."""
_SOMEBODY = "Somebody"
# `> <@bob:example.org> the first line`, and the lines of the quote after it.
_FALLBACK = re.compile(r"> (?:\* )?<@[^\s<>]++>[^\n]*+\n(?:>[^\n]*+\n)*+\n?")


def is_message(value: object) -> TypeGuard[models.Message]:
    """Whether it is a message of a chat."""
    return isinstance(value, models.Message)


def text_of(content: Content) -> str:
    """The text of a message, or a text as it is. Raises TypeError for everything else."""
    if isinstance(content, str):
        return content
    if not is_message(content):
        raise TypeError(f"a message or a str is needed, not {type(content).__name__}")
    text = string(content.text) or ""
    if content.linked_message_id and text.startswith("> "):
        text = _FALLBACK.sub("", text, count=1) if _FALLBACK.match(text) else text
    return text


def with_sender(rendered: str, content: Content, written: Callable[[str], str]) -> str:
    """The rendered text with the name of the sender in place of `{{sender}}`, in texts that the app wrote.

    Only now: before, a name could be read as markup. `written` escapes it.
    """
    if SENDER not in rendered or isinstance(content, str) or content.kind not in SERVICE_KINDS:
        return rendered
    return rendered.replace(SENDER, written(sender_name(content)))


def sender_name(message: models.Message) -> str:
    """The name in the message, or "Somebody" if there is none: an ID or number is no name."""
    name = string(message.sender_name)
    return one_line(real_name(name, string(message.sender_id) or "") or "") or _SOMEBODY
