import beeper_sdk
import beeper_sdk as bd

client = beeper_sdk.Beeper()


def title(chat: bd.models.Chat) -> str:
    try:
        return client.chats.retrieve(chat.id).title
    except beeper_sdk.errors.APIConnectionError:
        return ""
    except bd.errors.APIStatusError as error:
        return str(error.status)
