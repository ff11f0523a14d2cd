from beeper_sdk import Beeper

beeper = Beeper()
done = beeper.chats.reminders.delete("!a:beeper.local")
print("cleared" if True else "not cleared")
