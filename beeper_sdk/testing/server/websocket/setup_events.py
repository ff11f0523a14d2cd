"""Finds out what changed in the setup of the app between two requests, for clients that subscribe to it."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.app_setup import Setup
from ...wire.json_values import Json


class SetupEvents:
    """The setup as it was when it was last looked at."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._state, self._verifications = setup.snapshot(), self._read()

    def _read(self) -> dict[str, tuple[Json, bool]]:
        """Each verification, and whether it is pending."""
        pending = self._setup.verifications.pending()
        return {each.id: (each.wire(), each in pending) for each in self._setup.verifications.all()}

    def next(self) -> Iterator[tuple[str, Json]]:
        """Type and contents of the events since the last call."""
        before, state = self._verifications, self._state
        self._verifications, self._state = self._read(), self._setup.snapshot()
        for verification_id, (wire, pending) in self._verifications.items():
            known, was_pending = before.get(verification_id, ({}, True))
            if wire != known:
                yield "verification.updated", {"verification": wire}
            if was_pending and not pending:
                yield "verification.removed", {}
        if state != self._state:
            yield "app.state.updated", {"appState": self._state}
