from beeper_desktop_api import BeeperDesktop

client: BeeperDesktop | None = None


def connect() -> None:
    global client
    client = BeeperDesktop()


def show() -> None:
    page = client.chats.list()
    for chat in page:
        print(chat.title)
    print(page.has_more)


def chosen(flag: bool) -> None:
    if flag:
        api = BeeperDesktop(max_retries=1)
    else:
        api = BeeperDesktop(max_retries=2)
    for message in (api or client).messages.list("!a:beeper.local").items:
        print(message.text)
