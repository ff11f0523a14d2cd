from beeper_sdk import Beeper


def show(chat, chats):
    print(chat.model_dump(), chat.model_dump_json())
    for page in chats.iter_pages():
        print(page.items)


client = Beeper()
for page in client.chats.list().pages():
    for chat in page.items:
        show(chat, page)
