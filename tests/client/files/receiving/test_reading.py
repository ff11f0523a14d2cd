"""A file in memory, up to a limit, and in pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from tests.client.files.receiving.helpers import PNG, act, fake_with_file
from tests.scripted_server import Kind, Script, call


def reading(source: object, limit: int | None) -> Callable[[Any], Any]:
    return lambda beeper: beeper.attachments.read(source, max_bytes=limit)


def test_reading_stops_at_the_limit(kind: Kind) -> None:
    with fake_with_file() as (fake, message):
        for limit in (844, 1000, None):
            assert act(kind, fake, reading(message, limit)) == PNG
        with pytest.raises(errors.ResponseTooLarge, match=r"larger than max_bytes \(843 bytes\)"):
            act(kind, fake, reading(message, 843))
    endless = Script(lambda _: httpx.Response(200, headers={"transfer-encoding": "chunked"}, content=PNG))
    with pytest.raises(errors.ResponseTooLarge):
        call(kind, endless, reading("mxc://a/b", 843))


def test_a_stream_is_read_once_and_not_after_its_block() -> None:
    with fake_with_file() as (fake, message), Beeper(fake.token, base_url=fake.url) as beeper:
        with beeper.attachments.open(message) as file:
            assert repr(file) == "<AttachmentStream image/png, 844 bytes>"
            pieces = file.iter_bytes()
            with pytest.raises(errors.StreamConsumed):
                file.iter_bytes()
        assert list(pieces) == []
        with beeper.attachments.open(message) as file:
            pass
        with pytest.raises(errors.StreamConsumed):
            file.iter_bytes()
        with beeper.attachments.open(message) as file:
            pieces = file.iter_bytes()
            beeper.close()
            assert next(pieces) == PNG
            assert file.received == len(PNG)
