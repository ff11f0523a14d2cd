"""Quirks of media: files that are gone, and how they are served and sent."""

from __future__ import annotations

import json
from dataclasses import replace

from ..wire.json_values import Json, dumps
from ..wire.requests import Call, ServerResponse
from ._base import Quirk, as_json, enveloped, only

_SERVES = only("assets.serve")
_DOWNLOADS = only("assets.download", "v0.download_asset")


def _gone(call: Call) -> ServerResponse:
    return enveloped(call, 502, "The media could not be fetched")


def _error(_: Call) -> ServerResponse:
    return as_json(200, {"error": "The media could not be downloaded"})


def _nowhere(_: Call, answer: ServerResponse) -> ServerResponse:
    body: Json = json.loads(answer.body) if answer.status == 200 else {}
    if "srcURL" not in body:
        return answer
    folder, slash, name = str(body["srcURL"]).rpartition("/")
    return replace(answer, body=dumps({**body, "srcURL": f"{folder}{slash}missing{slash}{name}"}))


def _untyped(_: Call, answer: ServerResponse) -> ServerResponse:
    if answer.status >= 300:
        return answer
    return replace(answer, headers=tuple(header for header in answer.headers if header[0].lower() != "content-type"))


MEDIA = (
    Quirk("asset_502", "assets/serve fails with 502: the file is permanently unavailable.", 16, _SERVES, _gone),
    Quirk(
        "asset_error",
        "assets/download responds with 200 and only an error: no file was fetched.",
        16,
        _DOWNLOADS,
        _error,
    ),
    Quirk(
        "asset_missing_file",
        "assets/download responds with the file:// URL of a file that does not exist.",
        18,
        _DOWNLOADS,
        change=_nowhere,
    ),
    Quirk("serve_untyped", "assets/serve sends files without a Content-Type.", 41, _SERVES, change=_untyped),
    Quirk(
        "gif_as_image",
        "A GIF that is sent to a WhatsApp chat as an image is deleted by the network two seconds later.",
        46,
        only("messages.send"),
    ),
)
