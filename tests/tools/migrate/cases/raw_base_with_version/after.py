from urllib.parse import quote
import httpx
import requests

BASE = 'http://localhost:23373/v1'


def one(chat_id):
    requests.get(f"{BASE}/chats/{quote(str(chat_id), safe='')}", params={"maxParticipantCount": 20})
    requests.get(BASE + "/accounts")


client = httpx.Client(base_url="http://localhost:23373/v1/")
client.get("accounts")
client.post("/focus", json={})
