from beeper_desktop_api import BeeperDesktop, NotFoundError

client = BeeperDesktop()
print(f"{client.with_raw_response.info.retrieve().status_code:>5} {client.chats.search(query='x').items!r}")
try:
    client.chats.archive("!a:beeper.local")
except NotFoundError as error:
    print(f"{error.message} ({error.status_code})")
