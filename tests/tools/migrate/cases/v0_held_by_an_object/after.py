from dataclasses import dataclass

from beeper_sdk import Beeper as OldClient


@dataclass
class Bot:
    beeper: OldClient
    name: str = "bot"

    def say(self, chat_id: str, text: str) -> None:
        self.beeper.messages.send(chat_id, text=text)


class App:
    def __init__(self) -> None:
        self._beeper = OldClient()
        self.bot = Bot(self._beeper)

    def run(self) -> None:
        self.bot.beeper.chats.archive("!a:beeper.local")
        print([account.network for account in self._beeper.accounts.list()])
