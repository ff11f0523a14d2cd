from beeper_sdk import Beeper


def make(client: Beeper, mode: str, chat: dict[str, object]) -> None:
    client.chats.create(account_id="whatsapp", mode=mode, participant_ids=["@a:b"], type="single")
    client.chats.create(chat=chat)
    client.chats.create(account_id="whatsapp", user={"id": "@a:b"})
    client.chats.create(**chat)
