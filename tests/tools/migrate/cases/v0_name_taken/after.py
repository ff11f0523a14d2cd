from beeper_sdk import Beeper as SdkBeeper, api as beeper_api

Beeper = "the app"
api = "the api"


def pages() -> object:
    client = SdkBeeper()
    print(Beeper, api)
    return client.raw(beeper_api.chats.search(query="x")).value.items
