from beeper_sdk import Beeper


class Mine(Beeper):
    def hello(self) -> None:
        print(self.user_agent)
