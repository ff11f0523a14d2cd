import requests

API = "http://localhost:23373"


def send(chat_id, text):
    response = requests.post(f"{API}/v0/send-message", json={"chatID": chat_id, "text": text})
    data = response.json()
    if not data["success"]:
        raise RuntimeError(data["error"])
    return data["pendingMessageID"]


def sent(chat_id, text):
    payload = {"chatID": chat_id, "text": text}
    response = requests.post(f"{API}/v0/send-message", json=payload)
    return response.json()["success"]
