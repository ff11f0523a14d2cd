import json
import urllib.request

import requests

BASE = "http://localhost:23373"
GET_CHAT = "http://localhost:23373/v0/get-chat"


def unsure(chat_id, params, body, verb):
    requests.get(f"{BASE}/v0/get-chat", params=params)
    requests.get(f"{BASE}/v0/get-chat?{params}")
    requests.post(f"{BASE}/v0/send-message", data=json.dumps({"chatID": chat_id}))
    requests.post(f"{BASE}/v0/archive-chat", json=body)
    requests.get(GET_CHAT, params={"chatID": chat_id})
    requests.request(verb, f"{BASE}/v0/get-accounts")
    requests.get(f"{BASE}/v0/get-chat?chatID=!{chat_id}:beeper.local")
    urllib.request.urlopen(f"{BASE}/v0/get-accounts")
    requests.post(f"{BASE}/v0/set-chat-reminder", json={"chatID": chat_id, "reminder": body})
    requests.delete(f"{BASE}/v0/get-accounts")
