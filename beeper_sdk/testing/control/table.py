"""All verbs: which methods of the public API requests can call, by which paths, and which they cannot, and why."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from ..clock import FakeClock
from ..faults.rules import RuleHandle
from ..recorded.requests import Requests
from ..view import WorldView
from ..view.people import Me, Person
from ..websockets import WebSockets
from ._server import Server
from .extras import Extras, Handles
from .verbs import Verb, verb_of

ROOT = "/_fake"
SUBJECTS: Mapping[str, tuple[type, str]] = MappingProxyType(
    {
        "world": (WorldView, f"{ROOT}/world"),
        "person": (Person, f"{ROOT}/people/{{person}}"),
        "me": (Me, f"{ROOT}/me"),
        "clock": (FakeClock, f"{ROOT}/clock"),
        "requests": (Requests, f"{ROOT}/requests"),
        "websockets": (WebSockets, f"{ROOT}/websockets"),
    }
)
"""The objects whose methods are verbs by their names, and the paths before these."""
READS = frozenset({"accounts", "chat", "chats", "dropped", "messages", "name", "repeated", "user", "user_id"})
"""Methods and properties that change nothing: GET. All others are POST."""
PLACES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "FakeBeeper.reset": ("POST", "/reset"),
        "FakeBeeper.keep": ("PUT", "/states/{name}"),
        "FakeBeeper.forget": ("DELETE", "/states/{name}"),
        "FakeBeeper.states": ("GET", "/states"),
        "FakeBeeper.quirk": ("POST", "/quirks"),
        "FakeBeeper.fail": ("POST", "/fail"),
        "FakeBeeper.chaos": ("POST", "/chaos"),
        "FakeBeeper.assert_rules_used": ("POST", "/assert_rules_used"),
        "FakeBeeper.issue_token": ("POST", "/tokens"),
        "Extras.server": ("GET", "/server"),
        "Extras.save": ("GET", "/save"),
        "Extras.load": ("POST", "/load"),
        "Extras.consent": ("POST", "/consent"),
        "Extras.quirks": ("GET", "/quirks"),
        "Extras.quirk_off": ("DELETE", "/quirks/{name}"),
        "Extras.rules": ("GET", "/rules"),
        "Extras.rule": ("GET", "/rules/{id}"),
        "Extras.rule_off": ("DELETE", "/rules/{id}"),
        "Extras.clock": ("GET", "/clock"),
        "Extras.requests": ("GET", "/requests"),
        "Extras.websockets": ("GET", "/websockets"),
        "Requests.clear": ("DELETE", "/requests"),
    }
)
"""Methods with another path than their name."""
WAITING = frozenset({"Extras.consent", "WebSockets.wait"})
RAW: Mapping[str, str] = MappingProxyType({"Extras.load": "world"})
_FUNCTION = "its argument is a function"
_OBJECT = "its methods are verbs"
LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "FakeBeeper.start": "a server that receives requests has been started",
        "FakeBeeper.stop": "the program that started the server stops it",
        "FakeBeeper.before": _FUNCTION,
        "FakeBeeper.consent": "POST /_fake/consent does it, at this server only",
        "FakeBeeper.save": "GET /_fake/save returns what it writes",
        "FakeBeeper.url": "in GET /_fake/server",
        "FakeBeeper.token": "in GET /_fake/server",
        "FakeBeeper.version": "in GET /_fake/server",
        "FakeBeeper.control_url": "in GET /_fake/server",
        "FakeBeeper.control_token": "a client has it already",
        "FakeBeeper.clock": _OBJECT,
        "FakeBeeper.requests": _OBJECT,
        "FakeBeeper.websockets": _OBJECT,
        "FakeBeeper.world": _OBJECT,
        "WorldView.read": _FUNCTION,
        "WorldView.change": _FUNCTION,
        "WorldView.me": _OBJECT,
        "WorldView.person": "the path names the person",
        "FakeClock.now": "in GET /_fake/clock",
        "Requests.of": "GET /_fake/requests?operation= returns them",
        "Requests.last": "the last one of GET /_fake/requests",
        "RuleHandle.name": "in GET /_fake/rules/{id}",
        "RuleHandle.hits": "in GET /_fake/rules/{id}",
        "RuleHandle.off": "DELETE /_fake/rules/{id} does it",
    }
)
"""Public names that are no verbs, and why."""
CLASSES = (*(owner for owner, _ in SUBJECTS.values()), RuleHandle)
"""The classes besides that of the server whose public names are verbs, or left out."""


def public_names(owner: type) -> list[str]:
    """The public methods and properties of a class."""
    members = inspect.getmembers_static(owner)
    return [name for name, member in members if name[0] != "_" and (callable(member) or isinstance(member, property))]


@lru_cache(maxsize=2)
def verbs(server: type) -> tuple[Verb, ...]:
    """All verbs of a class of servers, which is `FakeBeeper`."""
    placed = (*_placed("FakeBeeper", server, "server", server), *_placed("Extras", Extras, "extras", server))
    return (*placed, *_named(server))


def _placed(title: str, owner: type, subject: str, server: type) -> Iterator[Verb]:
    for source, (method, path) in PLACES.items():
        if source.startswith(f"{title}."):
            yield _verb(source, owner, method, ROOT + path, subject, server)


def _named(server: type) -> Iterator[Verb]:
    for subject, (owner, path) in SUBJECTS.items():
        for name in public_names(owner):
            source = f"{owner.__name__}.{name}"
            if source in LEFT_OUT:
                continue
            method, own = PLACES.get(source, ("", ""))
            usual = "GET" if name in READS else "POST"
            yield _verb(source, owner, method or usual, ROOT + own if own else f"{path}/{name}", subject, server)


def _verb(source: str, owner: type, method: str, path: str, subject: str, server: type) -> Verb:
    name = source.partition(".")[2]
    return verb_of(owner, name, method, path, subject, waits=source in WAITING, raw=RAW.get(source), options=server)


def subject_of(verb: Verb, fake: Server, handles: Handles, named: str) -> object:
    """The object whose method a verb calls. `named`: the person in the path.

    Raises:
        ValueError: There is no such person.
    """
    subjects: dict[str, Callable[[], object]] = {
        "server": lambda: fake,
        "extras": lambda: Extras(fake, handles),
        "world": lambda: fake.world,
        "person": lambda: fake.world.person(named),
        "me": lambda: fake.world.me,
        "clock": lambda: fake.clock,
        "requests": lambda: fake.requests,
        "websockets": lambda: fake.websockets,
    }
    return subjects[verb.subject]()
