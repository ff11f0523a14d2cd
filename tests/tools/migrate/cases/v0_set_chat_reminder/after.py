import time
from datetime import datetime, timezone

from beeper_sdk import Beeper, models

beeper = Beeper()
beeper.chats.reminders.create(
    "!a:beeper.local",
    reminder={
        "remind_at": datetime.fromtimestamp(time.time() + 3600, tz=timezone.utc),  # in an hour
        "dismiss_on_incoming_message": True,
    },
)
beeper.chats.reminders.create("!b:beeper.local", reminder=models.ReminderInput(remind_at=datetime.fromtimestamp(1767225600, tz=timezone.utc)))
