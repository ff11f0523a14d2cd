"""The API generation and version of the app, as far as they are known.

They are read from the header ``X-Beeper-Desktop-Version`` of responses, and shared by a client and its copies. No
request is made here. `version_table` decides what a version means for a call.
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
"""The first app with an API. A lower version is a development build and is ignored."""
V1: Version = (4, 1, 294)
"""The first app with v1. Earlier apps have v0 only."""
TODAY: Version = (4, 3, 1)
"""The first app in which every operation has its current form: all rows of `version_table` end before it."""
UNKNOWN_ENDPOINT = frozenset({404, 405})
UNKNOWN_FORM = frozenset({400, 422})
REFUSALS = UNKNOWN_ENDPOINT | UNKNOWN_FORM
"""Statuses that can mean that the app does not have the endpoint, or expects another form of the request."""
_UNDERSTOOD = frozenset({400, 403, 409, 422})
"""Error statuses that show that an endpoint exists."""
_NUMBERS = re.compile(r"\d+(\.\d+)*")


class Server:
    """What a client knows about its server. Initially nothing, or the generation that the user set with ``api=``."""

    __slots__ = (
        "absent",
        "age",
        "forced",
        "generation",
        "generation_probed",
        "seen",
        "version",
        "version_probed",
        "version_text",
    )

    def __init__(self, api: ApiGeneration) -> None:
        self.forced: Generation | None = None if api == "auto" else api
        self.generation: Generation | None = self.forced
        self.version: Version | None = None
        self.version_text: str | None = None
        """The version as the app writes it."""
        self.seen: bool = False
        """Whether any response was of Beeper: a success, or one that contains its version."""
        self.absent: bool = False
        """Whether the probe found neither API generation."""
        self.generation_probed: bool = False
        """Whether the generation was probed (at most once, after a failed call; see `recovery`)."""
        self.version_probed: bool = False
        """Whether the version was probed (at most once; see `supports`)."""
        self.age: Age = "older" if api == "v0" else "unknown"
        """Older apps may need calls in an older form. Responses of a current app need not be inspected any more."""

    def update_from_response(self, path: str, answer: HttpResponse) -> None:
        """Update from a response to a request."""
        text = server_version(answer.headers)
        version = None if text is None else numbers(text)
        worked = answer.status_code < 300 and path.startswith("/v1/")
        self.seen = self.seen or version is not None or answer.status_code < 300
        # A success of a v1 path shows v1, whatever the version.
        if version is not None and version >= FIRST:
            self.version_text, self.version = text, version
            self.generation = self.forced or ("v1" if version >= V1 or worked else "v0")
        elif self.generation is None and worked:
            self.generation = "v1"
        self._update_age()

    def update_from_probe(self, path: str, status: int, version: str | None) -> None:
        """Update from the status of a request for a path that exists in one generation only."""
        self.update_from_response(path, _headed(status, version))
        self.absent = not self.seen and status == 404 and path.startswith("/v0/")
        if self.generation is None and (status < 300 or status in _UNDERSTOOD):
            self.generation = "v1" if path.startswith("/v1/") else "v0"
            self._update_age()

    def set_version(self, path: str, version: str) -> None:
        """Set the version that was read from the body of a successful response."""
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
        """The version that calls are adapted to; None if it is not known. An app with v0 only counts as the first app.
        If the user forced v1, older versions count as the first app with v1."""
        if self.generation == "v0":
            return FIRST
        return self.version if self.version is None or self.version >= V1 else V1

    @property
    def has(self) -> str:
        """A description of the server for error messages."""
        if self.forced == "v0":
            return "limited to API v0 (api='v0')"
        if self.version_text is not None:
            return self.version_text
        return "an app with API v0 only" if self.generation == "v0" else "an app of unknown version"


def numbers(text: str) -> Version | None:
    """A version as numbers for comparison, without a suffix such as ``-beta``. None if it does not start with one."""
    match = _NUMBERS.match(text)
    return tuple(map(int, match[0].split("."))) if match else None


def _headed(status: int, version: str | None) -> HttpResponse:
    return HttpResponse(status, {} if version is None else {"x-beeper-desktop-version": version}, b"")
