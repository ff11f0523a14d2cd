"""The forms of uploads: which part is the file, what its name and type are, and forms that cannot be read."""

from __future__ import annotations

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.media.helpers import DATA, files_in, folder_of
from tests.testing.wire import Json, Wire

KIND = "multipart/form-data; boundary=B"
END = b"--B--\r\n"


def part(name: str, data: bytes, file_name: str | None = None, *headers: str) -> bytes:
    """A part of a form."""
    named = "" if file_name is None else f'; filename="{file_name}"'
    lines = [f'Content-Disposition: form-data; name="{name}"{named}', *headers, "", ""]
    return b"--B\r\n" + "\r\n".join(lines).encode() + data + b"\r\n"


FILE = part("file", b"data", "a.txt", "Content-Type: text/plain")


def uploaded(wire: Wire, body: bytes, kind: str = KIND) -> Json:
    """What the server says about an uploaded file, and its bytes."""
    found = wire.ok("POST", "/v1/assets/upload", content=body, headers={"content-type": kind})
    served = wire.http.get("/v1/assets/serve", params={"url": found["srcURL"]}).content
    assert len(served) == found["fileSize"]
    return {"name": found["fileName"], "type": found["mimeType"], "data": served}


def test_a_file_has_the_name_and_type_of_its_part(wire: Wire) -> None:
    assert uploaded(wire, FILE + END) == {"name": "a.txt", "type": "text/plain", "data": b"data"}
    found = uploaded(wire, FILE + part("fileName", b"b.png") + part("mimeType", b"image/png") + END)
    assert found == {"name": "b.png", "type": "image/png", "data": b"data"}
    empty = uploaded(wire, FILE + part("fileName", b"") + part("mimeType", b"image/png", "a file") + END)
    assert empty == {"name": "a.txt", "type": "text/plain", "data": b"data"}


def test_a_part_without_a_type_is_a_generic_file(wire: Wire) -> None:
    assert uploaded(wire, part("file", b"data", "a.txt") + END)["type"] == "application/octet-stream"
    field = uploaded(wire, part("file", b"\xff\x00", None, "Content-Type: text/plain") + END)
    assert (field["type"], field["data"]) == ("application/octet-stream", b"\xff\x00")


def test_of_parts_with_one_name_the_last_counts_and_the_others_leave_nothing(wire: Wire) -> None:
    other = DATA[::-1]
    found = uploaded(wire, part("file", DATA, "a.bin") + part("more", DATA, "b") + part("file", other, "c.bin") + END)
    assert (found["name"], found["data"]) == ("c.bin", other)
    assert len({path.stat().st_ino for path in files_in(folder_of(wire.fake))}) == 1


def test_names_are_in_the_charset_of_the_form(wire: Wire) -> None:
    for kind, name in ((KIND, "ä.txt"), (f"{KIND}; charset=latin-1", "Ã¤.txt"), (f"{KIND}; charset=none", "Ã¤.txt")):
        assert uploaded(wire, part("file", b"data", "ä.txt") + END, kind)["name"] == name


@pytest.mark.parametrize(
    ("body", "kind", "message"),
    [
        (FILE + END, "multipart/form-data", "Missing boundary in multipart."),
        (b"garbage" + FILE + END, KIND, "Invalid multipart data."),
        (part("file", DATA, "a.bin") + b"--B\r\ngarb age: x\r\n", KIND, "Invalid multipart data."),
        (FILE + END, f"multipart/form-data; boundary={'B' * 300}", "Invalid multipart data."),
        (b"--B\r\n\r\nx\r\n" + END, KIND, 'The Content-Disposition header field "name" must be provided.'),
        (part("note", bytes(2**20 + 1)) + END, KIND, "Part exceeded maximum size of 1024KB."),
        (part("x", b"") * 1001 + END, KIND, "Too many fields. Maximum number of fields is 1000."),
        (part("x", b"", "x") * 1001 + END, KIND, "Too many files. Maximum number of files is 1000."),
    ],
    ids=["no boundary", "no form", "bad header", "long boundary", "no name", "long field", "fields", "files"],
)
def test_a_form_that_cannot_be_read_is_refused(fake_beeper: FakeBeeper, body: bytes, kind: str, message: str) -> None:
    with Wire(fake_beeper) as wire:
        found = wire.rejected("POST", "/v1/assets/upload", 400, content=body, headers={"content-type": kind})
        assert (found["message"], found["code"]) == (message, "bad_request")
        uploaded(wire, FILE + END)
        assert [path.name for path in files_in(folder_of(fake_beeper))] == ["a.txt"]


@pytest.mark.parametrize("mime_type", ["text/plain\r\nX: y", "текст/plain", "text", "\n"])
def test_a_stated_type_that_no_header_can_have_is_served_as_a_generic_file(wire: Wire, mime_type: str) -> None:
    found = wire.post("/v1/assets/upload/base64", {"content": "aGk=", "mimeType": mime_type})
    assert found["mimeType"] == mime_type
    served = wire.http.get("/v1/assets/serve", params={"url": found["srcURL"]})
    assert (served.status_code, served.headers["content-type"]) == (200, "application/octet-stream")


def test_the_case_of_the_content_type_does_not_count(wire: Wire) -> None:
    assert uploaded(wire, FILE + END, "Multipart/Form-Data; Boundary=B")["data"] == b"data"


@pytest.mark.parametrize("body", [b"", END, FILE], ids=["empty", "no parts", "not ended"])
def test_a_form_without_a_file_is_refused(wire: Wire, body: bytes) -> None:
    found = wire.rejected("POST", "/v1/assets/upload", 422, content=body, headers={"content-type": KIND})
    assert found["details"]["issues"][0]["path"] == ["body", "file"]
