from beeper_sdk import Beeper

client = Beeper()
made = client.chats.create(account_id="whatsapp", participant_ids=["@a:b"], type="single", message_text="hi")
print(made.chat_id)
