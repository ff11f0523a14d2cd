from beeper_desktop_api import BeeperDesktop, NOT_GIVEN, omit

client = BeeperDesktop()


def find(query: str | None, limit: int = 10, scope: object = NOT_GIVEN) -> None:
    client.chats.search(query=query or NOT_GIVEN, limit=limit if limit else omit)
    client.chats.update("!a:beeper.local", title=query or omit)
    client.chats.retrieve("!a:beeper.local", max_participant_count=omit, timeout=5)
    client.messages.send("!a:beeper.local", text="hi", extra_headers={"X-Run": "7"}, timeout=2.5)
    client.accounts.list(extra_query={"debug": "1"})
    chats = client.chats
    chats.retrieve("!a:beeper.local", timeout=5)
