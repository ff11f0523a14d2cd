from beeper_sdk import Beeper, api

client = Beeper()
response = client.raw(api.chats.retrieve("!a:beeper.local", max_participant_count=50))
print(response.status, response.headers["X-Beeper-Desktop-Version"])
chat = response.value
print(chat.title)
other = client.raw(api.messages.send(
    "!a:beeper.local",
    text="hi",  # once
))
print(other.http_response.text)
print(client.raw(api.chats.list()).value.items)
