"""What the network of a chat allows, checked before something is sent to it. No I/O.

Only a `Chat` that the user passes is checked, by the ``capabilities`` that it has. What they do not mention is allowed,
except types of attachments, where the API says that a type which is not listed is rejected. A merged chat is not
checked: which of its members receives the message is not known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...errors import NetworkLimit
from ..delivery.text_similarity import sent_forms
from ..generated import models
from ..util.validation import is_whole

if TYPE_CHECKING:
    from ..generated import models as m

SEND = "messages.send"
_MARKUP = re.compile(r"[*_~`\[\]<>#\\|&!]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
"""What the app may remove from a text when it converts Markdown."""


def capabilities_of(chat: object) -> m.ChatCapabilities | None:
    """The capabilities of a chat; None if they are not known."""
    if not isinstance(chat, models.Chat) or chat.merge is not None:
        return None
    found: object = chat.capabilities
    return found if isinstance(found, models.ChatCapabilities) else None


def is_supported(level: object) -> bool:
    """Whether a level allows something: 1 (partial) and 2 (full) do; 0 (unsupported), -1 (dropped) and -2 (rejected) do
    not. An unknown level does."""
    return not is_whole(level) or level >= 1


def check_support(operation: str, level: object, capability: str, what: str, hint: str = "") -> None:
    """Raise NetworkLimit if a level does not allow something."""
    if not is_supported(level):
        raise NetworkLimit(operation, f"this chat does not support {what} (level {level}){hint}", capability)


def check_limit(
    operation: str, capability: str, limit: object, actual: float | None, subject: str, unit: str, hint: str = ""
) -> None:
    """Raise NetworkLimit if a value is known and exceeds its limit."""
    if not is_whole(limit) or actual is None or actual <= limit:
        return
    reason = f"{subject} {_shown(actual)} {unit}; this chat allows {limit:,}{hint}"
    raise NetworkLimit(operation, reason, capability, limit=limit, actual=actual, unit=unit)


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def check_text(chat: object, text: object, operation: str) -> None:
    """Raise NetworkLimit if a text is too long for a chat, whatever the app makes of its markup."""
    known = capabilities_of(chat)
    if known is not None and isinstance(text, str):
        length = least_length(text, known.max_text_length)
        check_limit(operation, "max_text_length", known.max_text_length, length, "the text has", "characters")


def least_length(text: str, limit: object) -> int:
    """The number of characters that a text has at least when it is displayed. Exact for a text without markup."""
    length = len(text.strip())
    if not is_whole(limit) or length <= limit or not _MARKUP.search(text):
        return length
    return min(map(len, sent_forms(text)))
