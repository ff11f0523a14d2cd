"""Which operation a request is, read off the spec the server package carries, and what app versions differ in.

Operations are matched by raw path, before anything is decoded; an app version that does not serve one answers 404.

What changed from one version to the next where the marks of the spec (``x-beeper-since``) do not say it is a row here.
One row, one fact; each is from evolution.md or v0-to-v1.md. These rows are applied by ``old_requests``,
``old_responses`` and the services. v0 is that of its last document in every version that serves it: its spellings of
August 2025 are not imitated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import unquote

from .json_values import Json
from .spec_document import document

Version: TypeAlias = tuple[int, ...]

NEWEST = "4.3.73"
SDK_GENERATIONS = {"6.0": NEWEST}
"""Versions of the official SDK that stand for an app: the newest one for SDK 6.0, which names things no app dates."""


@lru_cache(maxsize=64)
def version_number(text: str) -> Version:
    """An app version as numbers that compare."""
    return tuple(int(part) for part in text.split("."))


@dataclass(frozen=True, slots=True)
class Span:
    """The versions from one on and before another; open where there is none."""

    since: Version
    until: Version | None = None

    def __contains__(self, version: Version) -> bool:
        return self.since <= version and (self.until is None or version < self.until)


V1: Version = (4, 1, 294)
"""The first app with v1; before it the API itself wears the error envelope of v0."""
CURSORS: Version = (4, 2, 808)
"""The app in which v1 got most of its present form."""

V0_SERVED = Span((4, 1, 92), (4, 3, 0))
"""No source names the app that dropped v0; the first document without it is that of app 4.3.0."""

NAMED_TO_TOKENS = Span((4, 1, 239), (4, 3, 0))
"""Only answers to a good token carry X-Beeper-Desktop-Version; before none does, afterwards all do."""

PARTICIPANTS = ((Span((0,), V1), 20), (Span(V1, CURSORS), -1), (Span(CURSORS), 100))
"""How many participants retrieving a chat returns by default; -1 for all."""

MISSING = {
    ("Account", "network"): Span((4, 2, 557), CURSORS),
    # "Some builds between 4.2.509 and 4.2.807": in the document of January 2026 and in those from February on.
    ("Chat", "network"): Span((4, 2, 510), CURSORS),
    ("V0Chat", "localChatID"): Span((0,), (4, 1, 155)),
}
"""Fields that were missing in some versions, or have no mark in the spec."""

TEXT_CUT = Span((0,), (4, 1, 244))
TEXT_LIMIT = 500
"""Messages of the first apps were cut to that many characters."""

SUCCESS_BODIES = Span((4, 2, 510), (4, 2, 557))
"""Archive and reminders answer 200 {success: true} in place of 204."""
ID_ONLY_CREATES = Span(V1, CURSORS)
"""Creating a chat answers {chatID}, and the status too where the mode was start."""
CREATE_MODES = Span((4, 2, 557), CURSORS)
"""Creating a chat has a mode: create, or start with a person in place of user IDs."""
SHORT_EDITS = Span((4, 2, 499), CURSORS)
"""Editing a message answers {chatID, messageID, success}."""
REACTION_IN_QUERY = Span((4, 2, 557), CURSORS)
"""Taking back a reaction names it in the query: DELETE …/reactions?reactionKey=…"""
REMIND_AT_MS = Span(V1, CURSORS)
"""Reminders are set in Unix milliseconds."""
ATTACHMENTS: Version = (4, 2, 499)
"""The first app that sends files; before it, body fields about them are unknown and ignored."""
FEW_HINTS = Span(ATTACHMENTS, CURSORS)
HINTS = {"gif": "gif", "voiceNote": "voice-note", "sticker": "sticker"}
"""The kinds of attachment those apps knew, and what they are called today."""

FEW_STATUSES = Span((0,), (4, 3, 0))
EARLIER_STATUS = {409: 400, 502: 500}
"""Statuses that were added in app 4.3.0, and the status of their class before."""


def default_participants(version: Version) -> int:
    """How many participants an app returns by default."""
    return next(count for span, count in PARTICIPANTS if version in span)


_METHODS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the spec."""

    id: str
    method: str
    template: str
    served: Span
    scopes: tuple[str, ...] | None
    """Scopes a token needs; None where no token is needed."""
    old_form: bool = False
    """Another way to ask for an operation of the spec, which only the apps named take."""
    effect: str = "read"
    """What repeating it does: ``read``, ``idempotent`` or ``once``."""
    tag: str = ""
    """The tag of the spec in lower case, which chooses the service."""

    @property
    def name(self) -> str:
        """The name that errors, hooks and policies use, e.g. ``messages.send``."""
        return operation_names()[self.id]

    def exists_in(self, version: Version | None) -> bool:
        """Whether an app of this version serves it; every operation of the spec exists where none was chosen."""
        return not self.old_form if version is None else version in self.served


