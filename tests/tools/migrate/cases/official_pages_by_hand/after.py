from beeper_sdk import Beeper


def everything(client: Beeper):
    page = client.chats.list()
    while page.has_next_page():
        page = page.get_next_page()
        yield from page.items


def handed_on(client: Beeper):
    return client.messages.list("!a:beeper.local")
