from typing import List, Optional, cast

from beeper_desktop_api.types import AccountListResponse, Chat, MessageSendResponse, User
from beeper_desktop_api.types.chat import Participants
from beeper_desktop_api.types.shared import Attachment, Message
from beeper_desktop_api.types.search_response import SearchResponse


def names(chat: Chat, accounts: AccountListResponse) -> List[Optional[User]]:
    people: Participants = chat.participants
    return [*people.items, *(account.user for account in accounts)]


def first(message: "Optional[Message]", found: SearchResponse) -> "Attachment":
    sent = cast("MessageSendResponse", message)
    print(sent, found.results)
    return message.attachments[0]
