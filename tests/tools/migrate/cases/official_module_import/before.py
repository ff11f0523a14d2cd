import beeper_desktop_api
import beeper_desktop_api as bd

client = beeper_desktop_api.BeeperDesktop()


def title(chat: bd.types.Chat) -> str:
    try:
        return client.chats.retrieve(chat.id).title
    except beeper_desktop_api.APIConnectionError:
        return ""
    except bd.APIStatusError as error:
        return str(error.status_code)
