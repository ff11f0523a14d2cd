import requests

response = requests.post(
    "http://localhost:23373/v0/create-chat",
    json={"accountID": "whatsapp", "participantIDs": ["@a:b"], "type": "single"},
)
print(response.json()["chatID"])
