"""Writes `Diagnostics`: decides which responses are checked, and records the findings. Used by the sender only."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ..util.log import WARNING, log
from .findings import Diagnose, Diagnostics, FindingStore

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..generated import AnyRequest
    from ..http.outcome import HttpResponse

MAX_ANSWERS = 3
"""Number of responses of each operation that "first" checks."""
MAX_ITEMS = 20
"""Number of items of each list that "first" checks."""
MAX_OBSERVED = 1000
"""Maximum number of mismatches of one response that are recorded: a response can have one for every byte."""


class Recorder:
    """Records the findings of `diagnostics`."""

    def __init__(self, mode: Diagnose) -> None:
        self._mode: Diagnose = mode
        self._store = FindingStore()
        self.diagnostics: Diagnostics = Diagnostics(mode, self._store)

    def check(self, request: AnyRequest, answer: HttpResponse) -> bool:
        """Check a response if the mode asks for it. Returns whether it was checked. Never raises, so that the result of
        the call is not lost."""
        operation = request.operation.name
        if self._mode == "off":
            return False
        if not self._store.start_check(operation, MAX_ANSWERS if self._mode == "first" else None):
            return False
        try:
            self._validate(request, answer)
        except ValueError:  # the response is not JSON
            return False
        except Exception as error:  # noqa: BLE001 - an unexpected response may cause any exception
            log(WARNING, "the diagnostics of a response of %s failed: %s", operation, type(error).__name__)
            return False
        return True

    def _validate(self, request: AnyRequest, answer: HttpResponse) -> None:
        from ..generated import loads
        from .schema_check import answer_type, observe

        expected = answer_type(request)
        if expected is None:
            return
        operation = request.operation.name
        max_items = MAX_ITEMS if self._mode == "first" else None
        observed = observe(expected, loads(answer.content), max_items)
        for kind, place, found in islice(observed, MAX_OBSERVED):
            self._store.add(kind, _field_path(operation, place), found, operation)

    def record_decode_error(self, operation: str, path: str, problem: str, times: int = 1) -> None:
        """Record a response, or so many parts of it, that could not be decoded."""
        place = _field_path(operation, re.sub(r"\[\d+\]", "[]", path))
        self._store.add("wrong_type", place, problem, operation, times)

    def record_unreadable(self, operation: str, unreadable: Mapping[tuple[str, str], int]) -> None:
        """Record the parts of a response that were left out because they could not be read."""
        for (path, problem), times in unreadable.items():
            self.record_decode_error(operation, path, problem, times)


def _field_path(operation: str, place: str) -> str:
    return operation + place[1:] if place.startswith("$") else place
