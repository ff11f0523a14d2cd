"""Decides which strings of a response may be shown in errors and logs: only those that look like identifiers.

The server controls what is in an error code, field path, media type or version. Only strings that match the patterns
below are shown. They exclude sentences, IDs, phone numbers, e-mail addresses and URLs, but not a single private word
that looks exactly like a code, such as a first name.
"""

from __future__ import annotations

import re

_MAX_LENGTH = 64
_MAX_DIGITS = 4
"""Maximum number of digits in codes and field names. Enough for ``E1001`` and ``base64``; phone numbers, UUIDs and hex
IDs have more."""
# Random IDs mix lower case, upper case and digits; words in codes have digits at the end, or letters of one case.
_WORD = r"(?:[a-z0-9]+|[A-Z0-9]+|[A-Za-z]+[0-9]*)"
_NAME = re.compile(rf"(?=[A-Za-z]){_WORD}(?:[._-]{_WORD})*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9]+(?:[.+_-][a-z0-9]+)*")
_LONG_NUMBER = re.compile(rf"[0-9]{{{_MAX_DIGITS + 1}}}")
_STAGE = r"(?:-[a-z]{1,8}(?:[.-]?\d{1,8}){0,3})?"
_VERSION = re.compile(rf"\d{{1,4}}(?:\.\d{{1,6}}){{0,3}}{_STAGE}")
_NUMBERS = re.compile(r"\d{1,4}(?:\.\d{1,6}){1,3}(?![\w.])")


def code(text: str) -> str | None:
    """An error code such as ``not_found``, ``M_FORBIDDEN`` or ``ChatNotFound``; None for any other text.

    A code consists of letters, digits, and ``_.-`` between them. It starts with a letter and has at most 64 characters
    and 4 digits. So spaces, ``@``, ``:``, ``/`` and ``+`` exclude sentences, IDs, e-mail addresses, URLs and phone
    numbers.
    """
    is_short = len(text) <= _MAX_LENGTH and sum(map(str.isdigit, text)) <= _MAX_DIGITS
    return text if is_short and _NAME.fullmatch(text) else None


def field(name: str) -> str:
    """The name of a field or parameter, if it matches the pattern of codes; else "?"."""
    return code(name) or "?"


def media_type(text: str) -> str | None:
    """The media type of a content-type header, without parameters; None if it is not a valid one."""
    plain = text.partition(";")[0].strip().lower()
    is_plain = len(plain) <= _MAX_LENGTH and _MEDIA_TYPE.fullmatch(plain) and not _LONG_NUMBER.search(plain)
    return plain if is_plain else None


def version(text: str) -> str | None:
    """A version: its numbers, and a stage such as ``-beta.2``. None for any other text."""
    match = _VERSION.fullmatch(text) or _NUMBERS.match(text)
    return match[0] if match else None
