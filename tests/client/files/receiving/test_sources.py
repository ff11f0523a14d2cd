"""What a file can be given as, and where it is looked for."""

from __future__ import annotations

import base64
import pickle
from pathlib import Path
from typing import Any

import httpx
import pytest

from beeper_sdk import errors, models
from beeper_sdk.testing import FakeBeeper
from tests.client.files.receiving.helpers import PNG, act, fake_with_file, receive
from tests.scripted_server import Kind, Script, call

HERE = Path()
VERSION = {"x-beeper-desktop-version": "4.3.73"}
FOUND = httpx.Response(200, headers=VERSION, content=PNG)
SECRET = "key-canary"


def gone(status: int) -> httpx.Response:
    return httpx.Response(status, headers=VERSION, json={"message": f"no {SECRET}", "code": "not_found"})


def attachment(**fields: Any) -> models.Attachment:
    return models.Attachment.from_dict({"type": "img", **fields})


def read(kind: Kind, server: Script, source: object) -> bytes:
    content: bytes = call(kind, server, receive(kind, "read", source, HERE)).content
    return content


def urls(script: Script) -> list[str]:
    """Of the files that were requested. A client that knows nothing of its server sends other requests too."""
    return [request.url.params["url"] for request in script.requests if request.url.path == "/v1/assets/serve"]


def test_the_id_is_tried_first_then_the_source(kind: Kind) -> None:
    both = attachment(id="mxc://a/1", srcURL="localmxc://b/2?k=v")
    for status in (400, 403, 404, 410, 422, 502):
        script = Script(gone(status), FOUND)
        assert read(kind, script, both) == PNG
        assert urls(script) == ["mxc://a/1", "localmxc://b/2?k=v"]


def test_only_what_nothing_has_is_unavailable_and_both_reasons_are_given(kind: Kind) -> None:
    script = Script(gone(502), gone(403))
    with pytest.raises(errors.AssetUnavailable) as caught:
        read(kind, script, attachment(id=f"mxc://a/1?k={SECRET}", srcURL=f"file:///m/{SECRET}"))
    error = caught.value
    assert error.reasons == (
        "id: the server responded with status 502",
        "src_url: the server refuses file:// URLs outside its media folder (status 403)",
    )
    assert (error.status, error.code, error.server_message) == (403, "not_found", f"no {SECRET}")
    assert isinstance(error.__cause__, errors.PermissionDeniedError)
    assert SECRET not in f"{error}{error!r}{error.__cause__}"
    assert len(urls(script)) == 2


@pytest.mark.parametrize(
    ("answer", "error", "count"),
    [
        (httpx.Response(502, html="<html>Bad gateway</html>"), errors.InternalServerError, 1),
        (httpx.Response(404, content=b"no"), errors.NotFoundError, 1),
        (gone(500), errors.InternalServerError, 3),
        (gone(401), errors.AuthenticationError, 1),
        (gone(429), errors.RateLimitError, 3),
        (httpx.ConnectError("no"), errors.APIConnectionError, 3),
    ],
    ids=["proxy", "other server", "500", "401", "429", "closed"],
)
def test_a_failure_that_says_nothing_about_the_file_is_raised_as_it_is(
    kind: Kind, answer: Any, error: type[errors.APIError], count: int
) -> None:
    script = Script(answer)
    with pytest.raises(error) as caught:
        read(kind, script, attachment(id="mxc://a/1", srcURL="mxc://b/2"))
    assert not isinstance(caught.value, errors.AssetUnavailable)
    assert len(urls(script)) == count


def test_the_same_url_is_tried_once(kind: Kind) -> None:
    script = Script(gone(502))
    with pytest.raises(errors.AssetUnavailable):
        read(kind, script, attachment(id="mxc://a/1", srcURL="mxc://a/1"))
    assert len(urls(script)) == 1


def test_a_url_elsewhere_is_not_requested_and_the_error_says_so(kind: Kind) -> None:
    script = Script(FOUND)
    for fields in ({"srcURL": f"https://elsewhere/{SECRET}"}, {}, {"srcURL": " "}, {"srcURL": "\ud800"}, {"id": 5}):
        with pytest.raises(errors.AssetUnavailable) as caught:
            read(kind, script, attachment(**fields))
        assert (caught.value.__cause__, caught.value.status, caught.value.request_id) == (None, None, "")
        assert SECRET not in str(caught.value)
    assert script.count == 0
    with pytest.raises(errors.AssetUnavailable, match="src_url: Beeper does not serve https:// URLs"):
        read(kind, Script(gone(404)), attachment(id="mxc://a/1", srcURL="https://elsewhere/x"))


