"""The functions of `beeper_sdk.render`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..generated import models


def plain(message: models.Message | str) -> str:
    """The text of a message as plain text. A str is rendered like the text of a message, such as that of a draft.

    Attachments are a line each before the text: `[image: beach.jpg, 1.2 MB]`, `[voice message, 0:12] "transcription"`,
    `[sticker]`; a deleted message is `[deleted message]`. Bold and italic text is not marked. A link is
    `label (address)`, or the label alone if it says the address; a mention is the name; a spoiler is
    `[spoiler: reason] text`. Lists, quotes and tables have `- `, `> ` and ` | `. The quote of a reply is left out:
    `message.linked_message_id` says what it replies to. Reactions and "edited" are not in the text.

    Args:
        message: A message, or a text of one.

    Raises:
        TypeError: it is neither a message nor a str.
    """
    from .whole import as_plain

    return as_plain(message)


def markdown(message: models.Message | str) -> str:
    r"""The text of a message as Markdown: CommonMark, with the tables and `~~deleted~~` text of GitHub's.

    What is literal in the text is escaped, so that a renderer shows the same text as `plain`; `1 * 2` is `1 \* 2`.
    Lines end with two spaces, where the next one belongs to the same paragraph. Marks of bold or italic text that
    CommonMark would not read as such are left out. Spoilers are `||text||`. Placeholders are as in `plain`.

    Args:
        message: A message, or a text of one.

    Raises:
        TypeError: it is neither a message nor a str.
    """
    from .whole import as_markdown

    return as_markdown(message)


def html(message: models.Message | str) -> str:
    """The text of a message as HTML that is safe to put into a page. Needs the extra `html`.

    Only tags of Matrix HTML are left, without styles, classes and handlers. Links lead to http, https and mailto, with
    `rel="noopener noreferrer"`. A picture is replaced by its alternative text, so that showing the message requests
    nothing. Plain text is escaped, and its lines end with `<br>`. Placeholders are as in `plain`.

    Args:
        message: A message, or a text of one.

    Raises:
        TypeError: it is neither a message nor a str.
        ModuleNotFoundError: the package nh3 is not installed.
    """
    from .whole import as_html

    return as_html(message)
