def count() -> int:
    from beeper_desktop_api import BeeperDesktop
    from beeper_desktop_api.types import Chat, Message

    found: list[Chat | Message] = []
    with BeeperDesktop() as client:
        found += client.chats.search(query="x").items
    return len(found)


def other() -> None:
    from beeper_desktop_api.types import User
    import beeper_desktop_api

    print(User, beeper_desktop_api.BeeperDesktop)
