from beeper_desktop_api import BeeperDesktop


def show(chat, chats):
    print(chat.model_dump(), chat.model_dump_json())
    for page in chats.iter_pages():
        print(page.items)


client = BeeperDesktop()
for page in client.chats.list().iter_pages():
    for chat in page.items:
        show(chat, page)
