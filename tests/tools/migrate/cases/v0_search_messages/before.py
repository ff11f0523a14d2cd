from beeper_sdk import v0


def texts(limit: int) -> list[str]:
    beeper = v0.Client()
    page = beeper.search_messages(query="invoice", limit=limit)
    first = beeper.search_messages(query="invoice", limit=100).items
    small = beeper.search_messages(query="invoice", limit=5).items
    print(page.chats, [m.message_id for m in first], small)
    return [m.text or "" for m in page.items]
