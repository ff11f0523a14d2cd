"""Names as users type them. The rule is that of ``scripts/compiler/spec/names.py``.

A test holds the two together.
"""

from __future__ import annotations

import keyword
import re

_RESERVED = frozenset({"self", "additional_properties", "add_extras", "evolve", "from_dict", "to_dict"})
_PLURAL_ACRONYM = re.compile(r"(ID|URL|URI|MXC)s(?=[A-Z]|$)")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake(wire: str) -> str:
    """``accountIDs`` -> ``account_ids``, ``imgURL`` -> ``img_url``."""
    word = _PLURAL_ACRONYM.sub(lambda match: match[1].capitalize() + "s", wire)
    word = re.sub(r"\W+", "_", _HUMP.sub("_", word)).lower().strip("_")
    return word + "_" if keyword.iskeyword(word) or word in _RESERVED else word


def alike(one: str, other: str) -> bool:
    """Do two names share most of their words?"""
    left, right = set(snake(one).split("_")), set(snake(other).split("_"))
    return len(left & right) * 2 >= len(left | right)
