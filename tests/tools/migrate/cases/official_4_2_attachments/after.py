from pathlib import Path

from beeper_sdk import Beeper

client = Beeper()
upload = client.assets.upload(file=Path("a.ogg").read_bytes())
client.messages.send("!a:beeper.local", attachment={"upload_id": upload.upload_id, "type": "voice-note"})
client.messages.send("!a:beeper.local", attachment={"upload_id": upload.upload_id, "type": 'gif'})
hinted = {"upload_id": upload.upload_id, "type": 'voice-note'}
client.messages.send("!a:beeper.local", attachment=hinted)
