"""The chats to read, in the order in which something new was noticed, and the messages that events named."""

from __future__ import annotations

from collections.abc import Callable, Iterable

NAMED = 200
"""How many messages of one chat are kept that events named. What else changed is found by the sweep."""
FIRST_PAUSE, MAX_PAUSE = 0.5, 600.0
OLDER_PAUSE = 60.0
"""Seconds between two chats whose older messages are compared."""


class Inbox:
    """The chats to read."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ready: dict[str, None] = {}
        self._later: dict[str, float] = {}
        self._named: dict[str, list[str]] = {}
        self._failures: dict[str, int] = {}
        self._chats: dict[str, None] = {}
        self._with_older: set[str] = set()
        self._rotation: dict[str, None] = {}
        self._next_with_older = clock()

    def add(self, chat_id: str, named: Iterable[str] = (), *, with_older: bool = False) -> None:
        """Read a chat as soon as possible, unless it could not be read lately.

        Args:
            chat_id: The chat.
            named: Messages to look at.
            with_older: Whether to compare older messages with what is kept of them.
        """
        if chat_id not in self._later:
            self._ready[chat_id] = None
        if with_older:
            self._with_older.add(chat_id)
        self.name(chat_id, named)

    def name(self, chat_id: str, named: Iterable[str]) -> None:
        """Look at these messages when the chat is read."""
        names = self._named.get(chat_id, [])
        for name in named:
            if len(names) < NAMED and name not in names:
                self._named[chat_id] = names
                names.append(name)

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

    def rotate(self, chat_ids: Iterable[str]) -> None:
        """Set the chats whose older messages are compared in turn."""
        chats = dict.fromkeys(chat_ids)
        # The order stays, so that each has its turn although the list is set again and again.
        kept = {chat_id: None for chat_id in self._rotation if chat_id in chats}
        self._rotation = {**kept, **chats}

    def add_next_with_older(self) -> None:
        """Compare the older messages of the next chat, if the pause since the last one is over."""
        if not self._rotation or self._clock() < self._next_with_older:
            return
        self._next_with_older = self._clock() + OLDER_PAUSE
        chat_id = next(iter(self._rotation))
        del self._rotation[chat_id]
        self._rotation[chat_id] = None
        self.add(chat_id, with_older=True)

    def take_with_older(self, chat_id: str) -> bool:
        """Whether older messages of a chat are to be compared. It is not kept."""
        is_listed = chat_id in self._with_older
        self._with_older.discard(chat_id)
        return is_listed

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

    @property
    def is_empty(self) -> bool:
        """Whether no chat is to be read, now or later."""
        return not (self._ready or self._later or self._chats)

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
