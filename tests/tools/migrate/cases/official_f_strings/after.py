from beeper_sdk import Beeper, api
from beeper_sdk.errors import NotFoundError

client = Beeper()
print(f"{client.raw(api.info.retrieve()).status:>5} {client.raw(api.chats.search(query='x')).value.items!r}")
try:
    client.chats.archive("!a:beeper.local")
except NotFoundError as error:
    print(f"{str(error)} ({error.status})")
