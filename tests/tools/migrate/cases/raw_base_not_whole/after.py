import requests

BASE = "http://localhost:23373/v0"


def call(name):
    return requests.get(f"{BASE}/{name}").json()


def accounts():
    return requests.get(f"{BASE}/get-accounts").json()
