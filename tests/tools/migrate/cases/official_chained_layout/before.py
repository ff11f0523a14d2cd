from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
chat = (
    client
    .with_raw_response  # the headers matter
    .chats
    .retrieve("!a:beeper.local")
    .parse()
)
value = client.chats.retrieve(  # one chat
    "!a:beeper.local",
    # all of them
    max_participant_count=-1,
    timeout=9,  # slow
)
