"""Characters that a text must not hand on: terminals act on them, or they change the order of what is shown."""

from __future__ import annotations

import re

_UNWANTED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_CAN_HIDE = re.compile(f"[{_SELECTORS}\U000e0000-\U000e007f]")
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f"
_HIDDEN = re.compile(f"({_FLAG})|[\U000e0000-\U000e007f]|(?<=[{_SELECTORS}])[{_SELECTORS}]")


def without_controls(text: str) -> str:
    """The text without control characters, except newline and tab, and without bidirectional overrides.

    Carriage returns and the separators of Unicode become newlines. Embeddings, overrides and isolates of text direction
    (U+202A to U+202E, U+2066 to U+206F) are removed: they reorder the text around them. The marks U+200E, U+200F and
    U+061C stay, which people who write from right to left type and which reorder no letters; so does U+200D, which
    joins emoji. Half of a surrogate pair becomes U+FFFD: it cannot be written to a file. The noncharacters U+FDD0 to
    U+FDEF are removed too: no text has them. So are invisible characters in which whole texts can be hidden, which
    language models read: tags (U+E0000 to U+E007F) except in flags such as that of Wales, and variation selectors after
    another one.
    """
    if _UNWANTED.search(text):
        text = _UNWANTED.sub("", _SURROGATE.sub("\ufffd", _LINE_ENDS.sub("\n", text)))
    return _HIDDEN.sub(r"\1", text) if _CAN_HIDE.search(text) else text


def one_line(text: str) -> str:
    """The same in one line: a name or title that somebody else chose."""
    return " ".join(without_controls(text).split())
