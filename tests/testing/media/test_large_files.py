"""Large files are served, received and attached in parts: whole and by ranges, with little memory."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import AsyncBeeper, Beeper
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.seed.media import wav
from tests.testing.known_chats import BOB
from tests.testing.media.helpers import DATA, MIB, TAG, at_most, files_in, folder_of, path_to, receive
from tests.testing.wire import Wire, enc

HUGE = 24 * MIB


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    """A file of 24 MiB."""
    path = tmp_path / "huge.bin"
    with path.open("wb") as file:
        for number in range(HUGE // MIB):
            file.write(number.to_bytes(4, "big") * (MIB // 4))
    return path


def digest_of(path: Path) -> str:
    """The hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def test_a_large_file_is_sent_and_served_with_little_memory(fake_beeper: FakeBeeper, huge: Path) -> None:
    fake_beeper.world.add_chat("Zoe Zephyr", ["Zoe Zephyr"])
    fake_beeper.world.me.send(BOB, file=("warm up.bin", DATA))
    with at_most(3 * MIB):
        message = fake_beeper.world.person("Zoe Zephyr").send("Zoe Zephyr", file=huge)
    path, wanted = path_to(message), digest_of(huge)
    receive(fake_beeper, path, range="bytes=0-5")
    with at_most(3 * MIB):
        whole = receive(fake_beeper, path)
        part = receive(fake_beeper, path, range="bytes=1000000-")
    assert (whole.status, whole.size, whole.digest) == (200, HUGE, wanted)
    assert (part.status, part.size) == (206, HUGE - 1000000)
    assert whole.headers["etag"] == f'"{wanted[:16]}"'


@pytest.mark.parametrize("client", ["sync", "async"])
def test_clients_upload_a_large_file_with_little_memory(fake_beeper: FakeBeeper, huge: Path, client: str) -> None:
    def send(file: Any) -> str:
        if client == "sync":
            with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
                return str(beeper.messages.send(BOB, file=file).pending_message_id)
        return asyncio.run(send_async(file))

    async def send_async(file: Any) -> str:
        async with AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
            return str((await beeper.messages.send(BOB, file=file)).pending_message_id)

    send(("warm up.bin", DATA))
    with at_most(8 * MIB):
        send(huge)
    message = fake_beeper.world.messages(BOB)[-1]
    assert (message["attachments"][0]["fileName"], message["attachments"][0]["fileSize"]) == ("huge.bin", HUGE)
    assert receive(fake_beeper, path_to(message)).digest == digest_of(huge)
    uploaded = fake_beeper.requests.of("assets.upload").last
    assert (uploaded.body, len(uploaded.fingerprint)) == (None, 16)


def test_a_large_file_is_not_read_to_describe_it(wire: Wire, reads: list[int]) -> None:
    path = path_to(wire.fake.world.me.send(BOB, file=("big.bin", DATA)))
    del reads[:]
    for _ in range(2):
        assert wire.http.head(path).headers["etag"] == TAG
        assert wire.http.get(path, headers={"if-none-match": TAG}).status_code == 304
        assert wire.http.get(path, headers={"range": f"bytes={len(DATA)}-"}).status_code == 416
    assert sum(reads) == 0
    assert wire.http.get(path, headers={"range": "bytes=1000000-1000009"}).content == DATA[1000000:1000010]
    assert sum(reads) == 10
    assert wire.http.get(path).content == DATA
    assert sum(reads) == 10 + len(DATA)
    assert max(reads) <= MIB


@pytest.fixture(scope="module")
def served() -> Any:
    """A server with a large file, and the path to it."""
    with FakeBeeper() as fake, Wire(fake) as wire:
        yield wire, path_to(fake.world.me.send(BOB, file=("big.bin", DATA)))


@given(low=st.integers(0, len(DATA) + 5), size=st.integers(0, len(DATA)))
def test_any_range_is_that_part_of_the_file(served: tuple[Wire, str], low: int, size: int) -> None:
    wire, path = served
    found = wire.http.get(path, headers={"range": f"bytes={low}-{low + size}"})
    if low < len(DATA):
        assert (found.status_code, found.content) == (206, DATA[low : low + size + 1])
        assert found.headers["content-range"] == f"bytes {low}-{min(low + size, len(DATA) - 1)}/{len(DATA)}"
    else:
        assert (found.status_code, found.content) == (416, b"")


@pytest.mark.parametrize(
    ("wanted", "status", "content"),
    [
        ("bytes=0-" + "9" * 50, 206, DATA),
        ("bytes=-" + "9" * 50, 206, DATA),
        ("bytes=" + "9" * 50 + "-", 416, b""),
        ("bytes=0-" + "9" * 5000, 200, DATA),
        ("bytes=0-1,3-4", 200, DATA),
        ("items=0-1", 200, DATA),
    ],
)
def test_odd_ranges(served: tuple[Wire, str], wanted: str, status: int, content: bytes) -> None:
    found = served[0].http.get(served[1], headers={"range": wanted})
    assert (found.status_code, found.content == content) == (status, True)


@pytest.mark.parametrize(("tag", "status"), [(TAG, 206), ('"another"', 200), (f"W/{TAG}", 200)])
def test_a_range_of_another_version_is_the_whole_file(served: tuple[Wire, str], tag: str, status: int) -> None:
    found = served[0].http.get(served[1], headers={"range": "bytes=0-9", "if-range": tag})
    assert (found.status_code, found.content) == (status, DATA if status == 200 else DATA[:10])


@pytest.mark.parametrize("upload", ["form", "base64"])
def test_an_uploaded_file_is_on_disk_once(wire: Wire, upload: str) -> None:
    if upload == "form":
        found = wire.ok("POST", "/v1/assets/upload", files={"file": ("ä.bin", io.BytesIO(DATA))})
    else:
        text = base64.b64encode(DATA).decode()
        found = wire.post("/v1/assets/upload/base64", {"content": text, "fileName": "ä.bin"})
    assert (found["fileSize"], found["fileName"]) == (len(DATA), "ä.bin")
    local = Path(found["srcURL"].removeprefix("file://").replace("%C3%A4", "ä"))
    assert local.read_bytes() == DATA
    wire.post(f"/v1/chats/{enc(BOB)}/messages", {"attachment": {"uploadID": found["uploadID"]}})
    sent = wire.fake.world.messages(BOB)[-1]
    down = wire.post("/v1/assets/download", {"url": sent["attachments"][0]["id"]})
    assert down["srcURL"] != found["srcURL"]
    files = files_in(folder_of(wire.fake))
    assert len({path.stat().st_ino for path in files if path.stat().st_size == len(DATA)}) == 1


def test_without_second_names_a_file_is_copied(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("as on FAT")

    monkeypatch.setattr("os.link", refuse)
    message = wire.fake.world.me.send(BOB, file=("big.bin", DATA))
    down = wire.post("/v1/assets/download", {"url": message["attachments"][0]["id"]})
    assert Path(down["srcURL"].removeprefix("file://")).read_bytes() == DATA


def test_a_large_sound_has_its_duration(wire: Wire) -> None:
    sound = wav(132, 400)
    assert len(sound) > MIB
    found = wire.ok("POST", "/v1/assets/upload", files={"file": ("sound.wav", sound, "audio/wav")})
    assert found["duration"] == 132
