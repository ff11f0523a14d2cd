from beeper_sdk import Beeper, api

client = Beeper()
page = client.raw(api.chats.search(query="x")).value
print(page.items[0].title, page.has_more, page.newest_cursor)
for chat in client.raw(api.chats.list(cursor=page.oldest_cursor, direction="before")).value.items:
    print(chat.preview)
