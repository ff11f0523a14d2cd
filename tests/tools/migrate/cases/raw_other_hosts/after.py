import requests

HN = "https://hacker-news.firebaseio.com"
requests.get("https://hacker-news.firebaseio.com/v0/search?query=x")
requests.get(f"{HN}/v0/get-accounts")
requests.get("http://localhost:23373/v0/item/1.json")
requests.post("http://localhost:23373/v0/mcp", json={})
