from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
response = client.with_raw_response.chats.retrieve("!a:beeper.local", max_participant_count=50)
print(response.status_code, response.headers["X-Beeper-Desktop-Version"])
chat = response.parse()
print(chat.title)
other = client.messages.with_raw_response.send(
    "!a:beeper.local",
    text="hi",  # once
)
print(other.http_response.text)
print(client.with_raw_response.chats.list().parse().items)
