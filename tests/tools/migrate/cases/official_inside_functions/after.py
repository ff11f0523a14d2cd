from beeper_sdk import api
def count() -> int:
    from beeper_sdk import Beeper
    from beeper_sdk import models

    found: list[models.Chat | models.Message] = []
    with Beeper() as client:
        found += client.raw(api.chats.search(query="x")).value.items
    return len(found)


def other() -> None:
    from beeper_sdk import models
    import beeper_sdk

    print(models.User, beeper_sdk.Beeper)
