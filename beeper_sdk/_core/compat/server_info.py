"""What is known of the app at the other end: which generation of the API it serves, and its version.

Learned from ``X-Beeper-Desktop-Version`` of its responses, and shared by a client and its copies by `with_options`. No
request is made here, and nothing decided: what follows for a call is in `version_table`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..http.outcome import HttpResponse, server_version

if TYPE_CHECKING:
    from ..config.settings import ApiGeneration

Version: TypeAlias = tuple[int, ...]
Generation: TypeAlias = Literal["v0", "v1"]
Age: TypeAlias = Literal["unknown", "older", "current"]

FIRST: Version = (4, 1, 92)
"""The first app with an API. What calls itself older is no release."""
V1: Version = (4, 1, 294)
"""The first app with v1; before it there is only v0."""
TODAY: Version = (4, 3, 1)
"""From here on every operation has today's form: no row of `version_table` reaches it."""
UNKNOWN_ENDPOINT = frozenset({404, 405})
UNKNOWN_FORM = frozenset({400, 422})
REFUSALS = UNKNOWN_ENDPOINT | UNKNOWN_FORM
"""Statuses that can mean: this app does not know the call, or not in this form."""
_UNDERSTOOD = frozenset({400, 403, 409, 422})
"""Refusals by which an endpoint shows that it exists."""
_NUMBERS = re.compile(r"\d+(\.\d+)*")


class Server:
    """What a client knows of its server. Starts with nothing, or with what the user forced."""

    __slots__ = ("age", "forced", "generation", "generation_probed", "version", "version_probed", "version_text")

    def __init__(self, api: ApiGeneration) -> None:
        self.forced: Generation | None = None if api == "auto" else api
        self.generation: Generation | None = self.forced
        self.version: Version | None = None
        self.version_text: str | None = None
        """The version as the app spells it."""
        self.generation_probed = False
        """Was it asked for its generation? (At most once, where a call fails; see `recovery`.)"""
        self.version_probed = False
        """Was it asked for its version? (At most once; see `supports`.)"""
        self.age: Age = "older" if api == "v0" else "unknown"
        """Older apps may need calls in an older form; responses of a current one need not be looked at."""

    def update_from_response(self, path: str, answer: HttpResponse) -> None:
        """Learn what a response to a request for a path shows."""
        text = server_version(answer.headers)
        version = None if text is None else numbers(text)
        worked = answer.status_code < 300 and path.startswith("/v1/")
        if version is not None and version >= FIRST:
            self.version_text, self.version = text, version
            self.generation = self.forced or ("v1" if version >= V1 or worked else "v0")
        elif self.generation is None and worked:
            self.generation = "v1"
        self._update_age()

    def update_from_probe(self, path: str, status: int, version: str | None) -> None:
        """Learn what a request for a path that exists in one generation shows."""
        self.update_from_response(path, _headed(status, version))
        if self.generation is None and (status < 300 or status in _UNDERSTOOD):
            self.generation = "v1" if path.startswith("/v1/") else "v0"
            self._update_age()

    def set_version(self, path: str, version: str) -> None:
        """It named its version in the body of a successful response."""
        self.update_from_response(path, _headed(200, version))

    def _update_age(self) -> None:
        if self.generation == "v0" or (self.version is not None and self.version < TODAY):
            self.age = "older"
        elif self.generation == "v1" and self.version is not None:
            self.age = "current"
        else:
            self.age = "unknown"

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
        return self.version_text or ("an app with v0 only" if self.generation == "v0" else "an app of unknown version")


def numbers(text: str) -> Version | None:
    """A version as numbers that compare: of ``4.3.73-beta`` the part before the dash. None where it has none."""
    match = _NUMBERS.match(text)
    return tuple(map(int, match[0].split("."))) if match else None


def _headed(status: int, version: str | None) -> HttpResponse:
    return HttpResponse(status, {} if version is None else {"x-beeper-desktop-version": version}, b"")
