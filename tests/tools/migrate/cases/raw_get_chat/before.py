import requests
from urllib.parse import quote_plus

BASE = "http://localhost:23373"


def chats(chat_id, count):
    yield requests.get("http://localhost:23373/v0/get-chat?chatID=!a:beeper.local")
    yield requests.get('http://localhost:23373/v0/get-chat?maxParticipantCount=5&chatID=%21a%3Abeeper.local')
    yield requests.get(f"{BASE}/v0/get-chat?chatID={quote_plus(chat_id)}&maxParticipantCount={count}")
    yield requests.get(BASE + "/v0/get-chat?chatID=" + chat_id)
    yield requests.get(BASE + "/v0/get-chat", params={"chatID": chat_id})
    yield requests.get(
        f"{BASE}/v0/get-chat",
        {
            "chatID": chat_id,  # the room
            "maxParticipantCount": count,
        },
        timeout=5,
    )
