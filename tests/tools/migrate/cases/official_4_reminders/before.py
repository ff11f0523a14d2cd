import datetime

from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
when = datetime.datetime.now() + datetime.timedelta(hours=1)
client.chats.reminders.create("!a:beeper.local", reminder={"remind_at_ms": when.timestamp() * 1000})
client.chats.reminders.create("!a:beeper.local", reminder={"remind_at_ms": now_ms() + 60_000})
body = {"remind_at_ms": 1767225600000, "dismiss_on_incoming_message": True}
client.chats.reminders.create("!a:beeper.local", reminder=body)
client.chats.reminders.create("!a:beeper.local", reminder=from_elsewhere())
client.chats.reminders.create("!a:beeper.local", reminder={"remind_at": when})
client.chats.reminders.delete("!a:beeper.local")
