from beeper_desktop_api import BeeperDesktop


def everything(client: BeeperDesktop):
    page = client.chats.list()
    while page.has_next_page():
        page = page.get_next_page()
        yield from page.items


def handed_on(client: BeeperDesktop):
    return client.messages.list("!a:beeper.local")
