from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
for chat in client.chats.list(account_ids=["whatsapp"]):
    print(chat.title)

messages = client.messages.search(query="x", limit=20)
print([message.text for message in messages])
contacts = list(client.accounts.contacts.list("whatsapp"))
for page in client.messages.list("!a:beeper.local").iter_pages():
    print(len(page.items))
