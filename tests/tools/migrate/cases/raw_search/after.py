import requests

BASE_URL = "http://localhost:23373"
found = requests.get(f"{BASE_URL}/v1/search", params={"query": "lunch"}).json()
for message in found["results"]["messages"]["items"]:
    print(message["id"], message.get("id"))
