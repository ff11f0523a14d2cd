from beeper_sdk import Beeper

client = Beeper("token")
found = client.search(query="lunch")  # chats, groups and messages
for message in found.results.messages.items:
    print(message.id, message.text)
