from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
client.chats.create(chat={"accountID": "whatsapp", "participantIDs": ["@a:b"], "type": "single", "mode": "create"})
client.chats.create(
    chat={
        "account_id": "whatsapp",
        "mode": "start",
        "user": {"phone_number": "+15550100"},
        "allowInvite": True,
        "messageText": "hi",
    },
    timeout=9,
)
