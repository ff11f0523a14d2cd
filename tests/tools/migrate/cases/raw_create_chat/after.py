import requests

response = requests.post(
    "http://localhost:23373/v1/chats",
    json={"accountID": "whatsapp", "participantIDs": ["@a:b"], "type": "single"},
)
print(response.json()["chatID"])
