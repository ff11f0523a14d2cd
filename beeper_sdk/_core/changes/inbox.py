"""The chats to read, in the order in which something new was noticed, and the messages that events named."""

from __future__ import annotations

from collections.abc import Callable, Iterable

NAMED = 200
"""How many messages of one chat are kept that events named. What else changed is found by the sweep."""
FIRST_PAUSE, MAX_PAUSE = 0.5, 600.0


class Inbox:
    """The chats to read."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ready: dict[str, None] = {}
        self._later: dict[str, float] = {}
        self._named: dict[str, list[str]] = {}
        self._failures: dict[str, int] = {}
        self._chats: dict[str, None] = {}

    def add(self, chat_id: str, named: Iterable[str] = ()) -> None:
        """Read a chat as soon as possible, unless it could not be read lately. `named`: messages to look at."""
        if chat_id not in self._later:
            self._ready[chat_id] = None
        names = self._named.setdefault(chat_id, [])
        names.extend(name for name in named if len(names) < NAMED and name not in names)

    def next(self) -> str | None:
        """The chat to read now; None if there is none."""
        now = self._clock()
        for chat_id in [chat_id for chat_id, due in self._later.items() if due <= now]:
            del self._later[chat_id]
            self._ready[chat_id] = None
        return _take_first(self._ready)

    def add_chat(self, chat_id: str) -> None:
        """Read a chat itself, not its messages."""
        self._chats[chat_id] = None

    def next_chat(self) -> str | None:
        """The chat to read itself; None if there is none."""
        return _take_first(self._chats)

    def take_named(self, chat_id: str) -> list[str]:
        """The messages that events named in a chat. They are removed."""
        return self._named.pop(chat_id, [])

    def read(self, chat_id: str) -> None:
        """A chat was read."""
        self._failures.pop(chat_id, None)

    def postpone(self, chat_id: str, seconds: float) -> None:
        """Read a chat later."""
        self._later[chat_id] = self._clock() + seconds

    def failed(self, chat_id: str) -> int:
        """A chat could not be read: it is tried again after growing pauses. Returns how often in a row."""
        count = self._failures[chat_id] = self._failures.get(chat_id, 0) + 1
        self.postpone(chat_id, min(FIRST_PAUSE * 2 ** (count - 1), MAX_PAUSE))
        return count

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the next chat can be read; None if there is none."""
        if self._ready:
            return 0.0
        return max(0.0, min(self._later.values()) - self._clock()) if self._later else None

    def is_done(self, limit: int) -> bool:
        """Whether nothing is left but chats that could not be read this often."""
        if self._ready or self._chats:
            return False
        return all(self._failures.get(chat_id, 0) >= limit for chat_id in self._later)


def _take_first(chats: dict[str, None]) -> str | None:
    chat_id = next(iter(chats), None)
    if chat_id is not None:
        del chats[chat_id]
    return chat_id
