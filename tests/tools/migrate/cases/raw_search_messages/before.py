import requests


def search(query, limit):
    requests.get("http://localhost:23373/v0/search-messages?limit=500&query=x")
    requests.get(f"http://localhost:23373/v0/search-messages?limit={limit}&query={query}")
    response = requests.get(
        "http://localhost:23373/v0/search-messages",
        params={"query": query, "limit": 100},
    )
    data = response.json()
    return [message["messageID"] for message in data["items"]]
