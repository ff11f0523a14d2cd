import requests

accounts = requests.get("http://localhost:23373/v1/accounts", headers={"Authorization": "Bearer x"}).json()
for account in accounts:
    print(account["accountID"])
