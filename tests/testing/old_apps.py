"""A client of an app of any version, which reads no answer by the newest models."""

from __future__ import annotations

import httpx

from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB
from tests.testing.versions import VERSIONS, is_within
from tests.testing.wire import Json, Wire, enc

V1 = [version for version in VERSIONS if is_within(version, ("4.1.294", None))]
V0 = [version for version in VERSIONS if is_within(version, ("4.1.92", "4.3.0"))]
CHATS = (BOB, "125", "108")
"""A direct chat, a group, and one whose newest message is unread."""


class Old(Wire):
    """Sends requests to one app and looks at the version it names."""

    def __init__(self, version: str, fake: FakeBeeper) -> None:
        self.version = version
        super().__init__(fake)

    @override
    def check(self, answer: httpx.Response) -> None:
        newest = "4.3.73" if self.version == "6.0" else self.version
        said = answer.headers.get("x-beeper-desktop-version")
        assert said == (newest if self.has("4.1.239") else None)

    def has(self, since: str | None, before: str | None = None) -> bool:
        """Whether the app lies between two versions."""
        return is_within(self.version, (since, before))

    def messages(self) -> list[Json]:
        """The newest messages of three chats, and all of the last of them, paginated as the app allows.

        These are 610 of their 1410 messages, with every field there is; to read all of them took twice as long.
        """
        messages: list[Json] = []
        for chat_id in CHATS:
            path = f"/v1/chats/{enc(chat_id)}/messages"
            cursor: dict[str, str] = {}
            page: Json = {"hasMore": True}
            pages = 0
            while page["hasMore"] and (pages < 10 or chat_id == CHATS[-1]):
                page = self.get(path, **cursor)
                messages += page["items"]
                last = page["oldestCursor"] if self.has("4.2.808") else page["items"][-1]["sortKey"]
                cursor = {"cursor": last}
                pages += 1
        return messages
