from functools import partial

from beeper_sdk import Beeper

beeper = Beeper(server="v0")
options = {"chat_id": "!a:beeper.local"}
beeper.get_chat(**options)
later = partial(beeper.send_message, chat_id="!a:beeper.local")
reminder = make_reminder()
beeper.chats.reminders.create("!a:beeper.local", reminder=reminder)
beeper.frobnicate()
