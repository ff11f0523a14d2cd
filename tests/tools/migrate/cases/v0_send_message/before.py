from beeper_sdk import v0

beeper = v0.Client()
sent = beeper.send_message(chat_id="!a:beeper.local", text="hi", reply_to_message_id="12")
if not sent.success:
    raise RuntimeError(sent.error)
print(sent.message_id, sent.pending_message_id)
