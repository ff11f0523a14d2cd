from urllib.parse import quote
import requests

API = "http://localhost:23373"


def send(chat_id, text):
    response = requests.post(f"{API}/v1/chats/{quote(str(chat_id), safe='')}/messages", json={"text": text})
    data = response.json()
    if not data["success"]:
        raise RuntimeError(data["error"])
    return data["pendingMessageID"]


def sent(chat_id, text):
    payload = {"text": text}
    response = requests.post(f"{API}/v1/chats/{quote(str(chat_id), safe='')}/messages", json=payload)
    return response.ok
