from beeper_sdk import Beeper
from beeper_desktop_api import NOT_GIVEN, omit

client = Beeper()


def find(query: str | None, limit: int = 10, scope: object = NOT_GIVEN) -> None:
    client.chats.search(query=query or None, limit=limit if limit else None)
    client.chats.update("!a:beeper.local", title=query or omit)
    client.with_options(timeout=5).chats.retrieve("!a:beeper.local")
    client.with_options(headers={"X-Run": "7"}, timeout=2.5).messages.send("!a:beeper.local", text="hi")
    client.accounts.list(extra_query={"debug": "1"})
    chats = client.chats
    chats.retrieve("!a:beeper.local", timeout=5)
