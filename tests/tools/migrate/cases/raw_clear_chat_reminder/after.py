import requests

session = requests.Session()
session.delete("http://localhost:23373/v1/chats/%21a%3Abeeper.local/reminders")
requests.request("DELETE", "http://localhost:23373/v1/chats/%21a%3Abeeper.local/reminders", timeout=3)
