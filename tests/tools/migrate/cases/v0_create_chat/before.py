from beeper_sdk import v0

beeper = v0.Client()
made = beeper.create_chat(account_id="whatsapp", participant_ids=["@a:b"], type="single")
assert made.success
print(made.chat_id)
