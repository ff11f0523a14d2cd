import requests

BASE = "http://localhost:23373"


def quotes(chat, ids):
    requests.get(f"{BASE}/v0/get-chat?chatID={chat['id']}")
    requests.get(f'{BASE}/v0/get-chat?chatID={chat["id"]}')
    requests.post(BASE + '/v0/archive-chat', json={'chatID': chat["id"], 'archived': False})
    requests.post(BASE + "/v0/archive-chat", json={"chatID": chat["id"]})
    requests.post(f'{BASE}/v0/archive-chat', json={'chatID': ids["a"][chat['id']]})
