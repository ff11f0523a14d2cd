import beeper_desktop_api.types
from beeper_desktop_api import APIError, AsyncClient, Client

with Client(max_retries=1) as client:
    chat: beeper_desktop_api.types.Chat = client.chats.retrieve("!a:beeper.local")
    try:
        registration = client.app.setup.response(setup_request_id="1", response="123456")
        print(registration.copy_.title, beeper_desktop_api.BeeperDesktop, AsyncClient)
    except APIError as error:
        print(error.message)
