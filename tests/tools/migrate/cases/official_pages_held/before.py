from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
page = client.chats.search(query="x")
print(page.items[0].title, page.has_more, page.newest_cursor)
for chat in client.chats.list(cursor=page.oldest_cursor, direction="before").items:
    print(chat.preview)
