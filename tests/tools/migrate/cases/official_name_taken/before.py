from beeper_desktop_api import BeeperDesktop
from beeper_desktop_api.types import Chat

models = ["a", "b"]


class Beeper:
    """Something that beeps."""


def run(client: BeeperDesktop) -> Chat:
    print(models, Beeper())
    return client.chats.retrieve("!a:beeper.local")
