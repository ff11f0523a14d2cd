import requests

BASE = "http://localhost:23373"
BOB = "!bob:beeper.local"


def read(number, local: int, chat_id: str) -> None:
    requests.get(f"{BASE}/v0/get-chat", params={"chatID": 1})
    requests.get(f"{BASE}/v0/get-chat", params={"chatID": number})
    requests.get(f"{BASE}/v0/get-chat?chatID={local}")
    requests.get(f"{BASE}/v0/get-chat", params={"chatID": chat_id})
    requests.get(f"{BASE}/v0/get-chat", params={"chatID": f"!{number}"})
    requests.get(BASE + "/v0/get-chat?chatID=" + number)
    requests.get(f"{BASE}/v0/get-chat?chatID={BOB}")
    for chat in requests.get(f"{BASE}/v0/search-chats").json()["items"]:
        requests.get(f"{BASE}/v0/get-chat", params={"chatID": chat["id"]})
