import beeper_sdk
from beeper_sdk.errors import APIError
from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy

with Beeper(retry=RetryPolicy(attempts=2)) as client:
    chat: beeper_sdk.models.Chat = client.chats.retrieve("!a:beeper.local")
    try:
        registration = client.app.setup.response(setup_request_id="1", response="123456")
        print(registration.copy.title, beeper_sdk.Beeper, AsyncBeeper)
    except APIError as error:
        print(str(error))
