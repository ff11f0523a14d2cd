"""What is known of the app that answers: which generation of the API it serves, and its version.

Learned from ``X-Beeper-Desktop-Version`` of its answers, and shared by a client and those of `with_options`. Nothing
is asked for here, and nothing decided: what follows for a call is in `compat`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..http.outcome import Answer, ResponseHead, server_version

if TYPE_CHECKING:
    from ..config.settings import ApiGeneration

Version: TypeAlias = tuple[int, ...]
Generation: TypeAlias = Literal["v0", "v1"]

FIRST: Version = (4, 1, 92)
"""The first app with an API. What calls itself older is no release."""
V1: Version = (4, 1, 294)
"""The first app with v1; before it there is only v0."""
TODAY: Version = (4, 3, 1)
"""From here on every operation has today's form: no row of `compat` reaches it."""
_UNDERSTOOD = frozenset({400, 403, 409, 422})
"""Refusals by which an endpoint shows that it exists."""
_NUMBERS = re.compile(r"\d+(\.\d+)*")


class Server:
    """What a client knows of its server. Starts with nothing, or with what the user forced."""

    __slots__ = ("asked", "forced", "generation", "inquired", "named", "older", "settled", "version")

    def __init__(self, api: ApiGeneration) -> None:
        self.forced: Generation | None = None if api == "auto" else api
        self.generation: Generation | None = self.forced
        self.version: Version | None = None
        self.named: str | None = None
        """The version as the app spells it."""
        self.asked = False
        """Was it asked what it is? (At most once where a call fails; see the sender.)"""
        self.inquired = False
        """Was it asked for its version? (At most once; see `supports`.)"""
        self.older = api == "v0"
        """Is it known to be older than `TODAY`? Then calls may have an older form."""
        self.settled = False
        """Is it known to be today's? Then its answers need not be looked at."""

    def heard(self, path: str, answer: ResponseHead) -> None:
        """An answer came for a path: learn from it what can be learned."""
        named = server_version(answer.headers)
        version = None if named is None else numbers(named)
        worked = answer.status_code < 300 and path.startswith("/v1/")
        if version is not None and version >= FIRST:
            self.named, self.version = named, version
            self.generation = self.forced or ("v1" if version >= V1 or worked else "v0")
        elif self.generation is None and worked:
            self.generation = "v1"
        self._sum_up()

    def answered(self, path: str, answer: ResponseHead) -> None:
        """It was asked what it is, by a path that exists in one generation."""
        self.heard(path, answer)
        if self.generation is None and (answer.status_code < 300 or answer.status_code in _UNDERSTOOD):
            self.generation = "v1" if path.startswith("/v1/") else "v0"
            self._sum_up()

    def told(self, path: str, version: str) -> None:
        """It named its version in an answer of success, not in a header."""
        self.heard(path, Answer(200, {"x-beeper-desktop-version": version}, b""))

    def _sum_up(self) -> None:
        today = self.version is not None and self.version >= TODAY
        self.settled = today and self.generation == "v1"
        self.older = self.generation == "v0" or (self.version is not None and not today)

    @property
    def effective(self) -> Version | None:
        """The version calls are made for; None where it is not known. v0 alone counts as its first app, and with
        v1 forced none is older than v1."""
        if self.generation == "v0":
            return FIRST
        return self.version if self.version is None or self.version >= V1 else V1

    @property
    def has(self) -> str:
        """What it is, for errors."""
        if self.forced == "v0":
            return "v0 (api='v0')"
        return self.named or ("an app with v0 only" if self.generation == "v0" else "an app of unknown version")


def numbers(text: str) -> Version | None:
    """A version as numbers that compare: of ``4.3.73-beta`` the part before the dash. None where it has none."""
    match = _NUMBERS.match(text)
    return tuple(map(int, match[0].split("."))) if match else None
