import requests

BASE_URL = "http://localhost:23373"
found = requests.get(f"{BASE_URL}/v0/search", params={"query": "lunch"}).json()
for message in found["results"]["messages"]["items"]:
    print(message["messageID"], message.get("messageID"))
