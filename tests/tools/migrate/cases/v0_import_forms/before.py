import os
import beeper_sdk.v0
import beeper_sdk.v0 as old
from beeper_sdk import v0 as older


def clients():
    yield beeper_sdk.v0.Client(os.environ["TOKEN"])
    yield old.Client()
    yield older.AsyncClient()


def chat(chat_id, client=older.Client()):
    return client.get_chat(chat_id=chat_id, max_participant_count=None)
