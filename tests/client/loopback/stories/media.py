"""Files: up, into a message, and back byte for byte; whole, in part, and piece by piece."""

from __future__ import annotations

import base64
import io
import tempfile
from pathlib import Path

import pytest

from beeper_sdk import api, errors
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.seed.media import png
from tests.client.loopback.helpers import Call, Story, Stream, Streamed
from tests.testing.known_chats import BOB

DATA = bytes(range(256)) * 2000
PICTURE = png(12, 9, (10, 200, 30))


def uploading(_: FakeBeeper) -> Story:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture.png"
        path.write_bytes(PICTURE)
        with path.open("rb") as file:
            opened = yield Call("assets.upload", file=file)
    assert (opened.file_name, opened.mime_type) == ("picture.png", "image/png")
    assert (opened.width, opened.height, opened.file_size) == (12, 9, len(PICTURE))
    from_tuple = yield Call("assets.upload", file=("näme 1.bin", io.BytesIO(DATA), "application/x-own"))
    assert (from_tuple.file_name, from_tuple.mime_type, from_tuple.file_size) == (
        "näme 1.bin",
        "application/x-own",
        len(DATA),
    )
    plain = yield Call("assets.upload", file=DATA, file_name="plain.dat", mime_type="application/x-plain")
    assert (plain.file_name, plain.mime_type) == ("plain.dat", "application/x-plain")
    for up, data, kind in (
        (opened, PICTURE, "image/png"),
        (from_tuple, DATA, "application/x-own"),
        (plain, DATA, "application/x-plain"),
    ):
        served = yield Call("assets.serve", url=up.src_url)
        assert (served.data, served.content_type, served.status) == (data, kind, 200)
    assert len({up.upload_id for up in (opened, from_tuple, plain)}) == 3


def downloading(_: FakeBeeper) -> Story:
    text = base64.b64encode(DATA).decode()
    coded = yield Call("assets.upload_base64", content=text, file_name="coded.txt", mime_type="text/x-coded")
    served = yield Call("assets.serve", url=coded.src_url)
    assert (served.data, served.content_type) == (DATA, "text/x-coded")
    down = yield Call("assets.download", url=coded.src_url)
    assert (down.src_url, down.error) == (coded.src_url, None)
    with pytest.raises(errors.NotFoundError):
        yield Call("assets.serve", url="mxc://beeper.local/nothing")
    assert (yield Call("assets.download", url="mxc://beeper.local/nothing")).src_url is None


def sending(_: FakeBeeper) -> Story:
    up = yield Call("assets.upload", file=("clip.png", PICTURE, "image/png"))
    attachment = {"upload_id": up.upload_id, "file_name": "renamed.png", "type": "sticker",
                  "size": {"width": 6, "height": 4}}  # fmt: skip
    sent = yield Call("messages.send", BOB, attachment=attachment)
    row = yield Call("messages.retrieve", sent.pending_message_id, chat_id=BOB)
    (got,) = row.attachments
    assert (row.type, got.type, got.file_name, got.is_sticker) == ("STICKER", "img", "renamed.png", True)
    assert (got.size.width, got.size.height) == (6, 4)
    served = yield Call("assets.serve", url=got.src_url)
    assert bytes(served) == PICTURE

    draft = {"text": "", "attachments": {"a": {"upload_id": up.upload_id, "type": "voice-note", "duration": 1.5}}}
    yield Call("chats.update", BOB, draft=draft)
    stored = (yield Call("chats.retrieve", BOB)).draft.attachments["a"]
    assert (stored.type, stored.file_name) == ("recorded_audio", "clip.png")
    with pytest.raises(errors.DeliveryUncertain):  # 404, as above
        yield Call("messages.send", BOB, attachment={"upload_id": "unknown"})


def parts(fake_beeper: FakeBeeper) -> Story:
    url = (yield Call("assets.upload", file=("big.bin", DATA, "video/mp4"))).src_url
    part = yield Call("assets.serve", url=url, range="bytes=100-199")
    assert (part.status, part.data, part.content_range) == (206, DATA[100:200], f"bytes 100-199/{len(DATA)}")
    tail = yield Call("assets.serve", url=url, range="bytes=-5")
    assert (tail.status, tail.data) == (206, DATA[-5:])
    with pytest.raises(errors.APIStatusError) as caught:
        yield Call("assets.serve", url=url, range=f"bytes={len(DATA)}-")
    assert caught.value.status == 416
    with tempfile.TemporaryDirectory() as folder:
        whole = yield Call("assets.serve", url=url)
        assert whole.save(Path(folder) / "whole").read_bytes() == DATA
        assert (yield Stream(api.assets.serve(url=url))) == Streamed(200, "video/mp4", DATA)
        assert (yield Stream(api.assets.serve(url=url), Path(folder) / "piece")) == Streamed(200, "video/mp4", DATA)
        assert (yield Stream(api.assets.serve(url=url, range="bytes=7-8"))) == Streamed(206, "video/mp4", DATA[7:9])
        with pytest.raises(errors.NotFoundError):
            yield Stream(api.assets.serve(url="mxc://beeper.local/no"), Path(folder) / "no")
        assert not (Path(folder) / "no").exists()
    for row in fake_beeper.world.messages(BOB)[-150:]:
        for wire in row.get("attachments", ()):
            served = yield Call("assets.serve", url=wire["srcURL"])
            assert (len(served), served.content_type) == (wire["fileSize"], wire["mimeType"])


STORIES = (uploading, downloading, sending, parts)
