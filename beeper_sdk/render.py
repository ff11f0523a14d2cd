"""The text of messages: plain text, Markdown and safe HTML. Pure functions without requests.

    from beeper_sdk import render

    for message in beeper.messages.last(chat):
        print(render.plain(message))

The text of a message is Matrix HTML or plain text, and the API does not say which. It is HTML if it has a known tag
that is closed later (`<b>now</b>`), or a `<br>`, `<hr>` or `<img …>`; otherwise tags are text: `use <b> for bold`. What
looks like a tag and is none (`<name>`, `<3`) is text in both. References such as `&amp;` are decoded once, in plain
text only if it has neither `<` nor another `&`: such a text was not escaped.

No function raises because of what is in a message, and the time of each grows linearly with the length of the text.
Control characters, except newline and tab, and overrides of the text direction are removed, so that the result can be
printed on a terminal and written as UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._core.text.rendering import html, markdown, plain

__all__ = ["html", "markdown", "plain"]

if not TYPE_CHECKING:
    from ._core.util.lazy import by_module, lazy

    __getattr__, __dir__ = lazy(__name__, by_module({"._core.text.rendering": "html markdown plain"}))
