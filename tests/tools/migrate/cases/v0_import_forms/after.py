import os
import beeper_sdk
from beeper_sdk import AsyncBeeper, Beeper


def clients():
    yield beeper_sdk.Beeper(os.environ["TOKEN"])
    yield beeper_sdk.Beeper()
    yield AsyncBeeper()


def chat(chat_id, client=Beeper()):
    return client.chats.retrieve(chat_id, max_participant_count=None)
