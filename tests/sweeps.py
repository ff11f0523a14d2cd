"""How many examples the property tests try: few each time, many where somebody has the time.

`scripts/test pytest -- --hypothesis-profile=long` is the long form of all of them.
"""

from __future__ import annotations

from hypothesis import settings

LONG = 50


def examples(number: int) -> int:
    """So many examples, or fifty times as many in the long form."""
    return number * LONG if settings.get_current_profile_name() == "long" else number
