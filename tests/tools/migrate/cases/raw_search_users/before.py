import requests

BASE = "http://127.0.0.1:23373"


def people(account_id, query):
    url = f"{BASE}/v0/search-users?accountID={account_id}&query={query}"
    return requests.get(url).json()["items"]