@dataclass(frozen=True, slots=True)
class Match:
    """What a request's path leads to: an operation, or the methods other operations have there."""

    operation: Operation | None
    allowed: tuple[str, ...] = ()


def _operation(path: str, method: str, raw: Json) -> Operation:
    served = Span(version_number(str(raw.get("x-beeper-since", "4.1.92"))), V0_SERVED.until if is_v0(path) else None)
    security: list[dict[str, list[str]]] = raw.get("security", [])
    open_to_all = not security or {} in security
    scopes = None if open_to_all else tuple(scope for scheme in security for scope in scheme.get("bearer", []))
    effect, tag = str(raw["x-beeper-effect"]), str(raw["tags"][0]).lower()
    return Operation(str(raw["operationId"]), method.upper(), path, served, scopes, effect=effect, tag=tag)


def is_v0(path: str) -> bool:
    """Whether a path is one of v0."""
    return path.startswith("/v0/")


_OLD_FORMS = (
    Operation(
        "chats_messages_reactions_delete",
        "DELETE",
        "/v1/chats/{chatID}/messages/{messageID}/reactions",
        REACTION_IN_QUERY,
        ("write",),
        old_form=True,
        effect="idempotent",
    ),
)


CONSENT = Operation("oauth_authorize", "GET", "/oauth/authorize", Span((4, 1, 92)), None, tag="oauth")
"""The consent page. The spec leaves it out, as it answers a person and not a program."""

WEBSOCKET = Operation("ws_events", "GET", "/v1/ws", Span((4, 2, 557)), ("read",))
"""The handshake of the WebSocket. The spec has only its frames."""
APP_EVENTS = Span((4, 3, 0))
"""Apps whose WebSocket has events of the setup state, and may be asked for no chats by leaving chatIDs out."""
MERGED_CHATS = Span((4, 3, 1))
"""Apps that merge chats, which came between app 4.3.0 and SDK 6.0. Before, the members are chats like any other."""


@lru_cache(maxsize=1)
def operation_names() -> dict[str, str]:
    """The name of every operation, by its operationId: ``chats.mark_read`` of ``chats_mark_read``."""
    from ..._core.generated import operation_metadata

    return {name.replace(".", "_"): name for name in (*operation_metadata(), "oauth.authorize", "ws.events")}


@lru_cache(maxsize=1)
def operations() -> tuple[Operation, ...]:
    """Every operation of the spec, in its order."""
    paths: dict[str, dict[str, Json]] = document()["paths"]
    return tuple(
        _operation(path, method, item[method]) for path, item in paths.items() for method in _METHODS if method in item
    )


def served_paths(version: Version) -> dict[str, Json]:
    """The paths of the spec with the operations an app of a version serves."""
    paths: dict[str, Json] = {}
    for operation in operations():
        if operation.exists_in(version):
            item = document()["paths"][operation.template]
            paths.setdefault(operation.template, {})[operation.method.lower()] = item[operation.method.lower()]
    return paths


@lru_cache(maxsize=1)
def _by_length() -> dict[int, list[tuple[list[str], Operation]]]:
    found: dict[int, list[tuple[list[str], Operation]]] = {}
    for operation in (*operations(), *_OLD_FORMS, CONSENT):
        parts = operation.template.split("/")
        found.setdefault(len(parts), []).append((parts, operation))
    for entries in found.values():
        # Literal parts win over templated ones: /v1/chats/search is not the chat with the ID "search".
        entries.sort(key=lambda entry: [part.startswith("{") for part in entry[0]])
    return found


@lru_cache(maxsize=512)
def match(method: str, raw_path: str, version: Version | None) -> Match:
    """The operation of a request; an encoded slash stays inside its part.

    Tests send many requests to few paths, so the last ones are kept.
    """
    parts = [unquote(part) for part in raw_path.split("/")]
    ever = [found for template, found in _by_length().get(len(parts), []) if all(map(_fits, template, parts))]
    fitting = [operation for operation in ever if operation.exists_in(version)]
    # Only the most literal template counts, as in a router that picks the path first and the method second.
    same_path = [operation for operation in fitting if operation.template == fitting[0].template]
    for operation in same_path + fitting:
        if operation.method == method:
            return Match(operation)
    # An app answers 404, not 405, for what another version does at this path.
    elsewhere = any(operation.method == method for operation in ever)
    return Match(None, () if elsewhere else tuple(operation.method for operation in same_path))


def _fits(template: str, part: str) -> bool:
    return bool(part) if template.startswith("{") else template == part
