import requests

requests.post(
    "http://localhost:23373/v0/set-chat-reminder",
    json={
        "chatID": "!a:beeper.local",
        "reminder": {"remindAtMs": due.timestamp() * 1000, "dismissOnIncomingMessage": True},  # tomorrow
    },
)
