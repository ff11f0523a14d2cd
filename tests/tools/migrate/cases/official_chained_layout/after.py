from beeper_sdk import Beeper, api

client = Beeper()
chat = (
    client.raw(api.chats.retrieve("!a:beeper.local"))
    .value
)
value = client.with_options(timeout=9).chats.retrieve(  # one chat
    "!a:beeper.local",
    # all of them
    max_participant_count=-1,  # slow
)
