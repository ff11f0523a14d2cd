"""How the code of a world builds it: at moments before `SEED_ENDS_MS`, with the functions that tests build with."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..rules.build.acts import Contents, send
from ..rules.build.names import Who, find_person
from ..wire.json_values import Json, from_ms
from ..world.clock import SEED_ENDS_MS
from ..world.seed.media import File
from ..world.start import Start
from ..world.world import World

_ENDS = from_ms(SEED_ENDS_MS)


class Script:
    """A world under construction, and the moment at which the next thing happens in it."""

    def __init__(self, begin: Start) -> None:
        self._now = _ENDS - timedelta(days=30)
        self.world: World = World(begin, lambda: self._now)

    def now(self) -> datetime:
        """The moment of what happens next."""
        return self._now

    def go_to(self, *, hours: float) -> None:
        """Go to a moment relative to the end, so a negative number of hours."""
        self._now = _ENDS + timedelta(hours=hours)

    def forward(self, *, hours: float = 0, minutes: float = 0) -> None:
        """Go forward in time."""
        self._now += timedelta(hours=hours, minutes=minutes)

    def send(
        self,
        name: str | None,
        chat_id: str,
        text: str | None,
        *,
        file: tuple[str, File] | None = None,
        reply_to: str | None = None,
    ) -> Json:
        """Let a person write now, or the user if the name is None."""
        who: Who | None = None if name is None else find_person(self.world, name)
        contents = Contents(text=text, file=file, reply_to=reply_to, moment_ms=self.world.clock.tick())
        return send(self.world, who, chat_id, contents)

    def start(self) -> Start:
        """The world as it is now, to start with."""
        start = start_from(self.world)
        start.made_ms = SEED_ENDS_MS
        return start


def start_from(world: World) -> Start:
    """A start that is like a world that exists. It shares the data of that world."""
    next_id, next_local, numbers = world.counters()
    now_ms = world.clock.milliseconds()
    return Start(
        seed=world.seed,
        made_ms=now_ms,
        people=world.people,
        accounts=list(world.accounts.values()),
        bridges=list(world.bridges.values()),
        contacts=world.contacts,
        strangers=world.strangers,
        without_contacts=world.without_contacts,
        labels=world.labels,
        media=world.media,
        rooms=list(world.rooms.values()),
        left=list(world.left.values()),
        local=world.local,
        account_data=world.account_data,
        pending=world.pending,
        edits=world.edits,
        expiring=[
            (each.room.id, each.message_id, each.at_ms - now_ms)
            for each in world.expiring.values()
            if each.room.find(each.message_id) is not None
        ],
        focused=world.focused,
        next_id=next_id,
        next_local=next_local,
        numbers=numbers,
    )
