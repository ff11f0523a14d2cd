"""Media that cannot be had, have no type, or are deleted by the network after they were sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.seed.media import gif, png
from tests.core.people.helpers import Kind, Story, play
from tests.testing.known_chats import BOB, SIGNAL, WHATSAPP, chat
from tests.testing.wire import Json, Wire, enc


def attached(fake: FakeBeeper) -> Json:
    """An attachment."""
    found: Json = next(row["attachments"][0] for row in fake.world.messages(BOB) if "attachments" in row)
    return found


def local(url: str) -> Path:
    """The file of a file:// URL."""
    return Path(unquote(urlsplit(url).path))


def test_asset_error_responds_with_an_error_alone(wire: Wire) -> None:
    body = {"url": attached(wire.fake)["id"]}
    with wire.fake.quirk("asset_error"):
        assert wire.post("/v1/assets/download", body).keys() == {"error"}
        assert wire.post("/v0/download-asset", body).keys() == {"error"}
    assert local(wire.post("/v1/assets/download", body)["srcURL"]).exists()


def test_asset_missing_file_names_a_file_that_is_not_there(wire: Wire) -> None:
    body = {"url": attached(wire.fake)["id"]}
    with wire.fake.quirk("asset_missing_file") as quirk:
        found = wire.post("/v1/assets/download", body)
        assert found.keys() == {"srcURL"}
        assert not local(found["srcURL"]).exists()
        assert "error" in wire.post("/v1/assets/download", {"url": "mxc://beeper.local/nothing"})
        assert quirk.hits == 1
    assert local(wire.post("/v1/assets/download", body)["srcURL"]).exists()


def test_serve_untyped_sends_bytes_without_a_type(wire: Wire) -> None:
    media = attached(wire.fake)
    for method in ("GET", "HEAD"):
        with wire.fake.quirk("serve_untyped"):
            untyped = wire.http.request(method, "/v1/assets/serve", params={"url": media["srcURL"]})
        assert (untyped.status_code, "content-type" in untyped.headers) == (200, False)
        assert untyped.headers["content-length"] == str(media["fileSize"])
    typed = wire.http.get("/v1/assets/serve", params={"url": media["srcURL"]})
    assert (typed.headers["content-type"], len(typed.content)) == (media["mimeType"], media["fileSize"])


OUTSIDE = [
    "file:///etc/passwd",
    "file:///Users/alice/Library/Beeper/media/../config.json",
    "file:///Users/alice/Library/Beeper/media/%2e%2e/config.json",
    "file:///Users/alice/Library/Beeper/media",
    "file://Users/alice/Library/Beeper/media/1/x.png",
]


@pytest.mark.parametrize("url", OUTSIDE)
def test_a_file_outside_the_media_folder_is_403(shared: Wire, url: str) -> None:
    assert shared.rejected("GET", "/v1/assets/serve", 403, params={"url": url})["code"] == "forbidden"
    assert shared.http.head("/v1/assets/serve", params={"url": url}).status_code == 403


def test_a_file_that_is_missing_is_404_and_another_scheme_is_400(shared: Wire) -> None:
    inside = "file:///Users/alice/Library/Beeper/media/0/nothing.png"
    shared.rejected("GET", "/v1/assets/serve", 404, params={"url": inside})
    gone = shared.post("/v1/assets/download", {"url": attached(shared.fake)["id"]})["srcURL"] + ".gone"
    shared.rejected("GET", "/v1/assets/serve", 404, params={"url": gone})
    for url in ("https://example.com/x.png", "asset://x"):
        shared.rejected("GET", "/v1/assets/serve", 400, params={"url": url})


def _send(wire: Wire, account: str, data: bytes, mime_type: str, kind: str | None) -> tuple[str, Json]:
    path = f"/v1/chats/{enc(chat(wire.fake, accountID=account, type='group')['id'])}/messages"
    upload = wire.ok("POST", "/v1/assets/upload", files={"file": ("f.gif", data, mime_type)})["uploadID"]
    body: Json = {"attachment": {"uploadID": upload} | ({} if kind is None else {"type": kind})}
    pending = wire.post(path, body)["pendingMessageID"]
    row: Json = wire.get(f"{path}/{enc(pending)}")
    return f"{path}/{row['id']}", row


def test_gif_as_image_is_deleted_and_as_gif_it_stays(wire: Wire) -> None:
    with wire.fake.quirk("gif_as_image") as quirk:
        as_image, row = _send(wire, WHATSAPP, gif(), "image/gif", "image")
        untyped, _ = _send(wire, WHATSAPP, gif(), "image/gif", None)
        stays = [
            _send(wire, WHATSAPP, gif(), "image/gif", "gif"),
            _send(wire, WHATSAPP, png(1, 1, (0, 0, 0)), "image/png", "image"),
            _send(wire, SIGNAL, gif(), "image/gif", "image"),
        ]
        assert quirk.hits == 2
        assert "isDeleted" not in wire.get(as_image)
        assert row["attachments"]
        wire.fake.clock.advance(seconds=2)
        for path in (as_image, untyped):
            deleted = wire.get(path)
            assert (deleted["isDeleted"], "attachments" in deleted) == (True, False)
        assert all(wire.get(path)["attachments"] == sent["attachments"] for path, sent in stays)


def test_a_gif_as_image_stays_without_the_quirk(wire: Wire) -> None:
    path, sent = _send(wire, WHATSAPP, gif(), "image/gif", "image")
    wire.fake.clock.advance(minutes=1)
    assert wire.get(path)["attachments"] == sent["attachments"]


def test_a_chat_can_be_gone_before_its_gif_is_deleted(wire: Wire) -> None:
    def remove(world: Any) -> None:
        del world.rooms[row["chatID"]]

    with wire.fake.quirk("gif_as_image"):
        _, row = _send(wire, WHATSAPP, gif(), "image/gif", "image")
    wire.fake.world.change(remove)
    wire.fake.clock.advance(seconds=2)
    assert wire.get("/v1/chats")["items"]


def test_the_client_reads_downloads_that_failed_and_files_without_a_type(kind: Kind, fake_beeper: FakeBeeper) -> None:
    media = attached(fake_beeper)

    def story(beeper: Any) -> Story:
        with fake_beeper.quirk("asset_error"):
            failed = yield beeper.assets.download(url=media["id"])
            assert (failed.src_url, failed.error) == (None, "The media could not be downloaded")
        with fake_beeper.quirk("asset_missing_file"):
            assert not local((yield beeper.assets.download(url=media["id"])).src_url).exists()
        with fake_beeper.quirk("serve_untyped"):
            served = yield beeper.assets.serve(url=media["srcURL"])
            assert len(served.data) == media["fileSize"]

    play(kind, fake_beeper, story)
