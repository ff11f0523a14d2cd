import requests

print(requests.get("http://localhost:23373/oauth/userinfo").json()["scope"])
print(requests.get("http://localhost:23373/v1/accounts").ok)
