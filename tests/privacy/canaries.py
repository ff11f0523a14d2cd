"""Values that must not be seen again, and the search for them in all the forms they could take."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from itertools import count
from urllib.parse import unquote_plus

WORD = "qzCanaryVx"
NUMBER = 7731800842
"""For fields that hold numbers: what identifies a person may be one."""
TOKEN = f"{WORD}-token"
_numbers = count(1)


def word() -> str:
    """A canary that was not used yet: a leak can be distinguished from others."""
    return f"{WORD}{next(_numbers)}é"


def _forms() -> Iterator[str]:
    yield from (WORD.lower(), WORD.lower()[::-1], WORD.encode().hex(), str(NUMBER))
    for canary in (WORD, WORD.lower(), WORD.upper(), str(NUMBER)):
        for shift in range(3):
            encoded = b64encode(b"\0" * shift + canary.encode()).decode().rstrip("=")
            yield encoded[(shift * 8 + 5) // 6 : -1].lower()


FORMS = tuple(_forms())


def find_canary(text: str) -> str | None:
    """The first piece of the text around a canary; None where there is none."""
    for seen in (text, _unescaped(text)):
        lower = seen.lower()
        for form in FORMS:
            position = lower.find(form)
            if position >= 0:
                return seen[max(0, position - 120) : position + 60]
    return None


def _unescaped(text: str) -> str:
    """Without the escapes of JSON, Python and URLs."""
    plain = re.sub(r"\\u00([0-9a-fA-F]{2})|\\x([0-9a-fA-F]{2})", lambda it: chr(int(it[1] or it[2], 16)), text)
    return unquote_plus(plain, errors="replace")
