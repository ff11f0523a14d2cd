from beeper_desktop_api import BeeperDesktop


class Mine(BeeperDesktop):
    def hello(self) -> None:
        print(self.user_agent)
