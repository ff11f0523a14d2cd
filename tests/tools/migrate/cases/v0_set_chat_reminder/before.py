import time

from beeper_sdk import models, v0

beeper = v0.Client()
beeper.set_chat_reminder(
    chat_id="!a:beeper.local",
    reminder={
        "remind_at_ms": int((time.time() + 3600) * 1000),  # in an hour
        "dismiss_on_incoming_message": True,
    },
)
beeper.set_chat_reminder(chat_id="!b:beeper.local", reminder=models.V0ReminderInput(remind_at_ms=1767225600000))
