from beeper_sdk import Beeper

client = Beeper()
client.chats.create(account_id="whatsapp", participant_ids=["@a:b"], type="single")
client.with_options(timeout=9).chats.start(
    account_id="whatsapp",
    user={"phone_number": "+15550100"},
    allow_invite=True,
    message_text="hi",
)
