"""Writes `Diagnostics`: decides which answers are looked at, and notes what is found. For senders only."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..util.log import logger
from ..util.override import override
from .findings import Diagnose, Diagnostics

if TYPE_CHECKING:
    from ..generated import AnyRequest
    from ..http.outcome import HttpResponse

MAX_ANSWERS = 3
"""Answers of each operation that "first" looks at."""
MAX_ITEMS = 20
"""Items of each list that "first" looks at."""


class Recorder(Diagnostics):
    """Diagnostics that can be added to."""

    def __init__(self, mode: Diagnose) -> None:
        super().__init__(mode)
        self._turns: Counter[str] = Counter()

    @override
    def clear(self) -> None:
        self._turns.clear()
        super().clear()

    def look(self, request: AnyRequest, answer: HttpResponse) -> bool:
        """Look at an answer, if it is its turn. Was it? Never raises: a call's outcome is not lost for a report."""
        operation = request.operation.name
        if self.mode == "off" or (self.mode == "first" and self._turns[operation] >= MAX_ANSWERS):
            return False
        with self._lock:
            self._turns[operation] += 1
            self._looked += 1
        try:
            self._validate(request, answer)
        except ValueError:  # no JSON
            return False
        except Exception as error:  # noqa: BLE001 - whatever a strange answer may cause
            logger.warning("diagnostics of %s failed: %s", operation, type(error).__name__)
            return False
        return True

    def _validate(self, request: AnyRequest, answer: HttpResponse) -> None:
        from ..generated import loads
        from .schema_check import answer_type, observe

        expected = answer_type(request)
        if expected is None:
            return
        operation = request.operation.name
        max_items = MAX_ITEMS if self.mode == "first" else None
        for kind, place, found in observe(expected, loads(answer.content), max_items):
            self._record(kind, _field_path(operation, place), found, operation)

    def unreadable(self, operation: str, path: str, problem: str) -> None:
        """An answer could not be read at a place."""
        self._record("wrong_type", _field_path(operation, re.sub(r"\[\d+\]", "[]", path)), problem, operation)


def _field_path(operation: str, place: str) -> str:
    return operation + place[1:] if place.startswith("$") else place
