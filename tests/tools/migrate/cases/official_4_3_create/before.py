from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
started = client.chats.create(
    account_id="whatsapp",
    mode="start",
    user={"phone_number": "+15550100"},
    message_text="hi",
)
client.chats.create(account_id="whatsapp", mode="create", participant_ids=["@a:b"], type="single")
print(started.chat_id, started.status)
