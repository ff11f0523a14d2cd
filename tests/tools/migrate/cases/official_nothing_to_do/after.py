import other_api as beeper_desktop_api


class NotFoundError(Exception):
    """Not the SDK's."""


client = beeper_desktop_api.BeeperDesktop(max_retries=3)
client.chats.create(mode="start")
