from typing import List, Optional, cast

from beeper_sdk import models


def names(chat: models.Chat, accounts: list[models.Account]) -> List[Optional[models.User]]:
    people: models.ChatParticipants = chat.participants
    return [*people.items, *(account.user for account in accounts)]


def first(message: "Optional[models.Message]", found: models.UnifiedSearchResult) -> "models.Attachment":
    sent = cast("models.MessageSendResult", message)
    print(sent, found.results)
    return message.attachments[0]
