from beeper_sdk import v0

client = v0.Client("token")
found = client.search(query="lunch")  # chats, groups and messages
for message in found.results.messages.items:
    print(message.message_id, message.text)
