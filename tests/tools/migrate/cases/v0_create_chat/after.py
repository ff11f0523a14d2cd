from beeper_sdk import Beeper

beeper = Beeper()
made = beeper.chats.create(account_id="whatsapp", participant_ids=["@a:b"], type="single")
assert True
print(made.chat_id)
