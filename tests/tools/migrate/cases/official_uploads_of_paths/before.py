import os
import pathlib
from pathlib import Path

from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
folder = Path("media")


def upload(path: Path, other: "os.PathLike[str]", data: bytes, anything) -> None:
    client.assets.upload(file=path)
    client.assets.upload(file=other)
    client.assets.upload(file=folder / "a.png")
    client.assets.upload(file=pathlib.Path.home())
    client.assets.upload(file=anything)
    client.assets.upload(file=data)
    client.assets.upload(file=path.open("rb"))
    with path.open("rb") as file:
        client.assets.upload(file=file, file_name="a.png")
