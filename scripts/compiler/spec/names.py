"""Python names for the names of the spec."""

from __future__ import annotations

import keyword
import re

RESERVED = frozenset({"self", "additional_properties", "evolve", "from_dict", "to_dict"})
"""Names that every model has."""
_PLURAL_ACRONYM = re.compile(r"(ID|URL|URI|MXC)s(?=[A-Z]|$)")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake(wire: str) -> str:
    """``accountIDs`` -> ``account_ids``, ``imgURL`` -> ``img_url``, ``m.tz`` -> ``m_tz``."""
    word = _PLURAL_ACRONYM.sub(lambda match: match[1].capitalize() + "s", wire)
    word = re.sub(r"\W+", "_", _HUMP.sub("_", word)).lower().strip("_")
    return word + "_" if keyword.iskeyword(word) or word in RESERVED else word


def camel(words: str) -> str:
    """``recovery_key`` -> ``RecoveryKey``."""
    return "".join(part.title() for part in words.split("_"))


def api_class(group: tuple[str, ...]) -> str:
    """The resource class of a group of operations; the empty group is the root."""
    return ("".join(camel(part) for part in group) or "Root") + "Api"
