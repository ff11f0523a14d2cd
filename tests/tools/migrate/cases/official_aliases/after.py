from beeper_sdk import Beeper as Desktop, models
from beeper_sdk.errors import APITimeoutError as TooSlow
from beeper_sdk import models as kinds


def slow(client: Desktop, chat: models.ChatWithPreview, message: kinds.Message) -> bool:
    try:
        client.messages.send(chat.id, text="hi")
    except TooSlow:
        return True
    return bool(message.text)
