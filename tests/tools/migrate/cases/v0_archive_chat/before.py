from beeper_sdk import v0


def archive(beeper: v0.Client, *chats: str) -> bool:
    for chat_id in chats:
        if not beeper.archive_chat(chat_id=chat_id).success:
            return False
    return beeper.archive_chat(chat_id="!last:beeper.local", archived=False).success
