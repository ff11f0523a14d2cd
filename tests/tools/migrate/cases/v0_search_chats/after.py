from datetime import datetime, timezone

from beeper_sdk import Beeper, api

beeper = Beeper()

for chat in beeper.raw(api.chats.search(query="team", unread_only=True)).value.items:
    print(chat.title)

page = beeper.raw(api.chats.search(
    inbox="primary",
    last_activity_after=datetime(2025, 1, 1, tzinfo=timezone.utc),
    limit=200,
)).value
print(len(page.items), page.oldest_cursor)
