from datetime import datetime, timezone

from beeper_sdk import v0

beeper = v0.Client()

for chat in beeper.search_chats(query="team", unread_only=True).items:
    print(chat.title)

page = beeper.search_chats(
    inbox="primary",
    last_activity_after=datetime(2025, 1, 1, tzinfo=timezone.utc),
    limit=200,
)
print(len(page.items), page.oldest_cursor)
