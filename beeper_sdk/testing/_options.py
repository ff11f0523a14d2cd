"""The arguments of `FakeBeeper`, which each start and each reset use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

from .._core.compat.server_info import FIRST
from .._core.util.validation import check_count, check_flags, check_kind, check_text, similar_names
from .oauth.grants import LIFETIME
from .websockets import PINGS, check_pings
from .wire.spec import version_number
from .world.clock import Now, check_now
from .worlds import WorldName, check_world


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a fake server is made from; each start and each reset makes its data anew."""

    seed: int = 0
    world: WorldName = "demo"
    version: str | None = None
    now: Now | datetime | None = None
    token_lifetime: int = LIFETIME
    signed_in: bool = True
    strict_requests: bool = False
    websocket_pings: tuple[float, float] = PINGS
    control: bool | str = field(default=False, repr=False)

    def __post_init__(self) -> None:
        version = self.version
        if version is not None and not re.fullmatch(r"\d+(\.\d+)+", check_text("version", version)):
            raise ValueError("version must be an app version such as 4.2.808")
        if version is not None and version_number(version) < FIRST:
            raise ValueError(f"version must be {'.'.join(map(str, FIRST))} or later, such as 4.2.808")
        check_now(self.now)
        check_count("seed", self.seed, 0)
        object.__setattr__(self, "world", check_world(self.world))
        check_count("token_lifetime", self.token_lifetime)
        check_flags(signed_in=self.signed_in, strict_requests=self.strict_requests)
        check_pings(self.websocket_pings)
        check_control(self.control)


class FakeOptions(TypedDict, total=False):
    """The arguments of `FakeBeeper` that `FakeBeeper.reset` can change."""

    seed: int
    """Seed of the made-up data."""
    world: WorldName
    """The data to start with: ``demo``, ``small``, ``empty``, or the path of a file."""
    version: str | None
    """App version to imitate; None for the newest."""
    now: Now | datetime | None
    """The time of the server; None for the clock of the machine."""
    token_lifetime: int
    """Seconds for which tokens that are issued by OAuth are valid."""
    signed_in: bool
    """Whether a user is signed in to the app."""
    strict_requests: bool
    """Whether names that the API does not have are refused."""
    websocket_pings: tuple[float, float]
    """Seconds from the opening of a WebSocket to the first ping, and between two pings."""


def check_control(control: object) -> None:
    """Check the ``control`` argument. Raises ValueError, TypeError."""
    check_kind("control", control, bool | str, "True, False, or the control token as a str")
    if isinstance(control, str) and not re.fullmatch("[!-~]{8,}", control):
        raise ValueError("control must be True, False, or a token of at least 8 printable ASCII characters, no spaces")


def check_names(source: str, names: Iterable[str]) -> None:
    """Check the names of options. Raises TypeError."""
    known = FakeOptions.__annotations__
    for name in names:
        if name not in known:
            hint = similar_names(name, known, f"there are {', '.join(known)}")
            raise TypeError(f"{source} has no argument {name!r}; {hint}")
