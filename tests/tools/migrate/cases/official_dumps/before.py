import json

from beeper_desktop_api import BeeperDesktop
from beeper_desktop_api.types import Chat


def dump(chat: Chat) -> str:
    return json.dumps(chat.to_dict(mode="json"))


client = BeeperDesktop()
chat = client.chats.retrieve("!a:beeper.local")
print(chat.to_dict(), chat.model_dump(by_alias=True, mode="json"))
print(chat.participants.items[0].to_dict(), chat.model_extra)
print(chat.model_dump(), chat.to_dict(exclude_none=True), chat.to_json(), chat.model_dump_json())
renamed = chat.model_copy(update={"title": "Lunch"})
for each in client.chats.list():
    print(each.dict(), each.model_copy())
