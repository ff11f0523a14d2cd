from beeper_sdk import v0

beeper = v0.Client()
done = beeper.clear_chat_reminder(chat_id="!a:beeper.local")
print("cleared" if done.success else "not cleared")
