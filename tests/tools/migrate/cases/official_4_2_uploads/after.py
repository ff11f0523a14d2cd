from pathlib import Path

from beeper_sdk import Beeper

client = Beeper()
voice = Path("a.ogg")
client.assets.upload(file=Path("a.ogg"), mime_type="audio/ogg")
client.assets.upload(file=voice, file_name="a.ogg")
client.assets.upload(file=voice.read_bytes(), file_name="a.ogg")
client.assets.upload(file=("a.ogg", b"OggS"))
