"""Which verb a request is."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from .verbs import Verb


class Routes:
    """Verbs by their paths."""

    def __init__(self, verbs: Sequence[Verb]) -> None:
        self._verbs = [(verb.path.split("/"), verb) for verb in verbs]

    def find(self, method: str, path: str) -> tuple[Verb | None, dict[str, str], list[str]]:
        """The verb of a request, the names in its path, and the methods that there are at the path."""
        parts = [unquote(part, errors="surrogateescape") for part in path.split("/")]
        fitting = [(template, verb) for template, verb in self._verbs if _fits(template, parts)]
        methods = sorted({verb.method for _, verb in fitting})
        for template, verb in fitting:
            if verb.method == method:
                names = {name[1:-1]: part for name, part in zip(template, parts, strict=True) if name.startswith("{")}
                return verb, names, methods
        return None, {}, methods


def _fits(template: Sequence[str], parts: Sequence[str]) -> bool:
    return len(template) == len(parts) and all(
        bool(part) if name.startswith("{") else name == part for name, part in zip(template, parts, strict=True)
    )
