from beeper_sdk import Beeper


def archive(beeper: Beeper, *chats: str) -> bool:
    for chat_id in chats:
        if beeper.chats.archive(chat_id) is not None:
            return False
    return beeper.chats.archive("!last:beeper.local", archived=False) is None
