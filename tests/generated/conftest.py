"""How long the property tests may take."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "generated",
    deadline=None,  # the first example of a model imports it
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
