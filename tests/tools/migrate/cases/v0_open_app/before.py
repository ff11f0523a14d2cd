from beeper_sdk import v0

beeper = v0.Client()
if beeper.open_app(chat_id="!a:beeper.local", draft_text="hi").success:
    print("open")
