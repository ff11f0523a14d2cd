import httpx

with httpx.Client(base_url="http://localhost:23373", timeout=10) as http:
    page = http.get("/v0/search-chats", params={"query": "team", "limit": 200}).json()
    print(page["items"], page["oldestCursor"])
