"""How many examples the property tests try: few each time, many where somebody has the time.

`scripts/test pytest -- --hypothesis-profile=long` is the long form of all of them.
"""

from __future__ import annotations

from hypothesis import settings

LONG = 50
FEW = 10


def examples(number: int) -> int:
    """So many examples, or fifty times as many in the long form. The short form tries half of ten or more."""
    if settings.get_current_profile_name() == "long":
        return number * LONG
    return number // 2 if number >= FEW else number
