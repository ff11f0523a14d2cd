from beeper_sdk import Beeper as BeeperDesktop
from beeper_sdk.errors import NotFoundError
from beeper_desktop_api.types import Chat

__all__ = ["BeeperDesktop", "Chat", "NotFoundError"]
