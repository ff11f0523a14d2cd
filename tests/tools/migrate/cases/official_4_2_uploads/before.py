from pathlib import Path

from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
voice = Path("a.ogg")
client.assets.upload(file=Path("a.ogg"), mime_type="audio/ogg")
client.assets.upload(file=voice, file_name="a.ogg")
client.assets.upload(file=voice.read_bytes(), file_name="a.ogg")
client.assets.upload(file=("a.ogg", b"OggS"))
