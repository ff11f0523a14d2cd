import requests

accounts = requests.get("http://localhost:23373/v0/get-accounts", headers={"Authorization": "Bearer x"}).json()
for account in accounts:
    print(account["accountID"])
