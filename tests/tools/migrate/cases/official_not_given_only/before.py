from beeper_desktop_api import NOT_GIVEN, BeeperDesktop, not_given

client = BeeperDesktop(timeout=NOT_GIVEN)
chat = client.chats.retrieve("!a:beeper.local", max_participant_count=NOT_GIVEN)
client.chats.archive("!a:beeper.local", archived=not_given)
