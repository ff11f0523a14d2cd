from datetime import datetime, timezone
from beeper_sdk import Beeper

client = Beeper()
client.search(query="lunch")
client.messages.send("!a:beeper.local", text="hi")
client.accounts.contacts.search("whatsapp", query="ann")
client.chats.create(account_id="whatsapp", participant_ids=["@a:b"], type="single")
client.chats.archive("!a:beeper.local", archived=False)
client.chats.reminders.create("!a:beeper.local", reminder={"remind_at": datetime.fromtimestamp(1500 / 1000, tz=timezone.utc)})
