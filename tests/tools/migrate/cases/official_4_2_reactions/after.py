from beeper_sdk import Beeper

client = Beeper()
client.chats.messages.reactions.add("12", chat_id="!a:beeper.local", reaction_key="👍")
client.chats.messages.reactions.delete("👍", message_id="12", chat_id="!a:beeper.local")
client.chats.messages.reactions.delete(
    "👍",
    message_id="12",  # the message
    chat_id="!a:beeper.local",
)
client.chats.messages.reactions.delete("👍", chat_id="!a:beeper.local", message_id="12")
client.chats.messages.reactions.delete(message_id="12", chat_id="!a:beeper.local", reaction_key="👍")
