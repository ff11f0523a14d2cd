from beeper_sdk import v0

client = v0.Client()
client.search("lunch")
client.send_message("!a:beeper.local", "hi")
client.search_users("whatsapp", "ann")
client.create_chat("whatsapp", ["@a:b"], "single")
client.archive_chat("!a:beeper.local", False)
client.set_chat_reminder("!a:beeper.local", {"remind_at_ms": 1500})
