import httpx
import requests

BASE = 'http://localhost:23373/v0'


def one(chat_id):
    requests.get(f"{BASE}/get-chat", params={"chatID": chat_id})
    requests.get(BASE + "/get-accounts")


client = httpx.Client(base_url="http://localhost:23373/v0/")
client.get("get-accounts")
client.post("/open-app", json={})
