"""Files through every quirk, with each helper, both clients and three generations of apps; and what it costs."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import pytest

from beeper_sdk import errors
from beeper_sdk.errors import APIError
from beeper_sdk.testing import FakeBeeper
from tests.client.files.receiving.helpers import HELPERS, PNG, Act, act, fake_with_file, receive
from tests.scripted_server import Kind

NOW, WITHOUT_SERVE, V0 = "4.3.73", "4.2.400", "4.1.100"
BROKEN_JSON = errors.ResponseDecodeError


class Case(NamedTuple):
    version: str
    quirk: str | None
    outcome: type[APIError] | None = None
    requests: int = 1
    """By a client that does not know the version of the app yet."""


CASES = [
    Case(NOW, None),
    Case(NOW, "serve_untyped"),
    Case(NOW, "asset_error"),
    Case(NOW, "asset_missing_file"),
    Case(NOW, "cut_off", None, 11),  # each response has half of what is left
    Case(NOW, "hang_up", errors.APIConnectionError, 13),  # of the last byte, nothing comes
    Case(NOW, "asset_502", errors.AssetUnavailable, 2),  # id and src_url
    Case(WITHOUT_SERVE, None, None, 2),
    Case(WITHOUT_SERVE, "serve_untyped", None, 2),
    Case(WITHOUT_SERVE, "asset_502", None, 2),
    Case(WITHOUT_SERVE, "asset_error", errors.AssetUnavailable, 2),
    Case(WITHOUT_SERVE, "asset_missing_file", errors.AssetUnavailable, 2),
    Case(WITHOUT_SERVE, "cut_off", BROKEN_JSON, 2),
    Case(WITHOUT_SERVE, "hang_up", BROKEN_JSON, 4),
    Case(V0, None, None, 4),
    Case(V0, "asset_error", errors.AssetUnavailable, 4),
    Case(V0, "asset_missing_file", errors.AssetUnavailable, 4),
]


@pytest.mark.parametrize("version", [NOW, WITHOUT_SERVE, V0])
def test_a_file_is_received_whole_or_not_at_all(kind: Kind, version: str, tmp_path: Path) -> None:
    with fake_with_file(version=version) as (fake, message):
        for number, case in enumerate(CASES):
            if case.version == version:
                with fake.quirk(case.quirk, optional=True) if case.quirk else nullcontext():
                    for helper in HELPERS:
                        check(kind, fake, case, receive(kind, helper, message, tmp_path / str(number)))
                assert (tmp_path / str(number)).exists() is (case.outcome is None), case


def check(kind: Kind, fake: FakeBeeper, case: Case, action: Act) -> None:
    """What comes of a case, and how many requests it takes."""
    fake.requests.clear()
    if case.outcome is None:
        received = act(kind, fake, action)
        assert received.content == PNG, case
        assert received.name in (None, "p.png"), case
        assert received.media_type in (None, "image/png"), case
    else:
        with pytest.raises(case.outcome):
            act(kind, fake, action)
    assert len(fake.requests) == case.requests, case
