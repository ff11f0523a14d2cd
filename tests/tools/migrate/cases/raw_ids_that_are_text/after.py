from urllib.parse import quote
import requests

BASE = "http://localhost:23373"
BOB = "!bob:beeper.local"


def read(number, local: int, chat_id: str) -> None:
    requests.get(f"{BASE}/v1/chats/{quote(str(1), safe='')}", params={"maxParticipantCount": 20})
    requests.get(f"{BASE}/v1/chats/{quote(str(number), safe='')}", params={"maxParticipantCount": 20})
    requests.get(f"{BASE}/v1/chats/{quote(str(local), safe='')}?maxParticipantCount=20")
    requests.get(f"{BASE}/v1/chats/{quote(chat_id, safe='')}", params={"maxParticipantCount": 20})
    requests.get(f'{BASE}/v1/chats/{quote(f"!{number}", safe="")}', params={"maxParticipantCount": 20})
    requests.get(f"{BASE}/v1/chats/{quote(number, safe='')}?maxParticipantCount=20")
    requests.get(f"{BASE}/v1/chats/{quote(BOB, safe='')}?maxParticipantCount=20")
    for chat in requests.get(f"{BASE}/v1/chats/search").json()["items"]:
        requests.get(f'{BASE}/v1/chats/{quote(chat["id"], safe="")}', params={"maxParticipantCount": 20})
