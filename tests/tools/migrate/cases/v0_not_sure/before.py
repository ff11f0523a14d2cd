from functools import partial

from beeper_sdk import v0

beeper = v0.Client(server="v0")
options = {"chat_id": "!a:beeper.local"}
beeper.get_chat(**options)
later = partial(beeper.send_message, chat_id="!a:beeper.local")
reminder = make_reminder()
beeper.set_chat_reminder(chat_id="!a:beeper.local", reminder=reminder)
beeper.frobnicate()
