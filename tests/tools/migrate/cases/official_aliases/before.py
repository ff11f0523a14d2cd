from beeper_desktop_api import BeeperDesktop as Desktop, APITimeoutError as TooSlow
from beeper_desktop_api import types as t
import beeper_desktop_api.types as kinds


def slow(client: Desktop, chat: t.ChatListResponse, message: kinds.Message) -> bool:
    try:
        client.messages.send(chat.id, text="hi")
    except TooSlow:
        return True
    return bool(message.text)
