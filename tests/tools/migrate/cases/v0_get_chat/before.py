from beeper_sdk import v0

beeper = v0.Client()
short = beeper.get_chat(chat_id="!a:beeper.local")
whole = beeper.get_chat(chat_id="!a:beeper.local", max_participant_count=-1)
positional = beeper.get_chat("!a:beeper.local", 50)
print(short.last_read_message_sort_key)
