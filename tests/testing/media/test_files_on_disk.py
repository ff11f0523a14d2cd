"""The folder of a server: what others do with their files and with its files, and when it is removed."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.server import thread
from beeper_sdk.testing.world.folder import Folder, Incoming
from beeper_sdk.testing.worlds import saving
from tests.testing.known_chats import BOB
from tests.testing.media.helpers import DATA, files_in, folder_of, path_to
from tests.testing.wire import Wire, enc


@pytest.mark.parametrize("data", [b"small", DATA], ids=["small", "large"])
def test_what_happens_to_the_file_of_a_test_later_has_no_effect(wire: Wire, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mine.bin"
    path.write_bytes(data)
    served = path_to(wire.fake.world.me.send(BOB, file=path))
    with path.open("r+b") as file:
        file.write(b"changed")
    assert wire.http.get(served).content == data
    path.unlink()
    assert wire.http.get(served).content == data


def test_a_downloaded_large_file_can_be_removed(wire: Wire) -> None:
    message = wire.fake.world.me.send(BOB, file=("big.bin", DATA))
    down = wire.post("/v1/assets/download", {"url": message["attachments"][0]["id"]})
    Path(down["srcURL"].removeprefix("file://")).unlink()
    assert wire.http.get(path_to(message)).content == DATA


def test_a_large_file_that_a_test_changes_in_the_media_folder_is_not_served(wire: Wire) -> None:
    message = wire.fake.world.me.send(BOB, file=("big.bin", DATA))
    down = wire.post("/v1/assets/download", {"url": message["attachments"][0]["id"]})
    with Path(down["srcURL"].removeprefix("file://")).open("ab") as file:
        file.write(b"more")
    for method in ("GET", "HEAD"):
        assert wire.http.request(method, path_to(message)).status_code == 404


def test_large_files_that_a_test_removes_from_the_media_folder_are_gone(wire: Wire, tmp_path: Path) -> None:
    found = wire.ok("POST", "/v1/assets/upload", files={"file": ("big.bin", DATA)})
    for path in files_in(folder_of(wire.fake)):
        path.unlink()
    wire.post(f"/v1/chats/{enc(BOB)}/messages", {"attachment": {"uploadID": found["uploadID"]}})
    sent = wire.fake.world.messages(BOB)[-1]
    wire.rejected("GET", path_to(sent), 404)
    assert "error" in wire.post("/v1/assets/download", {"url": sent["attachments"][0]["id"]})
    with pytest.raises(FileNotFoundError):
        wire.fake.save(tmp_path / "world.json")
    assert files_in(tmp_path) == []


def test_what_was_not_sent_is_removed(fake_beeper: FakeBeeper, big: Path) -> None:
    fake_beeper.world.me.send(BOB, file=("first.bin", DATA))
    folder = folder_of(fake_beeper)
    before = files_in(folder)
    for chat in ("nobody at all", "!missing:beeper.local"):
        with pytest.raises(ValueError, match="there is no"):
            fake_beeper.world.me.send(chat, file=big)
    assert files_in(folder) == before
    assert len(list(folder.iterdir())) == len(before)


def test_a_file_that_was_not_received_whole_is_removed() -> None:
    folder = Folder()

    def receive() -> None:
        with Incoming(folder) as incoming:
            incoming.write(DATA)
            assert folder.path is not None
            assert len(files_in(folder.path)) == 1
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        receive()
    assert folder.path is not None
    assert list(folder.path.iterdir()) == []
    folder.close()
    assert not folder.path.exists()


def test_a_folder_in_use_is_removed_by_the_last_user() -> None:
    folder = Folder()
    with folder.in_use():
        with folder.in_use():
            path = folder.place("a")
            path.write_bytes(b"a")
            folder.close()
        assert path.read_bytes() == b"a"
        folder.place("b").write_bytes(b"b")
    assert folder.path is not None
    assert not folder.path.exists()
    with pytest.raises(RuntimeError, match="stopped or reset"):
        folder.place("c")
    with pytest.raises(RuntimeError, match="stopped or reset"), folder.in_use():
        pass


class Sending:
    """An upload of which a part was sent."""

    def __init__(self, fake: FakeBeeper) -> None:
        at, mark = urlsplit(fake.url), b"\r\n--mark--\r\n"
        part = b'--mark\r\ncontent-disposition: form-data; name="file"; filename="late.bin"\r\n\r\n'
        self._rest = DATA[1_500_000:] + mark
        self._connection = socket.create_connection((at.hostname or "", at.port or 0), timeout=30)
        head = f"POST /v1/assets/upload HTTP/1.1\r\nHost: {at.netloc}\r\nAuthorization: Bearer {fake.token}\r\n"
        length = len(part) + len(DATA) + len(mark)
        kind = "Content-Type: multipart/form-data; boundary=mark\r\nExpect: 100-continue\r\nConnection: close\r\n"
        self._connection.sendall(f"{head}{kind}Content-Length: {length}\r\n\r\n".encode())
        assert self._connection.recv(100).startswith(b"HTTP/1.1 100 ")  # the server handles the request
        self._connection.sendall(part + DATA[:1_500_000])

    def end(self) -> bytes:
        """Send the rest; the response."""
        self._connection.sendall(self._rest)
        answer = b""
        while part := self._connection.recv(65536):
            answer += part
        return answer

    def close(self) -> None:
        """Disconnect."""
        self._connection.close()


def test_an_upload_during_a_reset_ends_on_the_data_that_it_began_with(fake_beeper: FakeBeeper) -> None:
    fake_beeper.world.me.send(BOB, file=("big.bin", DATA))
    old = folder_of(fake_beeper)
    with closing(Sending(fake_beeper)) as upload:
        fake_beeper.reset()
        assert old.exists()
        answer = upload.end()
    assert answer.startswith(b"HTTP/1.1 200 ")
    found = json.loads(answer.partition(b"\r\n\r\n")[2])
    assert old.as_posix() in found["srcURL"]
    fake_beeper.world.chats()  # the loop has ended the request
    assert not old.exists()
    with Wire(fake_beeper) as wire:
        wire.rejected("GET", f"/v1/assets/serve?url={enc(found['srcURL'])}", 403)


@pytest.mark.parametrize("end", [FakeBeeper.stop, FakeBeeper.reset])
def test_a_file_that_is_being_downloaded_is_removed_after_the_end(
    monkeypatch: pytest.MonkeyPatch, end: Callable[[FakeBeeper], None]
) -> None:
    monkeypatch.setattr(thread, "GRACE", 0.05)
    with FakeBeeper(world="small") as fake:
        message = fake.world.me.send(str(fake.world.chats()[0]["id"]), file=("big.bin", DATA * 8))
        folder = folder_of(fake)
        at = urlsplit(fake.url)
        with socket.create_connection((at.hostname or "", at.port or 0), timeout=30) as connection:
            head = f"GET {path_to(message)} HTTP/1.1\r\nHost: {at.netloc}\r\nAuthorization: Bearer {fake.token}\r\n\r\n"
            connection.sendall(head.encode())
            assert connection.recv(100).startswith(b"HTTP/1.1 200 ")
            end(fake)
            if end is FakeBeeper.reset:
                assert folder.exists()
                received = 100
                while received < len(DATA) * 8 and (part := connection.recv(2**20)):
                    received += len(part)
                assert received >= len(DATA) * 8
    assert not folder.exists()


def test_a_world_with_too_many_files_is_not_saved(
    fake_beeper: FakeBeeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "MAX_FILES", 3_000_000)
    fake_beeper.world.me.send(BOB, file=("big.bin", DATA))
    fake_beeper.save(tmp_path / "world.json")
    with FakeBeeper(world=tmp_path / "world.json") as again, Wire(again) as wire:
        assert wire.http.get(path_to(again.world.messages(BOB)[-1])).content == DATA
    fake_beeper.world.me.send(BOB, file=("other.bin", DATA[::-1]))
    with pytest.raises(ValueError, match="a saved world holds at most 3,000,000"):
        fake_beeper.save(tmp_path / "large.json")
    assert not (tmp_path / "large.json").exists()
