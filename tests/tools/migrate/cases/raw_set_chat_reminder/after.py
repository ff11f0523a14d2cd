from datetime import datetime, timezone
import requests

requests.post(
    "http://localhost:23373/v1/chats/%21a%3Abeeper.local/reminders",
    json={
        "reminder": {"remindAt": datetime.fromtimestamp(due.timestamp(), tz=timezone.utc).isoformat(), "dismissOnIncomingMessage": True},  # tomorrow
    },
)
