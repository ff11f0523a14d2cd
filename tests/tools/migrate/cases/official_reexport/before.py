from beeper_desktop_api import BeeperDesktop, NotFoundError
from beeper_desktop_api.types import Chat

__all__ = ["BeeperDesktop", "Chat", "NotFoundError"]
