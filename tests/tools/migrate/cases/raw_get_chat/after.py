import requests
from urllib.parse import quote_plus, quote

BASE = "http://localhost:23373"


def chats(chat_id, count):
    yield requests.get("http://localhost:23373/v1/chats/%21a%3Abeeper.local?maxParticipantCount=20")
    yield requests.get('http://localhost:23373/v1/chats/%21a%3Abeeper.local?maxParticipantCount=5')
    yield requests.get(f"{BASE}/v1/chats/{quote(chat_id, safe='')}?maxParticipantCount={count}")
    yield requests.get(f"{BASE}/v1/chats/{quote(chat_id, safe='')}?maxParticipantCount=20")
    yield requests.get(BASE + f"/v1/chats/{quote(str(chat_id), safe='')}", params={"maxParticipantCount": 20})
    yield requests.get(
        f"{BASE}/v1/chats/{quote(str(chat_id), safe='')}",
        {
            "maxParticipantCount": count,
        },
        timeout=5,
    )
