from urllib.parse import quote
import requests

BASE = "http://127.0.0.1:23373"


def people(account_id, query):
    url = f"{BASE}/v1/accounts/{quote(str(account_id), safe='')}/contacts?query={query}"
    return requests.get(url).json()["items"]
