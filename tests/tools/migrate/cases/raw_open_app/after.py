import httpx

httpx.post("http://localhost:23373/v1/focus", json={"chatID": "!a:beeper.local"})
