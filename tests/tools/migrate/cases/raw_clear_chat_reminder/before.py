import requests

session = requests.Session()
session.post("http://localhost:23373/v0/clear-chat-reminder", json={"chatID": "!a:beeper.local"})
requests.request("POST", "http://localhost:23373/v0/clear-chat-reminder", json={"chatID": "!a:beeper.local"}, timeout=3)
