from beeper_sdk import Beeper

client = Beeper()
chat = client.chats.retrieve("!a:beeper.local")
client.chats.archive("!a:beeper.local")
