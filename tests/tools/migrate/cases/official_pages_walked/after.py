from beeper_sdk import Beeper

client = Beeper()
for chat in client.chats.list(account_ids=["whatsapp"]):
    print(chat.title)

messages = client.messages.search(query="x", limit=20)
print([message.text for message in messages])
contacts = list(client.accounts.contacts.list("whatsapp"))
for page in client.messages.list("!a:beeper.local").pages():
    print(len(page.items))
