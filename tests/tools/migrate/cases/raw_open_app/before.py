import httpx

httpx.post("http://localhost:23373/v0/open-app", json={"chatID": "!a:beeper.local"})
