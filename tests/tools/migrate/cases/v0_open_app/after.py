from beeper_sdk import Beeper

beeper = Beeper()
if beeper.focus(chat_id="!a:beeper.local", draft_text="hi").success:
    print("open")
