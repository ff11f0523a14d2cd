from beeper_sdk import v0

Beeper = "the app"
api = "the api"


def pages() -> object:
    client = v0.Client()
    print(Beeper, api)
    return client.search_chats(query="x").items
