import requests

print(requests.get("http://localhost:23373/oauth/userinfo").json()["scope"])
print(requests.get("http://localhost:23373/v0/get-accounts").ok)
