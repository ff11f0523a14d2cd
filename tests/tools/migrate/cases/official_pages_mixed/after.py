from beeper_sdk import Beeper, RetryPolicy, api as beeper_api

client: Beeper | None = None


def connect() -> None:
    global client
    client = Beeper()


def show() -> None:
    page = client.chats.list()
    for chat in page:
        print(chat.title)
    print(page.has_more)


def chosen(flag: bool) -> None:
    if flag:
        api = Beeper(retry=RetryPolicy(attempts=2))
    else:
        api = Beeper(retry=RetryPolicy(attempts=3))
    for message in (api or client).raw(beeper_api.messages.list("!a:beeper.local")).value.items:
        print(message.text)
