"""Apps before 4.2.509 do not send files: they are read from the disk, if the app may name them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import httpx
import pytest

from beeper_sdk import errors, models
from tests.client.files.receiving.helpers import PNG, receive
from tests.scripted_server import Kind, call

HERE = Path()
VERSION = {"x-beeper-desktop-version": "4.2.400"}


class OldApp:
    """An app without assets.serve that downloads each file to this URL."""

    def __init__(self, url: object = None, headers: dict[str, str] = VERSION, **more: object) -> None:
        self.headers = headers
        self.result = {"srcURL": url, **more} if url is not None else more
        self.paths: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.paths.append(request.url.path)
        if request.url.path != "/v1/assets/download":
            message = {"message": f"Route GET:{request.url.path} not found", "code": "not_found"}
            return httpx.Response(404, headers=self.headers, json=message)
        return httpx.Response(200, headers=self.headers, content=json.dumps(self.result))


def attachment(**fields: Any) -> models.Attachment:
    return models.Attachment.from_dict({"type": "img", **fields})


def read(kind: Kind, app: OldApp, source: object, **options: Any) -> bytes:
    content: bytes = call(kind, app, receive(kind, "read", source, HERE), **options).content
    return content


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a b#ä.png"
    path.write_bytes(PNG)
    return path


def test_a_file_of_this_machine_is_read(kind: Kind, file: Path) -> None:
    app = OldApp(file.as_uri())
    assert read(kind, app, attachment(srcURL="mxc://a/b", fileSize=len(PNG))) == PNG
    assert app.paths == ["/v1/assets/serve", "/v1/assets/download"]
    here = OldApp(error="no")
    assert read(kind, here, attachment(srcURL=file.as_uri(), fileSize=len(PNG))) == PNG
    assert here.paths == ["/v1/assets/serve"]


def test_an_app_that_does_not_state_its_version_is_known_by_its_404(kind: Kind, file: Path) -> None:
    assert read(kind, OldApp(file.as_uri(), headers={}), "mxc://a/b") == PNG


def test_what_the_app_may_not_name_is_not_read(kind: Kind, file: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(file)
    os.mkfifo(tmp_path / "pipe")
    folder = tmp_path.as_uri()
    for url in (
        f"{folder}/x/../{file.name}",
        f"{folder}/x/%2e%2e/a%20b%23%C3%A4.png",
        f"{folder}/link",
        f"{folder}/pipe",
        folder,
        f"{folder}/missing.png",
        file.as_uri().replace("file://", "file://elsewhere"),
        "file:etc",
        "https://elsewhere/x",
        "/dev/zero",
        "file:///dev/zero",
        "",
        5,
    ):
        with pytest.raises(errors.AssetUnavailable) as caught:
            read(kind, OldApp(url), attachment(srcURL="mxc://a/b", fileSize=len(PNG)))
        assert tmp_path.name not in str(caught.value)


def test_a_file_of_another_size_is_not_the_one_of_the_message(kind: Kind, file: Path) -> None:
    for size in (len(PNG) - 1, len(PNG) + 1):
        with pytest.raises(errors.AssetUnavailable, match=f"has 844 bytes, not {size}"):
            read(kind, OldApp(file.as_uri()), attachment(srcURL="mxc://a/b", fileSize=size))
    assert read(kind, OldApp(file.as_uri()), "mxc://a/b") == PNG
    file.write_bytes(b"")
    with pytest.raises(errors.AssetIncomplete):
        read(kind, OldApp(file.as_uri()), "mxc://a/b")


def test_a_failed_download_is_unavailable_and_not_repeated(kind: Kind) -> None:
    app = OldApp(error="Mum is archived")
    with pytest.raises(errors.AssetUnavailable, match="src_url: the app could not download it") as caught:
        read(kind, app, attachment(srcURL="mxc://a/b"))
    assert "Mum" not in str(caught.value)
    assert app.paths.count("/v1/assets/download") == 1


def test_the_disk_of_another_machine_is_out_of_reach(kind: Kind, file: Path) -> None:
    app = OldApp(file.as_uri())
    for source in ("mxc://a/b", file.as_uri()):
        with pytest.raises(errors.NotSupportedByServer, match=r"requires Beeper 4\.2\.509 or later"):
            read(kind, app, source, base_url="https://beeper.example")
    assert "/v1/assets/download" not in app.paths
