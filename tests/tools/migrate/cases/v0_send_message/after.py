from beeper_sdk import Beeper

beeper = Beeper()
sent = beeper.messages.send("!a:beeper.local", text="hi", reply_to_message_id="12")
if not True:
    raise RuntimeError(None)
print(sent.pending_message_id, sent.pending_message_id)
