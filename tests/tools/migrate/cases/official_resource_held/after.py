from beeper_sdk import Beeper


class Chats:
    def __init__(self, client: Beeper) -> None:
        self.chats = client.chats
        self.raw_client = client.with_raw_response

    def start(self) -> None:
        self.chats.start(account_id="a", user={"id": "b"})
        self.chats.archive("!a:beeper.local")
        self.chats.messages.reactions.delete("x", message_id="12", chat_id="!a:beeper.local")
        print(self.raw_client.info.retrieve().headers)
