from beeper_sdk import Beeper, api


def texts(limit: int) -> list[str]:
    beeper = Beeper()
    page = beeper.raw(api.messages.search(query="invoice", limit=min(limit, 20))).value
    first = beeper.raw(api.messages.search(query="invoice", limit=20)).value.items
    small = beeper.raw(api.messages.search(query="invoice", limit=5)).value.items
    print(page.chats, [m.id for m in first], small)
    return [m.text or "" for m in page.items]
