"""The labels of the user, over HTTP."""

from __future__ import annotations

from fastapi import Response

from ..wire.tokens import Token
from ._base import Service, answer


class Labels(Service):
    """Implements the Protocol LabelsService."""

    async def labels_list(self, *, principal: Token) -> Response:
        """Every label by name, as a bare array."""
        return answer(sorted(self._world.labels, key=lambda label: str(label["name"]).casefold()))
