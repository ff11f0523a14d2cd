"""What the handlers of one fake server share: its world, tokens, quirks and version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field

from .faults.fail import Faults
from .oauth.grants import OAuth
from .quirks import Quirks
from .recorded.log import RequestLog
from .rules.app_setup import Setup
from .rules.bridges import Logins
from .rules.history import MOST
from .server.asgi import Asgi
from .wire.requests import CURRENT
from .wire.spec import NAMED_TO_TOKENS, NEWEST, SDK_GENERATIONS, Version, version_number
from .wire.tokens import Tokens
from .world.world import Hooks, World

APP_NAME = "Beeper"
BUNDLE_ID = "com.automattic.beeper.desktop"


@dataclass(slots=True)
class Site:
    """One server."""

    world: World
    chosen: str | None = None
    """The app version to imitate; without one, every operation of the spec exists."""
    strict_requests: bool = False
    """Whether names that the spec does not have are errors in queries and bodies."""
    tokens: Tokens = field(default_factory=Tokens)
    quirks: Quirks = field(default_factory=Quirks)
    faults: Faults = field(default_factory=Faults)
    requests: RequestLog = field(default_factory=RequestLog)
    hooks: Hooks = field(default_factory=Hooks)
    control: Asgi | None = None
    """What handles requests under ``/_fake/``; without it, there is nothing."""
    oauth: OAuth = field(init=False)
    logins: Logins = field(init=False)
    setup: Setup = field(init=False)
    _backfills: Counter[str] = field(default_factory=Counter[str])
    """How many times the quirk ``backfill`` applied, by chat."""

    def __post_init__(self) -> None:
        self.oauth = OAuth(self.tokens, self.world.clock)
        self.logins = Logins(self.world)
        self.setup = Setup(self.tokens, self.world.clock)

    @property
    def version(self) -> str:
        """The app version in responses."""
        return NEWEST if self.chosen is None else SDK_GENERATIONS.get(self.chosen, self.chosen)

    @property
    def age(self) -> Version | None:
        """The version that decides which operations exist and which forms they have; None where all do."""
        return None if self.chosen is None else version_number(self.version)

    def sends_version(self, has_token: Callable[[], bool]) -> bool:
        """Whether a response has the version header; ``has_token``: whether its request had a valid token."""
        version = version_number(self.version)
        return has_token() if version in NAMED_TO_TOKENS else version >= NAMED_TO_TOKENS.since

    @property
    def base_url(self) -> str:
        """The address that the current request was sent to."""
        return f"http://{CURRENT.get().headers.get('host', '127.0.0.1')}"

    def backfills(self, chat_id: str) -> bool:
        """Whether older messages arrive in a chat now, as by the quirk ``backfill``."""
        if self._backfills[chat_id] >= MOST or not self.quirks.applies("backfill"):
            return False
        self._backfills[chat_id] += 1
        return True

    def app(self) -> dict[str, str]:
        """The app block of ``/v1/info`` and of token introspection."""
        return {"name": APP_NAME, "version": self.version, "bundle_id": BUNDLE_ID}


SITE: ContextVar[Site] = ContextVar("beeper_fake_site")
"""The server of the current request. All servers of a process share one application, as building it is slow."""