@pytest.mark.parametrize("url", ["https://x/y", "picture.png", "", "ftp://x", "data:no comma", "data:;base64,ä"])
def test_a_url_that_has_no_file_is_a_wrong_argument(kind: Kind, url: str) -> None:
    script = Script(FOUND)
    with pytest.raises(ValueError, match="URL") as caught:
        read(kind, script, url)
    assert "x/y" not in str(caught.value)
    assert script.count == 0


def test_a_message_stands_for_its_only_attachment(kind: Kind) -> None:
    with fake_with_file() as (fake, message):
        assert act(kind, fake, receive(kind, "read", message, HERE)).content == PNG
        assert message.attachments is not None
        (only,) = message.attachments
        assert act(kind, fake, receive(kind, "read", only, HERE)).content == PNG
        fake.requests.clear()
        message.attachments = [only, only]
        with pytest.raises(ValueError, match=r"2 attachments: pass one of message\.attachments"):
            act(kind, fake, receive(kind, "read", message, HERE))
        message.attachments = None
        with pytest.raises(ValueError, match="this message has no attachment"):
            act(kind, fake, receive(kind, "read", message, HERE))
        for wrong in (None, 5, [only], b"mxc://x"):
            with pytest.raises(TypeError, match="attachment must be"):
                act(kind, fake, receive(kind, "read", wrong, HERE))
        assert len(fake.requests) == 0


def test_data_urls_need_no_request(kind: Kind) -> None:
    script = Script(FOUND)
    packed = base64.b64encode(PNG).decode()
    for url in (f"data:image/png;base64,{packed}", f"data:;base64,{packed.rstrip('=')}", f"DATA:;BASE64,{packed}"):
        received = call(kind, script, receive(kind, "open", url, HERE))
        assert (received.content, received.media_type, received.name) == (PNG, "image/png", "file.png")
    assert call(kind, script, receive(kind, "open", "data:,A%20b", HERE))[:3] == (
        b"A b",
        "application/octet-stream",
        "file",
    )
    with pytest.raises(errors.AssetUnavailable, match="must be base64"):
        read(kind, script, attachment(srcURL="data:;base64,?"))
    with pytest.raises(errors.AssetIncomplete):
        read(kind, script, attachment(srcURL=f"data:,{'x' * 1000}", fileSize=1001))
    for empty in (attachment(srcURL="data:,"), "data:,"):
        with pytest.raises(errors.AssetIncomplete, match="the file is empty"):
            read(kind, script, empty)
    assert read(kind, script, attachment(srcURL="data:,", fileSize=0)) == b""
    assert script.count == 0


def test_the_file_of_an_asset_url_is_where_the_app_downloads_it(kind: Kind) -> None:
    for served, result in ((FOUND, PNG), (gone(404), None)):
        script = Script(httpx.Response(200, headers=VERSION, json={"srcURL": "file:///m/a"}), served)
        if result is None:
            with pytest.raises(errors.AssetUnavailable):
                read(kind, script, "asset://x/y")
        else:
            assert read(kind, script, "asset://x/y") == result
        assert [request.url.path for request in script.requests[:2]] == ["/v1/assets/download", "/v1/assets/serve"]
        assert urls(script) == ["file:///m/a"]


def test_every_file_of_the_world_is_received(kind: Kind, fake_beeper: FakeBeeper, tmp_path: Path) -> None:
    rows = [row for chat in fake_beeper.world.chats() for row in fake_beeper.world.messages(chat["id"])]
    messages = [models.Message.from_dict(row) for row in rows if row.get("attachments")]
    for message in messages[:40]:
        assert message.attachments is not None
        received = act(kind, fake_beeper, receive(kind, "open", message, tmp_path))
        assert len(received.content) == message.attachments[0].file_size
        assert received.media_type == message.attachments[0].mime_type
    assert len(messages) >= 40


def test_nothing_private_is_logged_or_shown(kind: Kind, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    private = attachment(id=f"mxc://{SECRET}/a?k={SECRET}", srcURL=f"file:///{SECRET}", fileName=f"{SECRET}.png")
    half = httpx.Response(206, headers={**VERSION, "content-range": "bytes 0-99/844"}, content=PNG[:100])
    seen: list[object] = []
    for answers in ([gone(502), gone(404)], [half, gone(502)], [half, httpx.ReadError(SECRET)]):
        with pytest.raises(errors.APIError) as caught:
            read(kind, Script(*answers), private)
        seen += [caught.value, repr(caught.value), caught.value.__cause__, pickle.dumps(caught.value)]
    call(kind, Script(FOUND), lambda beeper: seen.append(repr(beeper.attachments)) if kind == "sync" else None)
    assert "assets.serve" in caplog.text
    assert SECRET not in caplog.text + "".join(map(str, seen))
