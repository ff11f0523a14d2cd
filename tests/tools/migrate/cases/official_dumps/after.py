import json

from beeper_sdk import Beeper, models


def dump(chat: models.Chat) -> str:
    return json.dumps(chat.to_dict())


client = Beeper()
chat = client.chats.retrieve("!a:beeper.local")
print(chat.to_dict(), chat.to_dict())
print(chat.participants.items[0].to_dict(), chat.additional_properties)
print(chat.model_dump(), chat.to_dict(exclude_none=True), chat.to_json(), chat.model_dump_json())
renamed = chat.evolve(title="Lunch")
for each in client.chats.list():
    print(each.dict(), each.model_copy())
