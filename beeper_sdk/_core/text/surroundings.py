"""What surrounds the text of a message: the placeholder of one without text, edits, reactions, what it replies to.

All of it is plain text without control characters; Markdown and HTML forms must escape it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..generated import base, models
from ..util.validation import string
from .attached import placeholders
from .controls import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

DELETED = "[deleted message]"
_WITHOUT_TEXT = "[message without text]"
_MAX_KEY = 60
_MAX_NAMES = 10
_CUSTOM = "[custom emoji]"
# What separates reactions and names from others: a key and a name can be any text.
_IN_KEYS, _IN_NAMES = re.compile(r"""[\s,;"]"""), re.compile("""[,;"]""")


def lines_before(message: models.Message, text: str) -> list[str]:
    """The lines before the rendered text of a message, or in place of it: `text` may be empty.

    A placeholder for each attachment; for a message without text and attachments, one that says what it is.
    """
    lines = list(placeholders(message, text))
    return lines if lines or text.strip() else [_placeholder(message)]


def _placeholder(message: models.Message) -> str:
    kind = one_line(message.kind)
    links: object = message.links
    if base.is_list(links) and links:
        title = string(links[0].title) if isinstance(links[0], models.LinkPreview) else None
        shown = one_line(title or "")
        return f"[link: {shown}]" if shown else "[link]"
    return _WITHOUT_TEXT if kind in ("text", "unknown", "") else f"[{kind}]"


def is_deleted(message: models.Message) -> bool:
    """Whether only `DELETED` is shown of a message."""
    return message.kind == "deleted"


def is_edited(message: models.Message) -> bool:
    """Whether "(edited)" is shown after the text."""
    return message.edited_timestamp is not None and not is_deleted(message)


def reply_to(message: models.Message) -> str | None:
    """The ID of the message that this one replies to. None for a reaction, whose target is no reply."""
    linked = string(message.linked_message_id)
    return linked if linked and message.kind not in ("reaction", "deleted") else None


def reactions(message: models.Message, name_of: Callable[[str], str]) -> list[str]:
    """`👍 Bob, Alice` for each reaction that somebody added, in the order of the first of each.

    `name_of` returns the name of a participant by the ID. After ten names: "and 5 more". A key or name that could pass
    for several is quoted: `"👍 Bob; ❤️" Eve`.
    """
    groups: dict[str, dict[str, str]] = {}
    found: object = message.reactions
    for reaction in found if base.is_list(found) else ():
        if isinstance(reaction, models.Reaction) and (key := reaction_key(reaction)):
            who = string(reaction.participant_id) or ""
            groups.setdefault(key, {})[who] = (one_line(name_of(who)) if who else "") or "somebody"
    return [f"{_quoted(key, _IN_KEYS)} {_names([*names.values()])}" for key, names in groups.items()]


def reaction_key(reaction: models.Reaction) -> str:
    """An emoji, or the name of one: `:blobcat:`. Empty if it has none; the address of a picture is not shown."""
    key = one_line(string(reaction.reaction_key) or "")
    if "://" in key:
        return _CUSTOM
    is_named = bool(reaction.img_url) and reaction.emoji is not True and bool(key)
    shown = f":{key.strip(':')}:" if is_named else key
    return shown if len(shown) <= _MAX_KEY else f"{shown[: _MAX_KEY - 1]}…"


def first_words(text: str, limit: int = 60) -> str:
    """The beginning of a text in one line of at most so many characters, cut between words where there are any."""
    line = one_line(text[: limit * 20])
    if len(line) <= limit:
        return line if len(text) <= limit * 20 else f"{line[: limit - 1]}…"
    cut = line[: limit - 1]
    words = cut.rpartition(" ")[0]
    return f"{words if len(words) > limit // 2 else cut}…"


def _names(names: list[str]) -> str:
    shown = ", ".join(_quoted(name, _IN_NAMES) for name in names[:_MAX_NAMES])
    return shown if len(names) <= _MAX_NAMES else f"{shown} and {len(names) - _MAX_NAMES} more"


def _quoted(text: str, separators: re.Pattern[str]) -> str:
    if text == _CUSTOM or not separators.search(text):
        return text
    return f'"{text.replace(chr(34), chr(39))}"'
