from beeper_sdk import Beeper

client = Beeper()
started = client.chats.start(
    account_id="whatsapp",
    user={"phone_number": "+15550100"},
    message_text="hi",
)
client.chats.create(account_id="whatsapp", participant_ids=["@a:b"], type="single")
print(started.chat_id, started.status)
