from beeper_sdk import Beeper

beeper = Beeper()
short = beeper.chats.retrieve("!a:beeper.local", max_participant_count=20)
whole = beeper.chats.retrieve("!a:beeper.local", max_participant_count=-1)
positional = beeper.chats.retrieve("!a:beeper.local", max_participant_count=50)
print(short.last_read_message_sort_key)
