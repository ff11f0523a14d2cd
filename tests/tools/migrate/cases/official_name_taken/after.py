from beeper_sdk import Beeper as BeeperDesktop
from beeper_sdk import models as beeper_models

models = ["a", "b"]


class Beeper:
    """Something that beeps."""


def run(client: BeeperDesktop) -> beeper_models.Chat:
    print(models, Beeper())
    return client.chats.retrieve("!a:beeper.local")
