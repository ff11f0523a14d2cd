from beeper_desktop_api import BeeperDesktop


class Chats:
    def __init__(self, client: BeeperDesktop) -> None:
        self.chats = client.chats
        self.raw_client = client.with_raw_response

    def start(self) -> None:
        self.chats.create(account_id="a", mode="start", user={"id": "b"})
        self.chats.archive("!a:beeper.local")
        self.chats.messages.reactions.delete("12", chat_id="!a:beeper.local", reaction_key="x")
        print(self.raw_client.info.retrieve().headers)
