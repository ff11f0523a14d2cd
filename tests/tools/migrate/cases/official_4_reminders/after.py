import datetime

from beeper_sdk import Beeper

client = Beeper()
when = datetime.datetime.now() + datetime.timedelta(hours=1)
client.chats.reminders.create("!a:beeper.local", reminder={"remind_at": datetime.datetime.fromtimestamp(when.timestamp(), tz=datetime.timezone.utc)})
client.chats.reminders.create("!a:beeper.local", reminder={"remind_at": datetime.datetime.fromtimestamp((now_ms() + 60_000) / 1000, tz=datetime.timezone.utc)})
body = {"remind_at": datetime.datetime.fromtimestamp(1767225600, tz=datetime.timezone.utc), "dismiss_on_incoming_message": True}
client.chats.reminders.create("!a:beeper.local", reminder=body)
client.chats.reminders.create("!a:beeper.local", reminder=from_elsewhere())
client.chats.reminders.create("!a:beeper.local", reminder={"remind_at": when})
client.chats.reminders.delete("!a:beeper.local")
