from urllib.parse import quote
import requests

BASE = "http://localhost:23373"


def quotes(chat, ids):
    requests.get(f"{BASE}/v1/chats/{quote(str(chat['id']), safe='')}?maxParticipantCount=20")
    requests.get(f'{BASE}/v1/chats/{quote(str(chat["id"]), safe="")}?maxParticipantCount=20')
    requests.post(BASE + f'/v1/chats/{quote(str(chat["id"]), safe="")}/archive', json={'archived': False})
    requests.post(BASE + f'/v1/chats/{quote(str(chat["id"]), safe="")}/archive', json={})
    requests.post(f"""{BASE}/v1/chats/{quote(str(ids["a"][chat['id']]), safe='')}/archive""", json={})
